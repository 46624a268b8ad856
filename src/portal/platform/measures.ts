/**
 * What a portal notes of itself for whoever watches it. What notes it knows nothing of how it is shown
 * (`operations/metrics.ts`); no name, address or text of anybody is among it.
 */
import type { ProblemCode } from '../../shared/contract/problem.ts'
import type { DatabaseFailure } from './db/errors.ts'

/** Work that waits in turns: to be begun, to be hashed, to be written. */
export type QueueName = 'requests' | 'hashing' | 'writes'

export type QueueState = {
  readonly waiting: number
  readonly running: number
  /** Since the start: how many were refused as too much waited. */
  readonly refused: number
}

/** A pool of connections to a database. */
export type PoolState = {
  readonly open: number
  readonly idle: number
  /** How many wait for a connection. */
  readonly waiting: number
}

export type JobName =
  'prune' | 'note_expired' | 'register_events' | 'keep_portfolios' | 'decide_applications'

export type Answered = {
  readonly method: string
  /** The pattern (`/v1/sessions/:id`), never an address; null where there is none. */
  readonly route: string | null
  readonly status: number
  readonly seconds: number
}

/** Durations are in seconds, as metrics have them. */
export type Measures = {
  readonly answered: (answer: Answered) => void
  /** What was refused, by its code. */
  readonly refused: (code: ProblemCode) => void
  readonly databaseFailed: (failure: DatabaseFailure) => void
  readonly transactionEnded: (outcome: 'committed' | 'rolled_back', seconds: number) => void
  readonly jobEnded: (job: JobName, outcome: 'done' | 'failed', seconds: number) => void
  /** How many messages came to `outcome` in one pass. */
  readonly mailsSettled: (outcome: string, count: number) => void
  /** Has `state` asked whenever somebody looks. */
  readonly watchQueue: (name: QueueName, state: () => QueueState) => void
  readonly watchPool: (state: () => PoolState) => void
}

const ignore = (): void => undefined

/** Notes nothing: for commands, and for a portal that nobody watches. */
export const noMeasures: Measures = {
  answered: ignore,
  refused: ignore,
  databaseFailed: ignore,
  transactionEnded: ignore,
  jobEnded: ignore,
  mailsSettled: ignore,
  watchQueue: ignore,
  watchPool: ignore,
}
