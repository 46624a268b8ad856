import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createRoundRobin,
  type Path,
} from '../../../../src/portal/platform/fairness/round-robin.ts'

const everything = { opens: () => true, accepts: () => true }

/** A few networks on each level, so that they meet often. */
const path = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(2), fc.nat(2))
  .map(([prefix, site, own]): Path => [prefix, `${prefix}${site}`, `${prefix}${site}${own}`])
const arrivals = fc
  .array(path, { maxLength: 60 })
  .map((paths) => paths.map((from, number) => ({ from, number })))

function treeOf(items: readonly { readonly from: Path; readonly number: number }[]) {
  const tree = createRoundRobin<{ readonly from: Path; readonly number: number }>()
  for (const item of items) tree.add(item.from, item)
  return tree
}

function drain<Item>(take: () => Item | undefined): Item[] {
  const taken: Item[] = []
  for (let item = take(); item !== undefined; item = take()) taken.push(item)
  return taken
}

describe('turns by network', () => {
  test('come for everything once, in its order within one network', () => {
    fc.assert(
      fc.property(arrivals, (items) => {
        const tree = treeOf(items)
        const taken = drain(() => tree.take(everything))
        expect(taken.toSorted((a, b) => a.number - b.number)).toEqual(items)
        for (const own of new Set(items.map(({ from }) => from[2]))) {
          const numbers = taken.filter(({ from }) => from[2] === own).map(({ number }) => number)
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
        }
        expect(tree.waiting([])).toBe(0)
      }),
    )
  })

  test('are equally many on each level for those that still have something waiting', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(60), fc.constantFrom(0, 1, 2), (items, turns, level) => {
        const tree = treeOf(items)
        const taken = Array.from({ length: turns }, () => tree.take(everything))
        const had = (network: string | undefined): number =>
          taken.filter((item) => item?.from[level] === network).length
        for (const one of items) {
          for (const other of items) {
            const siblings = one.from.slice(0, level).join() === other.from.slice(0, level).join()
            const bothWait = [one, other].every(
              ({ from }) => tree.waiting(from.slice(0, level + 1)) > 0,
            )
            if (!siblings || !bothWait) continue
            expect(Math.abs(had(one.from[level]) - had(other.from[level]))).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })

  test('pass over what is not let through, which keeps its place', () => {
    const tree = treeOf([
      { from: ['a'], number: 0 },
      { from: ['a'], number: 1 },
      { from: ['b'], number: 2 },
    ])
    const odd = { opens: () => true, accepts: ({ number }: { number: number }) => number % 2 === 1 }
    expect(tree.take(odd)?.number).toBe(1)
    expect(tree.take({ ...everything, opens: (network) => network !== 'b' })?.number).toBe(0)
    expect(tree.take({ ...everything, opens: (network) => network !== 'b' })).toBeUndefined()
    expect(tree.take(everything)?.number).toBe(2)
  })

  test('end for what is taken out before, wherever it waited', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), (items, at) => {
        const tree = treeOf(items)
        const gone = items[at % Math.max(1, items.length)]
        if (gone === undefined) return
        expect(tree.remove(gone.from, gone)).toBe(true)
        expect(tree.remove(gone.from, gone)).toBe(false)
        const left = drain(() => tree.take(everything))
        expect(left).toHaveLength(items.length - 1)
        expect(left).not.toContain(gone)
      }),
    )
  })

  test('are given up by the latest of the busiest', () => {
    fc.assert(
      fc.property(arrivals, (items) => {
        const tree = treeOf(items)
        const most = Math.max(0, ...['a', 'b', 'c'].map((prefix) => tree.waiting([prefix])))
        const shed = tree.shed([])
        if (shed === undefined) {
          expect(items).toEqual([])
          return
        }
        expect(tree.waiting(shed.from.slice(0, 1))).toBe(most - 1)
        const later = items.filter(
          ({ from, number }) => from[2] === shed.from[2] && number > shed.number,
        )
        expect(later).toEqual([])
      }),
    )
  })
})
