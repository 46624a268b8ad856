/** Which buyers the rows of a portfolio are of: known by their number, or by what they are called. */
import { createHash } from 'node:crypto'
import { compactNumber } from '../../../shared/credit/plain-number.ts'
import { isolate } from '../../../shared/rules/isolate.ts'
import type { NewBuyer } from '../../credit/new-facts.ts'
import type { Db } from '../../platform/db/open.ts'
import type { PortfolioRow, RowProblem } from './rows.ts'

export type ResolvedBuyers = {
  /** By the row's place. */
  readonly idOf: ReadonlyMap<number, string>
  /** Those that are not there yet, and those of which the file knows more. */
  readonly toWrite: readonly NewBuyer[]
  readonly problems: readonly RowProblem[]
}

/** Values in one statement: a database takes only so many. */
const batch = 500

/** Finds the buyer of each row, in the database or among the other rows. Writes nothing. */
export async function resolveBuyers(
  db: Db,
  rows: readonly PortfolioRow[],
): Promise<ResolvedBuyers> {
  const known = await knownBuyers(db, rows)
  const problems: RowProblem[] = []
  const idOf = new Map<number, string>()
  const buyers = new Map<string, NewBuyer>(known.map((buyer) => [buyer.id, buyer]))
  const identities = identitiesOf(known)
  // Rows with a number of the insurer's first: the others may be of the same buyers.
  const named = rows.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || one.place - other.place,
  )
  const changed = new Set<string>()
  for (const row of named) {
    const found =
      row.buyerId === null ? identities.find(row) : { kind: 'one' as const, id: row.buyerId }
    if (found.kind === 'several') {
      problems.push({ place: row.place, column: null, reason: severalReason(row) })
      continue
    }
    const id = found.kind === 'one' ? found.id : idOfDescribed(row)
    const before = buyers.get(id)
    const difference = before === undefined ? null : differenceOf(before, row)
    if (difference !== null) {
      problems.push({ place: row.place, column: null, reason: difference })
      continue
    }
    const buyer = mergedWith(before, row, id)
    if (before === undefined || isRicher(buyer, before)) changed.add(id)
    buyers.set(id, buyer)
    identities.add(buyer)
    idOf.set(row.place, id)
  }
  const toWrite = [...changed].flatMap((id) => buyers.get(id) ?? [])
  return { idOf, toWrite, problems }
}

const rankOf = ({ buyerId }: PortfolioRow) => (buyerId === null ? 1 : 0)

async function knownBuyers(db: Db, rows: readonly PortfolioRow[]): Promise<NewBuyer[]> {
  const ids = distinct(rows.map(({ buyerId }) => buyerId))
  const described = rows.filter(({ buyerId }) => buyerId === null)
  const keys = distinct(
    described.flatMap(({ country, registrationNumber: number }) => {
      const key = number === null ? null : keyOf(country, number)
      return [key, key && country + key]
    }),
  )
  const names = distinct(described.map(({ name }) => name))
  const found = [
    ...(await findBuyers(db, 'id', ids)),
    ...(await findBuyers(db, 'registration_key', keys)),
    ...(await findBuyers(db, 'name', names)),
  ]
  return [...new Map(found.map((buyer) => [buyer.id, buyer])).values()]
}

async function findBuyers(
  db: Db,
  column: 'id' | 'registration_key' | 'name',
  values: readonly string[],
): Promise<NewBuyer[]> {
  const found: NewBuyer[] = []
  for (let first = 0; first < values.length; first += batch) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const rows = await db
      .selectFrom('buyers')
      .select(['id', 'name', 'country', 'town', 'registration_number', 'trade'])
      .where(column, 'in', values.slice(first, first + batch))
      .execute()
    found.push(...rows)
  }
  return found
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null)
}

/** As numbers are compared, however they are written, with their country before them or without. */
function keyOf(country: string, registrationNumber: string): string {
  const compact = compactNumber(registrationNumber)
  return compact.startsWith(country) ? compact.slice(country.length) : compact
}

type Found = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' | 'several' }

type Identities = {
  readonly add: (buyer: NewBuyer) => void
  /** By country and number; without a number, by country and the very name. */
  readonly find: (row: PortfolioRow) => Found
}

function identitiesOf(known: readonly NewBuyer[]): Identities {
  const ids = new Map<string, Set<string>>()
  const put = (identity: string, id: string): void => {
    const all = ids.get(identity) ?? new Set()
    ids.set(identity, all.add(id))
  }
  const add = ({ id, name, country, registration_number: number }: NewBuyer): void => {
    put(nameIdentity(country, name), id)
    if (number !== null) put(numberIdentity(country, number), id)
  }
  for (const buyer of known) add(buyer)
  const find = ({ country, name, registrationNumber }: PortfolioRow): Found => {
    const identity =
      registrationNumber === null
        ? nameIdentity(country, name)
        : numberIdentity(country, registrationNumber)
    const all = ids.get(identity) ?? new Set()
    const [id] = all
    if (id === undefined) return { kind: 'none' }
    return all.size === 1 ? { kind: 'one', id } : { kind: 'several' }
  }
  return { add, find }
}

const nameIdentity = (country: string, name: string) => JSON.stringify([country, name])
const numberIdentity = (country: string, number: string) =>
  JSON.stringify([country, 0, keyOf(country, number)])

/** Always the same for the same company, so that it is found again without having been looked for. */
function idOfDescribed({ country, name, registrationNumber }: PortfolioRow): string {
  const identity =
    registrationNumber === null
      ? nameIdentity(country, name)
      : numberIdentity(country, registrationNumber)
  return importId('b', identity)
}

/** An id that belongs to what is imported, whenever it is. */
export function importId(kind: 'a' | 'b' | 'd' | 'r', ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `i${kind}-${digest.slice(0, idLength)}`
}

/** 120 bits: no two of any number of facts have the same. */
const idLength = 20

function severalReason({ name, country }: PortfolioRow): string {
  return `Several buyers in ${country} are ${isolate(oneLine(name))} by what the row says: give its buyer_id.`
}

/** What the row says otherwise than what is known of the buyer; null where nothing. */
function differenceOf(buyer: NewBuyer, row: PortfolioRow): string | null {
  const known = `Buyer ${isolate(buyer.id)} is`
  if (buyer.name !== row.name && row.buyerId !== null) {
    return `${known} called ${isolate(oneLine(buyer.name))}, not ${isolate(oneLine(row.name))}.`
  }
  if (buyer.country !== row.country) return `${known} in ${buyer.country}, not ${row.country}.`
  const number = row.registrationNumber
  if (number === null || buyer.registration_number === null) return null
  return keyOf(row.country, number) === keyOf(row.country, buyer.registration_number)
    ? null
    : `${known} registered as ${isolate(buyer.registration_number)}, not ${isolate(number)}.`
}

const oneLine = (text: string) => text.replaceAll('\n', ' ')

function mergedWith(before: NewBuyer | undefined, row: PortfolioRow, id: string): NewBuyer {
  return {
    id,
    name: before?.name ?? row.name,
    country: row.country,
    town: before?.town ?? row.town,
    registration_number: before?.registration_number ?? row.registrationNumber,
    trade: before?.trade ?? null,
  }
}

function isRicher(buyer: NewBuyer, before: NewBuyer): boolean {
  return (
    (before.town === null && buyer.town !== null) ||
    (before.registration_number === null && buyer.registration_number !== null)
  )
}
