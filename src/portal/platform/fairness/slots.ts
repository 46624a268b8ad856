/** What runs at once, and for whom. */
import type { Requester } from '../network/client.ts'

export type SlotLimits = {
  /** How many tasks may run at once. */
  readonly running: number
  /** Of them at most so many of one prefix in which so many wait, so that some are left to others. */
  readonly runningOfPrefix: (waiting: number) => number
}

export type Slots = {
  readonly taken: () => number
  readonly isFull: () => boolean
  /** Whether nothing runs that must be over before a task for `requester` begins. */
  readonly mayRun: (requester: Requester) => boolean
  /** Whether `prefix`, in which so many wait, may have one more. */
  readonly opensTo: (prefix: string, waiting: number) => boolean
  readonly enter: (requester: Requester) => void
  readonly leave: (requester: Requester) => void
}

/** Slots of which none is taken. */
export function createSlots({ running: most, runningOfPrefix }: SlotLimits): Slots {
  const accounts = new Set<string>()
  const prefixes = new Map<string, number>()
  let running = 0

  const count = ({ known, client }: Requester, step: 1 | -1): void => {
    running += step
    if (known) return
    const { prefix } = client.networks
    const left = (prefixes.get(prefix) ?? 0) + step
    if (left === 0) prefixes.delete(prefix)
    else prefixes.set(prefix, left)
  }

  return {
    taken: () => running,
    isFull: () => running >= most,
    mayRun: ({ account }) => account === undefined || !accounts.has(account),
    opensTo: (prefix, waiting) => (prefixes.get(prefix) ?? 0) < runningOfPrefix(waiting),
    enter: (requester) => {
      count(requester, 1)
      if (requester.account !== undefined) accounts.add(requester.account)
    },
    leave: (requester) => {
      count(requester, -1)
      if (requester.account !== undefined) accounts.delete(requester.account)
    },
  }
}
