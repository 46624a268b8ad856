import { array, assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutScripts } from '../../scripts/bench/page-variants.ts'
import { formatSection, isReached } from '../../scripts/bench/report.ts'
import type { Figure } from '../../scripts/bench/report.ts'
import {
  median,
  medianRatio,
  quantile,
  ratioInterval,
  shareGreater,
} from '../../scripts/bench/statistics.ts'

const figure: Figure = {
  name: 'reads',
  value: '5 /s',
  against: 'bare 10 /s',
  measure: 0.5,
  unit: '×',
}

describe('quantile', () => {
  it('lies between the least and the greatest, and half of the values below the median', () => {
    const values = array(double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })
    assert(
      property(values, (list) => {
        const middle = median(list)
        expect(middle).toBeGreaterThanOrEqual(Math.min(...list))
        expect(middle).toBeLessThanOrEqual(Math.max(...list))
        const below = list.filter((value) => value < middle).length
        expect(below).toBeLessThanOrEqual(list.length / 2)
      }),
    )
  })

  it('interpolates, and says NaN of nothing', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.99)).toBeCloseTo(4.96)
    expect(median([])).toBeNaN()
  })
})

describe('medianRatio', () => {
  it('compares runs that ran next to each other', () => {
    // The machine was twenty times slower in the second run; its ratio is 2 all the same.
    expect(medianRatio([2, 40, 3], [1, 20, 3])).toBe(2)
  })
})

describe('likeness of two kinds of runs', () => {
  const times = Array.from({ length: 50 }, (_, index) => 10 + (index % 7))
  const slower = times.map((time) => 2 * time)

  it('has its ratio within the interval', () => {
    const same = ratioInterval(times, times)
    expect(same).toEqual({ low: 1, high: 1 })
    const { low, high } = ratioInterval(slower, times)
    expect(low).toBe(2)
    expect(high).toBe(2)
  })

  it('is a half where the kinds are the same, and whole where one is always greater', () => {
    expect(shareGreater(times, times)).toBeCloseTo(0.5)
    expect(shareGreater(slower, times)).toBe(1)
    expect(shareGreater(times, slower)).toBe(0)
    const list = array(double({ noNaN: true }), { minLength: 1, maxLength: 30 })
    assert(
      property(list, list, (mine, theirs) => {
        const share = shareGreater(mine, theirs)
        expect(share + shareGreater(theirs, mine)).toBeCloseTo(1)
      }),
    )
  })
})

describe('a figure', () => {
  it('is reached on the right side of its goal', () => {
    const atLeast = { limit: 0.5, direction: 'at least' } as const
    const atMost = { limit: 0.4, direction: 'at most' } as const
    expect(isReached({ ...figure, goal: atLeast })).toBe(true)
    expect(isReached({ ...figure, goal: atMost })).toBe(false)
    expect(isReached(figure)).toBeNull()
    expect(isReached({ ...figure, measure: Number.NaN, goal: atMost })).toBeNull()
  })

  it('is printed with its goal, and says where it was not measured', () => {
    const goal = { limit: 80, direction: 'at most', stretch: 60 } as const
    const text = formatSection({
      title: 'Portal',
      figures: [
        { ...figure, measure: 70.25, unit: 'KB', goal },
        { ...figure, measure: Number.NaN },
      ],
    })
    expect(text).toContain('Portal\n')
    expect(text).toMatch(/70\.3 KB {3}✓ reached {2}goal ≤ 80 \(stretch 60\)/)
    expect(text).toContain('not measured')
  })
})

describe('the inert page', () => {
  it('keeps what is shown and loses what runs', () => {
    const html =
      '<link rel="stylesheet" href="/a.css"><link rel="modulepreload" href="/a.js">' +
      '<script type="module" src="/b.js"></script><link rel="preload" as="font" href="/f.woff2"><form></form>'
    expect(withoutScripts(html)).toBe(
      '<link rel="stylesheet" href="/a.css"><link rel="preload" as="font" href="/f.woff2"><form></form>',
    )
  })
})
