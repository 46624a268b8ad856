import { useCallback, useMemo } from 'react'
import {
  buyerFiltersSchema,
  type Buyer,
  type BuyerFilters,
} from '../../../../shared/contract/credit/buyers.ts'
import { useListFilters } from '../../../common/credit/use-list-filters.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useWindows } from '../../../common/data/use-windows.ts'
import type { ReadWindow } from '../../../common/data/windows.ts'

/** What these rows show of what main keeps. */
const changes = ['buyers']

/** @param country what one begins with, until one has taken it off; null for everywhere */
export function useBuyerSearch(country: string | null) {
  const list = useListFilters('buyers', buyerFiltersSchema, country)
  const { filters, place } = list
  const read: ReadWindow<Buyer> = useCallback(
    (offset, limit) => callPortal('credit.buyers', { offset, limit, filters: asked(filters) }),
    [filters],
  )
  return {
    ...list,
    windows: useWindows(read, changes, place?.first ?? place?.opened),
    isNarrowed: useMemo(
      () => (['country', 'band', 'decision', 'policy'] as const).some((name) => filters[name]),
      [filters],
    ),
  }
}

/** What is typed is asked only where there is something of it. */
export function asked({ q, ...filters }: BuyerFilters): BuyerFilters {
  return q === undefined || q.trim() === '' ? filters : { ...filters, q }
}
