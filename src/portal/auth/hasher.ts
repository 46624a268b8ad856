/** Argon2id, a few at a time: each one takes 19 MiB and a whole core. */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { ProblemError } from '../problem-error.ts'

/** OWASP's first choice; memory in KiB. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Beyond this a caller waits longer than anyone would; better to say so at once. */
const longestQueue = 1000

export type Hasher = {
  readonly hash: (text: string, secret?: Buffer) => Promise<string>
  readonly verify: (hashed: string, text: string, secret?: Buffer) => Promise<boolean>
  /** Runs `task` when its turn comes; every hashing inside one must go through its argument. */
  readonly inTurn: <Result>(task: () => Promise<Result>) => Promise<Result>
  /** Whether `hashed` was made with other parameters than today's. */
  readonly isOutdated: (hashed: string) => boolean
  /** The hash of nobody's password: checking it takes as long as checking somebody's. */
  readonly nobody: string
}

/** A hasher that runs at most `concurrency` at once, by default as many as there are cores. */
export async function createHasher(concurrency = availableParallelism()): Promise<Hasher> {
  const limit = pLimit(concurrency)
  const nobody = await hash(randomBytes(32), parameters)
  return {
    hash: (text, secret) => hash(text, secret ? { ...parameters, secret } : parameters),
    verify: (hashed, text, secret) => verify(hashed, text, secret ? { secret } : null),
    inTurn: async (task) => {
      if (limit.pendingCount >= longestQueue)
        throw new ProblemError('unavailable', { retryAfter: 5 })
      return limit(task)
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
