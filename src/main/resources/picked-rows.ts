/** Rows of a list that belong together: all of it, those about one buyer, those that are due. */
import { assertNever } from '../../shared/assert-never.ts'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { success, type Result } from '../../shared/contract/result.ts'
import type { Freshness } from '../../shared/contract/route.ts'
import { readRowsAbout, readRowsDue } from '../store/list-index.ts'
import { findRows, readRows, type Place, type Row } from '../store/lists.ts'
import type { Db } from '../store/schema.ts'
import type { Keepers } from './keepers.ts'
import type { List } from './list.ts'
import type { Lists } from './lists.ts'

/** Which rows; `about` and `due` of a list that is written with an index (`RowIndex`). */
export type Picking =
  | { readonly kind: 'all' }
  | { readonly kind: 'about'; readonly subject: string }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** What is due now, or from a day to another. */
  | { readonly kind: 'due'; readonly from: string; readonly to: string }

export type PickedRows<Item> = {
  readonly items: Item[]
  /** Whether all of the list is here; else there may be more. */
  readonly isWhole: boolean
  readonly freshness: Freshness
}

export type PickRows = <Item>(
  list: List<Item>,
  picking: Picking,
) => Promise<Result<PickedRows<Item>>>

/** More than any page shows of one thing. */
const mostRows = 5_000

/**
 * At most `mostRows` of what is kept, at once; where nothing of the list is here, from the portal.
 * @param options.lists opens lists, and follows the portal behind
 * @param options.waiting edits that the portal does not have yet
 */
export function createPickRows(options: {
  readonly lists: Pick<Lists, 'open'>
  readonly inRows: Keepers['inRows']
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
}): PickRows {
  return (list, picking) =>
    options.inRows(async (person) => {
      const { db, owner } = person
      const opened = await options.lists.open(person, list)
      if (!opened.ok) return opened
      const { kept, freshness } = opened.data
      const rows = await rowsOf(db, { list: list.name, filling: kept.filling }, picking)
      const items = list.show(rows, await options.waiting(owner))
      return success({ items, isWhole: kept.cursor === null, freshness })
    })
}

async function rowsOf(db: Db, place: Place, picking: Picking): Promise<readonly unknown[]> {
  switch (picking.kind) {
    case 'all':
      return (await readRows(db, place, null, mostRows)).items
    case 'about':
      return itemsOf(await readRowsAbout(db, place, picking.subject, mostRows))
    case 'ids':
      return itemsOf(await findRows(db, place, picking.ids))
    case 'due':
      return itemsOf(await readRowsDue(db, place, picking, mostRows))
    default:
      return assertNever(picking)
  }
}

function itemsOf(rows: readonly Row[]): unknown[] {
  return rows.map(({ item }) => item)
}
