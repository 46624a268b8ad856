import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { BatchProgress, FollowedRow } from '../../../../shared/contract/servnet/batch.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatAmount, formatCountry, formatShortDay } from '../../../common/credit/list-formats.ts'
import { ExportMenu } from '../../../common/credit/list-menus.tsx'
import { StatusSign } from '../../../common/credit/signs.tsx'
import { ExportOutcome, useExport } from '../../../common/credit/use-export.tsx'
import { takeOutbox, useWaitingBatches } from '../../../common/data/portal-status.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { BackLink, Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applicationPath, lastPartOf, paths } from '../../../common/navigation/navigation.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { Grid } from '../../../ui/grid/grid.tsx'
import { rowsOf, type GridColumn } from '../../../ui/grid/grid-props.ts'
import { ClockIcon, WarningIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { batchQuery, useLooks } from '../api.ts'
import styles from './batch.module.css'

/** Applications that were sent together, each followed to its decision. */
export function FollowedPage() {
  const { t } = useTranslation('batch')
  const [path] = useLocation()
  const id = lastPartOf(path)
  const query = useFollowed(id)
  const { data, error } = query
  useLooks(data?.rows.some(({ status }) => status === 'pending') ?? false)
  const language = useLanguage()
  const title =
    data === undefined
      ? t('title')
      : t('followed.title', { date: formatDay(language, data.progress.madeAt) })
  return (
    <Content width="full">
      <div className={styles['page']}>
        <BackLink href={paths.batch}>{t('title')}</BackLink>
        <PageHeading title={title}>{title}</PageHeading>
        {error?.error.code === 'not_found' && <Notice>{t('followed.missing')}</Notice>}
        {error !== null && error.error.code !== 'not_found' && (
          <LoadFailure
            means="nothingKept"
            error={error.error}
            busy={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        )}
        {data === undefined && error === null && <Loading text={t('followed.loading')} />}
        {data !== undefined && <Followed progress={data.progress} rows={data.rows} />}
      </div>
    </Content>
  )
}

/** Asked again as the outbox goes about it. */
function useFollowed(id: string) {
  const queryClient = useQueryClient()
  const waiting = useWaitingBatches().find((batch) => batch.id === id)
  const left = waiting === undefined ? 0 : waiting.waiting + waiting.refused
  const seen = useRef(left)
  useEffect(() => {
    if (seen.current === left) return
    seen.current = left
    void queryClient.invalidateQueries({ queryKey: batchQuery(id).queryKey })
  }, [queryClient, id, left])
  return useQuery(batchQuery(id))
}

type FollowedProps = {
  readonly progress: BatchProgress
  readonly rows: readonly FollowedRow[]
}

const keyOf = ({ editId }: FollowedRow) => editId
const nameOf = ({ buyerName }: FollowedRow) => buyerName

function Followed({ progress, rows }: FollowedProps) {
  const { t } = useTranslation('batch')
  const [, navigate] = useLocation()
  const columns = useFollowedColumns()
  const { outcome, save } = useExport()
  const { id, size, sent, waiting, refused } = progress
  const shown = useMemo(() => rowsOf(rows), [rows])
  return (
    <>
      <output className={styles['progress']}>
        <strong>{t('followed.progress', { sent, size })}</strong>
        {waiting > 0 && <span>{t('followed.waiting', { count: waiting })}</span>}
        {refused > 0 && <span>{t('followed.refused', { count: refused })}</span>}
      </output>
      <div className={styles['followedActions']}>
        <Link className={buttonClass('secondary')} href={paths.batch}>
          {t('followed.again')}
        </Link>
        {waiting + refused > 0 && <Stop id={id} />}
        <ExportMenu
          onExport={(format) => save({ format, columns: null, table: { kind: 'batch', id } })}
        />
      </div>
      <ExportOutcome outcome={outcome} />
      <Grid
        label={t('rows.title')}
        columns={columns}
        rows={shown}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={({ applicationId }) => {
          if (applicationId !== null) navigate(applicationPath(applicationId))
        }}
      />
    </>
  )
}

/** Gives up what the portal does not have, once that was confirmed. */
function Stop({ id }: { readonly id: string }) {
  const { t } = useTranslation('batch')
  const queryClient = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  const stop = async () => {
    setAsked(false)
    takeOutbox(await callPortal('outbox.discard', { id }))
    await queryClient.invalidateQueries({ queryKey: batchQuery(id).queryKey })
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t('followed.stop')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t('followed.stopTitle')}
        initialFocus={stay}
        actions={
          <>
            <Button variant="danger" onClick={() => void stop()}>
              {t('followed.stop')}
            </Button>
            <Button variant="secondary" ref={stay} onClick={() => setAsked(false)}>
              {t('followed.keep')}
            </Button>
          </>
        }
      >
        {t('followed.stopText')}
      </ConfirmDialog>
    </>
  )
}

function useFollowedColumns() {
  const { t } = useTranslation(['batch', 'credit', 'errors'])
  const language = useLanguage()
  return useMemo((): readonly GridColumn<FollowedRow>[] => {
    const statusOf = ({ status, error }: FollowedRow) => {
      if (!isUnsent(status)) return t(`status.${status}`, { ns: 'credit' })
      const words = t(`followed.statuses.${status}`)
      return status === 'not_taken' && error !== null
        ? `${words} – ${t(`${error.code}.message`, { ns: 'errors', ...error.params })}`
        : words
    }
    return [
      { id: 'name', name: t('fields.name'), width: 11, cell: nameOf },
      {
        id: 'country',
        name: t('fields.country'),
        width: 6,
        rank: 1.1,
        cell: ({ country }) => formatCountry(language, country),
      },
      {
        id: 'policy',
        name: t('fields.policy'),
        width: 6,
        rank: 1.2,
        cell: ({ policyId }) => policyId,
      },
      {
        id: 'amount',
        name: t('fields.amount'),
        width: 8,
        align: 'end',
        narrow: 'end',
        rank: -1,
        cell: ({ amount }) => `${formatAmount(language, amount.amount)} ${amount.currency}`,
      },
      {
        id: 'status',
        name: t('followed.status'),
        width: 13,
        rank: -1,
        cell: (row) => (
          <span className={styles['state']} title={statusOf(row)}>
            <FollowedSign status={row.status} />
            <span>{statusOf(row)}</span>
          </span>
        ),
      },
      {
        id: 'granted',
        name: t('followed.granted'),
        width: 8,
        align: 'end',
        narrow: 'none',
        cell: ({ granted }) => granted !== null && formatMoney(language, granted),
      },
      {
        id: 'decidedAt',
        name: t('followed.decidedAt'),
        width: 7,
        align: 'end',
        narrow: 'none',
        cell: ({ decidedAt }) => decidedAt !== null && formatShortDay(language, decidedAt),
      },
    ]
  }, [t, language])
}

type Unsent = 'waiting' | 'not_taken' | 'given_up'

function isUnsent(status: FollowedRow['status']): status is Unsent {
  return status === 'waiting' || status === 'not_taken' || status === 'given_up'
}

function FollowedSign({ status }: Pick<FollowedRow, 'status'>) {
  if (!isUnsent(status)) return <StatusSign status={status} />
  return status === 'waiting' ? <ClockIcon size={16} /> : <WarningIcon size={16} />
}
