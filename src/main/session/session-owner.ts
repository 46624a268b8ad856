/** On whose behalf main works. */
import { failure, type Result } from '../../shared/contract/result.ts'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { SessionService } from './session-service.ts'
import { refusalOf } from './session-state.ts'

/** Who is signed in; null where nobody is, or what is theirs is locked. */
export function signedInName(view: SessionView): string | null {
  return view.kind === 'signedOut' || view.kind === 'locked' ? null : view.user.username
}

/** The services of who is signed in and may go on; none for anybody else. */
export function grantedServices(view: SessionView): readonly ServiceId[] {
  return view.kind === 'ready' ? view.user.services : []
}

/**
 * Whose typing is kept. Also after the portal ended the session, and in the moment in which the app
 * locks, so that what is being typed then is not lost; null where nobody is signed in.
 */
export function draftOwnerOf(view: SessionView): string | null {
  if (view.kind !== 'signedOut') return view.user.username
  return view.reason === 'session_ended' ? view.username : null
}

/** Asks the portal how this person's session stands; `unauthenticated` where it is open no more. */
export async function refreshOf(
  session: SessionService,
  username: string,
): Promise<Result<SessionView>> {
  return signedInName(session.view()) === username
    ? session.refresh()
    : failure({ code: 'unauthenticated' })
}

/** Does `work` for who is signed in; a refusal that says why where nobody is. */
export async function forUser<Data>(
  session: Pick<SessionService, 'view'>,
  work: (username: string) => Promise<Result<Data>>,
): Promise<Result<Data>> {
  const username = signedInName(session.view())
  if (username !== null) return work(username)
  return failure(refusalOf(session.view()) ?? { code: 'unauthenticated' })
}
