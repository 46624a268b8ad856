/**
 * What ties an event to those before it. A link covers the event and the link before; it is kept at
 * the chain's head only, and an event bears a seal of it. So nobody who has the database, but not
 * the pepper, can cut off a chain's end and put an earlier link at its head: those are nowhere.
 */
import type { Selectable } from 'kysely'
import type { Pepper } from '../crypto/pepper.ts'
import type { Tables } from '../db/schema.ts'

type Sealed = Omit<Selectable<Tables['security_events']>, 'hash'>

/** The link of `event`, after `before` (empty for the first). */
export function linkOf(
  { hmacEvent }: Pick<Pepper, 'hmacEvent'>,
  before: string,
  { chain, position, at, user_id, kind, details, register_seal }: Sealed,
): string {
  // Events of before there was a register are sealed without.
  const seen = register_seal === null ? [] : [register_seal]
  return hmacEvent(JSON.stringify([before, chain, position, at, user_id, kind, details, ...seen]))
}

/** What the event itself bears of its link. */
export function sealOf({ hmacEvent }: Pick<Pepper, 'hmacEvent'>, link: string): string {
  return hmacEvent(JSON.stringify([link]))
}
