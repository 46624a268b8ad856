import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import type {
  CustomerFilters,
  LedgerCustomer,
} from '../../../../shared/contract/servnet/exposure.ts'
import { dash } from '../../../common/credit/figure-formats.ts'
import { formatAmount, formatShortDay } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { GridColumn, GridSort } from '../../../ui/grid/grid-props.ts'
import { QuestionIcon } from '../../../ui/icons.tsx'
import styles from './exposure.module.css'
import { CoverSign, ReportingSign } from './exposure-signs.tsx'

/** All of them, as far as there is room. */
export const allColumns = [
  'name',
  'buyer',
  'owed',
  'limit',
  'over',
  'overdue',
  'oldestDueOn',
  'reportBy',
  'cover',
  'reporting',
]

/** The columns of the list of customers; each amount in the currency of its limit. */
export function useCustomerColumns() {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return useMemo((): readonly GridColumn<LedgerCustomer>[] => {
    const amount = (money: Money | null) =>
      money === null ? dash : `${formatAmount(language, money.amount)} ${money.currency}`
    /** What there is none of is empty, and what cannot be said is a dash. */
    const some = (money: Money | null) =>
      money !== null && Number(money.amount) === 0 ? '' : amount(money)
    const day = (on: string | null) => on !== null && formatShortDay(language, on)
    return [
      {
        id: 'name',
        name: t('columns.name'),
        width: 12,
        sorts: 'ascending',
        cell: ({ name }) => name,
      },
      {
        id: 'buyer',
        name: t('columns.buyer'),
        width: 11,
        rank: 1.2,
        narrow: 'none',
        cell: (customer) => <BuyerCell customer={customer} />,
      },
      {
        id: 'owed',
        name: t('columns.owed'),
        width: 9,
        align: 'end',
        narrow: 'end',
        sorts: 'descending',
        cell: ({ owed }) => amount(owed),
      },
      {
        id: 'limit',
        name: t('columns.limit'),
        width: 9,
        align: 'end',
        narrow: 'none',
        rank: 1.3,
        cell: ({ limit }) => amount(limit),
      },
      {
        id: 'over',
        name: t('columns.over'),
        width: 9,
        align: 'end',
        narrow: 'none',
        rank: 1.1,
        sorts: 'descending',
        cell: ({ over }) => some(over),
      },
      {
        id: 'overdue',
        name: t('columns.overdue'),
        width: 9,
        align: 'end',
        narrow: 'none',
        rank: 1.4,
        sorts: 'descending',
        cell: ({ overdue }) => some(overdue),
      },
      {
        id: 'oldestDueOn',
        name: t('columns.oldestDueOn'),
        width: 7.5,
        align: 'end',
        narrow: 'none',
        rank: 2,
        cell: ({ oldestDueOn }) => day(oldestDueOn),
      },
      {
        id: 'reportBy',
        name: t('columns.reportBy'),
        width: 7.5,
        align: 'end',
        narrow: 'none',
        rank: 0.9,
        sorts: 'ascending',
        cell: ({ reportBy }) => day(reportBy),
      },
      {
        id: 'cover',
        name: t('columns.cover'),
        width: 11.5,
        rank: 0.5,
        cell: ({ cover }) => <CoverSign cover={cover} />,
      },
      {
        id: 'reporting',
        name: t('columns.reporting'),
        width: 11,
        rank: 0.6,
        cell: ({ reporting }) => <ReportingSign reporting={reporting} />,
      },
    ]
  }, [t, language])
}

function BuyerCell({ customer }: { readonly customer: LedgerCustomer }) {
  const { t } = useTranslation('exposure')
  const { buyer, candidates, matchedBy } = customer
  if (buyer !== null) return buyer.name
  if (matchedBy === 'hand') return <span className={styles['none']}>{t('who.none')}</span>
  if (candidates === 0) return <span className={styles['none']}>{t('who.unknown')}</span>
  return (
    <span className={styles['ask']}>
      <QuestionIcon size={16} />
      {t('who.ask')}
    </span>
  )
}

const sortNames = {
  name: 'name',
  owed: 'owed',
  over: 'over',
  overdue: 'overdue',
  reportBy: 'report_by',
} as const

/** The order that the contract calls so. */
export function customerSortOf({ column, direction }: GridSort): CustomerFilters['sort'] {
  const name = sortNames[isSorted(column) ? column : 'owed']
  return direction === 'descending' ? `-${name}` : name
}

function isSorted(column: string): column is keyof typeof sortNames {
  return column in sortNames
}

/** The column and direction of an order of the contract's. */
export function gridSortOf(sort: CustomerFilters['sort']): GridSort {
  const name = sort.replace(/^-/u, '')
  const column = Object.entries(sortNames).find(([, one]) => one === name)?.[0] ?? 'owed'
  return { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
}
