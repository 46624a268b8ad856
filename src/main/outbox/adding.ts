/** An edit comes into the outbox: as a row of its own, or with what is there of it already. */
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { dropAttachments } from '../store/attachments.ts'
import type { EditKinds, EditRules } from './edit-kind.ts'
import { dropHandedIn, markHandedIn } from './form-draft.ts'
import { findMade } from './made.ts'
import {
  changeEdit,
  findEdit,
  insertEdit,
  lastOf,
  removeEdit,
  rulesOf,
  untried,
  writtenAs,
  type Db,
  type QueuedEdit,
} from './queue.ts'
import { forgetWaits } from './sending-order.ts'

/** What was there of an edit that makes something. */
type Present =
  /** A row that holds the same write, or one whose place it takes. */
  | { readonly kind: 'joined' | 'replaced'; readonly id: string }
  /** The same write was sent before: this is what the portal answered. */
  | { readonly kind: 'sent'; readonly answer: unknown }
  /** Nothing was kept: another write was sent under this name. */
  | { readonly kind: 'taken' }

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
export type Kept = Exclude<Added, { readonly kind: 'held' | 'taken' }>

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
  return db.transaction().execute((transaction) => addWithin(transaction, kinds, edit, options))
}

async function addWithin(
  transaction: Db,
  kinds: EditKinds,
  edit: Edit,
  options: Parameters<typeof addEdit>[3],
): Promise<Added> {
  const { subject, now, underWay } = options
  const rules = rulesOf(kinds, edit)
  const resource = rules.resource(edit)
  const last = await lastOf(transaction, resource)
  const present = await presentOf(transaction, rules, edit, last)
  if (present?.kind === 'replaced') {
    if (present.id === underWay) return { kind: 'held', id: present.id }
    await replaceEdit(transaction, kinds, present.id, edit)
    // Those of the former that this one has no more.
    if (last !== null) await dropAttachments(transaction, rules.attached(last.edit))
    const about = { subject, queued_at: now }
    await transaction.updateTable('outbox').set(about).where('id', '=', present.id).execute()
  }
  if (present?.kind === 'taken') return present
  await markHandedIn(transaction, rules, edit)
  if (present?.kind === 'sent') {
    await dropHandedIn(transaction, rules, edit)
    // What has come to it since goes, too; what went with it is known by its name.
    for (const next of rules.next(edit, present.answer)) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await addWithin(transaction, kinds, next, options)
    }
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
  const id = await insertEdit(transaction, rules, edit, { subject, now })
  return { kind: 'added', id }
}

async function presentOf(
  db: Db,
  rules: EditRules,
  edit: Edit,
  last: QueuedEdit | null,
): Promise<Present | null> {
  if (rules.makes === null) return null
  const made = await findMadeBy(db, rules, edit)
  const { body } = writtenAs(rules, edit)
  if (made !== null) {
    return made.body === body ? { kind: 'sent', answer: made.answer } : { kind: 'taken' }
  }
  if (last === null || last.edit.kind !== edit.kind) return null
  const { id, state } = last
  const isSame = last.body === body && hasSameFiles(rules, last.edit, edit)
  if (state !== 'refused' && isSame) return { kind: 'joined', id }
  // What has no name is sent again behind what may have been sent; all else did nothing so far.
  const isOver = state === 'sending' && rules.makes(edit) === null
  return isOver ? null : { kind: 'replaced', id }
}

function hasSameFiles({ attached }: EditRules, one: Edit, other: Edit): boolean {
  return attached(one).join() === attached(other).join()
}

/** What the portal answered to this very edit; null where it does not have it, or it has no name. */
export async function findAnswered(
  db: Db,
  rules: EditRules,
  edit: Edit,
): Promise<{ readonly answer: unknown } | null> {
  const made = await findMadeBy(db, rules, edit)
  return made !== null && made.body === writtenAs(rules, edit).body ? { answer: made.answer } : null
}

async function findMadeBy(db: Db, rules: EditRules, edit: Edit) {
  const name = rules.makes?.(edit) ?? null
  return name === null ? null : findMade(db, name)
}

/**
 * Puts another edit in the place of one of the same name. Where the portal may have that one already, it
 * goes under the same key: the portal then does one of them, and refuses the other.
 */
async function replaceEdit(db: Db, kinds: EditKinds, id: string, edit: Edit): Promise<void> {
  const former = await findEdit(db, id)
  if (former?.state !== 'sending') return changeEdit(db, kinds, id, edit)
  await db
    .updateTable('outbox')
    .set({ ...writtenAs(rulesOf(kinds, edit), edit), ...untried, error: null })
    .where('id', '=', id)
    .execute()
}
