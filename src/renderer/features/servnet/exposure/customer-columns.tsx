import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import type {
  CustomerFilters,
  LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
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
    /** What there is none of is empty. */
    const some = (money: Money | null) => Number(money?.amount ?? 0) !== 0 && amount(money)
    const day = (on: string | null) => on !== null && formatShortDay(language, on)
    return [
      {
        id: 'name',
        name: t('columns.name'),
        width: 10,
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
        width: 8,
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
        width: 8,
        align: 'end',
        narrow: 'none',
        rank: 1.1,
        sorts: 'descending',
        cell: ({ over, cover }) => (cover === 'no_rate' ? dash : some(over)),
      },
      {
        id: 'overdue',
        name: t('columns.overdue'),
        width: 8,
        align: 'end',
        narrow: 'none',
        rank: 1.4,
        sorts: 'descending',
        cell: ({ overdue }) => (overdue === null ? dash : some(overdue)),
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
        width: 9,
        align: 'end',
        narrow: 'none',
        rank: 0.9,
        sorts: 'ascending',
        cell: ({ reportBy }) => day(reportBy),
      },
      {
        id: 'cover',
        name: t('columns.cover'),
        width: 12,
        rank: 0.5,
        cell: ({ cover }) => <CoverSign cover={cover} />,
      },
      {
        id: 'reporting',
        name: t('columns.reporting'),
        width: 10.5,
        rank: 0.6,
        cell: (customer) =>
          isToMatch(customer) ? <Ask /> : <ReportingSign reporting={customer.reporting} />,
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
  return <Ask />
}

/** Nothing is known of its days before one has said who it is, and the list may have no room for its buyer. */
function isToMatch({ buyer, candidates }: LedgerCustomer): boolean {
  return buyer === null && candidates > 0
}

function Ask() {
  const { t } = useTranslation('exposure')
  return (
    <span className={styles['state']} data-state="ask">
      <QuestionIcon size={16} />
      <span>{t('who.ask')}</span>
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
