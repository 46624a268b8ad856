/**
 * Signing in, staying signed in, signing out. Tokens live here and, where the person asked to stay
 * signed in, in the keychain.
 *
 * The portal may answer after someone has signed out or another person in. Each step therefore
 * takes effect at once and as a whole, after asking whether it still may; what then remains to be
 * written is asked for in the same moment, and so in the order of the steps.
 */
import pTimeout from 'p-timeout'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { ParsedInput } from '../../shared/contract/routes.ts'
import type {
  SessionView,
  Device,
  Session,
  SessionUser,
} from '../../shared/contract/identity/sessions.ts'
import { noOwner, samePerson } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { DeviceSecret } from '../platform/secrets/device-secret.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { createBackgroundWork } from './background-work.ts'
import { createCurrentSession } from './current-session.ts'
import { createSessionKeeper } from './session-keeper.ts'
import { createSessionLocking, type SessionLocking } from './session-locking.ts'
import {
  activeOf,
  activeSessionOf,
  isNarrowing,
  refusalOf,
  signInError,
  usernameOf,
  type ActiveSession,
  type Gatekeeper,
} from './session-state.ts'
import { createTokenRenewal, isTokenRefusal } from './token-renewal.ts'

export type SessionService = {
  readonly view: () => SessionView
  /** Reads the keychain, once; the session then shows before the portal has been asked. */
  readonly restore: () => Promise<SessionView>
  /**
   * `unauthenticated` where someone signed out, or a later sign-in came through, before the portal
   * answered: the session is then ended there.
   */
  readonly signIn: (input: ParsedInput<'session.signIn'>) => Promise<Result<SessionView>>
  /**
   * Runs a call with a valid access token, renewing it ahead of its end or when it is refused.
   * `unauthenticated` where the session ended meanwhile, whatever the portal answered.
   */
  readonly authorized: <Data>(
    call: (token: string) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  /** Asks the portal how the session stands now. Being offline keeps it. */
  readonly refresh: () => Promise<Result<SessionView>>
  /** As `authorized`, for a call that answers the session which goes on in the present one's place. */
  readonly continueWith: (
    call: (token: string) => Promise<Result<Session>>,
  ) => Promise<Result<SessionView>>
  /** The profile was edited: what the app's frame shows of its owner follows. */
  readonly describe: (owner: string, known: DescribedUser) => void
  /** After a recovery: who has a new password is who will sign in, so that the name is filled in. */
  readonly prefillUsername: (username: string) => Promise<void>
  /**
   * Ends the session here; the portal is told in the background. A sign-in that begins after it, while
   * `isWanted` is being answered, stands. False where that answered no.
   */
  readonly signOut: (isWanted: () => Promise<boolean>) => Promise<boolean>
  readonly locking: SessionLocking
  /** Resolves when nothing that follows from what was done is on its way to the portal. */
  readonly settled: () => Promise<void>
  /**
   * Once a keychain that had failed works again: keeps the session in it that is open here, or
   * resumes the one that it holds. Whether the session now outlives this run.
   */
  readonly keepAgain: () => Promise<boolean>
  /**
   * For the end of the app: a session that nobody can resume ends at the portal too. Resolves when
   * nothing is on its way there any more.
   */
  readonly close: () => Promise<void>
}

/** What an edit of the profile changes of who is signed in. */
type DescribedUser = Partial<Pick<SessionUser, 'displayName' | 'language'>>

export type SessionServiceOptions = {
  readonly client: PortalClient
  readonly keychain: Keychain
  readonly store: Store
  readonly settings: Settings
  readonly device: Device
  readonly deviceSecret: DeviceSecret
  readonly gate: Gatekeeper
  /** How long signing in waits for a keychain that may be asking to be unlocked. */
  readonly patienceMs: number
  readonly onChange: (view: SessionView) => void
}

/** The session of this run; signed out until `restore` or `signIn` says otherwise. */
export function createSessionService(options: SessionServiceOptions): SessionService {
  const { client, keychain, store, settings, gate } = options
  const current = createCurrentSession(options.onChange)
  const keeper = createSessionKeeper({ keychain, settings, current, gate })
  const tokens = createTokenRenewal({ client, current, keeper, onEnded })
  const background = createBackgroundWork()
  const revoke = (active: ActiveSession) => void background.run(tokens.revoke(active))
  const locking = createSessionLocking({ settings, current, keeper, gate, revoke })
  let restoring: Promise<void> | null = null
  /** Sign-ins are numbered as they begin; those up to `overtaken` come too late. */
  let begun = 0
  let overtaken = 0

  async function onEnded({ user: { username } }: ActiveSession): Promise<void> {
    current.begin({ kind: 'signedOut', username, reason: 'session_ended' })
    await Promise.all([
      settings.update({ lastSession: 'returning' }),
      keeper.keepName(username),
      // What the portal gave is no longer theirs to see here; what they typed waits for them alone.
      store.forgetAnswers(username),
    ])
  }

  async function restoreOnce(): Promise<void> {
    const generation = current.generation()
    // Signed in or out before anyone asked: that is newer than what was kept.
    if (generation > 0) return
    const record = await keeper.read()
    if (record !== null && current.generation() === generation) await locking.resume(record)
  }

  async function createSession(username: string, password: string): Promise<Result<Session>> {
    const device = { ...options.device, secret: await options.deviceSecret() }
    return client.call('sessionCreate', { body: { username, password, device } })
  }

  async function replaceSession(active: ActiveSession, password: string): Promise<void> {
    const former = activeOf(current.state())
    const { language, username } = active.user
    const opened = store.openFor(username)
    // Until the keychain has this session: what it still holds is not to be resumed.
    const marked = settings.update({ lastSession: 'returning', profileLanguage: language })
    // A keychain that asks to be unlocked holds up nobody who has signed in.
    const admitted = pTimeout(background.run(locking.replace(active, password)), {
      milliseconds: options.patienceMs,
      fallback: () => undefined,
    })
    if (former !== null) revoke(former)
    await Promise.all([opened, marked, admitted])
  }

  async function replaceTokens(generation: number, session: Session): Promise<Result<SessionView>> {
    const state = current.state()
    if (state.kind !== 'signedIn' || current.generation() !== generation) {
      revoke(activeSessionOf(session, false))
      return failure({ code: 'unauthenticated' })
    }
    const active = activeSessionOf(session, state.active.staySignedIn)
    if (!samePerson(active.user.username, state.active.user.username)) {
      return failure({ code: 'portal_answer_invalid' })
    }
    const marked = settings.update({ profileLanguage: active.user.language })
    current.update(active)
    await Promise.all([marked, keeper.keep(active, false)])
    return success(current.view())
  }

  async function authorizedIn<Data>(
    generation: number,
    call: (token: string) => Promise<Result<Data>>,
  ): Promise<Result<Data>> {
    const token = await tokens.tokenOf(generation, null)
    if (!token.ok) return token
    const first = await call(token.data)
    if (first.ok || !isTokenRefusal(first.error)) return first
    const renewed = await tokens.tokenOf(generation, token.data)
    return renewed.ok ? call(renewed.data) : renewed
  }

  async function refresh(): Promise<Result<SessionView>> {
    const active = activeOf(current.state())
    if (active === null) return failure(refusalOf(current.view()) ?? { code: 'unauthenticated' })
    const renewed = await tokens.renew(active)
    return renewed.ok ? success(current.view()) : renewed
  }

  async function settled(): Promise<void> {
    await background.settled()
    await tokens.settled()
  }

  return {
    view: current.view,
    locking,
    settled,
    async restore() {
      await (restoring ??= restoreOnce())
      // As it is now: a page that is loaded again later asks again.
      return current.view()
    },
    async signIn({ username, password, staySignedIn }) {
      begun += 1
      const attempt = begun
      const result = await background.run(createSession(username, password))
      if (!result.ok) return failure(signInError(result.error))
      const active = activeSessionOf(result.data, staySignedIn)
      if (attempt <= overtaken) {
        revoke(active)
        return failure({ code: 'unauthenticated' })
      }
      overtaken = attempt
      await replaceSession(active, password)
      return success(current.view())
    },
    async authorized(call) {
      const generation = current.generation()
      const result = await authorizedIn(generation, call)
      if (current.generation() !== generation) return discarded(result)
      const closed = !result.ok && isNarrowing(result.error)
      if (closed && current.view().kind === 'ready') await refresh()
      return result
    },
    refresh,
    continueWith(call) {
      const generation = current.generation()
      return background.run(
        authorizedIn(generation, (token) =>
          tokens.exchange(async () => {
            const result = await call(token)
            return result.ok ? replaceTokens(generation, result.data) : result
          }),
        ),
      )
    },
    describe(owner, known) {
      const state = current.state()
      if (state.kind !== 'signedIn' || !samePerson(state.active.user.username, owner)) return
      const user = { ...state.active.user, ...known }
      void settings.update({ profileLanguage: user.language })
      current.update({ ...state.active, user })
    },
    async prefillUsername(username) {
      const state = current.state()
      if (state.kind === 'signedIn') {
        // The recovery ended every session of that person: the portal says so in its own words.
        if (samePerson(state.active.user.username, username)) await tokens.renew(state.active)
        return
      }
      const closed = store.close()
      current.begin({ kind: 'signedOut', username, reason: 'none' })
      await Promise.all([closed, keeper.keepName(username)])
    },
    async signOut(isWanted) {
      const [latest, owner] = [begun, usernameOf(current.view())]
      if (!(await isWanted())) return false
      const here = usernameOf(current.view())
      // Somebody has signed in meanwhile: they stay, and nothing of who was here before does.
      if (overtaken > latest) {
        if (owner !== null && !samePerson(owner, here ?? noOwner)) await store.leave(owner)
        return true
      }
      overtaken = latest
      const former = activeOf(current.state())
      current.begin({ kind: 'signedOut', username: null, reason: 'signed_out' })
      if (former !== null) revoke(former)
      const leaving = new Set([owner, here, noOwner].filter((one) => one !== null))
      await Promise.all([keeper.forget(), ...[...leaving].map(store.leave)])
      return true
    },
    async keepAgain() {
      const state = current.state()
      if (state.kind === 'signedIn') {
        return (await keeper.keep(state.active, true)) && state.active.staySignedIn
      }
      restoring = restoreOnce()
      await restoring
      return current.state().kind === 'signedIn'
    },
    async close() {
      overtaken = begun
      const state = current.state()
      const active = activeOf(state)
      // Of one that waits behind a password nothing is kept: the tokens came with signing in again.
      const isKept =
        active?.staySignedIn === true &&
        !(state.kind === 'locked' && state.closed.reason === 'lock')
      if (active !== null && !isKept) revoke(active)
      await settled()
    },
  }
}

/** The session that asked is over: what the portal still granted it is nobody's to use. */
function discarded<Data>(result: Result<Data>): Result<never> {
  return result.ok ? failure({ code: 'unauthenticated' }) : result
}
