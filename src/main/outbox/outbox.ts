/** The outbox of who is signed in: what was done here and the portal does not have yet. */
import { Mutex } from 'async-mutex'
import { assertNever } from '../../shared/assert-never.ts'
import type { Edit, OutboxItem, OutboxView } from '../../shared/contract/offline/outbox.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import { signedInName } from '../session/session-owner.ts'
import { addEdit, findAnswered, type Added, type Kept } from './adding.ts'
import { findMade } from './made.ts'
import { batchesIn } from './batches.ts'
import { createOutboxBatches, keepingFailure, type OutboxBatches } from './outbox-batches.ts'
import { itemsOf } from './outbox-view.ts'
import {
  allEdits,
  askAgain,
  changeEdit,
  countEdits,
  discardEdit,
  editsAlone,
  findEdit,
  removeEdit,
  rulesOf,
  type Db,
  type EditCounts,
  type QueuedEdit,
} from './queue.ts'
import { createSender, type SenderOptions } from './sender.ts'
import { createSubmissions, type Submitted } from './submissions.ts'
import { isVersioned, resolveConflict } from './versioned-edit.ts'

/** What became of an edit that a form handed in. */
export type Submission =
  | Exclude<Submitted, { readonly kind: 'pending' }>
  /** Under `id` it waits here: its time was too short, the portal is away, or there is something to decide. */
  | { readonly kind: 'pending'; readonly id: string }
  /** It took back what was never sent: there is nothing left to do. */
  | { readonly kind: 'withdrawn' }

export type Outbox = {
  /**
   * Keeps an edit for who is signed in, and sends it as soon as that is possible. Durable when it answers;
   * else its failure says why nothing was kept (`disk_full`, `storage_failed`, `unauthenticated`;
   * `idempotency_conflict` where another was sent under its name).
   * @param subject the buyer or the title that it is about
   */
  readonly add: (edit: Edit, subject: string | null) => Promise<Result<Kept>>
  /**
   * As `add`, and waits for a moment for what the portal makes of it. What it refuses, or has another
   * version of, is the form's again and no longer here, where the form has all of it.
   */
  readonly submit: (edit: Edit, subject?: string | null) => Promise<Result<Submission>>
  /** As `add`, for applications that go as one: all are kept, or none. */
  readonly addBatch: OutboxBatches['add']
  /** All batches that are remembered, the latest first. */
  readonly batches: OutboxBatches['all']
  /** What became of each application of a batch; null where it is not remembered. */
  readonly batch: OutboxBatches['one']
  /** All that waits, those of batches too. */
  readonly items: () => Promise<OutboxItem[]>
  /** What the portal answered to what was made under this name; null where it was never sent. */
  readonly answered: (name: string) => Promise<unknown>
  /** What `owner` did that reads are to show: all but what the portal refused. */
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
  /** Of who is signed in; empty where nobody is. */
  readonly view: () => Promise<OutboxView>
  readonly counts: () => Promise<EditCounts>
  /** Tries what waits without waiting for its time, and what was refused once more. */
  readonly sendNow: () => Promise<OutboxView>
  readonly discard: (id: string) => Promise<OutboxView>
  /** Sends a conflict again. @param theirs the fields in which the portal's values stay */
  readonly resolve: (id: string, theirs: readonly string[]) => Promise<OutboxView>
  /** The portal can be reached again, or someone signed in: what waits goes now. */
  readonly wake: () => Promise<void>
  /** Resolves when nothing is on its way, and all that could go has gone. */
  readonly settled: () => Promise<void>
  /** For the end of the app: sends nothing any more; resolves when what is on its way was answered. */
  readonly close: () => Promise<void>
}

export type OutboxOptions = Omit<
  SenderOptions,
  'submissions' | 'choosing' | 'now' | 'random' | 'schedule' | 'onChange' | 'onAnswered' | 'onRest'
> &
  Partial<Pick<SenderOptions, 'now' | 'random' | 'schedule'>> & {
    /** An edit waits from now on, or no longer, or is another: what shows it is another too. */
    readonly onEdit: (edit: Edit) => void
    /** What waits is another; told once for what happens within a moment. */
    readonly onChange: (view: OutboxView) => void
    /** The portal has answered these: what they are about may be another there than what is kept. */
    readonly onAnswered: (edits: readonly Edit[]) => void
    /** How long a form waits for the portal, in ms. */
    readonly patienceMs?: number | undefined
  }

/** Long enough for a portal that is there, too short to be felt as waiting. */
const defaultPatienceMs = 1_500
/** Who asks for it sees it go, as long as that is not forever. */
const sendNowPatienceMs = 5_000
/** A thousand edits that go one after the other are not a thousand pictures of the rest. */
const momentMs = 50

