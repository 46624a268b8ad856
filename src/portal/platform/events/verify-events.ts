/**
 * Whether the chains of security events are whole. It finds every event that was altered, moved,
 * removed or put in by anyone who has the database but not the pepper: the latest ones of a chain, a
 * whole chain, an account together with its chain, and a chain that begins anew.
 *
 * Beyond its reach: a chain put back to a head that someone noted since the register last entered it
 * (minutes); all chains put back to one earlier moment together (a restored backup); anything by
 * someone who has the pepper too. For the second, keep the seal that the command prints, and have it
 * looked for the next time.
 */
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { registerName } from './append.ts'
import { batch, verifyChain, type Break, type Chain } from './verify-chain.ts'
import { readRegister, type Register } from './verify-register.ts'

export type Verification = {
  /** The register aside. */
  readonly chains: number
  readonly events: number
  readonly register: Pick<Register, 'entries' | 'latest'>
  /** The first break of each chain that has one. */
  readonly breaks: readonly Break[]
}

/** What only a register that is read again can settle: it may have grown meanwhile. */
type Doubt = { readonly settled: (register: Register) => boolean; readonly otherwise: Break }

/**
 * Checks all chains while others go on writing: events up to a head never change any more, so that
 * each chain is read as far as its head said, without a lock.
 * @param noted the seal of an entry that the register is to have
 */
export async function verifyEvents(
  context: Pick<PlatformContext, 'db' | 'pepper'>,
  noted?: string,
): Promise<Verification> {
  const { db, pepper } = context
  const register = await readRegister(db, pepper)
  const missing = new Set(register.states.keys())
  const breaks = [...register.breaks, ...(await missingChains(db)), ...(await strayEvents(db))]
  const doubts: Doubt[] = noted === undefined ? [] : [seen(register, noted)]
  let chains = 0
  let events = 0
  for await (const chain of eachChain(db)) {
    missing.delete(chain.chain)
    const result = await verifyAgainst(context, register, chain)
    chains += 1
    events += result.checked
    breaks.push(...result.breaks)
    doubts.push(...result.doubts.filter(({ settled }) => !settled(register)))
  }
  for (const chain of missing) breaks.push({ chain, position: 1, problem: 'removed' })
  breaks.push(...(await settle(context, doubts)))
  return { chains, events, register, breaks: firstOfEach(breaks) }
}

/** Checks `chain` by itself, and by what the register says of it. */
async function verifyAgainst(
  { db, pepper }: Pick<PlatformContext, 'db' | 'pepper'>,
  register: Register,
  chain: Chain,
): Promise<{ checked: number; breaks: readonly Break[]; doubts: readonly Doubt[] }> {
  const name = chain.chain
  const known = register.states.get(name)
  const breaks: Break[] = []
  const unseen = new Set<string>()
  const { checked, broken } = await verifyChain(db, pepper, chain, (event) => {
    const { position, hash, register_seal: seal } = event
    if (position === known?.position && hash !== known.seal) {
      breaks.push({ chain: name, position, problem: 'altered or moved' })
    }
    if (seal !== null && !register.seals.has(seal)) unseen.add(seal)
  })
  if (broken !== null) breaks.push(broken)
  if (known !== undefined && known.position > checked) {
    breaks.push({ chain: name, position: checked + 1, problem: 'removed' })
  }
  const doubts = [...unseen].map((seal) => seen(register, seal))
  // A chain is entered with its first event, and nobody but the register's keeper says how far.
  const least = Math.max(1, chain.registered)
  const reached = ({ states }: Register) => (states.get(name)?.position ?? 0) >= least
  const position = (known?.position ?? 0) + 1
  doubts.push({
    settled: reached,
    otherwise: { chain: name, position, problem: 'not in the register' },
  })
  return { checked, breaks, doubts }
}

/** That the register has the entry of `seal`, which someone saw. */
function seen({ entries }: Register, seal: string): Doubt {
  return {
    settled: ({ seals }) => seals.has(seal),
    otherwise: { chain: registerName, position: entries + 1, problem: 'removed' },
  }
}

/** The breaks that `doubts` turn out to be. */
async function settle(
  { db, pepper }: Pick<PlatformContext, 'db' | 'pepper'>,
  doubts: readonly Doubt[],
): Promise<Break[]> {
  if (doubts.length === 0) return []
  const now = await readRegister(db, pepper)
  return doubts.filter(({ settled }) => !settled(now)).map(({ otherwise }) => otherwise)
}

async function* eachChain(db: Db): AsyncGenerator<Chain> {
  let after = ''
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const rows = await db
      .selectFrom('event_chains')
      .selectAll()
      .where('chain', '>', after)
      .where('chain', '!=', registerName)
      .orderBy('chain')
      .limit(batch)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.chain
  }
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
