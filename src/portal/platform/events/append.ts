/** Puts an event at the end of a chain. */
import type { Selectable } from 'kysely'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { Tables } from '../db/schema.ts'
import { linkOf, sealOf } from './chain.ts'

/** The chain whose events tell which other chains there are, and how far they had come. */
export const registerName = 'register'

export type NewEvent = {
  readonly chain: string
  readonly userId: string | null
  readonly kind: string
  /** JSON. */
  readonly details: string
}

/** Where an event came to stand, and what it bears of its link. */
export type Appended = { readonly position: number; readonly seal: string }

/** Appends `event`, within the transaction of what it tells. @throws where its chain has no head */
export async function appendEvent(
  db: Db,
  context: Pick<PlatformContext, 'now' | 'pepper'>,
  { chain, userId, kind, details }: NewEvent,
): Promise<Appended> {
  // Taking the head first makes two writers of one chain wait for each other.
  const [taken] = await takeHead(db, { chain })
  if (taken === undefined) throw new Error('A chain of events has no head')
  const { length: position, head, register_seal } = taken
  const row = { chain, position, at: context.now(), user_id: userId, kind, details, register_seal }
  const link = linkOf(context.pepper, head, row)
  const seal = sealOf(context.pepper, link)
  await addEvent(db, { ...row, hash: seal })
  await moveHead(db, { chain, head: link })
  return { position, seal }
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
    .returning((row) => [
      'length',
      'head',
      row
        .selectFrom('security_events')
        .select('hash')
        .where('chain', '=', registerName)
        .orderBy('position', 'desc')
        .limit(1)
        .as('register_seal'),
    ]),
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
    register_seal: of.register_seal,
  }),
)

const moveHead = prepare((db, { chain, head }: Slots<Chain & { readonly head: string }>) =>
  db.updateTable('event_chains').set({ head }).where('chain', '=', chain),
)
