import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import { dash, sumOf } from '../../../common/credit/figure-formats.ts'
import { useFigureFormats } from '../figures/figure.tsx'
import styles from './what-if.module.css'

/** What it is, today, then, and the difference. */
export type Row = readonly [string, string, string, string]

/** The difference of two amounts of a currency, with its sign. */
export function useMoneyChange() {
  const { t } = useTranslation('what-if')
  const { money } = useFigureFormats()
  return (before: Money | null, after: Money | null): string => {
    if (before === null || after === null) return dash
    const negative = { ...before, amount: negated(before.amount) }
    const difference = sumOf([after, negative])
    if (difference === null || Number(difference.amount) === 0) return t('result.same')
    return Number(difference.amount) > 0 ? `+${money(difference)}` : money(difference)
  }
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

type ComparisonProps = {
  readonly caption: string
  readonly first: string
  readonly rows: readonly Row[]
}

/** Figures as they are and as they were then, the latter in a column of its own kind. */
export function Comparison({ caption, first, rows }: ComparisonProps) {
  const { t } = useTranslation('what-if')
  const columns = [first, t('result.before'), t('result.after'), t('result.difference')]
  return (
    <div className={styles['wide']}>
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                data-end={index > 0 || undefined}
                className={index === 2 ? styles['supposed'] : undefined}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after, difference]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-end>{before}</td>
              <td data-end className={styles['supposed']}>
                {after}
              </td>
              <td data-end>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
