/** The table of edits that wait, in the store of the person who made them. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { endpoints, type EndpointName } from '../../shared/contract/endpoints.ts'
import { editSchema, type Edit } from '../../shared/contract/offline/outbox.ts'
import { appErrorSchema } from '../../shared/contract/result.ts'
import { dropAttachments } from '../store/attachments.ts'
import type { StoreTables } from '../store/schema.ts'
import type { EditKinds, EditRules } from './edit-kind.ts'
import { dropHandedIn } from './form-draft.ts'
import { keepMade } from './made.ts'
import { isVersioned, withoutEarlier } from './versioned-edit.ts'

export type Db = Kysely<StoreTables>

/**
 * `queued`: never sent under its present key. `sending`: it was, and what became of it is not known or
 * not final; its key stays. `conflict`, `refused`: the person decides.
 */
const states = ['queued', 'sending', 'conflict', 'refused'] as const

const json = z.string().transform(parse)

const rowSchema = z.object({
  id: z.string(),
  resource: z.string(),
  edit: json.pipe(editSchema),
  subject: z.string().nullable(),
  queued_at: z.number(),
  state: z.enum(states),
  endpoint: z.custom<EndpointName>((name) => typeof name === 'string' && name in endpoints),
  params: json.pipe(z.record(z.string(), z.string())),
  body: z.string().nullable(),
  if_match: z.string().nullable(),
  idempotency_key: z.string(),
  attempts: z.number(),
  next_attempt_at: z.number().nullable(),
  error: json.pipe(appErrorSchema).nullable(),
  /** With `conflict`: what is edited as it is at the portal. */
  current: json.pipe(z.object({ version: z.string(), data: z.looseObject({}) })).nullable(),
  /** The batch that it is part of. */
  batch: z.string().nullable(),
})
export type QueuedEdit = z.output<typeof rowSchema>

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The rules of the kind that `edit` is of. */
export function rulesOf(kinds: EditKinds, edit: Edit): EditRules {
  return kinds[edit.kind]
}

/** All that is kept, in the order in which it was made; what another version wrote is left out. */
export function allEdits(db: Db): Promise<QueuedEdit[]> {
  return editsWhere(db, 'any')
}

/** Those that were made by themselves, and not with others as a batch. */
export function editsAlone(db: Db): Promise<QueuedEdit[]> {
  return editsWhere(db, 'alone')
}

async function editsWhere(db: Db, which: 'any' | 'alone' | 'refused'): Promise<QueuedEdit[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .$if(which === 'alone', (query) => query.where('batch', 'is', null))
    .$if(which === 'refused', (query) => query.where('state', '=', 'refused'))
    .orderBy('sequence')
    .execute()
  return rows.flatMap((row) => {
    const read = rowSchema.safeParse(row)
    return read.success ? [read.data] : []
  })
}

/** Null where it is sent, discarded, or cannot be read. */
export async function findEdit(db: Db, id: string): Promise<QueuedEdit | null> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return rowSchema.safeParse(row).data ?? null
}

/** The latest of a resource; null where there is none, or it cannot be read. */
export async function lastOf(db: Db, resource: string): Promise<QueuedEdit | null> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('resource', '=', resource)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rowSchema.safeParse(row).data ?? null
}

export type EditCounts = {
  /** What goes by itself. */
  readonly waiting: number
  /** What the person has to decide. */
  readonly needsAttention: number
}

/** How many there are, those of batches too. */
export async function countEdits(db: Db): Promise<EditCounts> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const counted = new Map(rows.map(({ state, count }) => [state, count]))
  const of = (state: string) => counted.get(state) ?? 0
  return { waiting: of('queued') + of('sending'), needsAttention: of('conflict') + of('refused') }
}

/**
 * Puts another edit in its place, as a write that was never sent. How often the former was tried, and when
 * it may go, is said where it still counts.
 */
