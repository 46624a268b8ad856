/**
 * The line in front of the routes. Node reads whatever has arrived and would answer all of it before
 * it looks for more, however much of it one network sent. So what is begun in one turn of the event
 * loop is bounded; the rest waits, in turns by network, while Node looks for more.
 */
import type { FastifyInstance } from 'fastify'
import { createWaitingLine } from '../platform/fairness/waiting-line.ts'
import type { Measures } from '../platform/measures.ts'
import type { Networks } from '../platform/network/address.ts'
import type { FindClient } from './find-client.ts'

/** Milliseconds of a turn after which nothing more is begun in it: some ten reads. */
const longestTurn = 0.5

/** Of one network far more than one that means well ever has in line. */
const limits = { waiting: 5000, waitingOfPrefix: 500, retryAfter: 1 } as const

type Waiting = { readonly begin: () => void; readonly refuse: (reason: Error) => void }

/** Has the requests of `app` wait in line before anything else is done about them. */
export function queueRequests(
  app: FastifyInstance,
  findClient: FindClient,
  { watchQueue }: Pick<Measures, 'watchQueue'>,
): void {
  const line = createWaitingLine<Waiting>(limits)
  watchQueue('requests', () => ({ waiting: line.waiting(), running: 0, refused: line.refused() }))
  /** When something was first begun in this turn of the event loop. */
  let turnBegan: number | null = null

  // One in each turn while there is a line: whoever comes meanwhile waits for two at most.
  const beginNext = (): void => {
    turnBegan = null
    const next = line.take({ opens: () => true, accepts: () => true })
    if (next === undefined) return
    setImmediate(beginNext)
    next.begin()
  }

  const wait = (networks: Networks): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    line.add(networks, { begin: resolve, refuse: reject })
    return promise
  }

  app.addHook('onRequest', async (request) => {
    const now = performance.now()
    const empty = line.waiting() === 0
    if (turnBegan === null) {
      if (empty) setImmediate(beginNext)
      turnBegan = now
    }
    if (!empty || now - turnBegan > longestTurn) await wait(findClient(request).networks)
  })
}
