/**
 * How requests are served: what writes takes turns, and reaches the disk before it is answered. SQLite
 * works on the main thread, and two hundred writes side by side would keep every read waiting; one by
 * one, reads are answered in between, and each network has its turn.
 */
import { endpoints, type EndpointName } from '../../shared/contract/endpoints.ts'
import type { Database } from '../platform/db/open.ts'
import { createFairQueue } from '../platform/fairness/fair-queue.ts'
import type { Measures } from '../platform/measures.ts'
import type { Requester } from '../platform/network/client.ts'

/** Their handlers take a turn of the hasher, in which they write too. */
const hashing = new Set<EndpointName>([
  'sessionCreate',
  'reauthenticate',
  'passwordChange',
  'chosenQuestionsReplace',
  'rehearsal',
  'enrolmentSecurity',
  'recoveryAnswers',
  'recoveryPassword',
])

/** Whether a call to `name` bears a password or answers, which are hashed. */
export function hashesSecrets(name: EndpointName): boolean {
  return hashing.has(name)
}

/** Of the connections to a database these are left to reads and to what hashes. */
const connectionsBesides = 4

/** Each takes milliseconds. */
const waiting = 2000
const waitingOfPrefix = 500

/**
 * Serves a call of `caller` to the endpoint `name` by `task`; who is signed in is known.
 * @throws as `run` does
 */
export type Serve = <Result>(
  name: EndpointName,
  caller: Pick<Requester, 'client' | 'known'>,
  task: () => Promise<Result>,
) => Promise<Result>

/** Reads at once; what writes in its turn, and answered only once that is on the disk. */
export function createServe(
  { connections, flush }: Pick<Database, 'connections' | 'flush'>,
  { watchQueue }: Pick<Measures, 'watchQueue'>,
): Serve {
  const running = Math.max(1, connections - connectionsBesides)
  const runningOfPrefix = () => Math.ceil(running / 2)
  const queue = createFairQueue({ running, runningOfPrefix, waiting, waitingOfPrefix })
  watchQueue('writes', queue.state)
  return async (name, caller, task) => {
    if (endpoints[name].method === 'GET') return task()
    try {
      return await (hashing.has(name) ? task() : queue.run(task, caller))
    } finally {
      // Refusals too: most have counted an attempt or recorded an event.
      await flush()
    }
  }
}
