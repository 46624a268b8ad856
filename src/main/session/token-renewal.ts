/** Access tokens that are valid: renewed ahead of their end, or when the portal refuses one. */
import { Mutex } from 'async-mutex'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { samePerson } from '../store/person.ts'
import type { CurrentSession } from './current-session.ts'
import type { SessionKeeper } from './session-keeper.ts'
import { activeOf, activeSessionOf, refusalOf, type ActiveSession } from './session-state.ts'

export type TokenRenewal = {
  /** Renews the tokens, once however many ask for it. */
  readonly renew: (active: ActiveSession) => Promise<Result<ActiveSession>>
  /** Makes a call whose answer replaces the session's tokens, while nothing else does. */
  readonly exchange: <Data>(call: () => Promise<Data>) => Promise<Data>
  /**
   * A valid token of the session; `unauthenticated` where that is over.
   * @param generation the session's number when the work began: none goes on in the next one's name
   * @param refused a token that the portal no longer takes
   */
  readonly tokenOf: (generation: number, refused: string | null) => Promise<Result<string>>
  /** Ends a session at the portal. What cannot be told ends by itself: nothing here uses it again. */
  readonly revoke: (active: ActiveSession) => Promise<void>
  /** Resolves when nothing is being renewed. */
  readonly settled: () => Promise<void>
}

/** Renewed this long before its end, so that no call leaves with a token that ends on its way. */
const renewAheadMs = 30_000

/** The portal refused the token itself, not what was asked with it. */
const tokenRefusals = new Set<AppError['code']>(['unauthenticated', 'token_expired'])
/** Whether another token may open what this one did not. */
export const isTokenRefusal = (error: AppError): boolean => tokenRefusals.has(error.code)

/** Renews the tokens of `current`, and keeps what is new by `keeper`. */
export function createTokenRenewal(options: {
  readonly client: PortalClient
  readonly current: CurrentSession
  readonly keeper: SessionKeeper
  /** The portal has ended this session. */
  readonly onEnded: (active: ActiveSession) => Promise<void>
}): TokenRenewal {
  const { client, current, keeper, onEnded } = options
  const underWay = new Map<string, Promise<Result<ActiveSession>>>()
  /** One exchange at a time: what one of two brings, the use of the other's retires. */
  let exchanges = { of: current.generation(), mutex: new Mutex() }

  function exchange<Data>(call: () => Promise<Data>): Promise<Data> {
    const of = current.generation()
    if (exchanges.of !== of) exchanges = { of, mutex: new Mutex() }
    return exchanges.mutex.runExclusive(call)
  }

  /** The tokens that took the place of these while another exchange was waited for. */
  function successorOf(generation: number, active: ActiveSession): ActiveSession | null {
    const state = current.state()
    const goesOn = current.generation() === generation
    return goesOn && !current.isLatest(active) ? activeOf(state) : null
  }

  function renewInTurn(active: ActiveSession): Promise<Result<ActiveSession>> {
    // A session that is over has no other exchanges to wait for.
    if (!current.isLatest(active)) return renewNow(active)
    const generation = current.generation()
    return exchange(async () => {
      const successor = successorOf(generation, active)
      return successor === null ? renewNow(active) : success(successor)
    })
  }

  async function renewNow(active: ActiveSession): Promise<Result<ActiveSession>> {
    const { refreshToken } = active
    const result = await client.call('sessionRefresh', { body: { refreshToken } })
    if (!result.ok) {
      if (!isTokenRefusal(result.error)) return result
      if (current.isLatest(active)) await onEnded(active)
      return failure({ code: 'session_ended' })
    }
    if (!samePerson(result.data.user.username, active.user.username)) {
      return failure({ code: 'portal_answer_invalid' })
    }
    const renewed = activeSessionOf(result.data, active.staySignedIn)
    if (!current.isLatest(active)) return success(renewed)
    // Kept before it is used: the portal accepts the former token only until then, so that a
    // crash at any moment leaves a token that still works.
    await keeper.keep(renewed, false)
    if (current.isLatest(active)) current.update(renewed)
    return success(renewed)
  }

  function renew(active: ActiveSession): Promise<Result<ActiveSession>> {
    const { refreshToken } = active
    const present = underWay.get(refreshToken)
    if (present !== undefined) return present
    const result = renewInTurn(active).finally(() => underWay.delete(refreshToken))
    underWay.set(refreshToken, result)
    return result
  }

  return {
    renew,
    exchange,
    async tokenOf(generation, refused) {
      const state = current.state()
      if (current.generation() !== generation) return failure({ code: 'unauthenticated' })
      if (state.kind !== 'signedIn') {
        return failure(refusalOf(current.view()) ?? { code: 'unauthenticated' })
      }
      const { access } = state.active
      const usable = access !== null && access.expiresAt - renewAheadMs > client.now()
      if (usable && access.token !== refused) return success(access.token)
      const renewed = await renew(state.active)
      if (!renewed.ok) return renewed
      return current.generation() !== generation || renewed.data.access === null
        ? failure({ code: 'unauthenticated' })
        : success(renewed.data.access.token)
    },
    async revoke(active) {
      const renewed = await underWay.get(active.refreshToken)
      const latest = renewed?.ok === true ? renewed.data : active
      const usable = latest.access !== null && latest.access.expiresAt > client.now()
      const fresh = usable ? success(latest) : await renew(latest)
      if (fresh.ok && fresh.data.access !== null) {
        await client.call('sessionEndCurrent', { token: fresh.data.access.token })
      }
    },
    async settled() {
      await Promise.all(underWay.values())
    },
  }
}
