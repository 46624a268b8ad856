/** What several pages read. Nothing typed by the person goes through a query: its cache keeps keys. */
import { queryOptions, infiniteQueryOptions, type QueryFilters } from '@tanstack/react-query'
import type { Language } from '../../../shared/languages.ts'
import { fetchFromPortal } from './portal.ts'

/** What the portal says of itself, for its contact; main answers from its store when offline. */
export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: () => fetchFromPortal('portal.meta', {}),
  staleTime: Infinity,
})

export const passwordPolicyQuery = queryOptions({
  queryKey: ['password-policy'],
  queryFn: () => fetchFromPortal('portal.passwordPolicy', {}),
  staleTime: Infinity,
})

/** The catalogue of questions in `language`. */
export const securityQuestionsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['security-questions', language],
    queryFn: () => fetchFromPortal('portal.securityQuestions', { language }),
    staleTime: Infinity,
  })

/** Personal data and preferences, each with its version, and what was typed but not saved. */
export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: () => fetchFromPortal('profile.read', {}),
})

/** Whether a password locks the app, and what for. */
export const lockQuery = queryOptions({
  queryKey: ['lock'],
  queryFn: () => fetchFromPortal('lock.read', {}),
  staleTime: 0,
})

/** Which news the system is asked to show, and when. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: () => fetchFromPortal('notifications.read', {}),
  staleTime: 0,
})

/** How often one looks whether the message with the code has left, in milliseconds. */
const deliveryPause = { queued: 1500, delayed: 6000, sent: false, refused: false } as const

/** The address that waits for its code, or null. */
export const pendingEmailQuery = queryOptions({
  queryKey: ['profile', 'pending-email'],
  queryFn: () => fetchFromPortal('profile.pendingEmail', {}),
  refetchInterval: ({ state: { data } }) =>
    data === undefined || data === null ? false : deliveryPause[data.delivery],
})

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['profile', 'sessions'],
  queryFn: ({ pageParam }) => fetchFromPortal('security.sessions', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
})

export const eventsQuery = infiniteQueryOptions({
  queryKey: ['profile', 'events'],
  queryFn: ({ pageParam }) => fetchFromPortal('security.events', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
})

function firstPage(): string | null {
  return null
}

/** By the name of what main keeps: the queries that show it, and ask again when it is another. */
export type ResourceQueries = Readonly<Partial<Record<string, readonly QueryFilters[]>>>

/** The profile alone: what else is under its key has names of its own. */
const profile = { queryKey: profileQuery.queryKey, exact: true }

const pendingEmail = { queryKey: pendingEmailQuery.queryKey }

export const commonResources: ResourceQueries = {
  me: [profile, pendingEmail],
  preferences: [profile],
  sessions: [{ queryKey: sessionsQuery.queryKey }],
  security_events: [{ queryKey: eventsQuery.queryKey }],
  meta: [{ queryKey: metaQuery.queryKey }],
  'email-change': [pendingEmail],
  'password-policy': [{ queryKey: passwordPolicyQuery.queryKey }],
  'security-questions': [{ queryKey: ['security-questions'] }],
}
