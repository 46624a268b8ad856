/** What a portal does by itself while it serves. */
import type { FastifyBaseLogger } from 'fastify'

const interval = 10 * 60 * 1000

/** Runs `task` every ten minutes; the answer stops it. A failure is logged as that of `what`, no more. */
export function runRegularly(
  task: () => Promise<void>,
  what: string,
  log: FastifyBaseLogger,
): () => void {
  const run = (): void => {
    task().catch((error: unknown) => log.warn({ err: error }, `${what} failed`))
  }
  const timer = setInterval(run, interval)
  timer.unref()
  return () => clearInterval(timer)
}
