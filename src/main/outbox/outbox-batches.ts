/** What the outbox does with applications that go as one. */
import type { Mutex } from 'async-mutex'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import type { BatchProgress } from '../../shared/contract/servnet/batch.ts'
import { storageTroubleOf } from '../store/trouble.ts'
import {
  addBatch,
  batchesIn,
  batchRowsIn,
  discardOfBatch,
  type BatchRow,
  type NewBatch,
} from './batches.ts'
import type { EditKinds } from './edit-kind.ts'
import type { Db } from './queue.ts'
import type { Sender } from './sender.ts'

/** A batch with what became of each of its applications. */
export type FollowedBatch = {
  readonly progress: BatchProgress
  readonly rows: readonly BatchRow[]
}

export type OutboxBatches = {
  readonly add: (batch: NewBatch) => Promise<Result<null>>
  readonly all: () => Promise<BatchProgress[]>
  readonly one: (id: string) => Promise<FollowedBatch | null>
  /** Gives up one application, or all that are left of a batch; whether there was any. */
  readonly discard: (id: string) => Promise<boolean>
}

/**
 * @param options.choosing held while an edit is chosen, and while some are added or given up
 * @param options.within does work in the store of who is signed in; null where nobody is
 * @param options.changed told of an edit that waits from now on, or no longer
 */
export function createOutboxBatches(options: {
  readonly kinds: EditKinds
  readonly now: () => number
  readonly choosing: Mutex
  readonly within: <Data>(work: (db: Db) => Promise<Data>) => Promise<Data | null>
  readonly sender: Pick<Sender, 'underWay'>
  readonly changed: (edit: Edit) => void
}): OutboxBatches {
  const { kinds, now, choosing, within, sender, changed } = options
  return {
    async add(batch) {
      try {
        const isKept = await within(async (db) => {
          await addBatch(db, kinds, batch, now())
          return true
        })
        if (isKept === null) return failure({ code: 'unauthenticated' })
      } catch (error) {
        return failure(keepingFailure(error))
      }
      // All of them show in the same lists.
      const [first] = batch.edits
      if (first !== undefined) changed(first.edit)
      return success(null)
    },
    all: async () => (await within((db) => batchesIn(db, 'all'))) ?? [],
    one: (id) =>
      within(async (db) => {
        const [progress] = await batchesIn(db, { id })
        return progress === undefined ? null : { progress, rows: await batchRowsIn(db, id) }
      }),
    async discard(id) {
      const given = await choosing.runExclusive(() =>
        within((db) => discardOfBatch(db, kinds, id, { underWay: sender.underWay(), now: now() })),
      )
      const [first] = given ?? []
      if (first !== undefined) changed(first)
      return first !== undefined
    },
  }
}

/** Why nothing was kept on this computer. */
export function keepingFailure(error: unknown): AppError {
  return { code: storageTroubleOf(error) === 'full' ? 'disk_full' : 'storage_failed' }
}
