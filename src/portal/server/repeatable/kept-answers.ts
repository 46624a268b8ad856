/** The answers of writes that named themselves, as the database keeps them: sealed, for 30 days. */
import { z } from 'zod'
import type { Context } from '../../identity/context.ts'
import { day } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/open.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { Answer } from '../answer.ts'
import { hasFingerprint, type NamedRequest } from './requests.ts'

/** Milliseconds. */
const keptFor = 30 * day

const answerSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  payload: z.string().nullable(),
})

/** Somebody else has done, or is doing, this write: what was begun for it is to be undone. */
export class TakenError extends Error {}

/**
 * What `request` was answered before; null where it was not.
 * @throws ProblemError `idempotency_conflict` where the key was used for another request
 */
export async function findAnswer(context: Context, request: NamedRequest): Promise<Answer | null> {
  const { userId, endpoint, key } = request
  const kept = await context.db
    .selectFrom('kept_answers')
    .select(['fingerprint', 'answer'])
    .where('user_id', '=', userId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .where('created_at', '>', context.now() - keptFor)
    .executeTakeFirst()
  if (kept === undefined) return null
  if (!(await hasFingerprint(context, request, kept.fingerprint))) {
    throw new ProblemError('idempotency_conflict')
  }
  const text = context.pepper.openAnswer(placeOf(request), kept.answer)
  return answerSchema.parse(JSON.parse(text))
}

/**
 * Takes the key, as the first statement of the write's transaction. Where another portal has taken it
 * already, PostgreSQL waits here until that one has committed.
 * @throws TakenError where the key has been used by then
 */
export async function claimKey(
  db: Db,
  { now }: Pick<Context, 'now'>,
  { userId, endpoint, key }: NamedRequest,
  fingerprint: string,
): Promise<void> {
  const at = now()
  const claim = { fingerprint, answer: '', created_at: at }
  const claimed = await db
    .insertInto('kept_answers')
    .values({ user_id: userId, endpoint, key, ...claim })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'endpoint', 'key'])
        .doUpdateSet(claim)
        // One that is over and not pruned yet.
        .where('kept_answers.created_at', '<=', at - keptFor),
    )
    .returning('key')
    .executeTakeFirst()
  if (claimed === undefined) throw new TakenError()
}

/** Puts the answer beside the key that was claimed, within the same transaction. */
export async function keepAnswer(
  db: Db,
  { pepper }: Pick<Context, 'pepper'>,
  request: NamedRequest,
  answer: Answer,
): Promise<void> {
  await db
    .updateTable('kept_answers')
    .set({ answer: pepper.sealAnswer(placeOf(request), JSON.stringify(answer)) })
    .where('user_id', '=', request.userId)
    .where('endpoint', '=', request.endpoint)
    .where('key', '=', request.key)
    .execute()
}

/** An answer that is moved to another row opens no more. */
function placeOf({ userId, endpoint, key }: NamedRequest): string {
  return JSON.stringify([userId, endpoint, key])
}

/** Forgets answers that nobody asks for any more, `now` in milliseconds. */
export async function pruneAnswers(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('kept_answers')
    .where('created_at', '<=', now - keptFor)
    .execute()
}
