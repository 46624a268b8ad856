/** Which buyer a row means, among those that are kept: by its number first, then by its name. */
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import type { BatchBuyer } from '../../../../shared/contract/servnet/batch.ts'
import { plainNumber, plainNumbers } from '../../../../shared/credit/plain-number.ts'
import { nameKeyOf } from '../../../../shared/credit/search-text.ts'
import type { Resources } from '../../../resources/resources.ts'
import { buyersList, buyersWindow } from '../../credit/credit-lists.ts'
import { buyerQueryOf } from '../../credit/credit-windows.ts'
import { areAllKept, idsByName, idsByNumber, readBuyers } from '../../credit/kept-buyers.ts'
import type { RowValues } from './batch-values.ts'

/** What was found out of a row's buyer. */
export type FoundBuyer =
  | { readonly kind: 'one'; readonly buyer: BatchBuyer; readonly isByNumber: boolean }
  /** The person has to say which. */
  | { readonly kind: 'several'; readonly candidates: readonly BatchBuyer[] }
  /** None of those that are known: it is described. */
  | { readonly kind: 'none' }
  /** The table names a number of the insurer's that nobody has. */
  | { readonly kind: 'unknown' }

export type FindBuyer = (row: RowValues) => Promise<FoundBuyer>

/** As many as anybody would choose among. */
const mostCandidates = 20
/** Searches find what begins so, too. */
const mostFound = 100
const longestQuery = 200

/** Looks among the buyers that are kept on this computer; while they still come, the portal is asked, too. */
export function createFindBuyer(resources: Resources): FindBuyer {
  /** Null where not all of them are here. */
  async function lookUp(
    find: typeof idsByName,
    texts: readonly string[],
  ): Promise<readonly BatchBuyer[] | null> {
    const looked = await resources.inStore(async (db) => {
      if (!(await areAllKept(db))) return null
      const found = await find(db, texts)
      const buyers = await readBuyers(
        db,
        found.slice(0, mostFound).map(({ id }) => id),
      )
      return [...buyers.values()]
    })
    return looked.ok ? looked.data : null
  }

  async function search(q: string, country: string | null): Promise<readonly BatchBuyer[]> {
    const filters = { q: q.slice(0, longestQuery), ...(country !== null && { country }) }
    const query = buyerQueryOf({ ...filters, sort: 'name' })
    const found = await resources.windows.read(buyersWindow, query, { offset: 0, limit: mostFound })
    return found.ok ? found.data.window.items.map(shown) : []
  }

  async function byNumber(row: RowValues): Promise<readonly BatchBuyer[]> {
    const { registrationNumber, country } = row
    const numbers = registrationNumber === null ? [] : plainNumbers(registrationNumber, country)
    const [number] = numbers
    if (number === undefined) return []
    const found = (await lookUp(idsByNumber, numbers)) ?? (await search(number, country))
    return found.filter(
      (buyer) =>
        isCountryOf(row, buyer) &&
        buyer.registrationNumber !== null &&
        numbers.includes(plainNumber(buyer.registrationNumber, buyer.country)),
    )
  }

  /** One that is called so and has another number is somebody else. */
  async function byName(row: RowValues): Promise<readonly BatchBuyer[]> {
    const key = row.name === null ? '' : nameKeyOf(row.name)
    if (row.name === null || key === '') return []
    const found = (await lookUp(idsByName, [key])) ?? (await search(row.name, row.country))
    return found.filter(
      ({ name, registrationNumber, country }) =>
        isCountryOf(row, { country }) &&
        nameKeyOf(name) === key &&
        (row.registrationNumber === null ||
          registrationNumber === null ||
          plainNumber(registrationNumber, country) ===
            plainNumber(row.registrationNumber, row.country)),
    )
  }

  return async (row) => {
    if (row.buyerId !== null) {
      const known = await resources.findRow(buyersList, row.buyerId)
      return known === null
        ? { kind: 'unknown' }
        : { kind: 'one', buyer: shown(known.item), isByNumber: false }
    }
    const numbered = await byNumber(row)
    if (numbered.length > 0) return among(numbered, true)
    return among(await byName(row), false)
  }
}

function isCountryOf({ country }: RowValues, buyer: Pick<BatchBuyer, 'country'>): boolean {
  return country === null || country === buyer.country
}

function among(buyers: readonly BatchBuyer[], isByNumber: boolean): FoundBuyer {
  const [only, ...others] = buyers
  if (only === undefined) return { kind: 'none' }
  if (others.length === 0) return { kind: 'one', buyer: only, isByNumber }
  return { kind: 'several', candidates: buyers.slice(0, mostCandidates) }
}

function shown({ id, name, country, town, registrationNumber }: Buyer): BatchBuyer {
  return { id, name, country, town, registrationNumber }
}

/** Whether two names can hardly be of the same company: neither begins as the other does. */
export function isOtherName(one: string, other: string): boolean {
  const [first = ''] = nameKeyOf(one).split(' ')
  const [second = ''] = nameKeyOf(other).split(' ')
  return first !== second
}