/** An outbox that sends nothing until it is woken, or given something. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { session, store, kinds, onEdit, schedule = afterwards, now = Date.now } = options
  const submissions = createSubmissions(options.patienceMs ?? defaultPatienceMs)
  const choosing = new Mutex()
  /** Takes back what is about to be told; null where nothing is. */
  let untold: (() => void) | null = null
  /** Since the sender last rested: a thousand edits are no reason to ask a thousand times. */
  const answered: Edit[] = []
  const sender = createSender({
    random: Math.random,
    ...options,
    onChange: tell,
    onAnswered(edit) {
      onEdit(edit)
      answered.push(edit)
    },
    onRest() {
      if (answered.length > 0) options.onAnswered(answered.splice(0))
    },
    schedule,
    now,
    submissions,
    choosing,
  })

  function tell(): void {
    untold ??= afterwards(momentMs, () => void tellNow())
  }

  async function tellNow(): Promise<void> {
    untold?.()
    untold = null
    await view().then(options.onChange, options.onStoreFailure)
  }

  /** Does `work` in the store of who is signed in; null where nobody is. */
  async function within<Data>(work: (db: Db) => Promise<Data>): Promise<Data | null> {
    const owner = signedInName(session.view())
    return owner === null ? null : store.within(owner, ({ db }) => work(db))
  }

  async function keep(
    edit: Edit,
    subject: string | null,
    onKept: (added: Added) => void,
  ): Promise<Result<Kept>> {
    try {
      const added = await choosing.runExclusive(async () => {
        const context = { subject, now: now(), underWay: sender.underWay() }
        const kept = await within((db) => addEdit(db, kinds, edit, context))
        if (kept !== null) onKept(kept)
        return kept
      })
      if (added === null) return failure({ code: 'unauthenticated' })
      if (added.kind === 'taken') return failure({ code: 'idempotency_conflict' })
      if (added.kind !== 'held') return success(added)
      await sender.through(added.id)
      return keep(edit, subject, onKept)
    } catch (error) {
      return failure(keepingFailure(error))
    }
  }

  async function view(): Promise<OutboxView> {
    const items = itemsOf((await within(editsAlone)) ?? [], sender.underWay())
    const batches = await within((db) => batchesIn(db, 'waiting'))
    // In the order in which they were made, as all that waits.
    return batches === null || batches.length === 0
      ? { items }
      : { items, batches: batches.toReversed() }
  }

  /** What a form hears of what it handed in; null where nothing of it was kept yet. */
  function hearing(added: Added): Promise<Submitted> | null {
    switch (added.kind) {
      case 'added':
      case 'replaced':
        return submissions.wait(added.id, true)
      case 'merged':
        return submissions.wait(added.id, false)
      case 'joined':
        return submissions.join(added.id)
      case 'sent':
      case 'withdrawn':
      case 'held':
      case 'taken':
        return null
      default:
        return assertNever(added)
    }
  }

  async function submissionOf(
    edit: Edit,
    added: Kept,
    heard: Promise<Submitted> | null,
  ): Promise<Submission> {
    if (!('id' in added)) return added
    const submitted = (await heard) ?? { kind: 'pending' }
    if (submitted.kind !== 'pending') return submitted
    // A second click may come just as the first one is answered.
    const sent = await within((db) => findAnswered(db, rulesOf(kinds, edit), edit))
    return sent === null ? { kind: 'pending', id: added.id } : { kind: 'sent', ...sent }
  }

  function changed(edit: Edit): void {
    onEdit(edit)
    tell()
    sender.start()
  }

  const batches = createOutboxBatches({ kinds, now, choosing, within, sender, changed })

  /** Does `work` with one of those that wait, while none is being chosen to be sent. */
  async function change(
    id: string,
    work: (db: Db, queued: QueuedEdit) => Promise<void>,
  ): Promise<OutboxView> {
    const edit = await choosing.runExclusive(() =>
      within(async (db) => {
        const queued = sender.underWay() === id ? null : await findEdit(db, id)
        if (queued !== null) await work(db, queued)
        return queued?.edit ?? null
      }),
    )
    if (edit !== null) changed(edit)
    return view()
  }

  return {
    async add(edit, subject) {
      const added = await keep(edit, subject, (kept) => {
        if (kept.kind === 'merged') submissions.share(kept.id)
      })
      if (added.ok) changed(edit)
      return added
    },
    async submit(edit, subject = null) {
      let heard: Promise<Submitted> | null = null
      const added = await keep(edit, subject, (kept) => {
        heard = hearing(kept)
      })
      if (!added.ok) return added
      changed(edit)
      return success(await submissionOf(edit, added.data, heard))
    },
    addBatch: batches.add,
    batches: batches.all,
    batch: batches.one,
    items: async () => itemsOf((await within(allEdits)) ?? [], sender.underWay()),
    answered: async (name) => (await within((db) => findMade(db, name)))?.answer ?? null,
    async waiting(owner) {
      const edits = await store.within(owner, ({ db }) => allEdits(db), { make: false })
      return (edits ?? []).filter(({ state }) => state !== 'refused').map(({ edit }) => edit)
    },
    view,
    counts: async () => (await within(countEdits)) ?? { waiting: 0, needsAttention: 0 },
    async sendNow() {
      await choosing.runExclusive(() => within((db) => askAgain(db, kinds)))
      await sender.wake()
      await Promise.race([
        sender.settled(),
        new Promise<void>((end) => afterwards(sendNowPatienceMs, end)),
      ])
      tell()
      return view()
    },
    async discard(id) {
      await sender.through(id)
      if (await batches.discard(id)) return view()
      return change(id, (db) => discardEdit(db, kinds, id, now()))
    },
    resolve: (id, theirs) =>
      change(id, async (db, { state, current, edit }) => {
        if (state !== 'conflict' || current === null || !isVersioned(edit)) return
        const resolved = resolveConflict(edit, theirs, current.data, current.version)
        if (resolved === null) await removeEdit(db, id)
        else await changeEdit(db, kinds, id, resolved)
      }),
    wake: sender.wake,
    settled: sender.settled,
    async close() {
      await sender.close()
      // Once the store is closed, nothing waits as far as anyone can see.
      if (untold !== null) await tellNow()
    },
  }
}

/** The app may end before: what waits is kept. */
function afterwards(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
