/** Updates of the app, as main has them, and what a person can have it do. */
import { useState } from 'react'
import type { UpdatesState } from '../../../shared/contract/app/updates.ts'
import type { AppError, Result } from '../../../shared/contract/result.ts'
import { followed } from '../data/followed.ts'
import { callPortal } from '../data/portal.ts'
import { isLeavingBlocked } from '../navigation/navigation-blocker.ts'
import { isWithin, paths } from '../navigation/navigation.ts'

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

/** Chromium's own mark of fields that somebody has edited. */
const edited = ':is(:user-valid, :user-invalid)'
const secrets = `input[type=password]${edited}`
const fields = `:is(input, textarea)${edited}:not([type=search], [type=checkbox], [type=radio])`

/**
 * Whether the page holds something that closing the app would lose or interrupt. The profile knows of itself what of it is saved; every other form is in the way from the first word until
 * it has been sent. Passwords are kept nowhere, on any page.
 */
function hasUnsavedInput(): boolean {
  const inTheWay = isWithin(paths.profile, window.location.pathname) ? secrets : fields
  const filled = [...document.querySelectorAll<HTMLInputElement>(inTheWay)].some(
    ({ value }) => value !== '',
  )
  return isLeavingBlocked() || filled
}
