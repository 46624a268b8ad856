/** What narrows and orders a long list, as the address names it, and where one was in the list. */
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { useAddressView, useLastView, type ListPlace } from '../navigation/address-view.ts'

/** @param country what one begins with; null for everywhere */
export function useListFilters<Shape extends z.ZodRawShape>(
  list: 'buyers' | 'limits' | 'cases' | 'clients' | 'customers' | 'documents',
  schema: z.ZodObject<Shape>,
  country: string | null,
) {
  const memory = useLastView(list)
  const { params, search, change } = useAddressView(memory)
  const filters = useMemo(() => filtersFrom(schema, params, country), [schema, params, country])
  const [place] = useState((): ListPlace | null => {
    const last = memory.read()
    return last !== null && `?${last.search}` === (search === '' ? '?' : search) ? last : null
  })
  return {
    filters,
    /** @param isTyping one comes back to what one typed, and not to each letter of it */
    change: (next: z.output<z.ZodObject<Shape>>, isTyping = false) =>
      change(paramsFrom(next, country), !isTyping),
    /** Where one was in the rows that are shown at first; null where one was not there. */
    place,
    keepPlace: (changes: Partial<ListPlace>) => memory.keep(changes),
  }
}

/** What the address does not know of is left out. */
export function filtersFrom<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  params: URLSearchParams,
  country: string | null,
): z.output<z.ZodObject<Shape>> {
  const known = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = params.get(name) ?? (name === 'country' ? country : null)
    const isKnown = value !== null && value !== '' && z.safeParse(field, value).success
    return isKnown ? [[name, value] as const] : []
  })
  return schema.parse(Object.fromEntries(known))
}

/** Everywhere is named, too, where one begins with a country. */
function paramsFrom(filters: object, country: string | null): URLSearchParams {
  const named = Object.entries(filters).filter(([, value]) => typeof value === 'string')
  const params = new URLSearchParams(named)
  if (country !== null && !params.has('country')) params.set('country', '')
  return params
}
