/**
 * A line of what waits, in turns by network and within limits: where too much waits, the latest of the
 * busiest network are refused, as they would wait longest.
 */
import type { Networks } from '../network/address.ts'
import { ProblemError } from '../problem-error.ts'
import { createRoundRobin, type Filter, type Path } from './round-robin.ts'

export type WaitingLimits = {
  /** How much may wait in all. */
  readonly waiting: number
  /** Of it at most so much of one prefix. */
  readonly waitingOfPrefix: number
  /** What those who are refused are told, in seconds: what waits now is done by then. */
  readonly retryAfter: number
}

export type WaitingLine<Item> = {
  /** How much waits of `prefix`; in all where none is named. */
  readonly waiting: (prefix?: string) => number
  /** How many were refused since there is this line. */
  readonly refused: () => number
  /** Puts `item` in the line, which refuses it or another where too much waits. */
  readonly add: (networks: Networks, item: Item) => void
  /** Takes `item` out before its turn; false where it is no longer there. */
  readonly remove: (networks: Networks, item: Item) => boolean
  /** Takes out whose turn it is among those that `filter` lets through. */
  readonly take: (filter: Filter<Item>) => Item | undefined
}

/** An empty line; `refuse` of an item is called with a ProblemError `unavailable`. */
export function createWaitingLine<Item extends { readonly refuse: (reason: Error) => void }>({
  waiting,
  waitingOfPrefix,
  retryAfter,
}: WaitingLimits): WaitingLine<Item> {
  const items = createRoundRobin<Item>()
  let refused = 0
  const shedAbove = (most: number, path: Path): void => {
    if (items.waiting(path) <= most) return
    refused += 1
    items.shed(path)?.refuse(new ProblemError('unavailable', { retryAfter }))
  }
  return {
    waiting: (prefix) => items.waiting(prefix === undefined ? [] : [prefix]),
    refused: () => refused,
    add: (networks, item) => {
      items.add(pathOf(networks), item)
      shedAbove(waitingOfPrefix, [networks.prefix])
      shedAbove(waiting, [])
    },
    remove: (networks, item) => items.remove(pathOf(networks), item),
    take: items.take,
  }
}

function pathOf({ prefix, site, own }: Networks): Path {
  return [prefix, site ?? own, own]
}
