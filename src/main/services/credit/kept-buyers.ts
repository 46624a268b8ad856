/** Buyers looked up among those that are kept: by their ids, their names, their numbers. */
import type { Buyer } from '../../../shared/contract/credit/buyers.ts'
import type { CustomerBuyer } from '../../../shared/contract/servnet/ledger-customers.ts'
import { createPace } from '../../resources/windows/pace.ts'
import { readList } from '../../store/list-fillings.ts'
import { findAbout, findNamed, type FoundId } from '../../store/list-index.ts'
import { findRows, type Place } from '../../store/lists.ts'
import type { Db } from '../../store/schema.ts'
import { buyersList } from './credit-lists.ts'

const rowsAtOnce = 500

/** Null where nothing of the list is here. */
async function placeOf(db: Db): Promise<Place | null> {
  const kept = await readList(db, buyersList.name)
  return kept === null ? null : { list: buyersList.name, filling: kept.filling }
}

/** Whether a buyer that is not found here is none: the list has come to its end. */
export async function areAllKept(db: Db): Promise<boolean> {
  const kept = await readList(db, buyersList.name)
  return kept !== null && kept.cursor === null
}

/** Of all that are called so, as `nameKeyOf` folds names. */
export async function idsByName(db: Db, nameKeys: readonly string[]): Promise<readonly FoundId[]> {
  const place = await placeOf(db)
  return place === null ? [] : findNamed(db, place, nameKeys)
}

/** Of all that have such a number, as `plainNumber` writes them. */
export async function idsByNumber(db: Db, numbers: readonly string[]): Promise<readonly FoundId[]> {
  const place = await placeOf(db)
  return place === null ? [] : findAbout(db, place, numbers)
}

/** Those of these buyers that are kept, by their ids. */
export async function readBuyers(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, CustomerBuyer>> {
  const buyers = new Map<string, CustomerBuyer>()
  const place = await placeOf(db)
  if (place === null) return buyers
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
