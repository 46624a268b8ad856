/**
 * Writes that can be sent again, because they name themselves (`Idempotency-Key`). The answer is kept
 * in the transaction of the write: of both there is one or none, wherever a process ends.
 */
import { problemStatus } from '../../../shared/contract/problem.ts'
import type { Context } from '../../identity/context.ts'
import { createCallDatabase, type CallDatabase } from '../../platform/db/call-database.ts'
import type { Db } from '../../platform/db/open.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { problemAnswer, type Answer } from '../answer.ts'
import type { Serve } from '../write-queue.ts'
import { claimKey, findAnswer, keepAnswer, TakenError } from './kept-answers.ts'
import { fingerprintOf, type NamedRequest } from './requests.ts'

/** Seconds. Each takes milliseconds, or a turn of the hasher. */
const retryAfter = 1

/**
 * Does `write` with a database of its own and answers what it does, or what it did before.
 * @throws ProblemError `idempotency_conflict`, `in_progress`, and what `write` refuses without having
 * written anything: that is not kept, and may be tried again
 */
export type Repeat = (request: NamedRequest, write: (db: Db) => Promise<Answer>) => Promise<Answer>

/** @param serve gives each write its turn */
export function createRepeat(context: Context, serve: Serve): Repeat {
  /** Those of this process; of another's, the database makes wait. */
  const underWay = new Set<string>()

  return async (request, write) => {
    const { userId, endpoint, key, client } = request
    const name = JSON.stringify([userId, endpoint, key])
    if (underWay.has(name)) throw new ProblemError('in_progress', { retryAfter })
    underWay.add(name)
    try {
      const task = () => perform(context, request, write)
      return (
        (await findAnswer(context, request)) ??
        (await serve(endpoint, { client, known: true }, task))
      )
    } finally {
      underWay.delete(name)
    }
  }
}

async function perform(
  context: Context,
  request: NamedRequest,
  write: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  let fingerprint = ''
  const call = createCallDatabase(context.db, {
    before: async () => {
      if (fingerprint === '') fingerprint = await fingerprintOf(context, request)
    },
    first: (transaction) => claimKey(transaction, context, request, fingerprint),
  })
  try {
    const answer = await outcomeOf(call, () => write(call.db))
    await call.commit((transaction) => keepAnswer(transaction, context, request, answer))
    return answer
  } catch (error) {
    await call.rollback()
    // Another portal was faster, in the whole of it or in what refused this one.
    const isLate = error instanceof TakenError || error instanceof ProblemError
    const answer = isLate ? await findAnswer(context, request) : null
    if (answer === null) throw error
    return answer
  }
}

/** @throws what `write` refuses, unless it wrote what led to the refusal: that is an outcome, too */
async function outcomeOf(call: CallDatabase, write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof ProblemError) || !call.hasWritten() || isPassing(error)) throw error
    return problemAnswer(error)
  }
}

function isPassing({ code }: ProblemError): boolean {
  return problemStatus[code] === 429 || problemStatus[code] >= 500
}
