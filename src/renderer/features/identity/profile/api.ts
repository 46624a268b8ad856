import { infiniteQueryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../../common/data/portal.ts'

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
