/** The table that is being prepared, as main keeps it: every change is made there, and comes back checked. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AppError, Result } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { BatchChange, BatchView } from '../../../../shared/contract/servnet/batch.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { batchDraftQuery, batchesQuery } from '../api.ts'

type Drafted = RouteOutput<'servnet.batchDraft'>

export type Batch = {
  /** Null where nothing is being prepared. */
  readonly view: BatchView | null
  readonly busy: boolean
  /** Why the last thing did not work. */
  readonly error: AppError | null
  readonly open: () => void
  readonly paste: (text: string) => void
  readonly change: (change: BatchChange) => void
  readonly discard: () => void
  /** How many were handed in, and under which name; null where that failed. */
  readonly send: () => Promise<{ readonly id: string; readonly size: number } | null>
}

/** What can be done with the draft that was read. */
export function useBatch() {
  const queryClient = useQueryClient()
  const draft = useQuery(batchDraftQuery)
  const [busy, setBusy] = useState(0)
  const [error, setError] = useState<AppError | null>(null)
  /** One name for all clicks: what is sent twice by them is one batch. */
  const name = useRef(crypto.randomUUID())

  async function run<Answer extends Drafted>(
    call: Promise<Result<Answer>>,
  ): Promise<Result<Answer>> {
    setBusy((before) => before + 1)
    const result = await call
    setBusy((before) => before - 1)
    setError(result.ok ? null : result.error)
    if (result.ok) queryClient.setQueryData(batchDraftQuery.queryKey, { view: result.data.view })
    return result
  }

  const batch: Batch = {
    view: draft.data?.view ?? null,
    busy: busy > 0,
    error,
    open: () => void run(callPortal('servnet.openBatch', {})),
    paste: (text) => void run(callPortal('servnet.pasteBatch', { text })),
    change: (change) => void run(callPortal('servnet.changeBatch', change)),
    discard: () => void run(callPortal('servnet.discardBatch', {})),
    async send() {
      const id = name.current
      const result = await run(callPortal('servnet.sendBatch', { id }))
      if (!result.ok || result.data.size === 0) return null
      name.current = crypto.randomUUID()
      await queryClient.invalidateQueries({ queryKey: batchesQuery.queryKey })
      return { id, size: result.data.size }
    },
  }
  return { draft, batch }
}
