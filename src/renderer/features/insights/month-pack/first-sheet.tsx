import { useTranslation } from 'react-i18next'
import type { Dashboard } from '../../../../shared/contract/credit/dashboard.ts'
import type { Freshness } from '../../../../shared/contract/route.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { lastDayOf, monthOf } from '../../../../shared/credit/days.ts'
import {
  formatDataMoment,
  formatMonth,
  formatReportDay,
} from '../../../common/credit/figure-formats.ts'
import { useAppPart } from '../../../common/data/app-store.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { MonthBars } from '../../../ui/charts/month-bars.tsx'
import { Wordmark } from '../../../ui/wordmark.tsx'
import { useMonths } from '../dashboard/month-values.ts'
import { Amount, Dash, useFigureFormats } from '../figures/figure.tsx'
import styles from './paper.module.css'
import { PaperFigures, Part, Sheet } from './sheet.tsx'
import { useSummary } from './summary.ts'

export type PackProps = {
  readonly month: string
  /** ISO 8601, UTC. */
  readonly today: string
  readonly dashboard: Dashboard
  readonly freshness: Freshness
  /** Null while they are not known. */
  readonly policies: readonly Policy[] | null
}

/** Of what and of when it is, the month in short, and where the portfolio stands. */
export function FirstSheet(props: PackProps) {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const { percent, rating, count } = useFigureFormats()
  const { dashboard } = props
  const { riskAcceptance, abr, totalCld, buyers } = dashboard.position
  const months = useMonths(dashboard)
  return (
    <Sheet>
      <Head {...props} />
      <Part title={t('summary.title')}>
        <p className={styles['summary']}>{useSummary(dashboard).join(' ')}</p>
      </Part>
      <Part title={t('dashboard:position')}>
        <PaperFigures
          facts={[
            {
              name: t('dashboard:abr.totalCld'),
              value: <Amount money={totalCld} dashboard={dashboard} />,
            },
            { name: t('buyers'), value: count(buyers) },
            {
              name: t('dashboard:figures.risk-acceptance'),
              value: riskAcceptance.percent === null ? <Dash /> : percent(riskAcceptance.percent),
            },
            {
              name: 'ABR',
              value:
                abr.value === null ? (
                  <Dash />
                ) : (
                  <>
                    {rating(abr.value)}{' '}
                    <span className={styles['unit']}>{t('dashboard:abr.ofHundred')}</span>
                  </>
                ),
            },
          ]}
        />
        {abr.value !== null && (
          <p className={styles['note']}>
            {t('dashboard:abr.direction')}{' '}
            {abr.ratedShare !== null &&
              t('dashboard:abr.share', { share: percent(abr.ratedShare) })}
          </p>
        )}
      </Part>
      <Part title={t('dashboard:chart.months')}>
        <div className={styles['months']}>
          <MonthBars
            label={t('dashboard:chart.months')}
            hint={t('dashboard:chart.hint')}
            bars={months}
            ticks={[0, 50, 100].map((at) => ({ at, text: percent(at) }))}
          />
        </div>
      </Part>
    </Sheet>
  )
}

function Head({ month, today, dashboard, freshness, policies }: PackProps) {
  const { t } = useTranslation('month-pack')
  const language = useLanguage()
  const name = useAppPart((state) =>
    state?.session.kind === 'ready'
      ? (state.session.user.displayName ?? state.session.user.username)
      : '',
  )
  const asAt = formatReportDay(language, dashboard.to)
  const isUnfinished = month === monthOf(today) && dashboard.to < lastDayOf(month)
  return (
    <header className={styles['head']}>
      <div className={styles['brand']}>
        <Wordmark />
      </div>
      <h2 className={styles['title']}>
        {t('head.title', { month: formatMonth(language, month).long })}
      </h2>
      <p className={styles['whose']}>
        <Whose policies={policies} />
      </p>
      <p>{isUnfinished ? t('head.unfinished', { day: asAt }) : t('head.asAt', { day: asAt })}</p>
      <p className={styles['quiet']}>
        {t('head.by', { day: formatReportDay(language, today), name })}
      </p>
      {freshness.stale && (
        <p className={styles['old']}>
          {t('head.old', formatDataMoment(language, freshness.fetchedAt))}
        </p>
      )}
    </header>
  )
}

/** The one policy by its name, which is that of who holds it; several by their number. */
function Whose({ policies }: Pick<PackProps, 'policies'>) {
  const { t } = useTranslation('month-pack')
  const [first] = policies ?? []
  if (policies === null || first === undefined) return null
  if (policies.length > 1) return t('head.policies', { count: policies.length })
  return <bdi>{t('head.policy', { name: first.name, id: first.id })}</bdi>
}
