/** Who reads on and on while others sign in. The clock is one that only waiting moves. */
import { describe, expect, test } from 'vitest'
import { createPacing } from '../../../../src/portal/platform/fairness/pacing.ts'
import { ClientGoneError } from '../../../../src/portal/platform/network/client.ts'

const waits = new AbortController().signal

/** A pacing whose reads take 20 ms each, and what each began at. */
function startReading({ isHashing = () => true }: { isHashing?: (now: number) => boolean } = {}) {
  let now = 0
  const wait = async (milliseconds: number) => {
    now += milliseconds
  }
  const pacing = createPacing(() => isHashing(now), { now: () => now, wait })
  const read = (reader: string, signal = waits) =>
    pacing(reader, signal, async () => {
      const began = now
      await wait(20)
      return began
    })
  return { read, timeNow: () => now }
}

/** How much of the time until the last of `count` reads began was spent reading, one behind the other. */
async function shareOf(count: number, { read }: ReturnType<typeof startReading>): Promise<number> {
  let last = 0
  // oxlint-disable-next-line no-await-in-loop -- one behind the other is what is looked at
  for (let turn = 0; turn < count; turn += 1) last = await read('one')
  return (20 * (count - 1)) / last
}

describe('reads, while others sign in,', () => {
  test('leave nine tenths of the time to them, however many there are', async () => {
    expect(await shareOf(200, startReading())).toBeLessThan(0.1)
  })

  test('are as quick as they can where nobody does', async () => {
    expect(await shareOf(200, startReading({ isHashing: () => false }))).toBe(1)
  })

  test('go on at once when nothing is hashed any more', async () => {
    const reading = startReading({ isHashing: (now) => now < 1_000 })
    expect(await shareOf(200, reading)).toBeGreaterThan(0.75)
  })

  test('begin at once for who reads a page, whatever others read', async () => {
    const { read, timeNow } = startReading()
    for (let turn = 0; turn < 20; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one behind the other
      await read('one')
    }
    const now = timeNow()
    expect(await read('another')).toBe(now)
  })

  test('end for who has hung up', async () => {
    const { read } = startReading()
    for (let turn = 0; turn < 4; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one behind the other
      await read('one')
    }
    await expect(read('one', AbortSignal.abort())).rejects.toThrow(ClientGoneError)
  })

  test('are one at a time of one person', async () => {
    const { read } = startReading()
    const began = await Promise.all([read('one'), read('one'), read('one')])
    expect(new Set(began).size).toBe(3)
  })
})
