/** What tests of the profile share. */
import { expect } from 'vitest'
import type { EndpointName } from '../../../src/shared/contract/endpoints.ts'
import type { TestPortal } from './portal.ts'

/** The `ETag` that a read answers. */
export async function versionOf(
  { client }: TestPortal,
  name: EndpointName,
  token: string,
): Promise<string> {
  const response = await client.send(name, { token })
  expect(response.status).toBe(200)
  return response.headers.get('etag') ?? ''
}

export type EventRow = { readonly kind: string; readonly details: string }

/** What happened to an account so far, the oldest first, with the details as they are stored. */
export async function eventsOf({ portal }: TestPortal, username: string): Promise<EventRow[]> {
  return portal.context.db
    .selectFrom('security_events')
    .innerJoin('users', 'users.id', 'security_events.user_id')
    .where('users.username', '=', username)
    .orderBy('position')
    .select(['kind', 'details'])
    .execute()
}

/** The last event of an account, its details parsed. */
export async function lastEventOf(portal: TestPortal, username: string) {
  const last = (await eventsOf(portal, username)).at(-1)
  const details: unknown = JSON.parse(last?.details ?? '{}')
  return { kind: last?.kind, details }
}

/** How often each status came. */
export function countOf(statuses: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
