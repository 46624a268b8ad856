import { useTranslation } from 'react-i18next'
import type { Deterioration } from '../../../../shared/contract/credit/dashboard.ts'
import { AmountBars } from '../../../ui/charts/amount-bars.tsx'
import { decisionBars, movements, sizeOf } from './change-figures.ts'
import { MoreRows, type PanelsProps } from './current-position.tsx'
import { Explanation } from '../figures/explanation.tsx'
import {
  Amount,
  BuyerLink,
  Dash,
  FigureLink,
  useFigureFormats,
  type OfDashboard,
} from '../figures/figure.tsx'
import styles from './panels.module.css'
import { Panel } from './panel.tsx'

/** "Change": what was decided, what was cut, what waits, and whose rating became worse. */
export function Change(props: PanelsProps) {
  return (
    <>
      <div className={styles['halves']}>
        <NewDecisions {...props} />
        <Movements {...props} />
      </div>
      <Deteriorations {...props} />
    </>
  )
}

function NewDecisions({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { money } = useFigureFormats()
  const { newDecisions } = dashboard.change
  return (
    <Panel
      title={t('figures.new-decisions')}
      fill="stretched"
      help={<Explanation figure="new-decisions" dashboard={dashboard} />}
      menu={{
        figures: ['new-decisions-zero', 'new-decisions-partial', 'new-decisions-full'],
        report,
        table: {
          columns: [t('figures.new-decisions'), t('table.value')],
          rows: decisionBars.map(({ key, text }) => [
            t(`figures.${text}`),
            money(newDecisions[key]),
          ]),
        },
      }}
    >
      <AmountBars
        label={t('chart.decisions')}
        hint={t('chart.hint')}
        bars={decisionBars.map(({ key, text, figure, fill }) => ({
          key,
          label: t(`figures.${text}`),
          size: sizeOf(newDecisions[key]),
          spoken: t('chart.spoken', {
            label: t(`figures.${text}`),
            value: money(newDecisions[key]),
          }),
          end: (
            <FigureLink figure={figure}>
              <Amount money={newDecisions[key]} dashboard={dashboard} />
            </FigureLink>
          ),
          fill,
        }))}
      />
    </Panel>
  )
}

/** Single amounts; what the customer asked for and what ended by itself is told apart from deductions. */
function Movements({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { money } = useFigureFormats()
  return (
    <Panel
      title={t('movements')}
      isTable
      menu={{
        figures: [
          'deductions',
          'future-deductions',
          'pending-applications',
          'customer-cuts',
          'ended-temporary',
        ],
        report,
        table: {
          columns: [t('table.figure'), t('table.value')],
          rows: movements.map(([figure, key]) => [
            t(`figures.${figure}`),
            money(dashboard.change[key]),
          ]),
        },
      }}
    >
      <dl className={styles['movements']}>
        {movements.map(([figure, key]) => (
          <div key={figure} className={styles['movement']} data-apart={figure === 'customer-cuts'}>
            <dt>
              {t(`figures.${figure}`)} <Explanation figure={figure} dashboard={dashboard} />
            </dt>
            <dd>
              <FigureLink figure={figure}>
                <Amount money={dashboard.change[key]} dashboard={dashboard} />
              </FigureLink>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Deteriorations({ dashboard, report }: PanelsProps) {
  const { t } = useTranslation('dashboard')
  const { money, percent } = useFigureFormats()
  const { deteriorations } = dashboard.change
  const columns = [
    t('table.buyer'),
    t('table.deterioration'),
    t('table.newRating'),
    t('table.totalCld'),
    t('table.riskAcceptance'),
  ]
  return (
    <Panel
      title={t('figures.deteriorations')}
      help={<Explanation figure="deteriorations" dashboard={dashboard} />}
      isTable
      menu={{
        figures: ['deteriorations'],
        report,
        table: {
          columns,
          rows: deteriorations.map(({ name, deterioration, rating, totalCld, riskAcceptance }) => [
            name,
            String(deterioration),
            String(rating),
            money(totalCld),
            percent(riskAcceptance),
          ]),
        },
      }}
    >
      <div className={styles['wide']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('figures.deteriorations')}</caption>
          <thead>
            <tr>
              {columns.map((name, index) => (
                <th key={name} scope="col" data-end={index > 0 || undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deteriorations.length === 0 ? (
              <tr>
                <td colSpan={columns.length} className={styles['nothing']}>
                  {t('noDeteriorations')}
                </td>
              </tr>
            ) : (
              deteriorations.map((row) => (
                <DeteriorationRow key={row.buyerId} row={row} dashboard={dashboard} />
              ))
            )}
          </tbody>
        </table>
      </div>
      {deteriorations.length > 0 && <MoreRows figure="deteriorations" />}
    </Panel>
  )
}

function DeteriorationRow({ row, dashboard }: OfDashboard & { readonly row: Deterioration }) {
  const { t } = useTranslation('dashboard')
  const { percent } = useFigureFormats()
  const { buyerId, name, deterioration, rating, totalCld, riskAcceptance } = row
  const former = rating - deterioration
  return (
    <tr>
      <td>
        <BuyerLink id={buyerId} name={name} />
      </td>
      <td data-end>
        <span className={styles['course']} aria-hidden="true">
          {former} → {rating}
        </span>
        <span className="visually-hidden">{t('fromTo', { from: former, to: rating })}, </span>
        <span className={styles['worse']}>
          <span aria-hidden="true">▼ </span>
          {deterioration}
        </span>
      </td>
      <td data-end>{rating}</td>
      <td data-end>
        <Amount money={totalCld} dashboard={dashboard} />
      </td>
      <td data-end>{riskAcceptance === null ? <Dash /> : percent(riskAcceptance)}</td>
    </tr>
  )
}
