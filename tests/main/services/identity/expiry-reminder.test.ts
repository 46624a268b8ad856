import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryThresholds } from '../../../../src/shared/contract/identity/profile-view.ts'
import {
  daysToTell,
  daysUntil,
  thresholdOf,
} from '../../../../src/main/services/identity/time-left.ts'

/** In the time zone of this computer, as the person reads a calendar. */
const local = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime()
const iso = (time: number) => new Date(time).toISOString()

describe('the days until a password ends', () => {
  it.each([
    ['later today', local(10, 23), local(10, 1), 0],
    ['early tomorrow', local(11, 1), local(10, 23), 1],
    ['in two weeks', local(24, 8), local(10, 17), 14],
    ['over a change of the clocks', local(31, 0), local(27, 0), 4],
    ['already ended', local(9, 12), local(10, 12), 0],
  ])('are those of the calendar: %s', (_name, end, now, days) => {
    expect(daysUntil(iso(end), now)).toBe(days)
  })
})

describe('the word about it', () => {
  const end = iso(local(28, 12))

  it.each([
    [15, null],
    [14, 14],
    [8, 14],
    [7, 7],
    [2, 7],
    [1, 1],
    [0, 0],
  ])('%s days before belongs to the threshold %s', (days, threshold) => {
    expect(thresholdOf(days)).toBe(threshold)
  })

  it('comes again at the next threshold once it was put away', () => {
    const dismissed = { expiresAt: end, threshold: 14 }
    const on = (day: number) => daysToTell(end, dismissed, local(day, 9))
    expect([14, 20, 21, 27, 28].map(on)).toEqual([null, null, 7, 1, 0])
    expect(daysToTell(end, null, local(14, 9))).toBe(14)
    expect(daysToTell(end, null, local(13, 9))).toBeNull()
  })

  it('comes for another end of another password', () => {
    const dismissed = { expiresAt: iso(local(27, 12)), threshold: 0 }
    expect(daysToTell(end, dismissed, local(20, 9))).toBe(8)
    expect(daysToTell(null, dismissed, local(20, 9))).toBeNull()
  })

  it('is told once for each threshold, whenever it is put away at once', () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 })
    fc.assert(
      fc.property(days, (before) => {
        let dismissed: Parameters<typeof daysToTell>[1] = null
        const told: number[] = []
        for (const left of before.toSorted((one, other) => other - one)) {
          const shown = daysToTell(end, dismissed, local(28 - left, 9))
          const threshold = shown === null ? null : thresholdOf(shown)
          if (threshold === null) continue
          told.push(threshold)
          dismissed = { expiresAt: end, threshold }
        }
        expect(new Set(told).size).toBe(told.length)
        const reached = new Set(before.map(thresholdOf))
        expect(told).toEqual(expiryThresholds.filter((threshold) => reached.has(threshold)))
      }),
    )
  })
})
