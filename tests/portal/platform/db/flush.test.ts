import { setImmediate as turn } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSharedRun } from '../../../../src/portal/platform/db/flush.ts'

describe('a flush that many share', () => {
  test('covers whatever was written before it was asked for, in few runs', async () => {
    const pauses = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(pauses, async (turns) => {
        let written = 0
        let onDisk = 0
        let runs = 0
        const flush = createSharedRun(async () => {
          runs += 1
          const seen = written
          await turn()
          onDisk = seen
        })
        const writeAndFlush = async (): Promise<void> => {
          written += 1
          const own = written
          await flush()
          expect(onDisk).toBeGreaterThanOrEqual(own)
        }
        const all: Promise<void>[] = []
        for (const wait of turns) {
          // oxlint-disable-next-line no-await-in-loop -- they come one after the other
          for (let count = 0; count < wait; count += 1) await turn()
          all.push(writeAndFlush())
        }
        await Promise.all(all)
        expect(runs).toBeLessThanOrEqual(turns.length)
      }),
      { numRuns: 60 },
    )
  })

  test('is two at most for those who ask at once', async () => {
    let runs = 0
    const flush = createSharedRun(async () => {
      runs += 1
      await turn()
    })
    const first = flush()
    await turn()
    await Promise.all([first, ...Array.from({ length: 50 }, flush)])
    expect(runs).toBe(2)
  })

  test('that fails tells all who waited for it, and is tried again for the next', async () => {
    const outcomes = [Promise.reject(new Error('disk')), Promise.resolve()]
    const flush = createSharedRun(() => outcomes.shift() ?? Promise.resolve())
    const both = await Promise.allSettled([flush(), flush()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(flush()).resolves.toBeUndefined()
  })
})
