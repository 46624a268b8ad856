import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import {
  figures,
  type Figure,
  type FigureRow,
  type ReportQuery,
} from '../../../../shared/contract/credit/dashboard.ts'
import { ExportOutcome, exportFormats, useExport } from '../../../common/credit/use-export.tsx'
import { BackLink, Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { buyerPath, lastPartOf, paths } from '../../../common/navigation/navigation.ts'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { Button } from '../../../ui/button.tsx'
import { Grid } from '../../../ui/grid/grid.tsx'
import { rowsOf } from '../../../ui/grid/grid-props.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { dashboardQuery, figureRowsQuery } from '../api.ts'
import { Explanation, type Explained } from './explanation.tsx'
import { useFigureFormats } from './figure.tsx'
import { useReport } from '../period/use-report.ts'
import { columnsOf } from './figure-columns.tsx'
import styles from './figure-page.module.css'

/** The rows that make up a figure of the dashboard, with the period and policy that are chosen there. */
export function FigurePage() {
  const { t } = useTranslation('dashboard')
  const [path] = useLocation()
  const { report, search } = useReport()
  const figure = figures.find((one) => one === lastPartOf(path))
  return (
    <Content width="full">
      <div className={styles['page']}>
        <BackLink href={`${paths.insights}${search}`}>{t('rows.back')}</BackLink>
        {figure === undefined ? (
          <>
            <PageHeading title={t('title')}>{t('title')}</PageHeading>
            <Notice>{t('rows.unknown')}</Notice>
          </>
        ) : (
          <>
            <FigureHeading figure={figure} report={report} />
            {report === null ? (
              <Loading text={t('rows.loading')} />
            ) : (
              <FigureRows figure={figure} report={report} />
            )}
          </>
        )}
      </div>
    </Content>
  )
}

type HeadingProps = { readonly figure: Figure; readonly report: ReportQuery | null }

/** What is added up, of when, and how. */
function FigureHeading({ figure, report }: HeadingProps) {
  const { t } = useTranslation('dashboard')
  const { day } = useFigureFormats()
  const dashboard = useDashboard(report)
  const explained = explainedBy(figure)
  const title =
    explained === figure
      ? t(`figures.${figure}`)
      : t('chart.spoken', { label: t(`figures.${explained}`), value: t(`figures.${figure}`) })
  return (
    <div className={styles['heading']}>
      <div className={styles['title']}>
        <PageHeading title={title}>{title}</PageHeading>
        {dashboard !== null && <Explanation figure={explained} dashboard={dashboard} />}
      </div>
      {dashboard !== null && (
        <p className={styles['period']}>
          {isOfPosition(figure)
            ? t('positionAsAt', { day: day(dashboard.to) })
            : t('changePeriod', { from: day(dashboard.from), to: day(dashboard.to) })}
        </p>
      )}
    </div>
  )
}

function useDashboard(report: ReportQuery | null) {
  const { data } = useQuery({ ...dashboardQuery(report ?? {}), enabled: report !== null })
  return data?.dashboard ?? null
}

function explainedBy(figure: Figure): Explained {
  return figure === 'new-decisions-zero' ||
    figure === 'new-decisions-partial' ||
    figure === 'new-decisions-full'
    ? 'new-decisions'
    : figure
}

const ofPosition: ReadonlySet<Figure> = new Set([
  'risk-acceptance',
  'applications',
  'decisions',
  'abr',
  'largest-policies',
  'pending-applications',
])

function isOfPosition(figure: Figure): boolean {
  return ofPosition.has(figure)
}

type RowsProps = { readonly figure: Figure; readonly report: ReportQuery }

function FigureRows({ figure, report }: RowsProps) {
  const { t } = useTranslation('dashboard')
  const query = useInfiniteQuery(figureRowsQuery(figure, report))
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = query
  const retry = { busy: isFetching, onRetry: () => void refetch() }
  if (data === undefined) {
    if (error === null) return <Loading text={t('rows.loading')} />
    return <LoadFailure means="nothingKept" error={error.error} {...retry} />
  }
  const rows = data.pages.flatMap(({ page }) => page.items)
  const freshness = data.pages[0]?.freshness
  return (
    <>
      {freshness !== undefined && <AsAt freshness={freshness} />}
      {error !== null && <LoadFailure means="needsPortalFailed" error={error.error} {...retry} />}
      <div className={styles['tools']}>
        <p className={styles['count']}>
          {hasNextPage
            ? t('rows.shownSoFar', { count: rows.length })
            : t('rows.shown', { count: rows.length })}
        </p>
        <ExportButtons figure={figure} report={report} />
      </div>
      <Rows figure={figure} report={report} rows={rows} />
      {hasNextPage && (
        <div>
          <Button variant="secondary" busy={isFetching} onClick={() => void fetchNextPage()}>
            {t('rows.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Rows({ figure, report, rows }: RowsProps & { readonly rows: readonly FigureRow[] }) {
  const { t } = useTranslation(['dashboard', 'credit'])
  const language = useLanguage()
  const [, navigate] = useLocation()
  const dashboard = useDashboard(report)
  const isOfOnePolicy = report.policy !== undefined
  return (
    <Grid
      label={t(`figures.${figure}`)}
      columns={columnsOf(figure, { t, language, rows, dashboard, isOfOnePolicy })}
      rows={rowsOf(rows)}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={({ buyerId }) => buyerId !== null && navigate(buyerPath(buyerId))}
      empty={<p className={styles['none']}>{t('rows.none')}</p>}
    />
  )
}

function ExportButtons({ figure, report }: RowsProps) {
  const { t } = useTranslation('dashboard')
  const { outcome, save } = useExport()
  return (
    <>
      <div className={styles['exports']}>
        {exportFormats.map((format) => (
          <Button
            key={format}
            variant="secondary"
            onClick={() =>
              save({ format, columns: null, table: { kind: 'figure', figure, report } })
            }
          >
            {t(`panel.${format}`)}
          </Button>
        ))}
      </div>
      <div className={styles['outcome']}>
        <ExportOutcome outcome={outcome} />
      </div>
    </>
  )
}
