/** Work that nobody waits for: what is done every few minutes, and what is done for everybody. */
import type { FastifyBaseLogger } from 'fastify'

const interval = 10 * 60 * 1000
const batchSize = 100

/**
 * Runs `task` every ten minutes while the portal serves. A failure is logged as that of `what`, no more.
 * @returns what stops it; a run under way goes on
 */
export function startPeriodicJob(
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

/**
 * Hands what `find` finds after an id to `handle`, a hundred at a time in the order of ids: neither the
 * memory nor a transaction grows with the tenant.
 * @returns the sum of what `handle` answered
 */
export async function processInBatches<Row extends { readonly id: string }>(
  find: (after: string, limit: number) => Promise<readonly Row[]>,
  handle: (rows: readonly Row[]) => Promise<number>,
): Promise<number> {
  let total = 0
  let after = ''
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    const rows = await find(after, batchSize)
    const last = rows.at(-1)
    if (last === undefined) return total
    // oxlint-disable-next-line no-await-in-loop -- as above
    total += await handle(rows)
    after = last.id
  }
}
