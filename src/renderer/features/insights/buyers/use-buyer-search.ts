import { useCallback, useMemo, useState } from 'react'
import type { Buyer, BuyerFilters } from '../../../../shared/contract/credit/buyers.ts'
import { useListPlace } from '../../../common/credit/list-places.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useWindows } from '../../../common/data/use-windows.ts'
import type { ReadWindow } from '../../../common/data/windows.ts'

/** What these rows show of what main keeps. */
const changes = ['buyers']

/** @param country what one begins with, until one has taken it off; null for everywhere */
export function useBuyerSearch(country: string | null) {
  const place = useListPlace('buyers')
  const [start] = useState(() => place.read())
  const [filters, setFilters] = useState<BuyerFilters>(
    () => start?.filters ?? { sort: 'name', ...(country === null ? {} : { country }) },
  )
  const read: ReadWindow<Buyer> = useCallback(
    (offset, limit) => callPortal('credit.buyers', { offset, limit, filters: asked(filters) }),
    [filters],
  )
  const startAt = start?.opened ?? null
  const windows = useWindows(read, changes, startAt)
  const change = (next: BuyerFilters) => {
    setFilters(next)
    place.keep({ filters: next, opened: null })
  }
  return {
    filters,
    change,
    windows,
    startAt,
    isNarrowed: useMemo(
      () => (['country', 'band', 'decision', 'policy'] as const).some((name) => filters[name]),
      [filters],
    ),
    /** To come back to. */
    keepOpened: (opened: number) => place.keep({ filters, opened }),
  }
}

/** What is typed is asked only where there is something of it. */
export function asked({ q, ...filters }: BuyerFilters): BuyerFilters {
  return q === undefined || q.trim() === '' ? filters : { ...filters, q }
}
