/**
 * Which refreshes are under way, have failed or wait: one at a time of each resource, a few at once,
 * and none before the portal wants to be asked again. Times are of a clock that only goes forward, so
 * that a wrong or a changed clock makes nothing look fresh for ever.
 */
import { Semaphore } from 'async-mutex'
import { failure, type AppError, type Result } from '../../shared/contract/result.ts'
import type { KeptAnswer } from './kept-answers.ts'

/** What is known of one resource in this run of the app. */
export type RefreshState = {
  /** How long ago the portal last said what it is, in milliseconds; null where not in this run. */
  readonly ageMs: number | null
  /** Whether the last refresh failed. */
  readonly failed: boolean
  /** Whether it is being refreshed, or waits for its turn. */
  readonly refreshing: boolean
}

/** What came of a refresh. */
export type Refreshed = {
  /** What is kept from now on; null for a list, which is kept as rows. */
  readonly answer: KeptAnswer | null
  /** Whether this was a step of several, and the next one is to follow in its turn. */
  readonly hasMore: boolean
  /** Whether what is kept is another than before; the first that is kept is none. */
  readonly changed: boolean
}

/** Asks the portal and keeps what it says. */
export type Refresh = () => Promise<Result<Refreshed>>

export type RefreshEnd = {
  readonly result: Result<Refreshed>
  /** Whether the one before had failed. */
  readonly failedBefore: boolean
}

export type Refreshes = {
  readonly state: (key: string) => RefreshState
  /** Refreshes at once, or joins the one that is under way: somebody waits for it. */
  readonly atOnce: (key: string, refresh: Refresh) => Promise<Result<Refreshed>>
  /** Refreshes once what is under way has ended: it may have been answered before the change. */
  readonly anew: (key: string, refresh: Refresh) => Promise<Result<Refreshed>>
  /** Refreshes in its turn; not while that is under way, nor before a failed one may be repeated. */
  readonly inTurn: (key: string, refresh: Refresh) => void
  /** It is as the portal has it, as was learned by another way. */
  readonly confirm: (key: string) => void
  /** The portal can be reached again: what failed is repeated, unless it said when. */
  readonly retryFailed: () => void
  /** What the portal said before may no longer hold: of one, or of all where none is given. */
  readonly doubt: (key?: string) => void
  /** Another session: what is under way is nobody's. */
  readonly reset: () => void
  readonly busy: () => boolean
  /** For the end of the app: nothing begins in turn any more. */
  readonly close: () => void
  /** Resolves when nothing is under way or waits. */
  readonly settled: () => Promise<void>
}

type Entry = {
  underWay: Promise<Result<Refreshed>> | null
  queued: boolean
  confirmedAt: number | null
  failed: boolean
  failures: number
  /** A failed one is repeated at `at`, and not before. */
  retry: Retry | null
}

type Retry = {
  readonly at: number
  /** Whether the portal has said so. */
  readonly isPortals: boolean
  readonly refresh: Refresh
  readonly timer: NodeJS.Timeout
}

/** At the same time, beside those that somebody waits for. */
const mostInTurn = 3
const firstPauseMs = 15_000
const longestPauseMs = 5 * 60_000
/** What the whole portal answers rather than one endpoint, when it wants to be left. */
const heldCodes = new Set<AppError['code']>(['too_many_attempts', 'unavailable'])

/**
 * @param options.onBusy told when the first begins, and when the last has ended
 * @param options.mayAsk whether it is worth asking when nobody waits
 * @param options.onEnd told of each that is over, once `state` says so too
 * @param options.onMistake told what a refresh threw, which none should
 * @param options.now milliseconds of a clock that only goes forward
 */
