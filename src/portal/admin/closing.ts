/**
 * The graceful end of a portal that serves: it stops being ready, drains, answers what is under way,
 * lets jobs end, and ends; whatever takes too long is left to the next one, as the database undoes it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { Operations } from '../operations/listener.ts'
import type { Portal } from '../portal.ts'

/** How long closing may take, in milliseconds: longer than a request, shorter than what stops services waits. */
const closingLimit = 25_000

/**
 * Closes `portal` when it is asked to stop, or when an error was caught by nobody, and ends the process.
 * @param drain milliseconds for which it goes on serving, without being ready, once it is asked to stop
 *
 * Terminals and npm often send a signal twice; the second must not cut the closing short, as it would
 * if the library saw it. Nor may it come when all is closed: a process that ends by itself lets go of
 * its signals first, and would then be said to have been killed. So it exits at once.
 */
export function closeInTheEnd(
  { app, close }: Portal,
  operations: Operations | null,
  drain: number,
): void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  let reason: NodeJS.Signals | null = null
  const grace = closeWithGrace(
    {
      delay: drain + closingLimit,
      logger: null,
      skip: [...signals],
      onTimeout: () => app.log.error({ ms: drain + closingLimit }, 'closing took too long'),
      onSecondError: (error) => app.log.error({ err: error }, 'another error while closing'),
    },
    async ({ err, signal = reason }) => {
      if (err !== undefined) app.log.fatal({ err }, 'an error that nobody caught')
      operations?.end()
      try {
        // Whoever sends requests here is told first; after an error nobody caught there is no time.
        if (err === undefined) await pause(drain)
        await close()
        await operations?.close()
        app.log.info({ signal }, 'closed')
      } catch (error) {
        app.log.error({ err: error }, 'closing failed')
        throw error
      }
    },
  )
  for (const signal of signals) {
    process.on(signal, () => {
      if (reason !== null) return
      reason = signal
      grace.close()
    })
  }
}
