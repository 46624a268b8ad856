/** What a portal does every ten minutes, and how that ends with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Fastify from 'fastify'
import { startPeriodicJob } from '../../../src/portal/platform/jobs.ts'
import { minute } from '../support/portal.ts'

const { log } = Fastify({ logger: false })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A job whose runs end when they are told to. */
function startJob() {
  const runs: PromiseWithResolvers<void>[] = []
  const ended: string[] = []
  const task = () => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  }
  const jobEnded = (job: string, outcome: string) => ended.push(`${job} ${outcome}`)
  return { runs, ended, stop: startPeriodicJob('prune', task, log, { jobEnded }) }
}

test('a run under way is waited for at the end, and none begins any more', async () => {
  const { runs, ended, stop } = startJob()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(runs).toHaveLength(1)
  const stopping = stop()
  const first = Promise.race([
    stopping.then(() => 'stopped'),
    vi.advanceTimersByTimeAsync(30 * minute).then(() => 'time passed'),
  ])
  expect(await first).toBe('time passed')
  expect(runs).toHaveLength(1)
  runs[0]?.resolve()
  await stopping
  expect(ended).toEqual(['prune done'])
})

test('one that takes longer than its interval is not run twice at once', async () => {
  const { runs, stop } = startJob()
  await vi.advanceTimersByTimeAsync(35 * minute)
  expect(runs).toHaveLength(1)
  runs[0]?.resolve()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(runs).toHaveLength(2)
  runs[1]?.resolve()
  await stop()
})

test('one that fails is noted, and tried again', async () => {
  const { runs, ended, stop } = startJob()
  await vi.advanceTimersByTimeAsync(10 * minute)
  runs[0]?.reject(new Error('the disk is full'))
  await vi.advanceTimersByTimeAsync(10 * minute)
  runs[1]?.resolve()
  await stop()
  expect(ended).toEqual(['prune failed', 'prune done'])
})
