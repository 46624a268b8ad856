/** What runs at once, and for whom. */
import type { Turn } from './turn.ts'

export type SlotLimits = {
  /** How many tasks may run at once. */
  readonly running: number
  /** Of them at most so many of one prefix in which so many wait, so that some are left to others. */
  readonly runningOfPrefix: (waiting: number) => number
}

export type Slots = {
  readonly isFull: () => boolean
  /** Whether nothing runs that must be over before `turn` begins. */
  readonly mayRun: (turn: Turn) => boolean
  /** Whether `prefix`, in which so many wait, may have one more. */
  readonly opensTo: (prefix: string, waiting: number) => boolean
  readonly enter: (turn: Turn) => void
  readonly leave: (turn: Turn) => void
}

export function createSlots({ running: most, runningOfPrefix }: SlotLimits): Slots {
  const accounts = new Set<string>()
  const prefixes = new Map<string, number>()
  let running = 0

  const count = ({ known, client }: Turn, step: 1 | -1): void => {
    running += step
    if (known) return
    const { prefix } = client.networks
    const left = (prefixes.get(prefix) ?? 0) + step
    if (left === 0) prefixes.delete(prefix)
    else prefixes.set(prefix, left)
  }

  return {
    isFull: () => running >= most,
    mayRun: ({ account }) => account === undefined || !accounts.has(account),
    opensTo: (prefix, waiting) => (prefixes.get(prefix) ?? 0) < runningOfPrefix(waiting),
    enter: (turn) => {
      count(turn, 1)
      if (turn.account !== undefined) accounts.add(turn.account)
    },
    leave: (turn) => {
      count(turn, -1)
      if (turn.account !== undefined) accounts.delete(turn.account)
    },
  }
}
