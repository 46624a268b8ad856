/** The table of edits that wait, in the store of the person who made them. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { endpoints, type EndpointName } from '../../shared/contract/endpoints.ts'
import { editSchema, type Edit } from '../../shared/contract/offline/outbox.ts'
import { appErrorSchema } from '../../shared/contract/result.ts'
import type { StoreTables } from '../store/schema.ts'
import type { EditKinds, EditRules } from './edit-kind.ts'
import { findMade } from './made.ts'
import { forgetWaits } from './sending-order.ts'
import { isVersioned, withoutEarlier } from './versioned-edit.ts'

export type Db = Kysely<StoreTables>

/**
 * `queued`: never sent under its present key. `sending`: it was, and what became of it is not known or
 * not final; nothing of it changes any more. `conflict`, `refused`: the person decides.
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
export async function allEdits(db: Db): Promise<QueuedEdit[]> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('sequence').execute()
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

/** How many there are of each state. */
export async function countEdits(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** What was there of an edit that makes something. */
type Present =
  /** A row that holds the same write, or one whose place it takes. */
  | { readonly kind: 'joined' | 'replaced'; readonly id: string }
  /** The same write was sent before: this is what the portal answered. */
  | { readonly kind: 'sent'; readonly answer: unknown }

/** What adding an edit came to. */
export type Added =
  | Present
  /** A row of its own, or one with another edit. */
  | { readonly kind: 'added' | 'merged'; readonly id: string }
  /** It took back what was never sent. */
  | { readonly kind: 'withdrawn' }
  /** Nothing was kept: what it would take the place of is on its way just now. */
  | { readonly kind: 'held'; readonly id: string }

/** What became of an edit that was kept. */
export type Kept = Exclude<Added, { readonly kind: 'held' }>

/**
 * Keeps an edit: with the one before it where that was never sent. Durable when it resolves.
 * @param options.underWay which edit is on its way, and must stay what it is
 */
export function addEdit(
  db: Db,
  kinds: EditKinds,
  edit: Edit,
  options: {
    readonly subject: string | null
    readonly now: number
    readonly underWay: string | null
  },
): Promise<Added> {
  const { subject, now, underWay } = options
  return db.transaction().execute(async (transaction): Promise<Added> => {
    const rules = rulesOf(kinds, edit)
    const resource = rules.resource(edit)
    const last = await lastOf(transaction, resource)
    const present = await presentOf(transaction, rules, edit, last)
    if (present?.kind === 'replaced') {
      if (present.id === underWay) return { kind: 'held', id: present.id }
      await changeEdit(transaction, kinds, present.id, edit)
      const about = { subject, queued_at: now }
      await transaction.updateTable('outbox').set(about).where('id', '=', present.id).execute()
    }
    // Whoever hands it in again does not want to wait.
    if (present?.kind === 'joined') await forgetWaits(transaction, present.id)
    if (present !== null) return present
    if (last?.state === 'queued' && last.edit.kind === edit.kind) {
      const merged = rules.merge(last.edit, edit)
      if (merged === null) {
        await removeEdit(transaction, last.id)
        return { kind: 'withdrawn' }
      }
      await changeEdit(transaction, kinds, last.id, merged)
      return { kind: 'merged', id: last.id }
    }
    const id = randomUUID()
    await transaction
      .insertInto('outbox')
      .values({
        id,
        resource,
        subject,
        queued_at: now,
        ...writtenAs(rules, edit),
        ...neverSent(),
      })
      .execute()
    return { kind: 'added', id }
  })
}

async function presentOf(
  db: Db,
  rules: EditRules,
  edit: Edit,
  last: QueuedEdit | null,
): Promise<Present | null> {
  if (rules.makes === null) return null
  const answered = await findAnswered(db, rules, edit)
  if (answered !== null) return { kind: 'sent', answer: answered.answer }
  if (last === null || last.edit.kind !== edit.kind) return null
  const { id, state } = last
  if (state !== 'refused' && last.body === writtenAs(rules, edit).body)
    return { kind: 'joined', id }
  // What has no name is sent again behind what may have been sent; all else did nothing so far.
  const isOver = state === 'sending' && rules.makes(edit) === null
  return isOver ? null : { kind: 'replaced', id }
}

/** What the portal answered to this very edit; null where it does not have it, or it has no name. */
export async function findAnswered(
  db: Db,
  rules: EditRules,
  edit: Edit,
): Promise<{ readonly answer: unknown } | null> {
  const name = rules.makes?.(edit) ?? null
  const made = name === null ? null : await findMade(db, name)
  return made !== null && made.body === writtenAs(rules, edit).body ? { answer: made.answer } : null
}

async function lastOf(db: Db, resource: string): Promise<QueuedEdit | null> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('resource', '=', resource)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rowSchema.safeParse(row).data ?? null
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
function writtenAs(rules: EditRules, edit: Edit) {
  const { endpoint, params, body } = rules.request(edit)
  return {
    edit: JSON.stringify(edit),
    endpoint,
    params: JSON.stringify(params),
    body: body === null ? null : JSON.stringify(body),
    if_match: isVersioned(edit) ? edit.version : null,
  }
}

const untried = { attempts: 0, next_attempt_at: null } as const

/** The columns of a write that the portal has never seen, under a key of its own. */
function neverSent() {
  return {
    state: 'queued',
    idempotency_key: randomUUID(),
    ...untried,
    error: null,
    current: null,
  } as const
}

/** Removes what the portal has, or what the person gave up. */
export async function removeEdit(db: Db, id: string): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', id).execute()
}

/** What was refused is tried once more: it did nothing, and goes as a new write. */
export async function askAgain(db: Db): Promise<void> {
  const refused = (await allEdits(db)).filter(({ state }) => state === 'refused')
  for (const { id } of refused) {
    // oxlint-disable-next-line no-await-in-loop -- one connection does one thing at a time
    await db.updateTable('outbox').set(neverSent()).where('id', '=', id).execute()
  }
}

/** Removes an edit that the portal did not take: later ones were made on its values. */
export function discardEdit(db: Db, id: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const gone = await findEdit(transaction, id)
    await removeEdit(transaction, id)
    if (gone !== null) await rebaseLater(transaction, gone)
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
