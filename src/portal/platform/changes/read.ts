/** Reading the log of changes, page by page, and forgetting what is old of it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Change, Changes } from '../../../shared/contract/portal/changes.ts'
import { day } from '../clock.ts'
import type { PlatformContext } from '../context.ts'
import type { Pepper } from '../crypto/pepper.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import { ProblemError } from '../problem-error.ts'

/** Milliseconds. */
const keptFor = 30 * day

/** A place in somebody's changes: the number of one, and what it was marked with. */
type Position = { readonly sequence: number; readonly mark: string }

const beginning: Position = { sequence: 0, mark: '' }

type Question = { readonly since?: string | undefined; readonly limit: number }

/**
 * A page of what changed for `owner`. What changed several times is told once, where it changed last.
 * @throws ProblemError `invalid_request` for a cursor that was not made here for them;
 * `cursor_expired` where what followed it is not kept, or is of a history that is no longer this
 * database's
 */
export async function listChanges(
  { db, pepper }: Pick<PlatformContext, 'db' | 'pepper'>,
  owner: string,
  { since, limit }: Question,
): Promise<Changes> {
  const after = since === undefined ? beginning : readCursor(pepper, owner, since)
  const rows = await findPage(db, { owner, after: after.sequence, limit: limit + 1 })
  // After the page: what is forgotten while it is read shows here.
  const [state = unwritten] = await findState(db, { owner, after: after.sequence })
  if (since !== undefined) assertFollowed(after, state)
  const shown = rows.slice(0, limit)
  // Who begins when all is forgotten goes on from there.
  const forgotten = { sequence: state.pruned_sequence, mark: state.pruned_mark }
  const last = shown.at(-1) ?? (since === undefined ? forgotten : after)
  return {
    items: shown.map(changeOf),
    nextCursor: writeCursor(pepper, owner, last),
    hasMore: rows.length > shown.length,
  }
}

type Row = Awaited<ReturnType<typeof findPage>>[number]
type State = Awaited<ReturnType<typeof findState>>[number]

/** Of whom nothing was ever written. */
const unwritten: State = { pruned_sequence: 0, pruned_mark: '', mark: null }

function changeOf({ sequence, resource, item_id: id, deleted }: Row): Change {
  return { sequence, resource, id: id === '' ? null : id, deleted: deleted === 1 }
}

/** @throws ProblemError `cursor_expired` */
function assertFollowed({ sequence, mark }: Position, state: State): void {
  const expected =
    sequence === state.pruned_sequence
      ? state.pruned_mark
      : // A database that was restored has not come so far, or has come there on another way.
        state.mark
  if (sequence < state.pruned_sequence || mark !== expected)
    throw new ProblemError('cursor_expired')
}

const positionSchema = z.tuple([z.int().nonnegative(), z.string(), z.string()])

function writeCursor(pepper: Pick<Pepper, 'hmacCursor'>, owner: string, of: Position): string {
  const seal = pepper.hmacCursor(owner, JSON.stringify([of.sequence, of.mark]))
  return Buffer.from(JSON.stringify([of.sequence, of.mark, seal])).toString('base64url')
}

/** @throws ProblemError `invalid_request` */
function readCursor(pepper: Pick<Pepper, 'hmacCursor'>, owner: string, cursor: string): Position {
  const [sequence, mark] = positionSchema.catch([0, '', '']).parse(parseCursor(cursor))
  const position = { sequence, mark }
  if (writeCursor(pepper, owner, position) === cursor) return position
  const errors = [{ pointer: '/since', code: 'invalid_cursor' }]
  throw new ProblemError('invalid_request', { errors })
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

type Asked = { readonly owner: string; readonly after: number }

const findPage = prepare((db, of: Slots<Asked & { readonly limit: number }>) =>
  db
    .selectFrom('changes')
    .select(['sequence', 'resource', 'item_id', 'deleted', 'mark'])
    .where('owner', '=', of.owner)
    .where('sequence', '>', of.after)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('changes as later')
            .select('later.sequence')
            .whereRef('later.owner', '=', 'changes.owner')
            .whereRef('later.resource', '=', 'changes.resource')
            .whereRef('later.item_id', '=', 'changes.item_id')
            .whereRef('later.sequence', '>', 'changes.sequence'),
        ),
      ),
    )
    .orderBy('sequence')
    .limit(of.limit),
)

const findState = prepare((db, of: Slots<Asked>) =>
  db
    .selectFrom('change_counters')
    .leftJoin('changes', (join) =>
      join
        .onRef('changes.owner', '=', 'change_counters.owner')
        .on('changes.sequence', '=', of.after),
    )
    .select(['change_counters.pruned_sequence', 'change_counters.pruned_mark', 'changes.mark'])
    .where('change_counters.owner', '=', of.owner),
)

/**
 * Forgets changes of more than 30 days ago. Up to where is noted beside what is left, so that whoever
 * had not read that far is told.
 */
export async function pruneChanges({
  db,
  now,
}: Pick<PlatformContext, 'db' | 'now'>): Promise<void> {
  const before = now() - keptFor
  await db.transaction().execute(async (transaction) => {
    await forget(transaction, before)
  })
}

async function forget(db: Db, before: number): Promise<void> {
  const old = sql<number>`(select max(changes.sequence) from changes
    where changes.owner = change_counters.owner and changes.at < ${before})`
  await db
    .updateTable('change_counters')
    .set({ pruned_sequence: old })
    .where('owner', 'in', (query) =>
      query.selectFrom('changes').select('changes.owner').where('changes.at', '<', before),
    )
    .execute()
  await db
    .updateTable('change_counters')
    .set((row) => ({
      pruned_mark: row
        .selectFrom('changes')
        .select('changes.mark')
        .whereRef('changes.owner', '=', 'change_counters.owner')
        .whereRef('changes.sequence', '=', 'change_counters.pruned_sequence')
        .$asScalar(),
    }))
    .where('owner', 'in', (query) =>
      query.selectFrom('changes').select('changes.owner').where('changes.at', '<', before),
    )
    .execute()
  await db
    .deleteFrom('changes')
    .where('sequence', '<=', (query) =>
      query
        .selectFrom('change_counters')
        .select('pruned_sequence')
        .whereRef('change_counters.owner', '=', 'changes.owner'),
    )
    .execute()
}
