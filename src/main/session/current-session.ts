/** Who is signed in now. One place to ask, so that an answer that comes late can tell that it does. */
import { isDeepStrictEqual } from 'node:util'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import {
  activeOf,
  viewOf,
  type ActiveSession,
  type Closed,
  type SessionState,
} from './session-state.ts'

export type CurrentSession = {
  readonly state: () => SessionState
  readonly view: () => SessionView
  /**
   * Counts the beginnings and ends of sessions; renewing one is neither. What is done after a wait
   * asks whether this is still the number from before it: the same person may have signed in anew.
   */
  readonly generation: () => number
  /** Whether these tokens are the latest of the session. */
  readonly isLatest: (active: ActiveSession) => boolean
  /** A session begins or ends: what was under way for the former one no longer counts. */
  readonly begin: (next: SessionState) => void
  /**
   * The same session goes on with other tokens, or with what is now known of the person. Where it was
   * locked for want of the portal, it opens; a password is still asked for.
   */
  readonly update: (active: ActiveSession) => void
  /** What the lock says of itself is another: too many wrong passwords, say. */
  readonly relock: (closed: Closed) => void
  /** Whether the person has to set a lock before going on. */
  readonly demandLock: (isLacking: boolean) => void
}

/** @param onChange told where the difference is one that a page sees */
export function createCurrentSession(onChange: (view: SessionView) => void): CurrentSession {
  let state: SessionState = { kind: 'signedOut', username: null, reason: 'none' }
  let generation = 0

  function setState(next: SessionState): void {
    const before = viewOf(state)
    state = next
    const view = viewOf(next)
    if (!isDeepStrictEqual(before, view)) onChange(view)
  }

  return {
    state: () => state,
    view: () => viewOf(state),
    generation: () => generation,
    isLatest: ({ refreshToken }) => activeOf(state)?.refreshToken === refreshToken,
    begin(next) {
      generation += 1
      setState(next)
    },
    update(active) {
      // The portal was reached with it, which is all that the other locks wait for.
      if (state.kind === 'locked' && state.closed.reason === 'lock') setState({ ...state, active })
      else if (state.kind !== 'signedOut') {
        setState({ kind: 'signedIn', active, lacksLock: state.lacksLock })
      }
    },
    demandLock(lacksLock) {
      if (state.kind === 'signedIn') setState({ ...state, lacksLock })
    },
    relock(closed) {
      if (state.kind === 'locked') setState({ ...state, closed })
    },
  }
}
