/** When what is kept is brought up to date: after signing in, now and then, and once the portal is back. */
import type { Result } from '../../shared/contract/result.ts'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import type { Connection } from './connection.ts'
import type { Resources } from './resources.ts'

export type Syncing = {
  /** Somebody signed in or out, or locked the app. */
  readonly sessionChanged: (view: SessionView) => void
  /** The portal can be reached again. */
  readonly reconnected: () => void
  /** The computer slept: nothing is known of the time since, nor of its network. */
  readonly awake: () => void
  /** The person looks at the app again, or the system says that the network is another. */
  readonly hint: () => void
  /** Asks the portal now; where it answers, all is brought up to date. */
  readonly now: () => Promise<void>
  /** For the end of the app. */
  readonly close: () => void
}

const everyMs = 4 * 60_000
/** A look at the app brings up to date what is older than this. */
const glanceMs = 30_000

/**
 * @param options.sendEdits what waits to be sent is to go now
 * @param options.onSynced told after each attempt
 */
export function createSyncing(options: {
  readonly connection: Connection
  readonly resources: Pick<Resources, 'sync' | 'retryFailed' | 'doubtAll' | 'beginSession'>
  readonly sendEdits: () => void
  readonly onSynced: () => void
}): Syncing {
  const { connection, resources, sendEdits, onSynced } = options
  let who: string | null = null
  let timer: NodeJS.Timeout | null = null
  let lastAt = Number.NEGATIVE_INFINITY

  async function sync(): Promise<Result<null>> {
    lastAt = performance.now()
    const result = await resources.sync()
    onSynced()
    return result
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  function start(): void {
    stop()
    timer = setInterval(() => {
      if (connection.isReachable()) void sync()
    }, everyMs)
    // The end of the app does not wait for the next time.
    timer.unref()
    void sync()
  }

  function hint(): void {
    if (who === null) return
    if (!connection.isReachable()) void connection.check()
    else if (performance.now() - lastAt > glanceMs) void sync()
  }

  return {
    sessionChanged(view) {
      const locked = view.kind === 'locked' && view.reason === 'lock'
      if (locked) connection.pause()
      else connection.resume()
      const next = view.kind === 'ready' ? view.user.username : null
      if (next === who) return
      who = next
      resources.beginSession()
      if (next === null) stop()
      else start()
    },
    reconnected() {
      resources.retryFailed()
      sendEdits()
      if (who !== null) void sync()
    },
    awake() {
      resources.doubtAll()
      lastAt = Number.NEGATIVE_INFINITY
      hint()
    },
    hint,
    async now() {
      const { kind } = await connection.check()
      if (kind !== 'online' || who === null) return
      resources.retryFailed()
      sendEdits()
      await sync()
    },
    close: stop,
  }
}
