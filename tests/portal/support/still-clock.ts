/** A clock that stands still until a test turns it, in either direction. */
import { second } from './portal.ts'

export type StillClock = {
  /** For the portal's options. */
  readonly clock: () => number
  /** In milliseconds; below zero it is set back. */
  readonly turn: (milliseconds: number) => void
}

export function createStillClock(): StillClock {
  let now = Date.now()
  return {
    clock: () => now,
    turn: (milliseconds) => {
      now += milliseconds
    },
  }
}

/** The wait that a refusal tells, in milliseconds; 0 where nothing was refused for it. */
export function waitIn(response: Response): number {
  return response.status === 429 ? Number(response.headers.get('retry-after')) * second : 0
}
