/** The ledger that is kept on this computer, as main answers it: every change is made there. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ExposureView, LedgerChange } from '../../../../shared/contract/servnet/exposure.ts'
import type { AppError, Result } from '../../../../shared/contract/result.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { exposureQuery } from '../api.ts'

export type Exposure = {
  /** Null where no ledger is kept. */
  readonly view: ExposureView | null
  /** Of what is under way: the page goes on answering meanwhile. */
  readonly busy: 'opening' | 'changing' | null
  /** Why the last thing did not work. */
  readonly error: AppError | null
  /** Another one whenever another ledger, or another reading of it, is there. */
  readonly round: number
  readonly open: () => void
  readonly change: (change: LedgerChange) => void
  readonly remove: () => void
}

/** What can be done with the ledger. */
export function useExposure() {
  const queryClient = useQueryClient()
  const kept = useQuery(exposureQuery)
  const [busy, setBusy] = useState<Exposure['busy']>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [round, setRound] = useState(0)
  /** What one asks for while the last thing is under way comes after it. */
  const last = useRef<Promise<void>>(Promise.resolve())

  async function run(
    kind: NonNullable<Exposure['busy']>,
    call: () => Promise<Result<{ readonly view: ExposureView | null }>>,
  ): Promise<void> {
    const before = last.current
    const mine = Promise.withResolvers<void>()
    last.current = mine.promise
    setBusy(kind)
    await before
    const result = await call()
    mine.resolve()
    if (last.current === mine.promise) setBusy(null)
    setError(result.ok ? null : result.error)
    if (!result.ok) return
    // Whatever was on its way is of the former one.
    await queryClient.cancelQueries({ queryKey: exposureQuery.queryKey })
    queryClient.setQueryData(exposureQuery.queryKey, { view: result.data.view })
    queryClient.removeQueries({ queryKey: ['servnet', 'ledger-customer'] })
    setRound((now) => now + 1)
  }

  const exposure: Exposure = {
    view: kept.data?.view ?? null,
    busy,
    error,
    round,
    open: () => void run('opening', () => callPortal('servnet.openLedger', {})),
    change: (change) => void run('changing', () => callPortal('servnet.changeLedger', change)),
    remove: () =>
      void run('changing', async () => {
        const result = await callPortal('servnet.removeLedger', {})
        return result.ok ? { ok: true, data: { view: null } } : result
      }),
  }
  return { kept, exposure }
}
