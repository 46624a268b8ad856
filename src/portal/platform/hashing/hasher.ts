/** Argon2id, a few at a time: each one takes 19 MiB and a whole core. */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { createFairQueue, type FairQueue } from '../fairness/fair-queue.ts'

/** OWASP's first choice; memory in KiB. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Attempts that write to the database, or wait for a thread, while the cores hash for others. */
const attemptsBesides = 2

/** Beyond this a caller waits longer than anyone would; better to say so at once. */
const longestQueue = 1000

/** Of a prefix where more wait than this one core is kept free, for reads and for others. */
const crowd = 16

/** A fifth of that, which two cores hash in less than two seconds. */
const shareOfPrefix = 200

/** Tasks that hash among other things run in turn: they wait for each other, by network and account. */
export type Hasher = FairQueue & {
  /** Run it in turn, where a client waits for it. */
  readonly hash: (text: string, secret?: Buffer) => Promise<string>
  /** Run it in turn, where a client waits for it. */
  readonly verify: (hashed: string, text: string, secret?: Buffer) => Promise<boolean>
  /** Whether `hashed` was made with other parameters than today's. */
  readonly isOutdated: (hashed: string) => boolean
  /** The hash of no password: checking it takes as long as checking anybody's. */
  readonly dummyHash: string
}

/** A hasher for `cores`. How many of its tasks hash at once, the number of threads says (`main.ts`). */
export async function createHasher(cores = availableParallelism()): Promise<Hasher> {
  // More than hash at once: a thread that is done finds its next hash waiting, though the main thread
  // may be at the disk just then.
  const running = cores + attemptsBesides
  const queue = createFairQueue({
    running,
    runningOfPrefix: (waiting) => (waiting > crowd ? Math.max(1, cores - 1) : running - 1),
    waiting: longestQueue,
    waitingOfPrefix: shareOfPrefix,
  })
  return {
    ...queue,
    hash: (text, secret) => hash(text, secret ? { ...parameters, secret } : parameters),
    verify: (hashed, text, secret) => verify(hashed, text, secret ? { secret } : null),
    isOutdated: (hashed) => {
      const used = parseOptions(hashed)
      return (
        used.memoryCost !== parameters.memoryCost ||
        used.timeCost !== parameters.timeCost ||
        used.parallelism !== parameters.parallelism
      )
    },
    dummyHash: await hash(randomBytes(32), parameters),
  }
}
