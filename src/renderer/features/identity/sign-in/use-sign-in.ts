import { useState } from 'react'
import type { AppError } from '../../../../shared/contract/result.ts'
import { setSession, keepTypedUsername } from '../../../common/data/app-store.ts'
import { prefetchTexts } from '../../../common/i18n/i18n.ts'
import { callPortal } from '../../../common/data/portal.ts'

export type Credentials = {
  readonly username: string
  readonly password: string
  readonly staySignedIn: boolean
}

/** What stands between a person and the services. */
export type Obstacle =
  | { readonly kind: 'incomplete'; readonly missing: readonly ('username' | 'password')[] }
  /** Too many tries: `until` is in milliseconds since the epoch. */
  | { readonly kind: 'throttled'; readonly until: number }
  | { readonly kind: 'refused'; readonly error: AppError }

export type SignInState = {
  readonly busy: boolean
  readonly obstacle: Obstacle | null
  /** Counts failed tries, so that each is announced anew. */
  readonly attempt: number
}

/** The longest wait that is believed where the portal names none, in seconds. */
const waitWithoutRetryAfter = 30

/** Signing in, apart from how it looks. Success changes the session; the routes follow. */
export function useSignIn() {
  const [state, setState] = useState<SignInState>({ busy: false, obstacle: null, attempt: 0 })

  const fail = (obstacle: Obstacle) =>
    setState(({ attempt }) => ({ busy: false, obstacle, attempt: attempt + 1 }))

  const signIn = async ({ username, password, staySignedIn }: Credentials) => {
    const missing = [
      ...(username.trim() === '' ? (['username'] as const) : []),
      ...(password === '' ? (['password'] as const) : []),
    ]
    if (missing.length > 0) return fail({ kind: 'incomplete', missing })
    setState((before) => ({ ...before, busy: true }))
    const result = await callPortal('session.signIn', { username, password, staySignedIn })
    if (result.ok) {
      // Whoever comes back here is remembered by main.
      keepTypedUsername('')
      return setSession(result.data)
    }
    // The sentence must be there before it is shown, or the page would flicker.
    await prefetchTexts(['errors'])
    fail(obstacleOf(result.error))
  }

  return { ...state, signIn }
}

function obstacleOf(error: AppError): Obstacle {
  return error.code === 'too_many_attempts'
    ? {
        kind: 'throttled',
        until: Date.now() + (error.retryAfter ?? waitWithoutRetryAfter) * 1000,
      }
    : { kind: 'refused', error }
}
