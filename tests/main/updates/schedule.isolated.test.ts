/** When the feed is asked unasked. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSchedule } from '../../../src/main/updates/schedule.ts'

const minute = 60_000
const check = vi.fn<() => Promise<void>>(async () => undefined)
let online = true
const start = (chance: number) =>
  startSchedule({ check, isOnline: () => online, random: () => chance })

beforeEach(() => {
  vi.useFakeTimers()
  check.mockClear()
  online = true
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['earliest', 0, 2, 180],
  ['latest', 1, 10, 300],
])('asks some while after the start, then every few hours, at the %s', async (...given) => {
  const [, chance, first, later] = given
  start(chance)
  await vi.advanceTimersByTimeAsync(first * minute - 1)
  expect(check).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(check).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(later * minute - 1)
  expect(check).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(check).toHaveBeenCalledTimes(2)
})

it('asks nobody without a network, and looks again sooner', async () => {
  online = false
  start(0)
  await vi.advanceTimersByTimeAsync(11 * minute)
  expect(check).not.toHaveBeenCalled()
  online = true
  await vi.advanceTimersByTimeAsync(minute)
  expect(check).toHaveBeenCalledTimes(1)
})

it('asks no more once it is stopped, also where it is being asked just then', async () => {
  const { stop } = start(0)
  check.mockImplementationOnce(async () => stop())
  await vi.advanceTimersByTimeAsync(24 * 60 * minute)
  expect(check).toHaveBeenCalledTimes(1)
})
