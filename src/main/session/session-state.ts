/** Who is signed in, as main knows it, and as the renderer may know it. */
import { assertNever } from '../../shared/assert-never.ts'
import type {
  LockedView,
  LockReason,
  SessionView,
  Session,
  SessionNext,
  SessionUser,
} from '../../shared/contract/identity/sessions.ts'
import type { AppError } from '../../shared/contract/result.ts'
import type { LastSession } from '../platform/settings/settings-values.ts'

export type ActiveSession = {
  readonly refreshToken: string
  /** Null after a restart: the first call that needs it refreshes. */
  readonly access: { readonly token: string; readonly expiresAt: number } | null
  readonly next: SessionNext
  readonly user: SessionUser
  readonly staySignedIn: boolean
}

/** Why nothing is shown, and what the lock says of itself. */
export type Closed = Omit<LockedView, 'kind' | 'user' | 'signedIn'>

/** What stands before what is kept of a person, and the place for secrets that lies behind it. */
export type Gatekeeper = {
  /**
   * Opens what is kept of `username`, or tells why it stays closed; null where it is open.
   * @param password as the portal has just taken it; null where none was typed
   */
  readonly admit: (username: string, password: string | null) => Promise<Closed | null>
  /** Whether a password locks the app of `username`. */
  readonly isLocked: (username: string) => Promise<boolean>
  /** Whether everyone here has to set one, or one of a certain kind. */
  readonly mayDemandLock: boolean
  /** Whether `username` has to set one before going on. */
  readonly lacksLock: (username: string) => Promise<boolean>
  /** What was kept so; null where there is nothing, or what is theirs is not open. */
  readonly readSecret: (username: string) => Promise<string | null>
  /** Keeps it where only the lock's password leads. Whether it is kept now. */
  readonly keepSecret: (username: string, secret: string) => Promise<boolean>
}

export type SessionState =
  | Extract<SessionView, { kind: 'signedOut' }>
  | { readonly kind: 'signedIn'; readonly active: ActiveSession; readonly lacksLock: boolean }
  | {
      readonly kind: 'locked'
      readonly user: LockedView['user']
      readonly closed: Closed
      /** Null while a password stands before its tokens. */
      readonly active: ActiveSession | null
      readonly lacksLock: boolean
    }

/** What the renderer may know of `state`: never a token. */
export function viewOf(state: SessionState): SessionView {
  if (state.kind === 'signedOut') return state
  if (state.kind === 'locked') {
    const { user, closed, active } = state
    return { kind: 'locked', user, ...closed, signedIn: active !== null }
  }
  const { next, user } = state.active
  switch (next) {
    case 'ready':
      return { kind: state.lacksLock ? 'lockSetup' : 'ready', user }
    case 'enrolment':
      return { kind: 'enrolment', user }
    case 'password_change':
      return { kind: 'passwordChange', user }
    default:
      return assertNever(next)
  }
}

/** The tokens that are at hand, shown or not. */
export function activeOf(state: SessionState): ActiveSession | null {
  return state.kind === 'signedOut' ? null : state.active
}

/** Of `user`, what the lock shows. */
export function shownOf({
  username,
  displayName,
  language,
}: LockedView['user']): LockedView['user'] {
  return { username, displayName, language }
}

/** The refusal of whoever asks for something while this is shown; null where it is not to be refused. */
export function refusalOf(view: SessionView): AppError | null {
  if (view.kind === 'signedOut') return { code: 'unauthenticated' }
  if (view.kind === 'lockSetup') return { code: 'lock_required' }
  return view.kind === 'locked' ? { code: lockedCodes[view.reason] } : null
}

const lockedCodes = {
  lock: 'app_locked',
  lease: 'lease_over',
  clock: 'clock_set_back',
} as const satisfies Record<LockReason, AppError['code']>

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

/**
 * The page to open next time, said without saying who.
 * @param locked whether a password will stand before it
 */
export function lastSessionOf(active: ActiveSession, kept: boolean, locked: boolean): LastSession {
  if (!kept || !active.staySignedIn) return 'returning'
  if (locked) return 'locked'
  return active.next === 'enrolment' ? 'enrolment' : 'ready'
}

/** At sign-in an ended flow can only be the initial password's 14 days. */
export function signInError(error: AppError): AppError {
  return error.code === 'flow_expired' ? { ...error, code: 'initial_password_expired' } : error
}

const narrowingRefusals = new Set<AppError['code']>([
  'password_change_required',
  'enrolment_required',
])

/** Whether the session no longer opens what it did: a contact person asked for a new password, say. */
export function isNarrowing({ code }: AppError): boolean {
  return narrowingRefusals.has(code)
}
