/**
 * Which buyers the customers of a ledger are: each name and each number is looked up where the buyers that are
 * kept have theirs.
 */
import { sql } from 'kysely'
import type {
  CustomerBuyer,
  LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { plainNumber, plainNumbers } from '../../../../shared/credit/plain-number.ts'
import { nameKeyOf } from '../../../../shared/credit/search-text.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import type { FoundId } from '../../../store/list-index.ts'
import type { Db } from '../../../store/schema.ts'
import { idsByName, idsByNumber, readBuyers } from '../../credit/kept-buyers.ts'
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
const textsAtOnce = 500

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

/** The ids of buyers of the same name, and of a number that may be the same, by the customers' keys. */
async function candidatesOf(db: Db, customers: readonly Named[]) {
  const names = new Map<string, string[]>()
  const numbers = new Map<string, string[]>()
  const pace = createPace()
  for (const { key, name, registrationNumber, country } of customers) {
    put(names, nameKeyOf(name), key)
    const forms = registrationNumber === null ? [] : plainNumbers(registrationNumber, country)
    for (const form of forms) put(numbers, form, key)
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    await pace()
  }
  return {
    byName: await foundBy(names, (texts) => idsByName(db, texts)),
    byNumber: await foundBy(numbers, (texts) => idsByNumber(db, texts)),
  }
}

function put(index: Map<string, string[]>, text: string, key: string): void {
  if (text === '') return
  const present = index.get(text)
  if (present === undefined) index.set(text, [key])
  else present.push(key)
}

/** The ids that `find` has for the texts of `wanted`, by the keys of the customers that those are of. */
async function foundBy(
  wanted: ReadonlyMap<string, readonly string[]>,
  find: (texts: readonly string[]) => Promise<readonly FoundId[]>,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const texts = [...wanted.keys()]
  const pace = createPace()
  for (let at = 0; at < texts.length; at += textsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    for (const { text, id } of await find(texts.slice(at, at + textsAtOnce))) {
      for (const key of wanted.get(text) ?? []) note(found, key, id)
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pace()
  }
  return found
}

function note(found: Map<string, string[]>, key: string, id: string): void {
  const ids = found.get(key) ?? []
  if (ids.length < mostLooked && !ids.includes(id)) ids.push(id)
  found.set(key, ids)
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
