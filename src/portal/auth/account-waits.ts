/** All that counts against an account, wherever it was counted, at once. */
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { keyPattern, triesIn, type AccountTries } from './throttle-keys.ts'

/** Tries that were waiting out a delay, which has ended. */
export type EndedWait = { readonly tries: AccountTries; readonly until: number }

/**
 * Forgets every failure that counts against `owner`.
 * @param tries of these kinds alone; of all where none are named
 * @returns what one had to wait for at `now`, each kind once with the longest of its waits
 */
export async function forgetTries(
  db: Db,
  owner: string,
  now: number,
  tries?: readonly AccountTries[],
): Promise<readonly EndedWait[]> {
  const patterns =
    tries === undefined ? [keyPattern(owner)] : tries.map((kind) => keyPattern(owner, kind))
  const rows = await db
    .deleteFrom('throttles')
    .where((row) =>
      row.or(patterns.map((pattern) => sql<boolean>`key like ${pattern} escape '\\'`)),
    )
    .returning(['key', 'blocked_until'])
    .execute()
  const waits = new Map<AccountTries, number>()
  for (const { key, blocked_until: until } of rows) {
    const kind = triesIn(key)
    if (kind !== null && until > now) waits.set(kind, Math.max(until, waits.get(kind) ?? 0))
  }
  return [...waits].map(([kind, until]) => ({ tries: kind, until }))
}
