/**
 * One sending of one edit, and what follows from it in the store. What the portal answers and the end of
 * the edit's waiting are one transaction: a crash leaves both or none.
 */
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import type { AppError } from '../../shared/contract/result.ts'
import type { FixedWrite, WriteAnswer } from '../portal-client/portal-client.ts'
import { dropAttachments, findAttachment } from '../store/attachments.ts'
import { noteBatchSent } from './batches.ts'
import type { EditKinds } from './edit-kind.ts'
import { dropHandedIn } from './form-draft.ts'
import { keepMade } from './made.ts'
import {
  changeEdit,
  findEdit,
  insertEdit,
  rebaseLater,
  removeEdit,
  rulesOf,
  type Db,
  type QueuedEdit,
} from './queue.ts'
import { setbackOf, waitAfter, type Setback } from './retries.ts'
import { isVersioned, mergeWithCurrent } from './versioned-edit.ts'

/** Brings an edit that the portal took, and what it answered, into what is kept of its answers. */
export type BringIn = (db: Db, owner: string, edit: Edit, answer: unknown) => Promise<void>

export type AttemptContext = {
  readonly kinds: EditKinds
  readonly bringIn: BringIn
  /** In ms since 1970, by this computer's clock. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

export type Sent = {
  readonly id: string
  readonly owner: string
  /** Under which it was sent. */
  readonly key: string
  /** The form that made it still waits: a conflict or a refusal is answered there. */
  readonly takeBack: boolean
}

/** What one sending came to. */
export type Outcome =
  | { readonly kind: 'sent'; readonly edit: Edit; readonly answer: unknown }
  /** `isBack`: the form that made it has it again, and it is no longer here. */
  | { readonly kind: 'conflict'; readonly edit: Edit; readonly isBack: boolean }
  | { readonly kind: 'refused'; readonly edit: Edit; readonly error: AppError }
  /** Merged with what was changed elsewhere: it goes again as another write. */
  | { readonly kind: 'merged' }
  | { readonly kind: 'setback'; readonly of: Exclude<Setback, 'refused'>; readonly error: AppError }

/**
 * Fixes the request of an edit that is about to be sent: from now on it is this one, under this key.
 * Null where the edit is gone.
 */
export function fixRequest(db: Db, { kinds }: AttemptContext, id: string) {
  return db.transaction().execute(async (transaction): Promise<FixedWrite | null> => {
    const row = await findEdit(transaction, id)
    if (row === null) {
      // Of another version of this app: it stays, and holds nothing up.
      await transaction
        .updateTable('outbox')
        .set({ state: 'refused' })
        .where('id', '=', id)
        .execute()
      return null
    }
    if (row.state === 'queued') await meantForPresent(transaction, kinds, row)
    await transaction
      .updateTable('outbox')
      .set(({ eb }) => ({
        state: 'sending',
        attempts: eb('attempts', '+', 1),
        next_attempt_at: null,
      }))
      .where('id', '=', id)
      .execute()
    const fixed = await findEdit(transaction, id)
    if (fixed === null) return null
    const { endpoint, params, if_match: ifMatch, idempotency_key: idempotencyKey } = fixed
    const body = await withContent(transaction, kinds, fixed)
    return { endpoint, params, body, ifMatch, idempotencyKey }
  })
}

/** The body of a request, with the file in it that goes with it. */
async function withContent(
  db: Db,
  kinds: EditKinds,
  { body, edit }: QueuedEdit,
): Promise<string | null> {
  const file = rulesOf(kinds, edit).content(edit)
  const bytes = file === null ? null : await findAttachment(db, file)
  if (body === null || bytes === null) return body
  const fields: unknown = JSON.parse(body)
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return JSON.stringify(isFields(fields) ? { ...fields, content } : fields)
}

/**
 * An edit of a version that is not the present one, as far as is known here, is sent for the present one
 * where nothing in it is to be asked. What is known here may have passed: the portal has the last word.
 */
async function meantForPresent(db: Db, kinds: EditKinds, row: QueuedEdit): Promise<void> {
  const { answer } = rulesOf(kinds, row.edit)
  if (answer === null || !isVersioned(row.edit)) return
  const kept = await db
    .selectFrom('answers')
    .select(['data', 'etag'])
    .where('resource', '=', answer)
    .executeTakeFirst()
  if (kept === undefined || kept.etag === null || kept.etag === row.edit.version) return
  const data: unknown = JSON.parse(kept.data)
  if (!isFields(data)) return
  const merged = mergeWithCurrent(row.edit, data, kept.etag)
  if (merged.kind === 'send') await changeEdit(db, kinds, row.id, merged.edit, row)
}

/** The portal has it: its answer, or the edit itself, goes into what is kept, and the edit is done. */
async function settle(
  db: Db,
  { kinds, bringIn, now }: AttemptContext,
  { owner }: Sent,
  row: QueuedEdit,
  { data, version }: { readonly data: unknown; readonly version: string | null },
): Promise<void> {
  const rules = rulesOf(kinds, row.edit)
  const { answer, makes } = rules
  if (answer !== null) await keepAnswer(db, answer, { data, version, now: now() })
  const name = makes?.(row.edit) ?? null
  if (name !== null) await keepMade(db, name, { body: row.body, answer: data, now: now() })
  if (row.batch !== null) await noteBatchSent(db, row.edit, data)
  await dropHandedIn(db, rules, row.edit)
  await bringIn(db, owner, row.edit, data)
  await removeEdit(db, row.id)
  for (const next of rules.next(row.edit, data)) {
    const about = { subject: row.subject, now: now() }
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await insertEdit(db, rulesOf(kinds, next), next, about)
  }
  await dropAttachments(db, rules.attached(row.edit))
}

