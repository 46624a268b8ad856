/** What a person can do about what waits to be sent; each says what came of it. */
import { useState } from 'react'
import type { OutboxItem, OutboxView } from '../../../shared/contract/offline/outbox.ts'
import type { AppError, Result } from '../../../shared/contract/result.ts'
import { takeOutbox } from '../data/portal-status.ts'
import { callPortal } from '../data/portal.ts'

/** Choosing between two values, and giving an edit up; `error` says why the last one did not work. */
export function useOutboxActions() {
  const [error, setError] = useState<AppError | null>(null)
  const settle = (result: Result<OutboxView>) => {
    takeOutbox(result)
    setError(result.ok ? null : result.error)
  }
  return {
    error,
    /** In `theirs` the portal's values stay. */
    resolve: async ({ id }: OutboxItem, theirs: readonly string[]) =>
      settle(await callPortal('outbox.resolve', { id, theirs: [...theirs] })),
    discard: async ({ id }: OutboxItem) => settle(await callPortal('outbox.discard', { id })),
  }
}

/** Tries what waits without waiting for its time; `notSent` where some of it is still here afterwards. */
export function useSendNow() {
  const [state, setState] = useState({ busy: false, notSent: false })
  /** Whether nothing waits any more. */
  const send = async (): Promise<boolean> => {
    setState({ busy: true, notSent: false })
    const result = await callPortal('outbox.sendNow', {})
    takeOutbox(result)
    const allSent =
      result.ok && result.data.items.length === 0 && (result.data.batches ?? []).length === 0
    setState({ busy: false, notSent: !allSent })
    return allSent
  }
  return { ...state, send }
}

/** Saves what waits as a file that the person keeps; `fileName` once it is there. */
export function useOutboxExport() {
  const [error, setError] = useState<AppError | null>(null)
  const [fileName, setFileName] = useState<string | null>(null)
  const save = async () => {
    setError(null)
    setFileName(null)
    const result = await callPortal('outbox.export', {})
    if (!result.ok) setError(result.error)
    else if (result.data.kind === 'saved') setFileName(result.data.fileName)
  }
  return { error, fileName, save }
}
