/**
 * What happened to an account, append-only. Each account has a chain: what seals an
 * event covers those before it, and the chain's head is kept apart, so that a row removed (the last
 * one too) or altered shows. It takes the pepper: access to the database alone cannot forge one.
 */
import type { Selectable } from 'kysely'
import type { SecurityEventKind } from '../../shared/portal/security-events.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { Tables } from '../db/schema.ts'
import { linkOf, sealOf } from './chain.ts'

export type SecurityEvent = {
  readonly kind: SecurityEventKind
  /** The account, or null where a username is nobody's. */
  readonly userId: string | null
  /** What a person would ask about it; never a secret. */
  readonly details: Readonly<Record<string, string>>
}

/** Events of names that nobody has go to a few chains of their own, spread by `spread`. */
function chainOf(userId: string | null, spread: string): string {
  return userId ?? `nobody-${spread.slice(0, 1)}`
}

/**
 * Appends `event`, within the transaction of what it tells.
 * @param spread for events of nobody: any text that differs from name to name.
 */
export async function recordEvent(
  db: Db,
  context: Pick<Context, 'now' | 'pepper'>,
  event: SecurityEvent,
  spread = '',
): Promise<void> {
  const chain = chainOf(event.userId, spread)
  // Taking the head first makes two writers of one chain wait for each other.
  const [taken] = await takeHead(db, { chain })
  if (taken === undefined) throw new Error('A chain of events has no head')
  const { length: position, head } = taken
  const row = {
    chain,
    position,
    at: context.now(),
    user_id: event.userId,
    kind: event.kind,
    details: JSON.stringify(event.details),
  }
  const link = linkOf(context.pepper, head, row)
  await addEvent(db, { ...row, hash: sealOf(context.pepper, link) })
  await moveHead(db, { chain, head: link })
}

type Chain = { readonly chain: string }

const takeHead = prepare((db, { chain }: Slots<Chain>) =>
  db
    .insertInto('event_chains')
    .values({ chain, length: 1, head: '' })
    .onConflict((conflict) =>
      conflict
        .column('chain')
        .doUpdateSet((row) => ({ length: row('event_chains.length', '+', 1) })),
    )
    .returning(['length', 'head']),
)

const addEvent = prepare((db, of: Slots<Selectable<Tables['security_events']>>) =>
  db.insertInto('security_events').values({
    chain: of.chain,
    position: of.position,
    at: of.at,
    user_id: of.user_id,
    kind: of.kind,
    details: of.details,
    hash: of.hash,
  }),
)

const moveHead = prepare((db, { chain, head }: Slots<Chain & { readonly head: string }>) =>
  db.updateTable('event_chains').set({ head }).where('chain', '=', chain),
)
