/** Who is signed in, as main knows it, and as the renderer may know it. */
import { assertNever } from '../../shared/assert-never.ts'
import type {
  SessionView,
  Session,
  SessionNext,
  SessionUser,
} from '../../shared/contract/identity/sessions.ts'
import type { LastSession } from '../platform/settings/settings-values.ts'

export type ActiveSession = {
  readonly refreshToken: string
  /** Null after a restart: the first call that needs it refreshes. */
  readonly access: { readonly token: string; readonly expiresAt: number } | null
  readonly next: SessionNext
  readonly user: SessionUser
  readonly staySignedIn: boolean
}

export type SessionState =
  | Extract<SessionView, { kind: 'signedOut' }>
  | { readonly kind: 'signedIn'; readonly active: ActiveSession }

/** What the renderer may know of `state`: never a token. */
export function viewOf(state: SessionState): SessionView {
  if (state.kind === 'signedOut') return state
  const { next, user } = state.active
  switch (next) {
    case 'ready':
      return { kind: 'ready', user }
    case 'enrolment':
      return { kind: 'enrolment', user }
    case 'password_change':
      return { kind: 'passwordChange', user }
    default:
      return assertNever(next)
  }
}

/** Who is signed in, or was the last to be; null where nobody is known. */
export function usernameOf(view: SessionView): string | null {
  return view.kind === 'signedOut' ? view.username : view.user.username
}

/** The portal's answer, as it is kept here. */
export function activeSessionOf(session: Session, staySignedIn: boolean): ActiveSession {
  const { accessToken, accessTokenExpiresAt, refreshToken, next, user } = session
  const access = { token: accessToken, expiresAt: Date.parse(accessTokenExpiresAt) }
  return { refreshToken, access, next, user, staySignedIn }
}

/** The page to open next time, said without saying who. */
export function lastSessionOf(active: ActiveSession, kept: boolean): LastSession {
  if (!kept || !active.staySignedIn) return 'returning'
  return active.next === 'enrolment' ? 'enrolment' : 'ready'
}
