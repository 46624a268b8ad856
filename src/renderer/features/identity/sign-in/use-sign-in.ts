import { useEffect, useState } from 'react'
import type { PortalStatus } from '../../../../shared/contract/offline/status.ts'
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

/**
 * Whether the portal is away, for whoever is about to sign in: false until it is known. Main is asked once
 * the page has nothing else to do. Apart from what the other pages know of it, which comes with them.
 */
export function usePortalAway(): boolean {
  const [isAway, setIsAway] = useState(false)
  useEffect(() => {
    const take = ({ connection }: PortalStatus) => setIsAway(connection.kind === 'offline')
    const stop = window.portal.on('status.changed', take)
    const idle = requestIdleCallback(() => void ask(take))
    return () => {
      stop()
      cancelIdleCallback(idle)
    }
  }, [])
  return isAway
}

async function ask(take: (status: PortalStatus) => void): Promise<void> {
  const known = await callPortal('status.read', {})
  if (known.ok && known.data.connection.kind !== 'unknown') return take(known.data)
  // Nothing was asked of the portal yet, so nobody can know.
  const found = await callPortal('status.check', {})
  if (found.ok) take(found.data)
}
