/** The outbox of who is signed in: what was done here and the portal does not have yet. */
import type { Edit, OutboxView } from '../../shared/contract/offline/outbox.ts'
import type { AppError, Result } from '../../shared/contract/result.ts'

/** What became of an edit within the time that its form waits. */
export type Submission =
  /** The portal has it: the resource as it is there now, where the endpoint answers it. */
  | { readonly kind: 'sent'; readonly data: unknown; readonly version: string | null }
  /** The same field was changed elsewhere. It is with the form again, and no longer here. */
  | { readonly kind: 'conflict'; readonly data: unknown; readonly version: string }
  /** The portal does not take it. It is with the form again, and no longer here. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** It stays here, and goes by itself. */
  | { readonly kind: 'pending' }

export type EditCounts = {
  /** What goes by itself. */
  readonly waiting: number
  /** What the person has to decide. */
  readonly needsAttention: number
}

export type Outbox = {
  /**
   * Keeps an edit for who is signed in, and sends it as soon as that is possible. Durable when it answers;
   * else its failure says why nothing was kept (`disk_full`, `storage_failed`, `unauthenticated`).
   * @param subject the buyer or the title that it is about
   */
  readonly add: (edit: Edit, subject: string | null) => Promise<Result<{ readonly id: string }>>
  /** As `add`, and waits for a moment for what the portal makes of it. */
  readonly submit: (edit: Edit) => Promise<Result<Submission>>
  /** What `owner` did that reads are to show: all but what the portal refused. */
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
  readonly view: () => Promise<OutboxView>
  readonly counts: () => Promise<EditCounts>
  /** Sends all that can be sent, without waiting for its time, and what was refused once more. */
  readonly sendNow: () => Promise<OutboxView>
  readonly discard: (id: string) => Promise<OutboxView>
  /** Sends a conflict again. @param theirs the fields in which the portal's values stay */
  readonly resolve: (id: string, theirs: readonly string[]) => Promise<OutboxView>
  /** The portal can be reached again, or someone signed in: what waits goes now. */
  readonly wake: () => void
  /** Resolves when nothing is on its way. */
  readonly settled: () => Promise<void>
  /** Ends sending; what is on its way is waited for. */
  readonly close: () => Promise<void>
}