export async function changeEdit(
  db: Db,
  kinds: EditKinds,
  id: string,
  edit: Edit,
  { attempts, next_attempt_at }: Pick<QueuedEdit, 'attempts' | 'next_attempt_at'> = untried,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...writtenAs(rulesOf(kinds, edit), edit), ...neverSent(), attempts, next_attempt_at })
    .where('id', '=', id)
    .execute()
}

/** The columns of an edit, and of the request that it becomes. */
export function writtenAs(rules: EditRules, edit: Edit) {
  const { endpoint, params, body } = rules.request(edit)
  return {
    edit: JSON.stringify(edit),
    endpoint,
    params: JSON.stringify(params),
    body: body === null ? null : JSON.stringify(body),
    if_match: isVersioned(edit) ? edit.version : null,
  }
}

/** As it is tried next. */
export const untried = { attempts: 0, next_attempt_at: null } as const

/** The columns of a write that the portal has never seen, under a key of its own. */
export function neverSent() {
  return {
    state: 'queued',
    idempotency_key: randomUUID(),
    ...untried,
    error: null,
    current: null,
  } as const
}

/** Adds an edit behind all that wait. @param about.now in ms since 1970 @returns the id of its row */
export async function insertEdit(
  db: Db,
  rules: EditRules,
  edit: Edit,
  about: { readonly subject: string | null; readonly now: number },
): Promise<string> {
  const id = randomUUID()
  const { subject, now } = about
  const row = { id, resource: rules.resource(edit), subject, queued_at: now }
  await db
    .insertInto('outbox')
    .values({ ...row, ...writtenAs(rules, edit), ...neverSent() })
    .execute()
  return id
}

/** Removes what the portal has, or what the person gave up. */
export async function removeEdit(db: Db, id: string): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', id).execute()
}

/**
 * What was refused is tried once more: it did nothing, and goes as a new write. But for what makes
 * something where the portal has another of that name already: that is the person's to look at first.
 */
export async function askAgain(db: Db, kinds: EditKinds): Promise<void> {
  const isTaken = ({ edit, error }: QueuedEdit) =>
    error?.code === 'idempotency_conflict' && rulesOf(kinds, edit).makes !== null
  const refused = (await editsWhere(db, 'refused')).filter((row) => !isTaken(row))
  for (const { id } of refused) {
    // oxlint-disable-next-line no-await-in-loop -- one connection does one thing at a time
    await db.updateTable('outbox').set(neverSent()).where('id', '=', id).execute()
  }
}

/**
 * Removes an edit that the person gave up: later ones were made on its values.
 * @param now in ms since 1970
 */
export function discardEdit(db: Db, kinds: EditKinds, id: string, now: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const gone = await findEdit(transaction, id)
    await removeEdit(transaction, id)
    if (gone === null) return
    const rules = rulesOf(kinds, gone.edit)
    // The portal may have made it all the same: nothing else is made under its name.
    const name = gone.state === 'sending' ? (rules.makes?.(gone.edit) ?? null) : null
    if (name !== null) await keepMade(transaction, name, { body: null, answer: null, now })
    await dropHandedIn(transaction, rules, gone.edit)
    await dropAttachments(transaction, rules.attached(gone.edit))
    await rebaseLater(transaction, gone)
  })
}

/** Later edits of the same were made on the values of one that the portal does not take. */
export async function rebaseLater(db: Db, { resource, edit: gone }: QueuedEdit): Promise<void> {
  if (!isVersioned(gone)) return
  const later = (await allEdits(db)).filter((one) => one.resource === resource)
  for (const { id, edit, state } of later) {
    if (state !== 'queued' || !isVersioned(edit)) continue
    const rebased = JSON.stringify(withoutEarlier(edit, gone))
    // oxlint-disable-next-line no-await-in-loop -- one connection does one thing at a time
    await db.updateTable('outbox').set({ edit: rebased }).where('id', '=', id).execute()
  }
}
