/**
 * Whether the portal can be reached, learned from what becomes of calls. While it cannot, it is asked
 * quietly from time to time, less and less often; nothing is asked while it answers.
 */
import { isDeepStrictEqual } from 'node:util'
import type { PortalStatus } from '../../shared/contract/offline/status.ts'
import { failure, type AppError, type Result } from '../../shared/contract/result.ts'

export type ConnectionState = PortalStatus['connection']

export type Connection = {
  readonly state: () => ConnectionState
  /** Whether it is worth asking behind what is shown: until the contrary is known, it is. */
  readonly isReachable: () => boolean
  /** What became of a call: null where the portal answered. */
  readonly observe: (failure: AppError | null) => void
  /** Asks the portal now, unless it has said when it wants to be asked again. */
  readonly check: () => Promise<ConnectionState>
  /** No more asking by itself, until `resume`: the app is locked. */
  readonly pause: () => void
  readonly resume: () => void
  /** For the end of the app. */
  readonly close: () => void
}

const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** A connection that broke again within this time was none: one waits on as long as before. */
const steadyMs = 60_000

/**
 * @param options.probe one call that asks for little
 * @param options.onChange told when it is another state than before
 * @param options.now milliseconds of a clock that only goes forward
 * @param options.random from 0 to 1: computers that lost the portal together must not ask together
 */
export function createConnection(options: {
  readonly probe: () => Promise<Result<unknown>>
  readonly onChange: (state: ConnectionState, before: ConnectionState) => void
  readonly now?: () => number
  readonly random?: () => number
}): Connection {
  const { probe, onChange, now = () => performance.now(), random = Math.random } = options
  let state: ConnectionState = { kind: 'unknown' }
  let onlineAt = Number.NEGATIVE_INFINITY
  let probes = 0
  /** The portal wants not to be asked before. */
  let heldUntil = 0
  let timer: NodeJS.Timeout | null = null
  let probing: Promise<unknown> | null = null
  let active: 'running' | 'paused' | 'closed' = 'running'

  function become(next: ConnectionState): void {
    const before = state
    state = next
    if (!isDeepStrictEqual(before, next)) onChange(next, before)
  }

  function found(): void {
    if (state.kind !== 'online') onlineAt = now()
    stopTimer()
    become({ kind: 'online' })
  }

  function lost({ code: error, retryAfter }: AppError): void {
    if (retryAfter !== undefined) heldUntil = now() + retryAfter * 1_000
    if (state.kind !== 'offline' && now() - onlineAt > steadyMs) probes = 0
    const since = state.kind === 'offline' ? state.since : new Date().toISOString()
    become({ kind: 'offline', since, error })
    schedule()
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function schedule(): void {
    if (timer !== null || active !== 'running' || probing !== null) return
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** probes) * (0.5 + random() / 2)
    probes += 1
    timer = setTimeout(
      () => {
        timer = null
        void ask()
      },
      Math.max(pause, heldUntil - now()),
    )
    // The end of the app waits for nothing that is yet to be asked.
    timer.unref()
  }

  /** One at a time; what comes of it is observed as of any other call. */
  async function askOnce(): Promise<void> {
    const result = await probe().catch(() => failure({ code: 'unexpected' }))
    probing = null
    // A portal that fails even at this is as good as away, and so is one that speaks another language.
    if (!result.ok && result.error.code !== 'too_many_attempts') lost(result.error)
    else if (state.kind === 'offline') found()
  }

  function ask(): Promise<unknown> {
    probing ??= askOnce()
    return probing
  }

  return {
    state: () => state,
    isReachable: () => state.kind !== 'offline',
    observe(outcome) {
      if (outcome === null) return found()
      // One endpoint that fails is not the portal: that is asked.
      if (outcome.code !== 'internal') return lost(outcome)
      if (active === 'running' && now() >= heldUntil) void ask()
      return undefined
    },
    async check() {
      if (now() >= heldUntil && active !== 'closed') {
        stopTimer()
        await ask()
        if (state.kind === 'offline') schedule()
      }
      return state
    },
    pause() {
      if (active === 'running') active = 'paused'
      stopTimer()
    },
    resume() {
      if (active === 'closed') return
      active = 'running'
      if (state.kind === 'offline') schedule()
    },
    close() {
      active = 'closed'
      stopTimer()
    },
  }
}
