/**
 * Which buyers the customers of a ledger are. The customers are the index, and the buyers that are kept go
 * past it once: twenty thousand against a quarter of a million take one look at each.
 */
import { sql } from 'kysely'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import type {
  CustomerBuyer,
  LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { compactNumber } from '../../../../shared/credit/identifiers.ts'
import { nameKeyOf, searchWordsOf } from '../../../../shared/credit/search-text.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import { readList } from '../../../store/list-fillings.ts'
import { readKeyTexts } from '../../../store/list-index.ts'
import { findRows } from '../../../store/lists.ts'
import type { Db } from '../../../store/schema.ts'
import { plainNumber } from '../batch/batch-buyers.ts'
import { buyersList } from '../../credit/credit-lists.ts'
import type { Account } from './ledger-accounts.ts'

export type Match = {
  readonly buyer: CustomerBuyer | null
  readonly matchedBy: LedgerCustomer['matchedBy']
  /** Where it may be several: the person has to say which. */
  readonly candidates: readonly string[]
}

export type Named = Pick<Account, 'key' | 'name' | 'country' | 'registrationNumber'>

/** As many as anybody would choose among. */
export const mostCandidates = 20
/** Of one name or number, before it is looked at which of them fit. */
const mostLooked = 200
const keysAtOnce = 1_000
const rowsAtOnce = 500

const noMatch: Match = { buyer: null, matchedBy: null, candidates: [] }

/**
 * By hand first, then by number, then by name; of the same country, where the ledger says one.
 * @returns by the customers' keys; those that are no known buyer are left out
 */
export async function matchAll(db: Db, customers: readonly Named[]): Promise<Map<string, Match>> {
  const byHand = await readHandMatches(db)
  const open = customers.filter(({ key }) => !byHand.has(key))
  const { byName, byNumber } = await candidatesOf(db, open)
  const chosen = customers.flatMap(({ key }) => byHand.get(key) ?? [])
  const buyers = await readBuyers(db, [
    ...chosen,
    ...[...byName.values(), ...byNumber.values()].flat(),
  ])
  const matches = new Map<string, Match>()
  const pace = createPace()
  for (const customer of customers) {
    const { key } = customer
    const hand = byHand.get(key)
    const among = (ids: readonly string[] | undefined) =>
      (ids ?? []).flatMap((id) => buyers.get(id) ?? [])
    const match =
      hand === undefined
        ? matched(customer, among(byNumber.get(key)), among(byName.get(key)))
        : handMatch(hand === null ? null : (buyers.get(hand) ?? null))
    if (match !== noMatch) matches.set(key, match)
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    await pace()
  }
  return matches
}

/** A buyer that is known no longer is none. */
function handMatch(buyer: CustomerBuyer | null): Match {
  return buyer === null ? noMatch : { buyer, matchedBy: 'hand', candidates: [] }
}

function matched(
  customer: Named,
  numbered: readonly CustomerBuyer[],
  named: readonly CustomerBuyer[],
): Match {
  const byNumber = numbered.filter(
    (buyer) => isCountryOf(customer, buyer) && isSame(customer, buyer),
  )
  if (byNumber.length > 0) return amongSeveral(byNumber, 'number')
  // One that is called so and has another number is somebody else.
  const byName = named.filter(
    (buyer) => isCountryOf(customer, buyer) && isSame(customer, buyer) !== false,
  )
  return amongSeveral(byName, 'name')
}

function amongSeveral(buyers: readonly CustomerBuyer[], matchedBy: 'number' | 'name'): Match {
  const [only, ...others] = buyers
  if (only === undefined) return noMatch
  if (others.length === 0) return { buyer: only, matchedBy, candidates: [] }
  const candidates = buyers.slice(0, mostCandidates).map(({ id }) => id)
  return { buyer: null, matchedBy: null, candidates }
}

function isCountryOf({ country }: Named, buyer: CustomerBuyer): boolean {
  return country === null || country === buyer.country
}

/** Whether their numbers are the same; null where one of them has none. */
function isSame({ registrationNumber, country }: Named, buyer: CustomerBuyer): boolean | null {
  if (registrationNumber === null || buyer.registrationNumber === null) return null
  const number = plainNumber(registrationNumber, country ?? buyer.country)
  return number !== '' && number === plainNumber(buyer.registrationNumber, buyer.country)
}

/** The ids of buyers of the same name, and of a number that looks the same, by the customers' keys. */
async function candidatesOf(db: Db, customers: readonly Named[]) {
  const names = new Map<string, string[]>()
  const numbers = new Map<string, string[]>()
  const pace = createPace()
  for (const { key, name, registrationNumber } of customers) {
    put(names, nameKeyOf(name), key)
    for (const word of numberWords(registrationNumber)) put(numbers, word, key)
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    await pace()
  }
  const byName = new Map<string, string[]>()
  const byNumber = new Map<string, string[]>()
  if (names.size === 0) return { byName, byNumber }
  const isNumbered = numbers.size > 0
  for await (const rows of allKeys(db)) {
    for (const { nameKey, id, keys } of rows) {
      note(byName, names.get(nameKey), id)
      if (!isNumbered) continue
      for (const word of keys.match(numberLike) ?? []) {
        note(byNumber, numbers.get(word), id)
      }
    }
    await pace()
  }
  return { byName, byNumber }
}

function put(index: Map<string, string[]>, word: string, key: string): void {
  if (word === '') return
  const present = index.get(word)
  if (present === undefined) index.set(word, [key])
  else present.push(key)
}

function note(found: Map<string, string[]>, keys: readonly string[] | undefined, id: string): void {
  for (const key of keys ?? []) {
    const ids = found.get(key) ?? []
    if (ids.length < mostLooked && !ids.includes(id)) ids.push(id)
    found.set(key, ids)
  }
}

/**
 * In the keys of a buyer the words that may be its number. The text that is searched is the first of them, and
 * the only one with spaces.
 */
const numberLike = /(?<= )[^\s"]{0,2}\d[^\s"]*/g

/** As buyers are searched by theirs (`searchTextOf`). */
function numberWords(registrationNumber: string | null): string[] {
  if (registrationNumber === null) return []
  const number = compactNumber(registrationNumber)
  return searchWordsOf({ id: '', name: '', registrationNumber: number })
}

type KeyTexts = Awaited<ReturnType<typeof readKeyTexts>>

async function* allKeys(db: Db): AsyncGenerator<KeyTexts> {
  const kept = await readList(db, buyersList.name)
  if (kept === null) return
  const place = { list: buyersList.name, filling: kept.filling }
  for (let last: KeyTexts[number] | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each portion begins behind the former
    const rows: KeyTexts = await readKeyTexts(db, place, last, keysAtOnce)
    yield rows
    last = rows.at(-1) ?? null
    if (rows.length < keysAtOnce) return
  }
}

/** Those of these buyers that are kept, by their ids. */
export async function readBuyers(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, CustomerBuyer>> {
  const buyers = new Map<string, CustomerBuyer>()
  const kept = await readList(db, buyersList.name)
  if (kept === null) return buyers
  const place = { list: buyersList.name, filling: kept.filling }
  const all = [...new Set(ids)]
  const pace = createPace()
  for (let at = 0; at < all.length; at += rowsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    const rows = await findRows(db, place, all.slice(at, at + rowsAtOnce))
    const items = buyersList.show(
      rows.map(({ item }) => item),
      [],
    )
    for (const buyer of items) buyers.set(buyer.id, shownBuyer(buyer))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pace()
  }
  return buyers
}

function shownBuyer({ id, name, country, town, registrationNumber }: Buyer): CustomerBuyer {
  return { id, name, country, town, registrationNumber }
}

/** What a person said of customers, by their keys; null for none of those that are known. */
async function readHandMatches(db: Db): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.selectFrom('ledger_matches').selectAll().execute()
  return new Map(rows.map(({ key, buyer_id: buyerId }) => [key, buyerId]))
}

/** Remembers it, also for the next ledger. */
export async function writeHandMatch(db: Db, key: string, buyerId: string | null): Promise<void> {
  await sql`insert into ledger_matches (key, buyer_id) values (${key}, ${buyerId})
    on conflict (key) do update set buyer_id = excluded.buyer_id`.execute(db)
}
