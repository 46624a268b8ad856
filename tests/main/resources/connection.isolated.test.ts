/** Whether the portal can be reached: learned from calls, and asked quietly while it cannot. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createConnection, type ConnectionState } from '../../../src/main/resources/connection.ts'
import {
  failure,
  success,
  type AppError,
  type Result,
} from '../../../src/shared/contract/result.ts'

const away: AppError = { code: 'network_offline' }
const second = 1_000

let answer: Result<unknown>
let probes: number
let states: ConnectionState[]
/** Ends each probe that is under way. */
let hold: Promise<void>

beforeEach(() => {
  vi.useFakeTimers()
  answer = failure(away)
  probes = 0
  states = []
  hold = Promise.resolve()
})
afterEach(() => {
  vi.useRealTimers()
})

function connect() {
  return createConnection({
    probe: async () => {
      probes += 1
      await hold
      return answer
    },
    onChange: (state) => states.push(state),
    now: () => Date.now(),
    random: () => 1,
  })
}

it('is not known until something was asked', () => {
  expect(connect().state()).toEqual({ kind: 'unknown' })
})

it('says since when, and why, each once', () => {
  const connection = connect()
  connection.observe(null)
  connection.observe(null)
  const since = new Date().toISOString()
  connection.observe(away)
  vi.advanceTimersByTime(second)
  connection.observe({ code: 'portal_timeout' })
  expect(states).toEqual([
    { kind: 'online' },
    { kind: 'offline', since, error: 'network_offline' },
    { kind: 'offline', since, error: 'portal_timeout' },
  ])
})

it('asks less and less often while the portal is away, and no more once it answers', async () => {
  const connection = connect()
  connection.observe(away)
  await vi.advanceTimersByTimeAsync(2 * second)
  expect(probes).toBe(1)
  await vi.advanceTimersByTimeAsync(4 * second)
  expect(probes).toBe(2)
  await vi.advanceTimersByTimeAsync(3_600 * second)
  expect(probes, 'at most once a minute').toBeLessThan(70)
  answer = success(null)
  await vi.advanceTimersByTimeAsync(60 * second)
  expect(connection.state()).toEqual({ kind: 'online' })
  const before = probes
  await vi.advanceTimersByTimeAsync(3_600 * second)
  expect(probes).toBe(before)
})

it('asks no more often where the connection breaks again at once', async () => {
  const connection = connect()
  for (let breaks = 0; breaks < 100; breaks += 1) {
    connection.observe(away)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await vi.advanceTimersByTimeAsync(2 * second)
    connection.observe(null)
  }
  expect(probes).toBeLessThan(5)
})

it('asks once, however many want to know', async () => {
  const open = Promise.withResolvers<void>()
  hold = open.promise
  answer = success(null)
  const connection = connect()
  connection.observe(away)
  const checks = [connection.check(), connection.check(), connection.check()]
  open.resolve()
  expect(await Promise.all(checks)).toEqual(checks.map(() => ({ kind: 'online' })))
  expect(probes).toBe(1)
})

it('waits for as long as the portal asks for, also where somebody wants to know', async () => {
  const connection = connect()
  connection.observe({ code: 'unavailable', retryAfter: 600 })
  await connection.check()
  await vi.advanceTimersByTimeAsync(599 * second)
  expect(probes).toBe(0)
  await vi.advanceTimersByTimeAsync(2 * second)
  expect(probes).toBe(1)
})

it('takes one endpoint that fails for no end of the connection', async () => {
  answer = success(null)
  const connection = connect()
  connection.observe(null)
  connection.observe({ code: 'internal' })
  await vi.advanceTimersByTimeAsync(0)
  expect(probes).toBe(1)
  expect(connection.state()).toEqual({ kind: 'online' })
  answer = failure({ code: 'internal' })
  connection.observe({ code: 'internal' })
  await vi.advanceTimersByTimeAsync(0)
  expect(connection.state()).toMatchObject({ kind: 'offline', error: 'internal' })
})

it('asks nothing while the app is locked, nor at its end', async () => {
  const connection = connect()
  connection.observe(away)
  connection.pause()
  await vi.advanceTimersByTimeAsync(3_600 * second)
  expect(probes).toBe(0)
  connection.resume()
  await vi.advanceTimersByTimeAsync(60 * second)
  expect(probes).toBeGreaterThan(0)
  const before = probes
  connection.close()
  connection.observe(away)
  await connection.check()
  await vi.advanceTimersByTimeAsync(3_600 * second)
  expect(probes).toBe(before)
})
