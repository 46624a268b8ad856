/** How all customers of a ledger stand, computed from what is kept of buyers, limits and policies. */
import { sql } from 'kysely'
import type { CreditLimit } from '../../../../shared/contract/credit/credit-limits.ts'
import { createAdding } from '../../../../shared/credit/exposure-totals.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import { readList } from '../../../store/list-fillings.ts'
import { parseJson, type Db } from '../../../store/schema.ts'
import { limitsList } from '../../credit/credit-lists.ts'
import { readAccount, type Account } from './ledger-accounts.ts'
import { countedOf, readCustomer, writeCustomers, type KeptCustomer } from './ledger-customers.ts'
import type { LedgerHead } from './ledger-head.ts'
import type { LedgerStore } from './ledger-reading.ts'
import { matchAll, type Match, type Named } from './ledger-matching.ts'
import { stand, type Standards } from './ledger-standing.ts'

export type Computing = {
  readonly standards: Standards
  /** The day of the rates in it; null where there are none. */
  readonly ratesOf: string | null
  /** Whether all buyers and limits are here. */
  readonly isWhole: boolean
}

type Standings = NonNullable<LedgerHead['standings']>

/**
 * Computes all of them, and keeps them under `generation`.
 * @param accounts in portions, each time from the first one on
 */
export async function computeAll(
  person: LedgerStore,
  accounts: () => AsyncIterable<readonly Account[]>,
  generation: number,
  { standards, ratesOf, isWhole }: Computing,
): Promise<Standings> {
  const { db } = person
  const named: Named[] = []
  for await (const portion of accounts()) {
    for (const { key, name, country, registrationNumber } of portion) {
      named.push({ key, name, country, registrationNumber })
    }
  }
  const matches = await matchAll(db, named)
  const adding = createAdding()
  const pace = createPace()
  for await (const portion of accounts()) {
    const limits = await limitsOf(db, portion, matches)
    const kept: KeptCustomer[] = []
    for (const account of portion) {
      const customer = keptOf(account, matches.get(account.key) ?? null, limits, standards)
      adding.add(countedOf(customer))
      kept.push(customer)
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await pace()
    }
    for (let at = 0; at < kept.length; at += writtenAtOnce) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await writeCustomers(person, generation, kept.slice(at, at + writtenAtOnce))
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pace()
    }
  }
  const { today: asOf, currency } = standards
  return { generation, asOf, currency, ratesOf, isWhole, sums: adding.sums() }
}

const writtenAtOnce = 500

/** One customer anew, and the totals with it; null where there is none of that key. */
export async function computeOne(
  person: LedgerStore,
  accounts: number,
  standings: Standings,
  key: string,
  standards: Standards,
): Promise<Standings | null> {
  const { db } = person
  const account = await readAccount(db, accounts, key)
  const before = await readCustomer(db, standings.generation, key)
  if (account === null || before === null) return null
  const matches = await matchAll(db, [account])
  const limits = await limitsOf(db, [account], matches)
  const after = keptOf(account, matches.get(key) ?? null, limits, standards)
  const adding = createAdding(standings.sums)
  adding.take(countedOf(before))
  adding.add(countedOf(after))
  await writeCustomers(person, standings.generation, [after])
  return { ...standings, sums: adding.sums() }
}

function keptOf(
  account: Account,
  match: Match | null,
  limits: ReadonlyMap<string, readonly CreditLimit[]>,
  standards: Standards,
): KeptCustomer {
  const own = limits.get(match?.buyer?.id ?? '') ?? []
  return { ...stand(account, match, own, standards), candidates: match?.candidates ?? [] }
}

/** By the buyers of these customers. */
async function limitsOf(
  db: Db,
  accounts: readonly Account[],
  matches: ReadonlyMap<string, Match>,
): Promise<ReadonlyMap<string, CreditLimit[]>> {
  const byBuyer = new Map<string, CreditLimit[]>()
  const kept = await readList(db, limitsList.name)
  const ids = accounts.flatMap(({ key }) => matches.get(key)?.buyer?.id ?? [])
  if (kept === null || ids.length === 0) return byBuyer
  const { rows } = await sql<{ data: string }>`select data from rows indexed by rows_by_subject
    where subject in (select value from json_each(${JSON.stringify(ids)}))
      and list = ${limitsList.name} and filling = ${kept.filling}`.execute(db)
  const limits = limitsList.show(
    rows.map(({ data }) => parseJson(data)),
    [],
  )
  for (const limit of limits) {
    const present = byBuyer.get(limit.buyerId)
    if (present === undefined) byBuyer.set(limit.buyerId, [limit])
    else present.push(limit)
  }
  return byBuyer
}
