/** All that counts against an account, wherever it was counted, at once. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/open.ts'
import type { AttemptKind } from '../throttle-rules.ts'
import { attemptKindOf, keyPattern } from './keys.ts'

/** Attempts that were waiting out a delay, which has ended. */
export type EndedWait = { readonly kind: AttemptKind; readonly until: number }

/**
 * Forgets every failure that counts against `owner`.
 * @param kinds of these kinds alone; of all where none are named
 * @returns what one had to wait for at `now`, each kind once with the longest of its waits
 */
export async function forgetAttempts(
  db: Db,
  owner: string,
  now: number,
  kinds?: readonly AttemptKind[],
): Promise<readonly EndedWait[]> {
  const patterns =
    kinds === undefined ? [keyPattern(owner)] : kinds.map((kind) => keyPattern(owner, kind))
  const found = await db
    .selectFrom('throttles')
    .select('key')
    .where((row) =>
      row.or(patterns.map((pattern) => sql<boolean>`key like ${pattern} escape '\\'`)),
    )
    .execute()
  const rows: { readonly key: string; readonly blocked_until: number }[] = []
  for (const key of found.map((row) => row.key).toSorted(inOrderOfCounting)) {
    const deleted = db.deleteFrom('throttles').where('key', '=', key)
    // oxlint-disable-next-line no-await-in-loop -- one transaction, always in the same order
    rows.push(...(await deleted.returning(['key', 'blocked_until']).execute()))
  }
  const waits = new Map<AttemptKind, number>()
  for (const { key, blocked_until: until } of rows) {
    const kind = attemptKindOf(key)
    if (kind !== null && until > now) waits.set(kind, Math.max(until, waits.get(kind) ?? 0))
  }
  return [...waits].map(([kind, until]) => ({ kind: kind, until }))
}

/** As attempts are counted, so that who counts and who forgets never deadlock: first one's own, then what is shared. */
function inOrderOfCounting(one: string, other: string): number {
  return sharing(one) - sharing(other) || (one < other ? -1 : 1)
}

function sharing(key: string): number {
  const who = key.split('/')[2] ?? ''
  if (who.startsWith('prefix:')) return 1
  return ['newcomers', 'strangers', ''].includes(who) ? 2 : 0
}
