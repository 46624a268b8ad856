/**
 * Runs tasks a few at a time, in turns by network: whoever sends a thousand from one network waits
 * behind themselves, while the next task of anybody else is the next to run. A task whose client has
 * hung up is not run at all.
 */
import { ClientGoneError } from '../network/client.ts'
import { ProblemError } from '../problem-error.ts'
import { createSlots, type SlotLimits } from './slots.ts'
import { createTurnTree, type Path, type TurnTree } from './turn-tree.ts'
import type { Turn } from './turn.ts'

export type FairQueue = {
  /**
   * Runs `task` when its turn comes.
   * @throws ProblemError `unavailable` where too much waits, ClientGoneError where nobody waits for
   * it any more, and what `task` throws
   */
  readonly inTurn: <Result>(task: () => Promise<Result>, turn: Turn) => Promise<Result>
}

export type Limits = SlotLimits & {
  /** How many tasks may wait, in the lane of those who are known and in that of the others. */
  readonly waiting: number
  /** Of them at most so many of one prefix. */
  readonly waitingOfPrefix: number
}

/** While those who are known take all other turns, each so manieth is left to the others. */
const turnsUntilOthers = 4

/** Seconds; what waits now is done by then. */
const retryAfter = 5

type Waiting = {
  readonly path: Path
  readonly turn: Turn
  readonly start: () => void
  readonly refuse: (reason: Error) => void
}

/** A queue of its own; `limits` are those of the whole of it. */
export function createFairQueue(limits: Limits): FairQueue {
  const known = createTurnTree<Waiting>()
  const others = createTurnTree<Waiting>()
  const slots = createSlots(limits)
  let turns = 0
  let scheduled = false

  const accepts = ({ turn }: Waiting): boolean => slots.mayRun(turn)
  // Who is known may take the slot that is left to others.
  const nextOfKnown = () => known.take({ opens: () => true, accepts })
  const nextOfOthers = () => {
    const opens = (prefix: string) => slots.opensTo(prefix, others.waiting([prefix]))
    return others.take({ opens, accepts })
  }
  const next = (): Waiting | undefined =>
    turns % turnsUntilOthers === 0
      ? (nextOfOthers() ?? nextOfKnown())
      : (nextOfKnown() ?? nextOfOthers())

  const startNext = (): void => {
    scheduled = false
    const waiting = slots.isFull() ? undefined : next()
    if (waiting === undefined) return
    turns += 1
    slots.enter(waiting.turn)
    waiting.start()
    schedule()
  }

  /** One start in each turn of the event loop: what needs no turn is answered in between. */
  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(startNext)
  }

  return {
    inTurn: async (task, turn) => {
      await waitIn(turn.known ? known : others, limits, turn, schedule)
      try {
        return await task()
      } finally {
        slots.leave(turn)
        schedule()
      }
    },
  }
}

/** Waits in `lane` until it is started from there; the latest of the busiest are refused for it. */
async function waitIn(
  lane: TurnTree<Waiting>,
  limits: Limits,
  turn: Turn,
  schedule: () => void,
): Promise<void> {
  const { signal, networks } = turn.client
  if (signal.aborted) throw new ClientGoneError()
  const path = [networks.prefix, networks.site ?? networks.own, networks.own]
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const waiting: Waiting = { path, turn, start: resolve, refuse: reject }
  const hangUp = (): void => {
    if (lane.remove(path, waiting)) reject(new ClientGoneError())
  }
  signal.addEventListener('abort', hangUp)
  lane.add(path, waiting)
  shedAbove(limits.waitingOfPrefix, lane, [networks.prefix])
  shedAbove(limits.waiting, lane, [])
  schedule()
  try {
    await promise
  } finally {
    signal.removeEventListener('abort', hangUp)
  }
}

function shedAbove(most: number, lane: TurnTree<Waiting>, path: Path): void {
  if (lane.waiting(path) <= most) return
  lane.shed(path)?.refuse(new ProblemError('unavailable', { retryAfter }))
}
