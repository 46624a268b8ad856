import { queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../lib/portal.ts'

/** What the portal says of itself, for its contact; main answers from its store when offline. */
export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: () => fetchFromPortal('portal.meta', {}),
  staleTime: Infinity,
})
