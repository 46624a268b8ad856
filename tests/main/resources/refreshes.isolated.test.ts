import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRefreshes, type Refreshed } from '../../../src/main/resources/refreshes.ts'
import { failure, success, type Result } from '../../../src/shared/contract/result.ts'

const done = success<Refreshed>({ answer: null, hasMore: false, changed: false })

let ended: string[]

beforeEach(() => {
  vi.useFakeTimers()
  ended = []
})
afterEach(() => {
  vi.useRealTimers()
})

const create = () =>
  createRefreshes({
    mayAsk: () => true,
    onBusy: () => undefined,
    onEnd: (key) => ended.push(key),
    onMistake: () => undefined,
    now: () => Date.now(),
  })

it('a few run at once, one of each, in the end all', async () => {
  const refreshes = create()
  let running = 0
  let most = 0
  const refresh = async () => {
    running += 1
    most = Math.max(most, running)
    await vi.advanceTimersByTimeAsync(1)
    running -= 1
    return done
  }
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'a', 'b']) refreshes.inTurn(key, refresh)
  await refreshes.settled()
  expect(ended.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(most).toBe(3)
})

it('who waits does not wait behind those that nobody waits for', async () => {
  const refreshes = create()
  const open = Promise.withResolvers<Result<Refreshed>>()
  for (const key of ['a', 'b', 'c', 'd']) refreshes.inTurn(key, () => open.promise)
  expect(await refreshes.atOnce('d', async () => done)).toEqual(done)
  open.resolve(done)
  await refreshes.settled()
})

it('one that failed is repeated by itself, less and less often', async () => {
  const refreshes = create()
  let tries = 0
  const refresh = async () => {
    tries += 1
    return failure({ code: 'internal' })
  }
  await refreshes.atOnce('a', refresh)
  refreshes.inTurn('a', refresh)
  await refreshes.settled()
  expect(tries, 'not at once').toBe(1)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(tries).toBe(2)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(tries).toBeLessThan(20)
  refreshes.close()
})

it('memory does not grow with refreshes', async () => {
  const refreshes = create()
  for (let times = 0; times < 10_000; times += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await refreshes.atOnce('a', async () =>
      times % 2 === 0 ? done : failure({ code: 'internal' }),
    )
  }
  expect(vi.getTimerCount()).toBe(1)
  refreshes.reset()
  expect(vi.getTimerCount()).toBe(0)
  expect(refreshes.state('a')).toEqual({ ageMs: null, failed: false, refreshing: false })
})
