import { setImmediate as turn } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createFairQueue,
  type FairQueueLimits,
} from '../../../../src/portal/platform/fairness/fair-queue.ts'
import { ClientGoneError, type Requester } from '../../../../src/portal/platform/network/client.ts'
import { callerFrom } from '../../support/callers.ts'

const limits: FairQueueLimits = {
  running: 1,
  runningOfPrefix: () => 1,
  waiting: 40,
  waitingOfPrefix: 20,
}

const from = (address: string, known = false): Requester => ({ client: callerFrom(address), known })

/** A queue whose tasks tell their names in the order in which they began. */
function startQueue(of: Partial<FairQueueLimits> = {}) {
  const queue = createFairQueue({ ...limits, ...of })
  const began: string[] = []
  const send = (name: string, of_: Requester): Promise<string> =>
    queue.run(async () => {
      began.push(name)
      // As what hashes does: others may begin meanwhile where there is room.
      await turn()
      return name
    }, of_)
  return { began, send }
}

const addressOfFlood = (index: number): string => `2001:db8:77:${index.toString(16)}::1`

describe('a queue in turns by network', () => {
  test.each([
    ['many /64 of one /48', addressOfFlood],
    ['many /64 of one /56', (index: number) => `2001:db8:77:${(index % 256).toString(16)}::1`],
    ['one /64', (index: number) => `2001:db8:77:1::${index.toString(16)}`],
    ['a /24', (index: number) => `203.0.113.${index % 256}`],
    ['one address', () => '203.0.113.7'],
  ])('lets another pass by all that waits of %s', async (_what, addressOf) => {
    const { began, send } = startQueue()
    const flood = Array.from({ length: 20 }, (_, index) => send('flood', from(addressOf(index))))
    const other = send('other', from('198.51.100.1'))
    await Promise.all([...flood, other])
    expect(began.indexOf('other')).toBeLessThanOrEqual(1)
  })

  test('lets another in the same /48 pass by all that waits of one /64', async () => {
    const { began, send } = startQueue()
    const flood = Array.from({ length: 20 }, () => send('flood', from('2001:db8:77:1::1')))
    // The whole share is taken: the latest of the busiest gives its place away.
    const other = send('other', from('2001:db8:77:200::1'))
    const refused = await Promise.allSettled(flood)
    expect(await other).toBe('other')
    expect(began.indexOf('other')).toBeLessThanOrEqual(1)
    expect(refused.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })

  test('refuses what exceeds the share of its network, and nobody else', async () => {
    const { send } = startQueue()
    const flood = Array.from({ length: 100 }, (_, index) =>
      send('flood', from(addressOfFlood(index))),
    )
    const others = Array.from({ length: 10 }, (_, index) =>
      send('other', from(`198.51.${index}.1`)),
    )
    const outcomes = await Promise.allSettled(flood)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(80)
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: 'unavailable', extras: { retryAfter: 5 } })
    }
    expect(await Promise.all(others)).toHaveLength(10)
  })

  test('takes more from a network once less of it waits', async () => {
    const { send } = startQueue()
    await Promise.allSettled(Array.from({ length: 100 }, () => send('flood', from('203.0.113.7'))))
    expect(await send('later', from('203.0.113.7'))).toBe('later')
  })

  test('never runs what nobody waits for any more, and gives its place away', async () => {
    const { began, send } = startQueue()
    const gone = new AbortController()
    const flood = Array.from({ length: 20 }, () =>
      send('gone', { client: callerFrom('203.0.113.7', gone.signal), known: false }),
    )
    gone.abort()
    const outcomes = await Promise.allSettled([...flood, send('there', from('203.0.113.7'))])
    expect(began).toEqual(['there'])
    for (const outcome of outcomes.slice(0, -1)) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(ClientGoneError)
    }
    const late = send('late', { client: callerFrom('203.0.113.7', gone.signal), known: false })
    await expect(late).rejects.toThrow(ClientGoneError)
  })

  test('finishes what has begun, whoever hangs up', async () => {
    const { began, send } = startQueue()
    const gone = new AbortController()
    const sent = send('begun', { client: callerFrom('203.0.113.7', gone.signal), known: false })
    await expect.poll(() => began).toEqual(['begun'])
    gone.abort()
    expect(await sent).toBe('begun')
  })

  test('takes those who are known first, and every fourth time another', async () => {
    const { began, send } = startQueue({ waiting: 100, waitingOfPrefix: 100 })
    const others = Array.from({ length: 10 }, (_, index) =>
      send('other', from(`198.51.${index}.1`)),
    )
    const known = Array.from({ length: 30 }, (_, index) =>
      send('known', from(`203.0.${index}.1`, true)),
    )
    await Promise.all([...others, ...known])
    const whileBothWait = began.slice(0, 36)
    expect(whileBothWait.filter((name) => name === 'other')).toHaveLength(9)
    expect(whileBothWait.filter((name) => name === 'known')).toHaveLength(27)
  })

  test('takes those who are known in though others fill all places', async () => {
    const { began, send } = startQueue({ running: 2 })
    const flood = Array.from({ length: 30 }, () => send('flood', from('203.0.113.7')))
    const known = send('known', from('203.0.113.8', true))
    await Promise.allSettled(flood)
    expect(await known).toBe('known')
    expect(began.indexOf('known')).toBeLessThanOrEqual(2)
  })

  test('keeps its limits and serves or refuses everyone, whatever comes', async () => {
    const arrival = fc.record({
      address: fc.constantFrom('203.0.113.1', '203.0.113.2', '198.51.100.1', '2001:db8::1'),
      account: fc.constantFrom('marie', 'jan', undefined),
      known: fc.boolean(),
      fails: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { maxLength: 40 }), async (arrivals) => {
        const queue = createFairQueue({
          running: 3,
          runningOfPrefix: () => 2,
          waiting: 20,
          waitingOfPrefix: 8,
        })
        const running: (typeof arrivals)[number][] = []
        let most = 0
        const outcomes = await Promise.allSettled(
          arrivals.map(async (one) => {
            const { address, account, known, fails } = one
            const of = {
              client: callerFrom(address),
              known,
              ...(account !== undefined && { account }),
            }
            return queue.run(async () => {
              running.push(one)
              most = Math.max(most, running.length)
              const named = running.flatMap((other) => other.account ?? [])
              expect(new Set(named).size).toBe(named.length)
              const strangers = running.filter(
                (other) => !other.known && other.address.startsWith('203.'),
              )
              expect(strangers.length).toBeLessThanOrEqual(2)
              await turn()
              running.splice(running.indexOf(one), 1)
              if (fails) throw new Error('failed')
            }, of)
          }),
        )
        expect(most).toBeLessThanOrEqual(3)
        expect(running).toEqual([])
        outcomes.forEach((outcome, index) => {
          if (outcome.status === 'fulfilled') expect(arrivals[index]?.fails).toBe(false)
          else if (arrivals[index]?.fails === false)
            expect(outcome.reason).toMatchObject({ code: 'unavailable' })
        })
      }),
      { numRuns: 60 },
    )
  })
})
