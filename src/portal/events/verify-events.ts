/**
 * Whether the chains of security events are whole. It finds every event that was altered, moved,
 * removed or put in by anyone who has the database but not the pepper, the latest ones of a chain
 * and the whole chain of an account included.
 *
 * Beyond its reach: a database put back to an earlier state as a whole (a restored backup); a chain
 * put back to a head that someone noted before; chains of names that nobody has, removed with their
 * heads; anything by someone who has the pepper too. For these, keep what the command prints: the
 * number of events never falls.
 */
import type { Selectable } from 'kysely'
import type { Pepper } from '../auth/pepper.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/schema.ts'
import { linkOf, sealOf } from './chain.ts'

/** How many rows are in memory at once. */
const batch = 1000

type Chain = Selectable<Tables['event_chains']>
type EventRow = Selectable<Tables['security_events']>

export type Break = {
  readonly chain: string
  /** Of the first event that is not as it was written; events are counted from 1. */
  readonly position: number
  readonly problem: 'altered or moved' | 'removed' | 'beyond the end of its chain'
}

export type Verification = {
  readonly chains: number
  readonly events: number
  /** The first break of each chain that has one. */
  readonly breaks: readonly Break[]
}

/**
 * Checks all chains while others go on writing: events up to a head never change any more, so that
 * each chain is read as far as its head said, without a lock.
 */
export async function verifyEvents({
  db,
  pepper,
}: Pick<Context, 'db' | 'pepper'>): Promise<Verification> {
  const breaks = [...(await missingChains(db)), ...(await strayEvents(db))]
  let chains = 0
  let events = 0
  for await (const chain of eachChain(db)) {
    const { checked, broken } = await verifyChain(db, pepper, chain)
    chains += 1
    events += checked
    if (broken !== null) breaks.push(broken)
  }
  return { chains, events, breaks: firstOfEach(breaks) }
}

async function* eachChain(db: Db): AsyncGenerator<Chain> {
  let after = ''
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const rows = await db
      .selectFrom('event_chains')
      .selectAll()
      .where('chain', '>', after)
      .orderBy('chain')
      .limit(batch)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.chain
  }
}

async function* eachEvent(db: Db, { chain, length }: Chain): AsyncGenerator<EventRow> {
  let after = 0
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const rows = await db
      .selectFrom('security_events')
      .selectAll()
      .where('chain', '=', chain)
      .where('position', '>', after)
      .where('position', '<=', length)
      .orderBy('position')
      .limit(batch)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.position
  }
}

async function verifyChain(
  db: Db,
  pepper: Pepper,
  chain: Chain,
): Promise<{ readonly checked: number; readonly broken: Break | null }> {
  let link = ''
  let checked = 0
  const broken = (position: number, problem: Break['problem']) => ({
    checked,
    broken: { chain: chain.chain, position, problem },
  })
  for await (const { hash, ...event } of eachEvent(db, chain)) {
    const expected = checked + 1
    if (event.position !== expected) return broken(expected, 'removed')
    if (expected === 1 && !isBeginning(event)) return broken(expected, 'removed')
    link = linkOf(pepper, link, event)
    checked = expected
    // Before links were kept secret an event bore its own.
    if (hash !== sealOf(pepper, link) && hash !== link) return broken(expected, 'altered or moved')
  }
  // A head comes with its first event: one that counts none was emptied.
  if (checked < chain.length || checked === 0) return broken(checked + 1, 'removed')
  if (link !== chain.head) return broken(checked + 1, 'removed')
  return { checked, broken: null }
}

/**
 * An account's chain begins with the invitation. One that was removed as a whole begins anew with
 * the next event, which is not that; and nobody without the pepper can write another invitation.
 */
function isBeginning({ user_id, kind }: Pick<EventRow, 'user_id' | 'kind'>): boolean {
  return user_id === null || kind === 'account_invited'
}

/** Events beyond their chain's head: one statement, as a head and its event are written together. */
async function strayEvents(db: Db): Promise<Break[]> {
  const rows = await db
    .selectFrom('security_events')
    .leftJoin('event_chains', 'event_chains.chain', 'security_events.chain')
    .where((row) =>
      row.or([
        row('event_chains.chain', 'is', null),
        row('security_events.position', '>', row.ref('event_chains.length')),
        row('security_events.position', '<', 1),
      ]),
    )
    .groupBy('security_events.chain')
    .select((row) => ['security_events.chain', row.fn.min('security_events.position').as('first')])
    .execute()
  return rows.map(({ chain, first }) => ({
    chain,
    position: first,
    problem: 'beyond the end of its chain',
  }))
}

/** Every account begins with an event: one without a chain lost it. */
async function missingChains(db: Db): Promise<Break[]> {
  const rows = await db
    .selectFrom('users')
    .leftJoin('event_chains', 'event_chains.chain', 'users.id')
    .where('event_chains.chain', 'is', null)
    .select('users.id')
    .orderBy('users.id')
    .execute()
  return rows.map(({ id }) => ({ chain: id, position: 1, problem: 'removed' }))
}

function firstOfEach(breaks: readonly Break[]): Break[] {
  const first = new Map<string, Break>()
  for (const one of breaks) {
    const known = first.get(one.chain)
    if (known === undefined || one.position < known.position) first.set(one.chain, one)
  }
  return [...first.values()].toSorted((a, b) => a.chain.localeCompare(b.chain))
}
