import { describe, expect, it } from 'vitest'
import {
  advanced,
  contacted,
  firstFacts,
  verdictAt,
  type LeaseFacts,
} from '../../../src/main/lock/lease.ts'
import { waitAfter, waitLeft } from '../../../src/main/lock/waits.ts'

const hour = 3_600_000
const begin = Date.parse('2026-11-29T08:00:00Z')
/** Reached at `begin`, for 72 hours. */
const facts: LeaseFacts = firstFacts(begin)

describe('the lease', () => {
  it.each([
    [0, 'open'],
    [71.9, 'open'],
    [72.1, 'lease'],
    [24 * 365, 'lease'],
  ])('after %d hours without the portal: %s', (hours, verdict) => {
    expect(verdictAt(facts, begin + hours * hour)).toBe(verdict)
  })

  it('is as long as the portal says', () => {
    expect(verdictAt({ ...facts, hours: 1 }, begin + 1.1 * hour)).toBe('lease')
    expect(verdictAt({ ...facts, hours: 200 }, begin + 199 * hour)).toBe('open')
  })

  it('begins anew when the portal answers', () => {
    const late = begin + 80 * hour
    const renewed = contacted(facts, late, late)
    expect(verdictAt(renewed, late)).toBe('open')
    expect(verdictAt(renewed, late + 73 * hour)).toBe('lease')
  })

  it.each([-2, -1, 1, 2])('accuses nobody whose clock is set by %d hours', (hours) => {
    const used = advanced(facts, begin + 10 * hour, 10 * hour)
    expect(verdictAt(used, begin + (10 + hours) * hour)).toBe('open')
  })

  it('notices a clock that was set back further', () => {
    const used = advanced(facts, begin + 48 * hour, 48 * hour)
    expect(verdictAt(used, begin + 2 * hour)).toBe('clock')
  })

  it('gains nothing from a clock that is set back again and again by a little', () => {
    let [now, known] = [begin, facts]
    for (let round = 0; round < 40; round += 1) {
      now += 2 * hour
      known = advanced(known, now, 2 * hour)
      now -= 2 * hour
      known = advanced(known, now, 0)
    }
    expect(verdictAt(known, now)).toBe('clock')
    // Nor from one that stands still while the app runs.
    expect(verdictAt(advanced(facts, begin, 73 * hour), begin + 73 * hour - 2 * hour)).toBe('lease')
  })

  it('believes the portal more than any clock that was seen', () => {
    const ahead = advanced(facts, begin + 1_000 * hour, 0)
    expect(verdictAt(ahead, begin + hour)).toBe('clock')
    const portal = begin + hour
    expect(verdictAt(contacted(ahead, portal, begin + hour), begin + 2 * hour)).toBe('open')
  })

  it('counts by this computer’s clock also where that is hours from the portal’s', () => {
    const off = contacted(facts, begin - 2 * hour, begin)
    expect(verdictAt(off, begin + 71 * hour)).toBe('open')
    expect(verdictAt(off, begin + 73 * hour)).toBe('lease')
  })
})

describe('the wait after wrong passwords', () => {
  it('begins after five, grows, and ends at an hour', () => {
    const waits = Array.from({ length: 14 }, (_, failures) => waitAfter(failures) / 1_000)
    expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 300, 900, 1_800, 3_600, 3_600, 3_600])
  })

  it('is not made longer than it was by a clock that is set back', () => {
    const counted = { failures: 7, nextTryAt: begin + waitAfter(7) }
    expect(waitLeft(counted, begin)).toBe(120_000)
    expect(waitLeft(counted, begin - 5 * hour)).toBe(120_000)
    expect(waitLeft(counted, begin + 60_000)).toBe(60_000)
    expect(waitLeft(counted, begin + hour)).toBe(0)
    expect(waitLeft({ failures: 3, nextTryAt: null }, begin)).toBe(0)
  })
})
