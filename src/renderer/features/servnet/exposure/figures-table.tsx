import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import type { ExposureTotals } from '../../../../shared/contract/servnet/exposure.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { dash, formatPercent } from '../../../common/credit/figure-formats.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './figures.module.css'

/** What all of `totals.owed` is made of, in the order in which it is shown. */
export function partsOf(totals: ExposureTotals) {
  return [
    { state: 'covered', part: totals.covered },
    { state: 'over', part: totals.over },
    { state: 'refused', part: totals.refused },
    { state: 'unknown', part: totals.unknown },
    { state: 'no_rate', part: totals.noRate },
  ] as const
}

/** The same as the bars show, exactly and with its shares. */
export function FiguresTable({ totals }: { readonly totals: ExposureTotals }) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const owed = totals.owed.amount
  const amount = (money: Money | null) => (money === null ? dash : formatMoney(language, money))
  const percent = (money: Money | null) => {
    const known = shareOf(money, owed)
    return known === null ? dash : formatPercent(language, known)
  }
  return (
    <details className={styles['asTable']}>
      <summary>{t('figures.table')}</summary>
      <div className={styles['tables']}>
        <table>
          <caption>{t('figures.cover')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.cover')}</th>
              <th scope="col">{t('figures.amount')}</th>
              <th scope="col">{t('figures.part')}</th>
              <th scope="col">{t('figures.number')}</th>
            </tr>
          </thead>
          <tbody>
            {partsOf(totals).map(({ state, part }) => (
              <tr key={state}>
                <th scope="row">{t(`cover.${state}`)}</th>
                <td>{amount(part.amount)}</td>
                <td>{percent(part.amount)}</td>
                <td>{formatTotal(language, part.customers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>{t('figures.ages')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.ages')}</th>
              <th scope="col">{t('figures.amount')}</th>
              <th scope="col">{t('figures.part')}</th>
            </tr>
          </thead>
          <tbody>
            {totals.ages.map(({ band, amount: money }) => (
              <tr key={band}>
                <th scope="row">{t(`ages.${band}`)}</th>
                <td>{amount(money)}</td>
                <td>{percent(money)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** In percent; null where one of them is not known, or there is nothing to take it of. */
function shareOf(part: Money | null, whole: Money | null): number | null {
  if (part === null || whole === null || Number(whole.amount) <= 0) return null
  return (100 * Number(part.amount)) / Number(whole.amount)
}
