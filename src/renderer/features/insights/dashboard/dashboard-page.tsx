import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/contract/result.ts'
import { Due } from '../../../common/credit/due.tsx'
import { News } from '../../../common/credit/news.tsx'
import { Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { dashboardQuery } from '../api.ts'
import { ReportBar } from '../period/report-bar.tsx'
import { useReport } from '../period/use-report.ts'
import { Change } from './change.tsx'
import { CurrentPosition, type PanelsProps } from './current-position.tsx'
import { DashboardFooter } from './dashboard-footer.tsx'
import { DashboardLoading } from './dashboard-loading.tsx'
import styles from './dashboard.module.css'
import { NoRate, useFigureFormats } from '../figures/figure.tsx'

/** Atradius Insights' first page: the position of the portfolio, and what changed in a period. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard')
  const view = useReport()
  const { report } = view
  const query = useQuery({
    ...dashboardQuery(report ?? {}),
    enabled: report !== null,
    placeholderData: keepPreviousData,
  })
  const { data, error, refetch, isFetching, isPlaceholderData } = query
  return (
    <Content width="full">
      <div className={styles['page']}>
        <div className={styles['head']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <button type="button" className={styles['print']} onClick={() => window.print()}>
            <PrintIcon size={18} /> {t('print')}
          </button>
        </div>
        {view.client === null && (
          <div className={styles['since']}>
            <News atFirst={2} />
            <Due atFirst={2} />
          </div>
        )}
        <ReportBar report={view} shown={data?.dashboard ?? null} />
        {data !== undefined && report !== null && error?.error.code !== 'not_found' ? (
          <>
            <AsAt freshness={data.freshness} />
            <div
              className={styles['body']}
              data-former={isPlaceholderData || undefined}
              aria-busy={isPlaceholderData || undefined}
            >
              <Figures dashboard={data.dashboard} report={report} />
            </div>
          </>
        ) : error === null ? (
          <DashboardLoading />
        ) : (
          <Failure
            error={error.error}
            busy={isFetching}
            onRetry={() => void refetch()}
            onAllPolicies={view.policy === null ? null : () => view.choosePolicy(null)}
          />
        )}
      </div>
    </Content>
  )
}

function Figures({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { day } = useFigureFormats()
  const { position, to, from } = dashboard
  const isEmpty = position.applications === 0 && position.decisions === 0 && position.buyers === 0
  return (
    <>
      {isEmpty && <Notice title={t('empty.title')}>{t('empty.text')}</Notice>}
      <NoRateNotice dashboard={dashboard} />
      <Part title={t('position')} aside={t('positionAsAt', { day: day(to) })}>
        <CurrentPosition {...{ dashboard, report }} />
      </Part>
      <Part title={t('change')} aside={t('changePeriod', { from: day(from), to: day(to) })}>
        <Change {...{ dashboard, report }} />
      </Part>
      <DashboardFooter dashboard={dashboard} />
    </>
  )
}

function NoRateNotice({ dashboard }: Pick<PanelsProps, 'dashboard'>) {
  const { t } = useTranslation('dashboard')
  if (dashboard.rates.every(({ rate }) => rate !== null)) return null
  return (
    <Notice tone="warning" title={<NoRate dashboard={dashboard} />}>
      {t('explain.noRate')}
    </Notice>
  )
}

type PartProps = { readonly title: string; readonly aside: string; readonly children: ReactNode }

function Part({ title, aside, children }: PartProps) {
  return (
    <section className={styles['part']}>
      <h2 className={styles['partTitle']}>
        {title} <span className={styles['partAside']}>{aside}</span>
      </h2>
      {children}
    </section>
  )
}

type FailureProps = {
  readonly error: AppError
  readonly busy: boolean
  readonly onRetry: () => void
  /** Null where no single one was asked for. */
  readonly onAllPolicies: (() => void) | null
}

/** A policy that is gone needs no other try, but another choice. */
function Failure({ error, busy, onRetry, onAllPolicies }: FailureProps) {
  const { t } = useTranslation('dashboard')
  if (error.code !== 'not_found' || onAllPolicies === null) {
    return <LoadFailure means="nothingKept" {...{ error, busy, onRetry }} />
  }
  return (
    <Notice
      tone="error"
      title={t('policy.missing')}
      action={
        <Button variant="secondary" onClick={onAllPolicies}>
          {t('policy.showAll')}
        </Button>
      }
    >
      {t('policy.missingNext')}
    </Notice>
  )
}
