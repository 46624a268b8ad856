import { useTranslation } from 'react-i18next'
import { AmountBars } from '../../../ui/charts/amount-bars.tsx'
import { decisionBars, movements, sizeOf } from '../dashboard/change-figures.ts'
import { Amount, Dash, useFigureFormats, type OfDashboard } from '../figures/figure.tsx'
import styles from './paper.module.css'
import { PaperTable, Part, Sheet } from './sheet.tsx'

/** What changed in the month: decisions, cuts, what waits, and whose rating became worse. */
export function ChangeSheet({ dashboard }: OfDashboard) {
  const { t } = useTranslation('dashboard')
  const { money, day } = useFigureFormats()
  const { from, to, change } = dashboard
  return (
    <Sheet>
      <h2 className={styles['sheetTitle']}>
        {t('change')}{' '}
        <span className={styles['aside']}>
          {t('changePeriod', { from: day(from), to: day(to) })}
        </span>
      </h2>
      <Part title={t('figures.new-decisions')}>
        <AmountBars
          label={t('chart.decisions')}
          hint={t('chart.hint')}
          bars={decisionBars.map(({ key, text, fill }) => ({
            key,
            label: t(`figures.${text}`),
            size: sizeOf(change.newDecisions[key]),
            spoken: t('chart.spoken', {
              label: t(`figures.${text}`),
              value: money(change.newDecisions[key]),
            }),
            end: <Amount money={change.newDecisions[key]} dashboard={dashboard} />,
            fill,
          }))}
        />
      </Part>
      <Part title={t('movements')}>
        <PaperTable
          caption={t('movements')}
          columns={[t('table.figure'), t('table.value')]}
          rows={movements.map(([figure, key]) => ({
            key,
            cells: [
              t(`figures.${figure}`),
              <Amount key="amount" money={change[key]} dashboard={dashboard} />,
            ],
          }))}
        />
      </Part>
      <Deteriorations dashboard={dashboard} />
    </Sheet>
  )
}

function Deteriorations({ dashboard }: OfDashboard) {
  const { t } = useTranslation('dashboard')
  const { percent } = useFigureFormats()
  const { deteriorations } = dashboard.change
  return (
    <Part title={t('figures.deteriorations')}>
      {deteriorations.length === 0 ? (
        <p>{t('noDeteriorations')}</p>
      ) : (
        <PaperTable
          caption={t('figures.deteriorations')}
          columns={[
            t('table.buyer'),
            t('table.deterioration'),
            t('table.totalCld'),
            t('table.riskAcceptance'),
          ]}
          rows={deteriorations.map((row) => ({
            key: row.buyerId,
            cells: [
              <bdi key="name">{row.name}</bdi>,
              `${row.rating - row.deterioration} → ${row.rating} (+${row.deterioration})`,
              <Amount key="cld" money={row.totalCld} dashboard={dashboard} />,
              row.riskAcceptance === null ? <Dash key="none" /> : percent(row.riskAcceptance),
            ],
          }))}
        />
      )}
    </Part>
  )
}
