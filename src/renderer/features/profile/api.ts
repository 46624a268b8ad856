import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../lib/portal.ts'

/** How often one looks whether the message with the code has left, in milliseconds. */
const deliveryPause = { queued: 1500, delayed: 6000, sent: false, refused: false } as const

/** The new address that waits for its code, or null. */
export const pendingEmailQuery = queryOptions({
  queryKey: ['profile', 'pending-email'],
  queryFn: () => fetchFromPortal('profile.pendingEmail', {}),
  staleTime: 0,
  refetchInterval: ({ state: { data } }) =>
    data === undefined || data === null ? false : deliveryPause[data.delivery],
})

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['profile', 'sessions'],
  queryFn: ({ pageParam }) => fetchFromPortal('security.sessions', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 0,
})

export const eventsQuery = infiniteQueryOptions({
  queryKey: ['profile', 'events'],
  queryFn: ({ pageParam }) => fetchFromPortal('security.events', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 0,
})

function firstPage(): string | null {
  return null
}
