/** Work that nobody waits for: what is done every few minutes, and what is done for everybody. */
import type { FastifyBaseLogger } from 'fastify'
import type { JobName, Measures } from './measures.ts'

const interval = 10 * 60 * 1000
const batchSize = 100

/**
 * Runs `task` while the portal serves, every ten minutes unless `every` (milliseconds) says otherwise, never twice at once. A failure is logged and noted
 * as that of `job`, no more: the next run does what this one has left.
 * @returns what stops it; fulfilled once a run under way has ended
 */
export function startPeriodicJob(
  job: JobName,
  task: () => Promise<void>,
  log: FastifyBaseLogger,
  { jobEnded }: Pick<Measures, 'jobEnded'>,
  every = interval,
): () => Promise<void> {
  let running: Promise<void> | null = null
  const run = async (): Promise<void> => {
    const start = performance.now()
    const end = (outcome: 'done' | 'failed') =>
      jobEnded(job, outcome, (performance.now() - start) / 1000)
    try {
      await task()
      end('done')
    } catch (error) {
      end('failed')
      log.warn({ err: error, job }, 'a job failed')
    }
    running = null
  }
  const timer = setInterval(() => {
    running ??= run()
  }, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
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
