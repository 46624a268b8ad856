/**
 * Applications that were handed in together. Each is an edit of its own, with a name and a key of its own;
 * what the batch adds is their order, and that they are shown as one.
 */
import { sql, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { batchSubjectSchema, type BatchProgress } from '../../shared/contract/servnet/batch.ts'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { appErrorSchema, type AppError } from '../../shared/contract/result.ts'
import { idSchema } from '../../shared/contract/common.ts'
import { parseJson, type Db, type DocumentName, type StoreTables } from '../store/schema.ts'
import type { EditKinds, EditOf } from './edit-kind.ts'
import { allEdits, discardEdit, neverSent, rulesOf, writtenAs } from './queue.ts'

type ApplyEdit = EditOf<'apply'>

/** A batch as it is handed in. */
export type NewBatch = {
  /** Its name for good: handed in twice, it is one. */
  readonly id: string
  /** In the order in which they are sent. */
  readonly edits: readonly {
    readonly edit: ApplyEdit
    /** What is shown of it whatever becomes of it. */
    readonly about: BatchSubject
  }[]
  /** What its form keeps from now on; null for nothing. In the same transaction, so that nothing is in two places. */
  readonly draft: { readonly name: DocumentName; readonly content: string | null }
}

export type BatchSubject = z.infer<typeof batchSubjectSchema>

/** Where an application of a batch is, as far as the outbox knows. */
export type BatchRow = {
  readonly position: number
  readonly edit: string
  readonly about: BatchSubject
  /** The portal's id of it, once it was sent. */
  readonly application: string | null
  readonly isGivenUp: boolean
  /** Null for what is in the outbox no more. */
  readonly waiting: {
    readonly state: 'waiting' | 'refused'
    readonly error: AppError | null
  } | null
}

/** As many as one looks back at; those of which something waits are kept in any case. */
const mostKept = 100

/**
 * Keeps all edits of a batch, or none. Durable when it resolves.
 * @param now in ms since 1970
 */
export async function addBatch(
  db: Db,
  kinds: EditKinds,
  { id, edits, draft }: NewBatch,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const present = await transaction
      .selectFrom('batches')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (present !== undefined) return
    const size = edits.length
    await transaction.insertInto('batches').values({ id, made_at: now, size }).execute()
    for (const [position, { edit, about }] of edits.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await addRow(transaction, kinds, { batch: id, position, edit, about, now })
    }
    await writeDraft(transaction, draft, now)
    await forgetOld(transaction)
  })
}

async function addRow(
  db: Db,
  kinds: EditKinds,
  row: {
    readonly batch: string
    readonly position: number
    readonly edit: ApplyEdit
    readonly about: BatchSubject
    readonly now: number
  },
): Promise<void> {
  const { batch, position, edit, about, now } = row
  const rules = rulesOf(kinds, edit)
  await db
    .insertInto('batch_rows')
    .values({ batch, position, edit: edit.id, about: JSON.stringify(about), application: null })
    .execute()
  await db
    .insertInto('outbox')
    .values({
      id: edit.id,
      resource: rules.resource(edit),
      subject: about.buyerName,
      queued_at: now,
      batch,
      ...writtenAs(rules, edit),
      ...neverSent(),
    })
    .execute()
}

async function writeDraft(
  db: Db,
  { name, content }: NewBatch['draft'],
  now: number,
): Promise<void> {
  if (content === null) {
    await db.deleteFrom('documents').where('name', '=', name).execute()
    return
  }
  const document = { content, written_at: now }
  await db
    .insertInto('documents')
    .values({ name, ...document })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(document))
    .execute()
}

async function forgetOld(db: Db): Promise<void> {
  const old = await db
    .selectFrom('batches')
    .select('id')
    .where('id', 'not in', (eb) => batchesInOutbox(eb.selectFrom('outbox')))
    .orderBy('made_at', 'desc')
    .limit(-1)
    .offset(mostKept)
    .execute()
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return
  await db.deleteFrom('batch_rows').where('batch', 'in', ids).execute()
  await db.deleteFrom('batches').where('id', 'in', ids).execute()
}

function batchesInOutbox(outbox: SelectQueryBuilder<StoreTables, 'outbox', object>) {
  return outbox
    .select(({ fn }) => fn.coalesce('outbox.batch', sql.lit('')).as('batch'))
    .distinct()
    .where('outbox.batch', 'is not', null)
}

const answerSchema = z.object({ id: idSchema })

