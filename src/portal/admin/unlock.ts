/** Ending the waits of somebody who was locked out, and saying which were ended and which were not. */
import { z } from 'zod'
import { foldName } from '../identity/accounts/account.ts'
import { forgetAttempts, type EndedWait } from '../identity/throttling/forget-attempts.ts'
import { addressCounters } from '../identity/throttling/address-counters.ts'
import { throttledUntil } from '../platform/throttle/throttle.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { parseAddress } from '../platform/network/address.ts'
import { findAccount } from './accounts.ts'
import { inTransaction } from '../platform/changes/log.ts'

export type Unlocked = {
  /** What the person had to wait for until now. */
  readonly ended: readonly EndedWait[]
  /**
   * Addresses from which the account was tried lately, or signed in to, and where everybody waits:
   * that is not the account's, and ends by itself.
   */
  readonly addresses: readonly { readonly address: string; readonly until: number }[]
}

/** How many of an account's latest events and networks are looked at for addresses. */
const latest = 50

/**
 * Forgets all failures that count against an account: of the sign-in, the forgotten password, and what
 * sessions do.
 * @throws CommandError for a name that nobody has
 */
export async function unlock(context: Context, username: string): Promise<Unlocked> {
  const { id } = await findAccount(context, username)
  const now = context.now()
  const nameKey = context.pepper.hmacUsername(foldName(username))
  const ended = await inTransaction(context, async (transaction) => {
    const beforeSigningIn = await forgetAttempts(transaction, nameKey, now)
    const within = await forgetAttempts(transaction, id, now)
    // A flow under way may send its code again at once, as one that begins now may.
    await transaction
      .updateTable('recoveries')
      .set({ next_code_at: now })
      .where('name_key', '=', nameKey)
      .where('next_code_at', '>', now)
      .execute()
    await recordEvent(transaction, context, { kind: 'throttle_cleared', userId: id, details: {} })
    return [...beforeSigningIn, ...within]
  })
  return { ended, addresses: await waitingAddresses(context, id) }
}

async function waitingAddresses(context: Context, userId: string): Promise<Unlocked['addresses']> {
  const { throttle } = context.settings
  const now = context.now()
  const waiting: { address: string; until: number }[] = []
  for (const address of await addressesOf(context.db, userId)) {
    const networks = parseAddress(address)?.networks
    if (networks === undefined) continue
    const counters = [
      ...addressCounters('sign-in', networks, throttle.address),
      ...addressCounters('recovery-begin', networks, throttle.recoveryAddress),
      ...addressCounters('recovery-answers', networks, throttle.recoveryAddress),
    ]
    // oxlint-disable-next-line no-await-in-loop -- some, asked once, by one person
    const until = await throttledUntil(context.db, counters, now)
    if (until > now) waiting.push({ address, until })
  }
  return waiting
}

const detailsSchema = z.object({ address: z.string() })

async function addressesOf(db: Db, userId: string): Promise<ReadonlySet<string>> {
  const events = await db
    .selectFrom('security_events')
    .select('details')
    .where('chain', '=', userId)
    .orderBy('position', 'desc')
    .limit(latest)
    .execute()
  const networks = await db
    .selectFrom('known_networks')
    .select('network')
    .where('user_id', '=', userId)
    .orderBy('last_seen_at', 'desc')
    .limit(latest)
    .execute()
  const named = events.flatMap(({ details }) => {
    const { data } = detailsSchema.safeParse(JSON.parse(details))
    return data === undefined ? [] : [data.address]
  })
  // A network begins with its first address.
  return new Set([...named, ...networks.map(({ network }) => network.replace(/\/\d+$/, ''))])
}
