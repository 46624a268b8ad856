import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Freshness } from '../../../../shared/contract/route.ts'
import type { RouteInput } from '../../../../shared/contract/routes.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { ExportOutcome, exportFormats, useExport } from '../../../common/credit/use-export.tsx'
import { fetchFromPortal } from '../../../common/data/portal.ts'
import { Content } from '../../../common/frames/content.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { inView, useClientInView } from '../../../common/navigation/client-view.tsx'
import { paths, type Path } from '../../../common/navigation/navigation.ts'
import { useAsAt } from '../../../common/offline/as-at.tsx'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import styles from './tools.module.css'

const one = { offset: 0, limit: 1 } as const

const firstBuyers = (client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'buyers', 'size', client],
    queryFn: () =>
      fetchFromPortal('credit.buyers', { ...one, filters: { sort: 'name', ...inView(client) } }),
  })

const firstLimits = (client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'limits', 'size', client],
    queryFn: () =>
      fetchFromPortal('credit.limits', { ...one, filters: { sort: 'buyer', ...inView(client) } }),
  })

type Exported = RouteInput<'credit.export'>['table']

/** What is known of a table before it is saved. */
type TableState = {
  /** Null where it is not known how many there are. */
  readonly rows: number | null
  readonly isWhole: boolean
  readonly freshness: Freshness
}

/** Tools: any table as a file, with what is in it and when it is from. */
export function ToolsPage() {
  const { t } = useTranslation('buyers')
  const hasLimits = useHasService('servnet')
  const client = useClientInView()
  const of = inView(client)
  const buyers = useQuery(firstBuyers(client)).data
  const limits = useQuery({ ...firstLimits(client), enabled: hasLimits }).data
  const policies = usePolicies().data
  const policiesState = policies && {
    rows: policies.policies.length,
    isWhole: true,
    freshness: policies.freshness,
  }
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={t('tools.title')}>{t('tools.title')}</PageHeading>
        <p className={styles['lead']}>{t('tools.lead')}</p>
        <ul className={styles['tables']}>
          <Tool name="monthPack" path={paths.monthPack} />
          <Tool name="whatIf" path={paths.whatIf} />
          <Table
            table={{ kind: 'buyers', filters: { sort: 'name', ...of } }}
            state={stateOf(buyers)}
          />
          {hasLimits && (
            <Table
              table={{ kind: 'limits', filters: { sort: 'buyer', ...of } }}
              state={stateOf(limits)}
            />
          )}
          <Table table={{ kind: 'policies', ...of }} state={policiesState} />
          {hasLimits && <Table table={{ kind: 'applications', ...of }} state={undefined} />}
        </ul>
      </div>
    </Content>
  )
}

type ToolProps = { readonly name: 'monthPack' | 'whatIf'; readonly path: Path }

/** What has a page of its own. */
function Tool({ name, path }: ToolProps) {
  const { t } = useTranslation('buyers')
  const tool = t(`tools.${name}`)
  return (
    <li className={styles['table']}>
      <div className={styles['text']}>
        <h2>{tool}</h2>
        <p>{t(`tools.${name}Text`)}</p>
      </div>
      <Link
        className={buttonClass('secondary')}
        href={path}
        aria-label={t('tools.openTool', { tool })}
      >
        {t('tools.open')}
      </Link>
    </li>
  )
}

type Sized = {
  readonly window: { readonly kept: number; readonly isWhole: boolean }
  readonly freshness: Freshness
}

function stateOf(answer: Sized | undefined): TableState | undefined {
  if (answer === undefined) return undefined
  const { window, freshness } = answer
  return { rows: window.kept, isWhole: window.isWhole, freshness }
}

type TableProps = {
  readonly table: Exclude<Exported, { readonly kind: 'figure' | 'batch' | 'cases' }>
  readonly state: TableState | undefined
}

function Table({ table, state }: TableProps) {
  const { t } = useTranslation('buyers')
  const { outcome, save } = useExport()
  const { kind } = table
  const name = t(`tools.${kind}`)
  return (
    <li className={styles['table']}>
      <div className={styles['text']}>
        <h2>{name}</h2>
        <p>{t(`tools.${kind}Text`)}</p>
        {state !== undefined && <DataFrom state={state} />}
        <ExportOutcome outcome={outcome} />
      </div>
      <div className={styles['actions']}>
        {exportFormats.map((format) => (
          <Button
            key={format}
            variant="secondary"
            aria-label={t('tools.as', { table: name, format: format.toUpperCase() })}
            busy={outcome.kind === 'busy'}
            onClick={() => save({ format, columns: null, table })}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
    </li>
  )
}

/** How many rows there will be, and how old they are. */
function DataFrom({ state: { rows, isWhole, freshness } }: { readonly state: TableState }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const asAt = useAsAt(freshness.fetchedAt)
  return (
    <>
      <p className={styles['data']}>
        {rows !== null && (
          <span>{t('tools.rows', { count: rows, total: formatTotal(language, rows) })}</span>
        )}
        <span>{asAt}</span>
      </p>
      {!isWhole && <p className={styles['data']}>{t('tools.incomplete')}</p>}
    </>
  )
}
