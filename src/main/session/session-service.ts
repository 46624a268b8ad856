/**
 * Signing in, staying signed in, signing out. Tokens live here and, where the person asked to stay
 * signed in, in the keychain.
 */
import { isDeepStrictEqual } from 'node:util'
import { failure, success, type AppError, type Result } from '../../shared/ipc/result.ts'
import type { ParsedInput } from '../../shared/ipc/routes.ts'
import type { SessionView } from '../../shared/ipc/session-view.ts'
import type { Device, Session } from '../../shared/portal/sessions.ts'
import type { SealedStore } from '../offline/sealed-store.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { DeviceSecret } from '../secrets/device-secret.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Settings } from '../settings/settings.ts'
import { parseSessionRecord, type SessionRecord } from './session-record.ts'
import { heldOf, lastSessionOf, viewOf, type Held, type SessionState } from './session-state.ts'

export type SessionService = {
  readonly view: () => SessionView
  /** Reads the keychain, once; the session then shows before the portal has been asked. */
  readonly restore: () => Promise<SessionView>
  readonly signIn: (input: ParsedInput<'session.signIn'>) => Promise<Result<SessionView>>
  /** Runs a call with a valid access token, renewing it ahead of its end or when it is refused. */
  readonly authorized: <Data>(
    call: (token: string) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  /** Asks the portal how the session stands now. Being offline keeps it. */
  readonly refresh: () => Promise<Result<SessionView>>
  /** Takes over the session that completing the enrolment answers. */
  readonly adopt: (session: Session) => Promise<SessionView>
  /** After a recovery: who has a new password is who will sign in, so that the name is filled in. */
  readonly expect: (username: string) => Promise<void>
  /** Ends the session here at once; the portal is told in the background. */
  readonly signOut: () => Promise<SessionView>
  /**
   * For the end of the app: a session that nobody can resume ends at the portal too. Resolves when
   * nothing is on its way there any more.
   */
  readonly close: () => Promise<void>
}

export type SessionServiceOptions = {
  readonly client: PortalClient
  readonly vault: Vault
  readonly store: SealedStore
  readonly settings: Settings
  readonly device: Device
  readonly deviceSecret: DeviceSecret
  readonly onChange: (view: SessionView) => void
}

/** Renewed this long before its end, so that no call leaves with a token that ends on its way. */
const renewAheadMs = 30_000

/** The portal refused the token itself, not what was asked with it. */
const tokenRefusals = new Set<AppError['code']>(['unauthenticated', 'token_expired'])
const isRefusal = (error: AppError) => tokenRefusals.has(error.code)

/** The session no longer opens what it did: a contact person asked for a new password, say. */
const lessOpen = new Set<AppError['code']>(['password_change_required', 'enrolment_required'])

export function createSessionService(options: SessionServiceOptions): SessionService {
  const { client, vault, store, settings } = options
  let state: SessionState = { kind: 'signedOut', username: null, reason: 'none' }
  let restoring: Promise<unknown> | null = null
  let refreshing: { readonly of: Held; readonly result: Promise<Result<Held>> } | null = null
  /** Counts takeovers, so that an answer that comes late does not undo what came after it. */
  let generation = 0
  const pending = new Set<Promise<unknown>>()

  function become(next: SessionState): SessionView {
    const before = viewOf(state)
    state = next
    const view = viewOf(next)
    if (!isDeepStrictEqual(before, view)) options.onChange(view)
    return view
  }

  /** Whether the session outlives this run. */
  async function keep(held: Held, insist: boolean): Promise<boolean> {
    const started = generation
    const { refreshToken, next, user } = held
    const record: SessionRecord = held.staySignedIn
      ? { kind: 'session', refreshToken, next, user }
      : { kind: 'username', username: user.username }
    const kept = await vault.write('session', JSON.stringify(record), { insist })
    // Signed out meanwhile: that mark stays.
    if (generation !== started) return kept
    await settings.update({
      lastSession: lastSessionOf(held, kept),
      profileLanguage: user.language,
    })
    return kept
  }

  /** What remains is the name, to be filled in. */
  function keepName(username: string): Promise<boolean> {
    const record: SessionRecord = { kind: 'username', username }
    return vault.write('session', JSON.stringify(record))
  }

  async function restoreOnce(): Promise<SessionView> {
    // Signed in or out before anyone asked: that is newer than what was kept.
    if (generation > 0) return viewOf(state)
    const started = generation
    if (settings.values().lastSession === 'signedOut') {
      await vault.remove('session')
      return viewOf(state)
    }
    const stored = await vault.read('session')
    const record = stored.ok && stored.data !== null ? parseSessionRecord(stored.data) : null
    if (record === null || generation !== started) return viewOf(state)
    const username = record.kind === 'username' ? record.username : record.user.username
    store.openFor(username)
    if (record.kind === 'username') return become({ kind: 'signedOut', username, reason: 'none' })
    if (settings.values().lastSession === 'returning') {
      // The keychain refused the token that came after this one, which is used up: the portal would
      // take it for a stolen one.
      await keepName(username)
      return generation === started
        ? become({ kind: 'signedOut', username, reason: 'none' })
        : viewOf(state)
    }
    const { refreshToken, next, user } = record
    return become({
      kind: 'signedIn',
      held: { refreshToken, access: null, next, user, staySignedIn: true },
    })
  }

  async function endSession(held: Held): Promise<void> {
    const { username } = held.user
    generation += 1
    become({ kind: 'signedOut', username, reason: 'session_ended' })
    await keepName(username)
    await settings.update({ lastSession: 'returning' })
  }

  async function renew(held: Held): Promise<Result<Held>> {
    const { refreshToken } = held
    const result = await client.call('sessionRefresh', { body: { refreshToken } })
    const current = state.kind === 'signedIn' && state.held === held
    if (!result.ok) {
      if (!isRefusal(result.error)) return result
      if (current) await endSession(held)
      return failure({ code: 'session_ended' })
    }
    const renewed = heldOf(result.data, held.staySignedIn)
    if (!current) return success(renewed)
    // Kept before it is used: the portal accepts the former token only until then, so that a
    // crash at any moment leaves a token that still works.
    await keep(renewed, false)
    if (state.kind === 'signedIn' && state.held === held) {
      become({ kind: 'signedIn', held: renewed })
    }
    return success(renewed)
  }

  /** What is under way to renew this session, and none that was before it. */
  function renewalOf(held: Held): Promise<Result<Held>> | null {
    return refreshing?.of === held ? refreshing.result : null
  }

  /** One refresh in flight: two would rotate the token twice and revoke each other. */
  function refreshOnce(held: Held): Promise<Result<Held>> {
    const underWay = renewalOf(held)
    if (underWay !== null) return underWay
    const result = renew(held).finally(() => {
      if (refreshing?.of === held) refreshing = null
    })
    refreshing = { of: held, result }
    return result
  }

  /** @param username whose: nobody's call goes on in the name of who signed in after them */
  async function freshToken(username: string, refused: string | null): Promise<Result<string>> {
    if (state.kind === 'signedOut' || state.held.user.username !== username) {
      return failure({ code: 'unauthenticated' })
    }
    const { access } = state.held
    const usable = access !== null && access.expiresAt - renewAheadMs > client.now()
    if (usable && access.token !== refused) return success(access.token)
    const renewed = await refreshOnce(state.held)
    if (!renewed.ok) return renewed
    return renewed.data.access === null
      ? failure({ code: 'unauthenticated' })
      : success(renewed.data.access.token)
  }

  function inBackground(work: Promise<unknown>): void {
    const settled = work.catch(() => undefined).finally(() => pending.delete(settled))
    pending.add(settled)
  }

  /** Tells the portal; what cannot be told ends by itself, as nothing here can use it again. */
  async function revoke(held: Held): Promise<void> {
    const renewed = await renewalOf(held)
    const latest = renewed?.ok === true ? renewed.data : held
    const usable = latest.access !== null && latest.access.expiresAt > client.now()
    const fresh = usable ? success(latest) : await renew(latest)
    if (fresh.ok && fresh.data.access !== null) {
      await client.call('sessionEndCurrent', { token: fresh.data.access.token })
    }
  }

  return {
    view: () => viewOf(state),
    async restore() {
      await (restoring ??= restoreOnce())
      // As it is now: a page that is loaded again later asks again.
      return viewOf(state)
    },
    async signIn({ username, password, staySignedIn }) {
      const device = { ...options.device, secret: await options.deviceSecret() }
      const result = await client.call('sessionCreate', { body: { username, password, device } })
      if (!result.ok) return failure(signInError(result.error))
      const held = heldOf(result.data, staySignedIn)
      const before = viewOf(state)
      const formerName = before.kind === 'signedOut' ? before.username : before.user.username
      if (formerName !== null && !samePerson(formerName, held.user.username)) await store.clear()
      store.openFor(held.user.username)
      generation += 1
      await keep(held, staySignedIn)
      return success(become({ kind: 'signedIn', held }))
    },
    async authorized(call) {
      if (state.kind === 'signedOut') return failure({ code: 'unauthenticated' })
      const { username } = state.held.user
      const token = await freshToken(username, null)
      if (!token.ok) return token
      const first = await call(token.data)
      if (first.ok) return first
      if (isRefusal(first.error)) {
        const renewed = await freshToken(username, token.data)
        return renewed.ok ? call(renewed.data) : renewed
      }
      if (
        lessOpen.has(first.error.code) &&
        state.kind === 'signedIn' &&
        state.held.next === 'ready'
      ) {
        await refreshOnce(state.held)
      }
      return first
    },
    async refresh() {
      if (state.kind === 'signedOut') return failure({ code: 'unauthenticated' })
      const renewed = await refreshOnce(state.held)
      return renewed.ok ? success(viewOf(state)) : renewed
    },
    async adopt(session) {
      const staySignedIn = state.kind === 'signedIn' && state.held.staySignedIn
      const held = heldOf(session, staySignedIn)
      generation += 1
      await keep(held, false)
      return become({ kind: 'signedIn', held })
    },
    async expect(username) {
      // The recovery ended every session, this one too: the portal says so in its own words.
      if (state.kind === 'signedIn') {
        await refreshOnce(state.held)
        return
      }
      if (state.username !== null && !samePerson(state.username, username)) await store.clear()
      store.openFor(username)
      generation += 1
      become({ kind: 'signedOut', username, reason: 'none' })
      if (await keepName(username)) await settings.update({ lastSession: 'returning' })
    },
    async signOut() {
      const former = state
      generation += 1
      const view = become({ kind: 'signedOut', username: null, reason: 'signed_out' })
      if (former.kind === 'signedIn') inBackground(revoke(former.held))
      // First the mark that forbids resuming: it holds even where the keychain refuses.
      await settings.update({ lastSession: 'signedOut', profileLanguage: null })
      await vault.remove('session')
      await store.clear()
      return view
    },
    async close() {
      if (state.kind === 'signedIn' && !state.held.staySignedIn) {
        inBackground(revoke(state.held))
      }
      await Promise.all([...pending, refreshing?.result])
    },
  }
}

/** Usernames are compared without regard to case. */
function samePerson(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** At sign-in an ended flow can only be the initial password's 14 days. */
function signInError(error: AppError): AppError {
  return error.code === 'flow_expired' ? { ...error, code: 'initial_password_expired' } : error
}
