/** What the register says of the other chains, once it has been found whole itself. */
import type { Pepper } from '../crypto/pepper.ts'
import type { Db } from '../db/open.ts'
import { registerName } from './append.ts'
import { readEntry, type ChainState } from './register.ts'
import { verifyChain, type Break } from './verify-chain.ts'

export type Register = {
  readonly entries: number
  /** The seal of the latest entry; empty where there is none. */
  readonly latest: string
  /** Of every entry. */
  readonly seals: ReadonlySet<string>
  /** How far it knows each chain. */
  readonly states: ReadonlyMap<string, ChainState>
  /** The register's own, and chains of which it tells less later than before. */
  readonly breaks: readonly Break[]
}

/** Reads the register as far as it is whole. */
export async function readRegister(db: Db, pepper: Pepper): Promise<Register> {
  const seals = new Set<string>()
  const states = new Map<string, ChainState>()
  const breaks: Break[] = []
  let latest = ''
  const head = await db
    .selectFrom('event_chains')
    .selectAll()
    .where('chain', '=', registerName)
    .executeTakeFirst()
  if (head !== undefined) {
    const { broken } = await verifyChain(db, pepper, head, ({ hash, details }) => {
      latest = hash
      seals.add(hash)
      for (const state of readEntry(details)) {
        if (follows(state, states.get(state.chain))) states.set(state.chain, state)
        else breaks.push({ chain: state.chain, position: state.position, problem: 'removed' })
      }
    })
    if (broken !== null) breaks.push(broken)
  }
  return { entries: seals.size, latest, seals, states, breaks }
}

/** A chain only grows; what is told of it twice is told alike. One that began anew does neither. */
function follows({ position, seal }: ChainState, before: ChainState | undefined): boolean {
  if (before === undefined || position > before.position) return true
  return position === before.position && seal === before.seal
}
