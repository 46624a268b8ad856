/**
 * Runs tasks a few at a time, in turns by network: whoever sends a thousand from one network waits
 * behind themselves, while the next task of anybody else is the next to run. A task whose client has
 * hung up is not run at all.
 */
import type { QueueState } from '../measures.ts'
import { ClientGoneError, type Requester } from '../network/client.ts'
import { createSlots, type SlotLimits } from './slots.ts'
import { createWaitingLine, type WaitingLimits, type WaitingLine } from './waiting-line.ts'

export type FairQueue = {
  /**
   * Runs `task` when its turn comes.
   * @throws ProblemError `unavailable` where too much waits, ClientGoneError where nobody waits for
   * it any more, and what `task` throws
   */
  readonly run: <Result>(task: () => Promise<Result>, requester: Requester) => Promise<Result>
  readonly state: () => QueueState
}

/** Those of waiting hold for those who are known, and for the others, each by themselves. */
export type FairQueueLimits = SlotLimits & Omit<WaitingLimits, 'retryAfter'>

/** While those who are known take all other turns, each so manieth is left to the others. */
const turnsUntilOthers = 4

/** Seconds. */
const retryAfter = 5

type Waiting = {
  readonly requester: Requester
  readonly start: () => void
  readonly refuse: (reason: Error) => void
}

/** A queue of its own; `limits` are those of the whole of it. */
export function createFairQueue(limits: FairQueueLimits): FairQueue {
  const known = createWaitingLine<Waiting>({ ...limits, retryAfter })
  const others = createWaitingLine<Waiting>({ ...limits, retryAfter })
  const slots = createSlots(limits)
  let turns = 0
  let scheduled = false

  const accepts = ({ requester }: Waiting): boolean => slots.mayRun(requester)
  // Who is known may take the slot that is left to others.
  const nextOfKnown = () => known.take({ opens: () => true, accepts })
  const nextOfOthers = () => {
    const opens = (prefix: string) => slots.opensTo(prefix, others.waiting(prefix))
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
    slots.enter(waiting.requester)
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
    state: () => ({
      waiting: known.waiting() + others.waiting(),
      running: slots.taken(),
      refused: known.refused() + others.refused(),
    }),
    run: async (task, requester) => {
      await waitIn(requester.known ? known : others, requester, schedule)
      try {
        return await task()
      } finally {
        slots.leave(requester)
        schedule()
      }
    },
  }
}

/** Waits in `line` until it is started from there. */
async function waitIn(
  line: WaitingLine<Waiting>,
  requester: Requester,
  schedule: () => void,
): Promise<void> {
  const { signal, networks } = requester.client
  if (signal.aborted) throw new ClientGoneError()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const waiting: Waiting = { requester, start: resolve, refuse: reject }
  const hangUp = (): void => {
    if (line.remove(networks, waiting)) reject(new ClientGoneError())
  }
  signal.addEventListener('abort', hangUp)
  line.add(networks, waiting)
  schedule()
  try {
    await promise
  } finally {
    signal.removeEventListener('abort', hangUp)
  }
}
