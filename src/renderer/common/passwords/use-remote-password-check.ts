import { useEffect, useState } from 'react'
import type { PasswordFailure } from '../../../shared/contract/identity/password-policy.ts'
import { callPortal } from '../data/portal.ts'

/** `waiting` stands for "no answer to be had now": saving checks again in any case. */
export type RemoteCheck =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly failures: readonly PasswordFailure[] }

type Answer = { readonly password: string; readonly check: RemoteCheck }

/** Long enough that one asks for a finished word and not for each key, in milliseconds. */
const pause = 450

/**
 * Asks the portal for what only it can know of a password: whether it is a common one. Asks for
 * passwords that pass all other rules (`ready`), once typing pauses.
 */
export function useRemotePasswordCheck(
  password: string,
  username: string,
  ready: boolean,
): RemoteCheck {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (!ready) return undefined
    let current = true
    const ask = async () => {
      const result = await callPortal('portal.checkPassword', { password, username })
      if (!current) return
      const check: RemoteCheck = result.ok
        ? { kind: 'checked', failures: result.data.failures }
        : { kind: 'waiting' }
      setAnswer({ password, check })
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [password, username, ready])
  if (!ready) return { kind: 'waiting' }
  return answer?.password === password ? answer.check : { kind: 'checking' }
}
