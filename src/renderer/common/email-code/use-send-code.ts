import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/result.ts'
import { callPortal } from '../data/portal.ts'
import type { Reauthentication } from './reauthentication.tsx'
import type { PendingEmailView } from '../../../shared/contract/identity/profile-view.ts'
import { pendingEmailQuery, profileQuery } from '../data/queries.ts'

/** Nothing is asked before it is done. */
export const atOnce: Reauthentication['run'] = (_, call) => call()

/**
 * Sends a code to `email`, or another one.
 * @param run asks for the password where that is needed
 * @param onSent the code before it counts no more
 */
export function useSendCode(email: string, run: Reauthentication['run'], onSent: () => void) {
  const awaitCode = useAwaitCode()
  const [state, setState] = useState({ busy: false, sent: false, error: noError() })
  const send = async () => {
    setState({ busy: true, sent: false, error: null })
    const result = await run({ kind: 'changeEmail' }, () =>
      callPortal('profile.requestEmail', { email, emailConfirmation: email }),
    )
    const sent = result?.ok === true
    setState({ busy: false, sent, error: result?.ok === false ? result.error : null })
    if (!sent) return
    awaitCode(result.data)
    onSent()
  }
  return { ...state, send }
}

function noError(): AppError | null {
  return null
}

/** Tells every page that a code was sent, and to which address; the portal is asked besides. */
export function useAwaitCode(): (pending: PendingEmailView) => void {
  const queryClient = useQueryClient()
  return (pending) => {
    const { id, email } = pending
    queryClient.setQueryData(pendingEmailQuery.queryKey, pending)
    queryClient.setQueryData(
      profileQuery.queryKey,
      (before) =>
        before && {
          ...before,
          me: {
            ...before.me,
            current: { ...before.me.current, pendingEmail: { id, email } },
          },
        },
    )
    void queryClient.invalidateQueries({ queryKey: profileQuery.queryKey, exact: true })
  }
}
