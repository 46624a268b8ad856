import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditLimit, LimitFilters } from '../../../../shared/contract/credit/credit-limits.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import { formatAmount, formatCountry, formatShortDay } from '../../../common/credit/list-formats.ts'
import { StatusSign } from '../../../common/credit/signs.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { GridColumn, GridSort } from '../../../ui/grid/grid-props.ts'
import styles from './limits.module.css'

/** Those that one begins with. */
export const firstColumns = [
  'buyerName',
  'country',
  'policy',
  'inForce',
  'status',
  'decidedAt',
  'endsOn',
]

/** Every column that the list of limits can have; each amount in the currency that it was granted in. */
export function useLimitColumns() {
  const { t } = useTranslation(['buyers', 'credit'])
  const language = useLanguage()
  return useMemo((): readonly GridColumn<CreditLimit>[] => {
    const amount = (money: Money | null) =>
      money === null ? '–' : `${formatAmount(language, money.amount)} ${money.currency}`
    const day = (at: string | null) => at !== null && formatShortDay(language, at)
    return [
      {
        id: 'buyerName',
        name: t('columns.buyerName'),
        width: 15,
        sorts: 'ascending',
        cell: ({ buyerName }) => buyerName,
      },
      {
        id: 'country',
        name: t('columns.country'),
        width: 7,
        rank: 1.1,
        cell: ({ country }) => formatCountry(language, country),
      },
      {
        id: 'policy',
        name: t('columns.policy'),
        width: 8,
        rank: 1.2,
        cell: ({ policyId }) => policyId,
      },
      {
        id: 'applied',
        name: t('columns.applied'),
        width: 10,
        align: 'end',
        narrow: 'none',
        cell: ({ applied }) => amount(applied),
      },
      {
        id: 'granted',
        name: t('columns.granted'),
        width: 10,
        align: 'end',
        narrow: 'none',
        sorts: 'descending',
        cell: ({ granted }) => amount(granted),
      },
      {
        id: 'inForce',
        name: t('columns.inForce'),
        width: 10,
        align: 'end',
        narrow: 'end',
        cell: ({ inForce }) => amount(inForce),
      },
      {
        id: 'status',
        name: t('columns.status'),
        width: 11.5,
        cell: ({ status }) => (
          <span className={styles['status']}>
            <StatusSign status={status} />
            {t(`status.${status}`, { ns: 'credit' })}
          </span>
        ),
      },
      {
        id: 'decidedAt',
        name: t('columns.decidedAt'),
        width: 8,
        align: 'end',
        narrow: 'none',
        sorts: 'descending',
        cell: ({ decidedAt }) => day(decidedAt),
      },
      {
        id: 'endsOn',
        name: t('columns.endsOn'),
        width: 8,
        align: 'end',
        narrow: 'none',
        sorts: 'ascending',
        cell: ({ endsOn }) => day(endsOn),
      },
      {
        id: 'terms',
        name: t('columns.terms'),
        width: 6,
        align: 'end',
        narrow: 'none',
        cell: ({ paymentTermsDays: count }) => count !== null && t('terms', { count }),
      },
    ]
  }, [t, language])
}

const sortNames = {
  buyerName: 'buyer',
  granted: 'granted',
  decidedAt: 'decided',
  endsOn: 'ends',
} as const

/** The order that the contract calls so. */
export function limitSortOf({ column, direction }: GridSort): LimitFilters['sort'] {
  const name = sortNames[isSorted(column) ? column : 'buyerName']
  return direction === 'descending' ? `-${name}` : name
}

function isSorted(column: string): column is keyof typeof sortNames {
  return column in sortNames
}

/** The column and direction of an order of the contract's. */
export function gridSortOf(sort: LimitFilters['sort']): GridSort {
  const name = sort.replace(/^-/u, '')
  const column = Object.entries(sortNames).find(([, one]) => one === name)?.[0] ?? 'buyerName'
  return { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
}
