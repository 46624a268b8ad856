import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../shared/contract/common.ts'
import type { Client } from '../../../shared/contract/partners/clients.ts'
import { dash, formatRating } from '../../common/credit/figure-formats.ts'
import {
  formatAmount,
  formatCountry,
  formatShare,
  formatTotal,
} from '../../common/credit/list-formats.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import type { GridColumn } from '../../ui/grid/grid-props.ts'

/** By what the list can be in order; a minus before it turns the order round. */
export const sortColumns = ['name', 'totalCld', 'riskAcceptance', 'abr', 'pending'] as const
export type SortColumn = (typeof sortColumns)[number]

/** The columns of the list of clients, amounts in `currency`. */
export function useClientColumns(currency: string): readonly GridColumn<Client>[] {
  const { t } = useTranslation('partners')
  const language = useLanguage()
  return useMemo(() => {
    const money = (amount: Money | null) =>
      amount === null ? dash : formatAmount(language, amount.amount)
    return [
      {
        id: 'name',
        name: t('columns.name'),
        width: 16,
        sorts: 'ascending',
        cell: ({ name }) => <bdi>{name}</bdi>,
      },
      {
        id: 'country',
        name: t('columns.country'),
        width: 7,
        cell: ({ country }) => formatCountry(language, country),
      },
      {
        id: 'policies',
        name: t('columns.policies'),
        width: 5,
        align: 'end',
        narrow: 'none',
        cell: ({ policies }) => formatTotal(language, policies.length),
      },
      {
        id: 'totalCld',
        name: t('columns.totalCld', { currency }),
        width: 10,
        align: 'end',
        narrow: 'end',
        sorts: 'descending',
        cell: ({ figures }) => money(figures.totalCld),
      },
      {
        id: 'riskAcceptance',
        name: t('columns.riskAcceptance'),
        width: 5,
        align: 'end',
        sorts: 'ascending',
        cell: ({ figures: { riskAcceptance } }) =>
          riskAcceptance === null ? dash : formatShare(language, riskAcceptance),
      },
      {
        id: 'abr',
        name: t('columns.abr'),
        width: 5,
        align: 'end',
        sorts: 'descending',
        cell: ({ figures: { abr } }) => (abr === null ? dash : formatRating(language, abr)),
      },
      {
        id: 'pending',
        name: t('columns.pending', { currency }),
        width: 9.5,
        align: 'end',
        narrow: 'none',
        sorts: 'descending',
        cell: ({ figures }) => money(figures.pending),
      },
    ]
  }, [t, language, currency])
}

/** Clients in an order; what has no value comes last, whichever the direction. */
export function sortClients(
  clients: readonly Client[],
  column: SortColumn,
  isDescending: boolean,
): readonly Client[] {
  // As the portal lists them.
  if (column === 'name') return isDescending ? clients.toReversed() : clients
  const sizeOf = sizes[column]
  return clients.toSorted((one, other) => {
    const [first, second] = [sizeOf(one), sizeOf(other)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return isDescending ? second - first : first - second
  })
}

/** For the order alone: amounts are of one currency. */
const amountOf = (money: Money | null) => (money === null ? null : Number(money.amount))

const sizes: Readonly<Record<Exclude<SortColumn, 'name'>, (client: Client) => number | null>> = {
  totalCld: ({ figures }) => amountOf(figures.totalCld),
  riskAcceptance: ({ figures }) => figures.riskAcceptance,
  abr: ({ figures }) => figures.abr,
  pending: ({ figures }) => amountOf(figures.pending),
}