export function createRefreshes(options: {
  readonly mayAsk: () => boolean
  readonly onBusy: () => void
  readonly onEnd: (key: string, end: RefreshEnd) => void
  readonly onMistake: (error: unknown) => void
  readonly now?: () => number
}): Refreshes {
  const now = options.now ?? (() => performance.now())
  const slots = new Semaphore(mostInTurn)
  const pending = new Set<Promise<unknown>>()
  let entries = new Map<string, Entry>()
  let heldUntil = 0
  let closed = false

  function entryOf(key: string): Entry {
    const entry = entries.get(key) ?? newEntry()
    entries.set(key, entry)
    return entry
  }

  function track(work: Promise<unknown>): void {
    pending.add(work)
    if (pending.size === 1) options.onBusy()
    void work.finally(() => {
      pending.delete(work)
      if (pending.size === 0) options.onBusy()
    })
  }

  function noteFailure(key: string, entry: Entry, error: AppError, refresh: Refresh): void {
    const { code, retryAfter } = error
    const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** entry.failures)
    const pause = retryAfter === undefined ? doubled : retryAfter * 1_000
    const timer = setTimeout(() => inTurn(key, refresh), pause)
    // The end of the app waits for nothing that is yet to be asked.
    timer.unref()
    const at = now() + pause
    clearTimeout(entry.retry?.timer)
    entry.failed = true
    entry.failures += 1
    entry.retry = { at, isPortals: retryAfter !== undefined, refresh, timer }
    if (retryAfter !== undefined && heldCodes.has(code)) heldUntil = at
  }

  function noteSuccess(entry: Entry): void {
    clearTimeout(entry.retry?.timer)
    Object.assign(entry, { ...neverFailed, confirmedAt: now() })
  }

  async function run(key: string, entry: Entry, refresh: Refresh): Promise<Result<Refreshed>> {
    const result = await attempt(refresh, options.onMistake)
    const failedBefore = entry.failed
    entry.underWay = null
    // Of a session that is over.
    if (entries.get(key) !== entry) return result
    if (result.ok) noteSuccess(entry)
    else noteFailure(key, entry, result.error, refresh)
    if (result.ok && result.data.hasMore) inTurn(key, refresh)
    options.onEnd(key, { result, failedBefore })
    return result
  }

  function begin(key: string, entry: Entry, refresh: Refresh): Promise<Result<Refreshed>> {
    if (entry.underWay !== null) return entry.underWay
    const underWay = run(key, entry, refresh)
    entry.underWay = underWay
    track(underWay)
    return underWay
  }

  /** Not where it has come by another way while it waited for its turn. */
  async function takeTurn(key: string, entry: Entry, refresh: Refresh): Promise<void> {
    const before = entry.confirmedAt
    await slots.runExclusive(async () => {
      entry.queued = false
      const isDue = !closed && entries.get(key) === entry && entry.confirmedAt === before
      if (isDue && now() >= heldUntil) await begin(key, entry, refresh)
    })
  }

  function inTurn(key: string, refresh: Refresh): void {
    const entry = entryOf(key)
    if (entry.underWay !== null || entry.queued || closed || !options.mayAsk()) return
    if (now() < Math.max(entry.retry?.at ?? 0, heldUntil)) return
    entry.queued = true
    track(takeTurn(key, entry, refresh))
  }

  function reset(): void {
    for (const { retry } of entries.values()) clearTimeout(retry?.timer)
    entries = new Map()
  }

  return {
    state(key) {
      const entry = entries.get(key)
      if (entry === undefined) return { ageMs: null, failed: false, refreshing: false }
      const { confirmedAt, failed, underWay, queued } = entry
      const ageMs = confirmedAt === null ? null : now() - confirmedAt
      return { ageMs, failed, refreshing: underWay !== null || queued }
    },
    atOnce: (key, refresh) => begin(key, entryOf(key), refresh),
    async anew(key, refresh) {
      const entry = entryOf(key)
      await entry.underWay
      return begin(key, entry, refresh)
    },
    inTurn,
    confirm: (key) => noteSuccess(entryOf(key)),
    retryFailed() {
      for (const [key, entry] of entries) {
        if (entry.retry === null || entry.retry.isPortals) continue
        const { refresh, timer } = entry.retry
        clearTimeout(timer)
        entry.retry = null
        inTurn(key, refresh)
      }
    },
    doubt(key) {
      const doubted = key === undefined ? entries.values() : [entries.get(key)]
      for (const entry of doubted) if (entry !== undefined) entry.confirmedAt = null
    },
    reset,
    busy: () => pending.size > 0,
    close() {
      closed = true
      reset()
    },
    async settled() {
      while (pending.size > 0) {
        // oxlint-disable-next-line no-await-in-loop -- what has ended may have begun another
        await Promise.all(pending)
      }
    },
  }
}

const neverFailed = { failed: false, failures: 0, retry: null }

function newEntry(): Entry {
  return { ...neverFailed, underWay: null, queued: false, confirmedAt: null }
}

/** A mistake in one must not be the end of those that wait behind it. */
async function attempt(
  refresh: Refresh,
  onMistake: (error: unknown) => void,
): Promise<Result<Refreshed>> {
  try {
    return await refresh()
  } catch (error) {
    onMistake(error)
    return failure({ code: 'unexpected' })
  }
}
