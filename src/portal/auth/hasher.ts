/** Argon2id, a few at a time: each one takes 19 MiB and a whole core. */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import type { Client } from '../network/client.ts'
import { ProblemError } from '../problem-error.ts'
import { createTurns } from './turns.ts'

/** OWASP's first choice; memory in KiB. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Beyond this a caller waits longer than anyone would; better to say so at once. */
const longestQueue = 1000

/** Attempts that write to the database, or wait for a thread, while the cores hash for others. */
const attemptsBesides = 2

/** Whose turn a task is. */
export type Turn = {
  /**
   * Tasks of one account run one by one, on however many cores: attempts are counted before they are
   * checked, so that right ones side by side would look like as many failures.
   */
  readonly account?: string
  readonly client: Client
  /** Whether a device or an address calls from which this account was signed in to before. */
  readonly known: boolean
}

export type Hasher = {
  readonly hash: (text: string, secret?: Buffer) => Promise<string>
  readonly verify: (hashed: string, text: string, secret?: Buffer) => Promise<boolean>
  /**
   * Runs `task`, which hashes among other things, when its turn comes.
   * @throws ProblemError `unavailable` where the queue is too long
   */
  readonly inTurn: <Result>(task: () => Promise<Result>, turn: Turn) => Promise<Result>
  /** Whether `hashed` was made with other parameters than today's. */
  readonly isOutdated: (hashed: string) => boolean
  /** The hash of nobody's password: checking it takes as long as checking somebody's. */
  readonly nobody: string
}

/** A hasher that hashes at most `concurrency` at once, by default as many as there are cores. */
export async function createHasher(concurrency = availableParallelism()): Promise<Hasher> {
  // More than hash at once: a thread that is done finds its next hash waiting, though the main thread
  // may be at the disk just then. How many hash at once, the number of threads says (`main.ts`).
  const hashing = pLimit(concurrency + attemptsBesides)
  const attempts = pLimit(concurrency + attemptsBesides)
  const inOrder = createTurns()
  let underWay = 0
  const nobody = await hash(randomBytes(32), parameters)
  return {
    hash: (text, secret) =>
      hashing(() => hash(text, secret ? { ...parameters, secret } : parameters)),
    verify: (hashed, text, secret) =>
      hashing(() => verify(hashed, text, secret ? { secret } : null)),
    inTurn: async (task, { account }) => {
      if (underWay >= longestQueue) throw new ProblemError('unavailable', { retryAfter: 5 })
      underWay += 1
      try {
        return await (account === undefined
          ? attempts(task)
          : inOrder(account, () => attempts(task)))
      } finally {
        underWay -= 1
      }
    },
    isOutdated: (hashed) => {
      const used = parseOptions(hashed)
      return (
        used.memoryCost !== parameters.memoryCost ||
        used.timeCost !== parameters.timeCost ||
        used.parallelism !== parameters.parallelism
      )
    },
    nobody,
  }
}
