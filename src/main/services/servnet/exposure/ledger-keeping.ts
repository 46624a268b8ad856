/** The ledger of who is signed in, kept as what is known of buyers, limits and policies makes it. */
import { setTimeout as wait } from 'node:timers/promises'
import { Mutex } from 'async-mutex'
import { success, type Result } from '../../../../shared/contract/result.ts'
import type { Rates } from '../../../../shared/credit/convert.ts'
import { dayOf } from '../../../../shared/credit/days.ts'
import type { Resources } from '../../../resources/resources.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { Db } from '../../../store/schema.ts'
import { buyersList, limitsList, policiesList } from '../../credit/credit-lists.ts'
import { portionsOf, readAccounts } from './ledger-accounts.ts'
import { computeAll, computeOne, type Computing } from './ledger-computing.ts'
import { agedOnOf, readHead, writeHead, type LedgerHead } from './ledger-head.ts'
import { readLines, type LedgerStore } from './ledger-reading.ts'

/** As of a day: units per euro, and the day of the latest of them. */
export type RatesOfDay = (
  day: string,
) => Promise<{ readonly rates: Rates; readonly ratesOf: string | null }>

export type KeepingOptions = {
  readonly session: Pick<SessionService, 'view'>
  readonly resources: Pick<Resources, 'pickRows' | 'inStore' | 'revisionOf'>
  readonly ratesOfDay: RatesOfDay
  /** In which totals are; null where it is not known here. */
  readonly preferredCurrency: () => Promise<string | null>
  /** Told where what is shown of the ledger is another. */
  readonly onLedgerChanged: () => void
  /** This computer's clock, in ms since 1970. */
  readonly now: () => number
}

export type LedgerKeeping = {
  /** Changes what is kept, one after the other. */
  readonly inTurn: <Data>(
    work: (person: LedgerStore, owner: string) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  /** Looks at what is kept. */
  readonly look: <Data>(work: (db: Db) => Promise<Result<Data>>) => Promise<Result<Data>>
  /** The ledger that is kept, as far as it is known by now how it stands; null where there is none. */
  readonly present: (db: Db) => Promise<LedgerHead | null>
  /**
   * Keeps a ledger that is another: in its turn.
   * @param from what has changed of it: what its lines mean, or only how its customers stand
   */
  readonly keep: (
    person: LedgerStore,
    head: LedgerHead,
    from: 'lines' | 'standings',
  ) => Promise<LedgerHead>
  /** What was said of one customer has changed: in its turn. */
  readonly keepOne: (person: LedgerStore, head: LedgerHead, key: string) => Promise<LedgerHead>
  /** A number under which rows are kept that is none of those of this ledger, wherever the clock stands. */
  readonly newGeneration: (head: LedgerHead | null) => number
}

/** Totals are in it where nobody prefers another. */
const usualCurrency = 'EUR'

/** How long a page waits for what is being computed, in ms; then it is shown what is there, and told later. */
const patienceMs = 400

type Basis = Computing & { readonly stamp: string }

/** @param options.session whose ledger it is; `unauthenticated` where nobody is signed in */
export function createLedgerKeeping(options: KeepingOptions): LedgerKeeping {
  const { session, resources, now, onLedgerChanged } = options
  const turn = new Mutex()
  /** By what the standings that are kept were computed; of whichever store they are in. */
  const computedBy = new WeakMap<Db, string>()
  const refreshing = new WeakMap<Db, Promise<unknown>>()
  let last = 0

  function newGeneration(head: LedgerHead | null): number {
    const taken = [head?.rows, head?.accounts, head?.standings]
    last = Math.max(now(), last, ...taken.map((one) => one?.generation ?? 0)) + 1
    return last
  }

  async function basisOf(head: LedgerHead): Promise<Basis> {
    const none = { kind: 'ids', ids: [] } as const
    const [policies, buyers, limits] = await Promise.all([
      resources.pickRows(policiesList, { kind: 'all' }),
      resources.pickRows(buyersList, none),
      resources.pickRows(limitsList, none),
    ])
    const today = dayOf(now())
    const { rates, ratesOf } = await options.ratesOfDay(today)
    const currency = (await options.preferredCurrency()) ?? usualCurrency
    const isWhole = buyers.ok && buyers.data.isWhole && limits.ok && limits.data.isWhole
    const { policyId } = head
    const granted = policies.ok ? policies.data.items : []
    // While they still come, what is known of them is not computed anew with each portion.
    const revisions = isWhole
      ? [buyersList, limitsList, policiesList].map(resources.revisionOf)
      : null
    const stamp = JSON.stringify([today, currency, [...rates], policyId, granted.length, revisions])
    const agesOn = agedOnOf(head) ?? today
    const standards = { today, agesOn, currency, rates, policies: granted, policyId }
    return { standards, ratesOf, isWhole, stamp }
  }

  async function kept(
    person: LedgerStore,
    head: LedgerHead,
    from: 'lines' | 'standings',
    basis: Basis,
  ): Promise<LedgerHead> {
    const { currency } = basis.standards
    const isRead = from === 'standings' && head.accounts?.currency === (head.currency ?? currency)
    const read = isRead
      ? { accounts: head.accounts, all: null }
      : await readLines(person, head, { generation: newGeneration(head), currency })
    const { accounts, all } = read
    const isOpen = accounts === null || accounts.questions.length > 0
    const portions = () =>
      all === null ? readAccounts(person.db, accounts?.generation ?? 0) : portionsOf(all)
    const standings = isOpen ? null : await computeAll(person, portions, newGeneration(head), basis)
    const after = { ...head, accounts, standings }
    await writeHead(person.db, after)
    computedBy.set(person.db, basis.stamp)
    return after
  }

  const inTurn: LedgerKeeping['inTurn'] = (work) =>
    forUser(session, (owner) =>
      turn.runExclusive(async () => {
        const done = await resources.inStore((_db, person) => work(person, owner))
        return done.ok ? done.data : done
      }),
    )

  /** Computes anew what follows from something that is another by now. */
  async function refresh(): Promise<void> {
    const done = await inTurn(async (person) => {
      const { db } = person
      const head = await readHead(db)
      if (head === null || head.standings === null) return success(false)
      const basis = await basisOf(head)
      if (computedBy.get(db) === basis.stamp) return success(false)
      await kept(person, head, 'standings', basis)
      return success(true)
    })
    if (done.ok && done.data) onLedgerChanged()
  }

  async function present(db: Db): Promise<LedgerHead | null> {
    const head = await readHead(db)
    if (head === null || head.standings === null) return head
    const { stamp } = await basisOf(head)
    if (computedBy.get(db) === stamp) return head
    const under =
      refreshing.get(db) ??
      refresh().finally(() => {
        refreshing.delete(db)
      })
    refreshing.set(db, under)
    await Promise.race([under, wait(patienceMs, null, { ref: false })])
    return readHead(db)
  }

  return {
    inTurn,
    look: async (work) => {
      const done = await resources.inStore(work)
      return done.ok ? done.data : done
    },
    present,
    keep: async (person, head, from) => kept(person, head, from, await basisOf(head)),
    async keepOne(person, head, key) {
      const { db } = person
      const { accounts, standings } = head
      if (accounts === null || standings === null) return head
      const basis = await basisOf(head)
      if (computedBy.get(db) !== basis.stamp) return kept(person, head, 'standings', basis)
      const after = await computeOne(person, accounts.generation, standings, key, basis.standards)
      if (after === null) return head
      const changed = { ...head, standings: after }
      await writeHead(db, changed)
      return changed
    },
    newGeneration,
  }
}
