/**
 * Pauses between the reads of somebody who reads on and on. Hashing takes a core for each password, and so
 * does whoever asks for one figure after the other, or for all rows: on as many cores as there are, each
 * sign-in would wait for them. So while anything is hashed, such a reader has a twentieth of the time; else
 * all of it. Who reads a page now and then, however long it takes, never waits.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { ClientGoneError } from '../network/client.ts'

/** Of the time that passes, so much is for the reads of each. */
const share = 1 / 20
/** Milliseconds of reading at once that nobody is made to wait for: a page and what it consists of. */
const allowance = 50
/** What was read beyond that is made up for in two seconds at most. */
const longestDebt = allowance + share * 2_000
/** Milliseconds from one look to the next, as hashing may be over. */
const betweenLooks = 5
/** Of readers who read something lately; beyond it those are forgotten who have nothing to make up for. */
const mostRemembered = 1_000

/**
 * Does `read` for `reader` when it may begin: of one reader one at a time, while others hash.
 * @param signal aborted when nobody waits for it any more
 * @throws ClientGoneError then, and what `read` throws
 */
export type Pacing = <Result>(
  reader: string,
  signal: AbortSignal,
  read: () => Promise<Result>,
) => Promise<Result>

/** The time in milliseconds, and its passing. */
export type PacingClock = {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<unknown>
}

const usualClock: PacingClock = { now: () => performance.now(), wait: sleep }

type Reader = {
  /** Milliseconds of reading that are not made up for, as at `at`. */
  debt: number
  at: number
  reading: number
}

/** @param isHashing whether anything is hashed at the moment */
export function createPacing(
  isHashing: () => boolean,
  { now, wait }: PacingClock = usualClock,
): Pacing {
  const readers = new Map<string, Reader>()
  const debtOf = ({ debt, at }: Reader) => Math.max(0, debt - share * (now() - at))
  const forget = (): void => {
    for (const [name, reader] of readers) {
      if (reader.reading === 0 && debtOf(reader) === 0) readers.delete(name)
    }
  }
  return async (name, signal, read) => {
    let reader = readers.get(name)
    if (reader === undefined) {
      if (readers.size >= mostRemembered) forget()
      reader = { debt: 0, at: now(), reading: 0 }
      readers.set(name, reader)
    }
    while (isHashing() && (reader.reading > 0 || debtOf(reader) > allowance)) {
      if (signal.aborted) throw new ClientGoneError()
      // oxlint-disable-next-line no-await-in-loop -- until it may begin
      await wait(betweenLooks)
    }
    const began = now()
    reader.reading += 1
    try {
      return await read()
    } finally {
      reader.reading -= 1
      reader.debt = Math.min(longestDebt, debtOf(reader) + now() - began)
      reader.at = now()
    }
  }
}
