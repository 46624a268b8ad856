/**
 * The log of what changed for whom: written in the transaction of the change, told by `/v1/changes`.
 * A person's changes are counted on a row that is theirs. Taking it is the last thing that a
 * transaction does before it commits, so that whatever commits later is counted later, and nobody who
 * has read up to a number misses one below it.
 */
import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ChangeResource } from '../../../shared/contract/portal/changes.ts'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepareList, type Slots } from '../db/prepare.ts'
import type { ChangeTable } from '../db/offline-schema.ts'

/** Of a resource: all of it where there is only one, or one of a list. */
export type Changed = {
  readonly resource: ChangeResource
  readonly id: string | null
  /** Whether it is no longer there for the person. */
  readonly deleted: boolean
}

/** What there is one of for a person, and is another than it was. */
export function changed(resource: 'me' | 'preferences' | 'home' | 'dashboard'): Changed {
  return { resource, id: null, deleted: false }
}

/** By owner: an account's id, or the chain of events of a name that nobody has. */
type Noted = Map<string, Map<string, Changed>>
type Clock = Pick<PlatformContext, 'now'>

const notedIn = new WeakMap<Db, Noted>()

/**
 * Does `work` in a transaction, with what it notes as changed.
 * @throws what `work` throws; nothing is written then
 */
export function inTransaction<Result>(
  { db, now }: Pick<PlatformContext, 'db' | 'now'>,
  work: (transaction: Db) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const noted: Noted = new Map()
    notedIn.set(transaction, noted)
    const result = await work(transaction)
    await write(transaction, noted, now())
    return result
  })
}

/**
 * Notes what changed for `owner`: written at the end of the transaction that `inTransaction` gave,
 * once for each; at once elsewhere.
 */
export async function noteChanges(
  db: Db,
  { now }: Clock,
  owner: string,
  changes: readonly Changed[],
): Promise<void> {
  const known = notedIn.get(db)
  const noted: Noted = known ?? new Map()
  const ofOwner = noted.get(owner) ?? new Map<string, Changed>()
  noted.set(owner, ofOwner)
  for (const change of changes) {
    const name = JSON.stringify([change.resource, change.id])
    // In the order of the latest of each.
    ofOwner.delete(name)
    ofOwner.set(name, change)
  }
  if (known === undefined) await write(db, noted, now())
}

/** Of owners in one statement, and of changes: a database takes only so many values. */
const batch = 50

async function write(db: Db, noted: Noted, at: number): Promise<void> {
  const owners = [...noted].filter(([, changes]) => changes.size > 0)
  // In one order, so that two who write for several people do not wait for each other.
  const sorted = owners.toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const some of batchesOf(sorted)) {
    const counts = some.map(([owner, changes]) => ({ owner, changes: changes.size }))
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const counted = await count(db, counts, {})
    const last = new Map(counted.map(({ owner, sequence }) => [owner, sequence]))
    const rows = some.flatMap(([owner, changes]) =>
      rowsOf(owner, [...changes.values()], { last: last.get(owner) ?? 0, at }),
    )
    // oxlint-disable-next-line no-await-in-loop
    for (const items of batchesOf(rows)) await add(db, items, {})
  }
}

function rowsOf(
  owner: string,
  changes: readonly Changed[],
  { last, at }: { readonly last: number; readonly at: number },
): Selectable<ChangeTable>[] {
  return changes.map(({ resource, id, deleted }, index) => ({
    owner,
    sequence: last - changes.length + 1 + index,
    resource,
    item_id: id ?? '',
    deleted: deleted ? 1 : 0,
    mark: randomBytes(markBytes).toString('base64url'),
    at,
  }))
}

/** Enough that no two histories of a database bear the same at one place. */
const markBytes = 6

function batchesOf<Item>(items: readonly Item[]): Item[][] {
  const batches = Math.ceil(items.length / batch)
  return Array.from({ length: batches }, (_, index) =>
    items.slice(index * batch, (index + 1) * batch),
  )
}

type Counted = { readonly owner: string; readonly changes: number }

const count = prepareList((db, items: readonly Slots<Counted>[]) =>
  db
    .insertInto('change_counters')
    .values(items.map(({ owner, changes }) => ({ owner, sequence: changes })))
    .onConflict((conflict) =>
      conflict.column('owner').doUpdateSet((row) => ({
        sequence: row('change_counters.sequence', '+', row.ref('excluded.sequence')),
      })),
    )
    .returning(['owner', 'sequence']),
)

const add = prepareList((db, items: readonly Slots<Selectable<ChangeTable>>[]) =>
  db.insertInto('changes').values(
    items.map((of) => ({
      owner: of.owner,
      sequence: of.sequence,
      resource: of.resource,
      item_id: of.item_id,
      deleted: of.deleted,
      mark: of.mark,
      at: of.at,
    })),
  ),
)
