/**
 * The line in front of the routes. Node reads whatever has arrived and would answer all of it before
 * it looks for more, however much of it one network sent. So what is begun in one turn of the event
 * loop is bounded; the rest waits, in turns by network, while Node looks for more.
 */
import type { FastifyInstance } from 'fastify'
import { createTurnTree, type Path } from '../platform/fairness/turn-tree.ts'
import type { Networks } from '../platform/network/address.ts'
import { ProblemError } from '../platform/problem-error.ts'
import type { FindClient } from './find-client.ts'

/** Milliseconds of a turn after which nothing more is begun in it: some ten reads. */
const longestTurn = 0.5

/** Far more than a network that means well ever has in line. */
const waitingOfPrefix = 500
const waitingInAll = 5000

/** Seconds. */
const retryAfter = 1

type Waiting = { readonly begin: () => void; readonly refuse: (reason: Error) => void }

/** Has the requests of `app` wait in line before anything else is done about them. */
export function standInLine(app: FastifyInstance, findClient: FindClient): void {
  const line = createTurnTree<Waiting>()
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

  const shedAbove = (most: number, path: Path): void => {
    if (line.waiting(path) <= most) return
    line.shed(path)?.refuse(new ProblemError('unavailable', { retryAfter }))
  }

  const wait = ({ prefix, site, own }: Networks): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    line.add([prefix, site ?? own, own], { begin: resolve, refuse: reject })
    shedAbove(waitingOfPrefix, [prefix])
    shedAbove(waitingInAll, [])
    return promise
  }

  app.addHook('onRequest', async (request) => {
    const now = performance.now()
    const empty = line.waiting([]) === 0
    if (turnBegan === null) {
      if (empty) setImmediate(beginNext)
      turnBegan = now
    }
    if (!empty || now - turnBegan > longestTurn) await wait(findClient(request).networks)
  })
}
