import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'
import { formatRatingChange } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { MonthBars } from '../../../ui/charts/month-bars.tsx'
import { Ring } from '../../../ui/charts/ring.tsx'
import { Explanation } from '../figures/explanation.tsx'
import {
  Dash,
  FigureLink,
  useFigureFormats,
  type OfDashboard,
  useFigureAddress,
} from '../figures/figure.tsx'
import { useMonths } from './month-values.ts'
import styles from './panels.module.css'
import { Panel } from './panel.tsx'

export type PanelsProps = OfDashboard & {
  /** What it was asked for by, for its rows. */
  readonly report: ReportQuery
}

/** "Current Position": risk acceptance with its months, and the average rating. */
export function CurrentPosition(props: PanelsProps) {
  return (
    <div className={styles['halves']}>
      <RiskAcceptance {...props} />
      <div className={styles['stack']}>
        <AverageRating {...props} />
        <LargestPolicies {...props} />
      </div>
    </div>
  )
}

function RiskAcceptance({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { percent, count } = useFigureFormats()
  const { riskAcceptance, applications, decisions } = dashboard.position
  const months = useMonths(dashboard)
  return (
    <Panel
      title={t('figures.risk-acceptance')}
      fill="tall"
      help={<Explanation figure="risk-acceptance" dashboard={dashboard} />}
      menu={{
        figures: ['risk-acceptance'],
        report,
        table: {
          columns: [t('table.month'), t('figures.risk-acceptance')],
          rows: months.map(({ name, text }) => [name, text]),
        },
      }}
    >
      <p className={styles['headline']}>
        <FigureLink figure="risk-acceptance" size="large">
          {riskAcceptance.percent === null ? <Dash /> : percent(riskAcceptance.percent)}
        </FigureLink>{' '}
        <Shares dashboard={dashboard} />
      </p>
      <MonthBars
        label={t('chart.months')}
        hint={t('chart.hint')}
        bars={months}
        ticks={[0, 50, 100].map((at) => ({ at, text: percent(at) }))}
      />
      <dl className={styles['counts']}>
        <Count figure="applications" dashboard={dashboard} value={count(applications)} />
        <Count figure="decisions" dashboard={dashboard} value={count(decisions)} />
      </dl>
    </Panel>
  )
}

/** What the percentage is of; nothing where there is none of it, or it has no rate. */
function Shares({ dashboard }: OfDashboard) {
  const { t } = useTranslation('dashboard')
  const { money } = useFigureFormats()
  const { percent, granted, applied } = dashboard.position.riskAcceptance
  if (percent === null || granted === null || applied === null) return null
  return (
    <span className={styles['shares']}>
      {t('grantedOf', { granted: money(granted), applied: money(applied) })}
    </span>
  )
}

type CountProps = OfDashboard & {
  readonly figure: 'applications' | 'decisions'
  readonly value: string
}

function Count({ figure, dashboard, value }: CountProps) {
  const { t } = useTranslation('dashboard')
  return (
    <div className={styles['count']}>
      <dt>
        {t(`figures.${figure}`)} <Explanation figure={figure} dashboard={dashboard} />
      </dt>
      <dd>
        <FigureLink figure={figure}>{value}</FigureLink>
      </dd>
    </div>
  )
}

function AverageRating({ dashboard, report }: PanelsProps) {
  const addressOf = useFigureAddress()
  const { t } = useTranslation('dashboard')
  const { rating, percent, money, day } = useFigureFormats()
  const { abr, totalCld } = dashboard.position
  const text = rating(abr.value)
  return (
    <Panel
      title={t('figures.abr')}
      help={<Explanation figure="abr" dashboard={dashboard} />}
      menu={{
        figures: ['abr'],
        report,
        table: {
          columns: [t('table.figure'), t('table.value')],
          rows: [
            [t('abr.now', { day: day(dashboard.to) }), text],
            [t('abr.before'), rating(abr.before)],
            [t('abr.ratedShare'), percent(abr.ratedShare)],
            [t('abr.ratedCld'), money(abr.ratedCld)],
            [t('abr.totalCld'), money(totalCld)],
          ],
        },
      }}
    >
      <div className={styles['abr']}>
        <Link className={styles['ringLink']} href={addressOf('abr')}>
          <Ring
            label={abr.value === null ? '' : t('abr.spoken', { abr: text })}
            value={abr.value}
            text={text}
            caption={t('abr.ofHundred')}
          />
          <span className="visually-hidden">{t('seeRows', { figure: t('figures.abr') })}</span>
        </Link>
        <div className={styles['notes']}>
          {abr.value === null ? (
            <p>{t('abr.none')}</p>
          ) : (
            <>
              <RatingChange now={abr.value} before={abr.before} />
              <p>{t('abr.direction')}</p>
              {abr.ratedShare !== null && (
                <p>{t('abr.share', { share: percent(abr.ratedShare) })}</p>
              )}
            </>
          )}
        </div>
      </div>
    </Panel>
  )
}

type RatingChangeProps = { readonly now: number; readonly before: number | null }

/** Since last month, with the way that it went in words: higher is riskier, which no arrow would tell. */
function RatingChange({ now, before }: RatingChangeProps) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  if (before === null) return <p className={styles['change']}>{t('abr.unknown')}</p>
  const change = Math.round((now - before) * 10) / 10
  if (change === 0) return <p className={styles['change']}>{t('abr.same')}</p>
  return (
    <p className={styles['change']}>
      {t(change > 0 ? 'abr.worse' : 'abr.better', { change: formatRatingChange(language, change) })}
    </p>
  )
}

function LargestPolicies({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { rating, money } = useFigureFormats()
  const { largestPolicies } = dashboard.position
  return (
    <Panel
      title={t('figures.largest-policies')}
      help={<Explanation figure="largest-policies" dashboard={dashboard} />}
      isTable
      menu={{
        figures: ['largest-policies'],
        report,
        table: {
          columns: [
            t('table.policyName'),
            t('table.policyId'),
            t('table.abr'),
            t('table.totalCld'),
          ],
          rows: largestPolicies.map(({ id, name, abr, totalCld }) => [
            name,
            id,
            rating(abr),
            money(totalCld),
          ]),
        },
      }}
    >
      {largestPolicies.length === 0 ? (
        <p className={styles['none']}>{t('abr.noPolicies')}</p>
      ) : (
        <>
          <table className={styles['table']}>
            <caption className="visually-hidden">{t('figures.largest-policies')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('table.policyName')}</th>
                <th scope="col">{t('table.policyId')}</th>
                <th scope="col" data-end>
                  {t('table.abr')}
                </th>
              </tr>
            </thead>
            <tbody>
              {largestPolicies.map(({ id, name, abr }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>{id}</td>
                  <td data-end>{abr === null ? <Dash /> : rating(abr)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <MoreRows figure="largest-policies" />
        </>
      )}
    </Panel>
  )
}

/** Beneath a table of the first few: the way to all of them. */
export function MoreRows({ figure }: { readonly figure: 'largest-policies' | 'deteriorations' }) {
  const { t } = useTranslation('dashboard')
  const addressOf = useFigureAddress()
  return (
    <Link className={styles['all']} href={addressOf(figure)}>
      {t('allRows')}
      <span className="visually-hidden"> : {t(`figures.${figure}`)}</span>
    </Link>
  )
}
