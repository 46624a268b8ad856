/** Updates of the app, as main has them, and what a person can have it do. */
import { useState } from 'react'
import type { UpdatesState } from '../../../shared/contract/app/updates.ts'
import type { AppError, Result } from '../../../shared/contract/result.ts'
import { followed } from '../data/followed.ts'
import { callPortal } from '../data/portal.ts'
import { hasUnsavedInput } from '../forms/unsaved-input.ts'

const updates = followed<UpdatesState>({
  read: () => callPortal('updates.read', {}),
  follow: (take) => window.portal.on('updates.changed', take),
})

/** Null until main has said it. */
export const useUpdatesState = updates.use

export type UpdateAction = 'check' | 'download' | 'install'

const calls: Readonly<Record<UpdateAction, () => Promise<Result<UpdatesState>>>> = {
  check: () => callPortal('updates.check', {}),
  download: () => callPortal('updates.download', {}),
  install: () => callPortal('updates.install', { unsaved: hasUnsavedInput() }),
}

/** Has main do one of them at a time; `refusal` says why the last one was not done. */
export function useUpdateActions() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const act = async (action: UpdateAction) => {
    setBusy(true)
    const result = await calls[action]()
    setBusy(false)
    setRefusal(result.ok ? null : result.error)
    if (result.ok) updates.take(result.data)
  }
  return { busy, refusal, act }
}
