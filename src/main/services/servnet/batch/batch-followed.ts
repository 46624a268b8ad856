/** Applications of a batch, each followed to its decision. */
import type { Application } from '../../../../shared/contract/credit/applications.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { BatchProgress, FollowedRow } from '../../../../shared/contract/servnet/batch.ts'
import type { BatchRow } from '../../../outbox/batches.ts'
import type { Outbox } from '../../../outbox/outbox.ts'
import type { Resources } from '../../../resources/resources.ts'
import { applicationsList } from '../../credit/credit-lists.ts'

export type FollowedBatches = {
  /** All that are remembered, the latest first. */
  readonly all: () => Promise<Result<{ batches: BatchProgress[] }>>
  /** `not_found` where it is not remembered. */
  readonly one: (id: string) => Promise<Result<{ progress: BatchProgress; rows: FollowedRow[] }>>
}

/** Of who is signed in; nothing where nobody is. */
export function createFollowedBatches(options: {
  readonly outbox: Outbox
  readonly resources: Resources
}): FollowedBatches {
  const { outbox, resources } = options
  return {
    all: async () => success({ batches: await outbox.batches() }),
    async one(id) {
      const batch = await outbox.batch(id)
      if (batch === null) return failure({ code: 'not_found' })
      const ids = batch.rows.flatMap(({ application }) => application ?? [])
      const picked = await resources.pickRows(applicationsList, { kind: 'ids', ids })
      const applications = new Map(picked.ok ? picked.data.items.map((one) => [one.id, one]) : [])
      const rows = batch.rows.map((row) =>
        followed(row, applications.get(row.application ?? '') ?? null),
      )
      return success({ progress: batch.progress, rows })
    },
  }
}

function followed(row: BatchRow, application: Application | null): FollowedRow {
  const { about, position, edit, waiting } = row
  return {
    ...about,
    position,
    editId: edit,
    // While it waits, its page finds it under the name that this computer gave it.
    applicationId: row.application ?? (waiting?.state === 'waiting' ? edit : null),
    buyerId: application?.buyerId ?? about.buyerId,
    status: statusOf(row, application),
    error: waiting?.error ?? null,
    granted: application?.decision?.granted ?? null,
    decidedAt: application?.decision?.decidedAt ?? null,
    expectedBy: application?.expectedBy ?? null,
    startsOn: application?.startsOn ?? null,
    endsOn: application?.decision?.endsOn ?? application?.endsOn ?? null,
  }
}

/** What was sent and is not in the list yet is being decided. */
function statusOf(
  { waiting, isGivenUp }: BatchRow,
  application: Application | null,
): FollowedRow['status'] {
  if (waiting !== null) return waiting.state === 'refused' ? 'not_taken' : 'waiting'
  return isGivenUp ? 'given_up' : (application?.status ?? 'pending')
}