/** The portal has an edit of a batch, and answered so. */
export async function noteBatchSent(db: Db, edit: Edit, answer: unknown): Promise<void> {
  if (edit.kind !== 'apply') return
  const application = answerSchema.safeParse(answer).data?.id ?? null
  await db.updateTable('batch_rows').set({ application }).where('edit', '=', edit.id).execute()
}

/**
 * Gives up one edit of a batch, or, by the batch's own id, all that the portal does not have yet.
 * @param options.underWay which edit is on its way, and stays
 * @param options.now in ms since 1970
 * @returns those that were given up
 */
export async function discardOfBatch(
  db: Db,
  kinds: EditKinds,
  id: string,
  { underWay, now }: { readonly underWay: string | null; readonly now: number },
): Promise<readonly Edit[]> {
  const ofBatch = (await allEdits(db)).filter(({ batch }) => batch !== null)
  const given = ofBatch.filter((row) => [row.id, row.batch].includes(id) && row.id !== underWay)
  for (const row of given) {
    // oxlint-disable-next-line no-await-in-loop -- one connection does one thing at a time
    await discardEdit(db, kinds, row.id, now)
    const givenUp = db.updateTable('batch_rows').set({ given_up: 1 })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await givenUp.where('edit', '=', row.id).execute()
  }
  return given.map(({ edit }) => edit)
}

/** Of which batches: all, those of which something is in the outbox, or one. */
type Which = 'all' | 'waiting' | { readonly id: string }

/** How batches stand, the latest first. */
export async function batchesIn(db: Db, which: Which): Promise<BatchProgress[]> {
  const rows = await db
    .selectFrom('batches')
    .select((eb) => {
      const inOutbox = (states: readonly string[]) =>
        eb
          .selectFrom('outbox')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('outbox.batch', '=', 'batches.id')
          .where('outbox.state', 'in', states)
      return [
        'batches.id',
        'batches.made_at',
        'batches.size',
        inOutbox(['queued', 'sending']).as('waiting'),
        inOutbox(['refused', 'conflict']).as('refused'),
        eb
          .selectFrom('batch_rows')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('batch_rows.batch', '=', 'batches.id')
          .where('batch_rows.given_up', '=', 1)
          .as('given_up'),
        eb
          .selectFrom('outbox')
          .select('outbox.error')
          .whereRef('outbox.batch', '=', 'batches.id')
          .where('outbox.state', 'in', ['queued', 'sending'])
          .orderBy('outbox.sequence')
          .limit(1)
          .as('error'),
      ]
    })
    .$if(which === 'waiting', (query) =>
      query.where('batches.id', 'in', (eb) => batchesInOutbox(eb.selectFrom('outbox'))),
    )
    .$if(typeof which === 'object', (query) =>
      query.where('batches.id', '=', typeof which === 'object' ? which.id : ''),
    )
    .orderBy('batches.made_at', 'desc')
    .execute()
  return rows.map(progressOf)
}

type CountedBatch = {
  readonly id: string
  readonly made_at: number
  readonly size: number
  readonly waiting: number | null
  readonly refused: number | null
  readonly given_up: number | null
  readonly error: string | null
}

function progressOf({ id, made_at: madeAt, size, error, ...counts }: CountedBatch): BatchProgress {
  const waiting = counts.waiting ?? 0
  const refused = counts.refused ?? 0
  const givenUp = counts.given_up ?? 0
  return {
    id,
    madeAt: new Date(madeAt).toISOString(),
    size,
    waiting,
    refused,
    givenUp,
    sent: size - waiting - refused - givenUp,
    error: errorIn(error),
  }
}

function errorIn(text: string | null): AppError | null {
  return appErrorSchema.safeParse(parseJson(text ?? '')).data ?? null
}

/** What became of each application of a batch, in their order; empty where it is not remembered. */
export async function batchRowsIn(db: Db, batch: string): Promise<BatchRow[]> {
  const rows = await db
    .selectFrom('batch_rows')
    .leftJoin('outbox', 'outbox.id', 'batch_rows.edit')
    .select(['position', 'batch_rows.edit', 'about', 'application', 'given_up', 'state', 'error'])
    .where('batch_rows.batch', '=', batch)
    .orderBy('position')
    .execute()
  return rows.flatMap(({ position, edit, about, application, given_up, state, error }) => {
    const subject = batchSubjectSchema.safeParse(parseJson(about))
    if (!subject.success) return []
    const isRefused = state === 'refused' || state === 'conflict'
    const present = isRefused ? 'refused' : 'waiting'
    const waiting = state === null ? null : ({ state: present, error: errorIn(error) } as const)
    return [
      { position, edit, about: subject.data, application, isGivenUp: given_up === 1, waiting },
    ]
  })
}
