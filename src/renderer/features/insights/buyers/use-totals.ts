import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { sumIn } from '../../../../shared/credit/convert.ts'
import { dashboardQuery } from '../api.ts'

/** Lists are kept with their sums in this currency. */
const keptCurrency = 'EUR'

/**
 * The sum of a buyer's limits in the person's currency, by the rates of the dashboard that is kept;
 * in euro where those have none for that currency.
 */
export function useTotals(wanted: string) {
  const { data } = useQuery(dashboardQuery({ currency: wanted }))
  const rates = useMemo(
    () => new Map(data?.dashboard.rates.map(({ currency, rate }) => [currency, rate])),
    [data],
  )
  const hasRate = wanted === keptCurrency || (rates.get(wanted) ?? null) !== null
  const currency = hasRate ? wanted : keptCurrency
  const totalOf = useCallback(
    ({ totalCld, limits }: Pick<Buyer, 'totalCld' | 'limits'>) =>
      totalCld?.currency === currency ? totalCld : sumIn(currency, limits, rates),
    [currency, rates],
  )
  return { currency, totalOf, hasRate }
}
