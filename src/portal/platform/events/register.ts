/**
 * The register: a chain of events about the other chains. It names each when it begins, and from time
 * to time how far those have come that grew. Every event bears the seal of the register's latest entry.
 * So a chain that is cut off or removed is missed by the register, and a register that is cut off or
 * written anew by the events that saw more of it.
 */
import { z } from 'zod'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { appendEvent, registerName, type Appended } from './append.ts'

/** How many chains an entry names at most. */
const batch = 100

/** How far a chain had come: its last event then. */
export type ChainState = Appended & { readonly chain: string }

const entrySchema = z.record(z.string(), z.tuple([z.number().int().positive(), z.string()]))

/** The states that an entry's `details` tell. @throws ZodError for what is no entry */
export function readEntry(details: string): ChainState[] {
  const entry = entrySchema.parse(JSON.parse(details))
  return Object.entries(entry).map(([chain, [position, seal]]) => ({ chain, position, seal }))
}

/** Names a chain that begins, within the transaction of its first event. */
export async function registerChain(
  db: Db,
  context: Pick<PlatformContext, 'now' | 'pepper'>,
  state: ChainState,
): Promise<void> {
  await addEntry(db, context, [state])
  await markRegistered(db, [state])
}

/** Enters every chain that grew since it was last entered; also those of before there was a register. */
export async function registerChains(
  context: Pick<PlatformContext, 'db' | 'now' | 'pepper'>,
): Promise<void> {
  const { db } = context
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    if ((await grownChains(db)).length === 0) return
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const states = await db.transaction().execute(async (transaction) => {
      await lockRegister(transaction)
      // Read behind the lock, so that what is entered later never tells of less.
      const grown = await grownChains(transaction)
      if (grown.length > 0) await addEntry(transaction, context, grown)
      return grown
    })
    // Apart, as it waits for whoever writes to those chains: nobody waits for the register meanwhile.
    // What is entered and not marked is entered once more, which does no harm.
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    await db.transaction().execute((transaction) => markRegistered(transaction, states))
  }
}

async function addEntry(
  db: Db,
  context: Pick<PlatformContext, 'now' | 'pepper'>,
  states: readonly ChainState[],
): Promise<void> {
  const entry = Object.fromEntries(
    states.map(({ chain, position, seal }) => [chain, [position, seal]]),
  )
  await appendEvent(db, context, {
    chain: registerName,
    userId: null,
    kind: 'chains_registered',
    details: JSON.stringify(entry),
  })
}

async function lockRegister(db: Db): Promise<void> {
  await db
    .insertInto('event_chains')
    .values({ chain: registerName, length: 0, head: '' })
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet((row) => ({ length: row.ref('event_chains.length') })),
    )
    .execute()
}

async function grownChains(db: Db): Promise<ChainState[]> {
  return db
    .selectFrom('event_chains')
    .innerJoin('security_events', (join) =>
      join
        .onRef('security_events.chain', '=', 'event_chains.chain')
        .onRef('security_events.position', '=', 'event_chains.length'),
    )
    .where('event_chains.chain', '!=', registerName)
    .whereRef('event_chains.length', '>', 'event_chains.registered')
    .select(['event_chains.chain', 'security_events.position', 'security_events.hash as seal'])
    .orderBy('event_chains.chain')
    .limit(batch)
    .execute()
}

/** Where the next round goes on; verifying does not believe it. */
async function markRegistered(db: Db, states: readonly ChainState[]): Promise<void> {
  for (const { chain, position } of states) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one transaction
    await db
      .updateTable('event_chains')
      .set({ registered: position })
      .where('chain', '=', chain)
      .where('registered', '<', position)
      .execute()
  }
}