async function keepAnswer(
  db: Db,
  resource: string,
  { data, version, now }: { data: unknown; version: string | null; now: number },
): Promise<void> {
  const kept = { data: JSON.stringify(data), etag: version, fetched_at: now }
  await db
    .insertInto('answers')
    .values({ resource, params: '', ...kept })
    .onConflict((conflict) => conflict.columns(['resource', 'params']).doUpdateSet(kept))
    .execute()
}

/**
 * Takes down what the portal answered. Null where the edit is gone, or another write by now.
 */
export function takeAnswer(
  db: Db,
  context: AttemptContext,
  sent: Sent,
  answer: WriteAnswer,
): Promise<Outcome | null> {
  return db.transaction().execute(async (transaction): Promise<Outcome | null> => {
    const row = await findEdit(transaction, sent.id)
    if (row === null || row.idempotency_key !== sent.key) return null
    if (answer.kind === 'done') {
      await settle(transaction, context, sent, row, answer)
      return { kind: 'sent', edit: row.edit, answer: answer.data }
    }
    return meet(transaction, context, sent, row, answer)
  })
}

/** Another version is there than the one that the edit is meant for. */
async function meet(
  db: Db,
  context: AttemptContext,
  sent: Sent,
  row: QueuedEdit,
  current: { readonly data: unknown; readonly version: string },
): Promise<Outcome> {
  const { kinds, now, random } = context
  const { data, version } = current
  const { takeBack } = sent
  const { answer } = rulesOf(kinds, row.edit)
  if (answer === null || !isVersioned(row.edit) || !isFields(data)) {
    return refuse(db, context, row, { code: 'precondition_failed' }, takeBack)
  }
  const merged = mergeWithCurrent(row.edit, data, version)
  if (merged.kind === 'settled') {
    await settle(db, context, sent, row, current)
    return { kind: 'sent', edit: row.edit, answer: data }
  }
  await keepAnswer(db, answer, { data, version, now: now() })
  if (merged.kind === 'send') {
    // Whoever edits elsewhere is a person; what changes faster than that is not to be outrun.
    const wait =
      row.attempts < 3
        ? null
        : now() + waitAfter(row.attempts, { code: 'precondition_failed' }, random())
    await changeEdit(db, kinds, row.id, merged.edit, {
      attempts: row.attempts,
      next_attempt_at: wait,
    })
    return { kind: 'merged' }
  }
  if (takeBack) await removeEdit(db, row.id)
  else {
    const kept = JSON.stringify({ version, data })
    await db
      .updateTable('outbox')
      .set({ state: 'conflict', current: kept, error: null, next_attempt_at: null })
      .where('id', '=', row.id)
      .execute()
  }
  return { kind: 'conflict', edit: row.edit, isBack: takeBack }
}

/** Takes down why it did not get through. Null where the edit is gone, or another write by now. */
export function takeFailure(
  db: Db,
  context: AttemptContext,
  sent: Sent,
  error: AppError,
): Promise<Outcome | null> {
  return db.transaction().execute(async (transaction): Promise<Outcome | null> => {
    const row = await findEdit(transaction, sent.id)
    if (row === null || row.idempotency_key !== sent.key) return null
    const of = setbackOf(error)
    if (of === 'refused') return refuse(transaction, context, row, error, sent.takeBack)
    const { attempts } = row
    const next_attempt_at = context.now() + waitAfter(attempts, error, context.random())
    if (of === 'again') {
      await changeEdit(transaction, context.kinds, row.id, row.edit, { attempts, next_attempt_at })
    }
    await transaction
      .updateTable('outbox')
      .set({ next_attempt_at, error: JSON.stringify(error) })
      .where('id', '=', row.id)
      .execute()
    return { kind: 'setback', of, error }
  })
}

/** The portal does not take it: the form that still waits has it, or the person finds it here. */
async function refuse(
  db: Db,
  { kinds, now }: AttemptContext,
  row: QueuedEdit,
  error: AppError,
  takeBack: boolean,
): Promise<Outcome> {
  if (takeBack) await removeEdit(db, row.id)
  else {
    await db
      .updateTable('outbox')
      .set({ state: 'refused', error: JSON.stringify(error), next_attempt_at: null })
      .where('id', '=', row.id)
      .execute()
  }
  const name = rulesOf(kinds, row.edit).makes?.(row.edit) ?? null
  // The portal has another under this name: whatever comes under it from now on is not sent beside that.
  if (error.code === 'idempotency_conflict' && name !== null) {
    await keepMade(db, name, { body: null, answer: null, now: now() })
  }
  await rebaseLater(db, row)
  return { kind: 'refused', edit: row.edit, error }
}

function isFields(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null
}
