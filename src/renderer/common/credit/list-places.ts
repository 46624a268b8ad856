/**
 * Where one was in a long list, for when one comes back to it from what one opened. Kept while the
 * window is open, and shown to nobody else.
 */
import type { BuyerFilters } from '../../../shared/contract/credit/buyers.ts'
import type { limitFiltersSchema } from '../../../shared/contract/credit/credit-limits.ts'
import type { z } from 'zod'
import { useAppPart } from '../data/app-store.ts'

type Filters = { readonly buyers: BuyerFilters; readonly limits: LimitFilters }
export type LimitFilters = z.infer<typeof limitFiltersSchema>
type ListName = keyof Filters

export type ListPlace<Name extends ListName> = {
  readonly filters: Filters[Name]
  /** The row that was opened, by its place in the list; null where none was. */
  readonly opened: number | null
}

let owner: string | null = null
let places: { readonly [Name in ListName]?: ListPlace<Name> } = {}

/** Where the person who is signed in was in a list; `keep` remembers another place. */
export function useListPlace<Name extends ListName>(list: Name) {
  const username = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.username : null,
  )
  return {
    /** Null where the person has not been there. */
    read: (): ListPlace<Name> | null => (owner === username ? (places[list] ?? null) : null),
    keep: (place: ListPlace<Name>): void => {
      places = { ...(owner === username ? places : {}), [list]: place }
      owner = username
    },
  }
}
