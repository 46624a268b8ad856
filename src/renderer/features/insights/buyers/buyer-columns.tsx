import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Buyer, BuyerSort } from '../../../../shared/contract/credit/buyers.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import {
  formatAmount,
  formatCountry,
  formatShare,
  formatShortDay,
  formatTotal,
} from '../../../common/credit/list-formats.ts'
import { StatusSign } from '../../../common/credit/signs.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { GridColumn, GridSort } from '../../../ui/grid/grid-props.ts'
import styles from './buyers.module.css'

/** Those that one begins with. */
export const firstColumns = ['name', 'country', 'rating', 'totalCld', 'riskAcceptance', 'decision']

type ColumnsOptions = {
  readonly currency: string
  /** The limits of a buyer in `currency`; null where a rate is missing. */
  readonly totalOf: (buyer: Buyer) => Money | null
  /** What the band of this id is called. */
  readonly bandName: (id: string | null) => string
}

/** Every column that the list of buyers can have. */
export function useBuyerColumns({ currency, totalOf, bandName }: ColumnsOptions) {
  const { t } = useTranslation(['buyers', 'credit'])
  const language = useLanguage()
  return useMemo((): readonly GridColumn<Buyer>[] => {
    const named = (id: Exclude<keyof Buyer, 'limits' | 'band' | 'policyIds'>) => ({
      id,
      name: t(`columns.${id}`, { currency }),
    })
    return [
      { ...named('name'), width: 15, sorts: 'ascending', cell: ({ name }) => name },
      { ...named('id'), width: 9, narrow: 'none', cell: ({ id }) => id },
      {
        ...named('registrationNumber'),
        width: 10,
        narrow: 'none',
        cell: ({ registrationNumber }) => registrationNumber,
      },
      {
        ...named('country'),
        width: 7,
        sorts: 'ascending',
        cell: ({ country }) => formatCountry(language, country),
      },
      { ...named('town'), width: 10, narrow: 'none', cell: ({ town }) => town },
      {
        ...named('rating'),
        width: 11,
        sorts: 'descending',
        cell: ({ rating, band }) => (
          <RatingCell rating={rating} band={bandName(band)} none={t('unrated')} />
        ),
      },
      {
        ...named('totalCld'),
        width: 8.5,
        align: 'end',
        sorts: 'descending',
        narrow: 'end',
        cell: (buyer) => {
          const total = totalOf(buyer)
          return total === null ? '–' : formatAmount(language, total.amount)
        },
      },
      {
        ...named('riskAcceptance'),
        width: 7.75,
        align: 'end',
        sorts: 'ascending',
        narrow: 'none',
        cell: ({ riskAcceptance }) =>
          riskAcceptance === null ? '–' : formatShare(language, riskAcceptance),
      },
      {
        ...named('decision'),
        width: 11.5,
        cell: ({ decision }) =>
          decision !== null && (
            <span className={styles['status']}>
              <StatusSign status={decision} />
              {t(`status.${decision}`, { ns: 'credit' })}
            </span>
          ),
      },
      {
        ...named('pendingApplications'),
        width: 7,
        align: 'end',
        narrow: 'none',
        cell: ({ pendingApplications }) =>
          pendingApplications > 0 && formatTotal(language, pendingApplications),
      },
      {
        ...named('endsOn'),
        width: 8,
        align: 'end',
        narrow: 'none',
        cell: ({ endsOn }) => endsOn !== null && formatShortDay(language, endsOn),
      },
      {
        id: 'policies',
        name: t('columns.policies'),
        width: 7,
        align: 'end',
        narrow: 'none',
        cell: ({ policyIds }) => formatTotal(language, policyIds.length),
      },
    ]
  }, [t, language, currency, totalOf, bandName])
}

type RatingCellProps = {
  readonly rating: number | null
  readonly band: string
  readonly none: string
}

/** "43 Moderate": higher is riskier, which the word says. */
function RatingCell({ rating, band, none }: RatingCellProps) {
  if (rating === null) return <span className={styles['quiet']}>{none}</span>
  return (
    <>
      <span className={styles['rating']}>{rating}</span> {band}
    </>
  )
}

const sortNames = {
  name: 'name',
  country: 'country',
  rating: 'rating',
  totalCld: 'total_cld',
  riskAcceptance: 'risk_acceptance',
} as const

/** The order that the contract calls so. */
export function buyerSortOf({ column, direction }: GridSort): BuyerSort {
  const name = sortNames[isSorted(column) ? column : 'name']
  return direction === 'descending' ? `-${name}` : name
}

function isSorted(column: string): column is keyof typeof sortNames {
  return column in sortNames
}

/** The column and direction of an order of the contract's. */
export function gridSortOf(sort: BuyerSort): GridSort {
  const name = sort.replace(/^-/u, '')
  const column = Object.entries(sortNames).find(([, one]) => one === name)?.[0] ?? 'name'
  return { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
}
