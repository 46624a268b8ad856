/**
 * The first step of a recovery, and sending its code again. A username that nobody has takes the
 * same path and the same writes, a message that is dropped included.
 */
import type { z } from 'zod'
import type { Language } from '../../../shared/languages.ts'
import type {
  Recovery,
  recoveryRequestSchema,
} from '../../../shared/contract/identity/recoveries.ts'
import { enrolmentStateOf, foldName } from '../accounts/account.ts'
import { recipientOf, recoveryRecipientOf } from '../accounts/recipient.ts'
import { findAnswers } from '../questions/answers.ts'
import { recognizeClient } from '../accounts/known-clients.ts'
import { tooManyAttempts } from '../../platform/throttle/throttle.ts'
import { createToken, hashToken } from '../../platform/crypto/tokens.ts'
import { nextAttemptAt, attemptOnce, type AttemptCounters } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import { createCode } from '../accounts/codes.ts'
import { queueMail, type Recipient } from '../../platform/mail/queue.ts'
import type { Client } from '../../platform/network/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { codeColumns, codeFormatFor, queueCode } from './code.ts'
import { decoyQuestions, findFlow, flowOf, recoveryOf } from './flow.ts'
import { codeCounters, serializeRecognition, parseRecognition } from './attempts.ts'
import { countBegunRecovery } from './unfinished.ts'
import { inTransaction } from '../../platform/changes/log.ts'

/** To answer, in one flow. */
const attempts = 5

/** Few, as reading them takes time that nobody's account does not. */
const personColumns = [
  'id',
  'email',
  'unconfirmed_email',
  'first_name',
  'last_name',
  'language',
] as const

type Begin = z.output<typeof recoveryRequestSchema>

/**
 * Begins a recovery for `username` and sends the code to whoever has it.
 * @throws ProblemError `too_many_attempts`
 */
export async function beginRecovery(
  context: Context,
  { username, language, deviceSecret: secret }: Begin,
  client: Client,
): Promise<Recovery> {
  const now = context.now()
  const nameKey = context.pepper.hmacUsername(foldName(username))
  const { userId, questionIds } = await findPerson(context, username)
  const recognition = await recognizeClient(context, userId ?? '', { client, secret })
  const counters = codeCounters(context, nameKey, { recognition, client })
  await attemptOnce(context, counters)
  const nextAt = await nextCodeAt(context, counters)
  const id = createToken()
  const idHash = hashToken(id)
  const { recovery } = context.settings
  const format = codeFormatFor(recovery)
  const code = createCode(format)
  const flow = await inTransaction(context, async (transaction) => {
    const row = await transaction
      .insertInto('recoveries')
      .values({
        id_hash: idHash,
        user_id: userId,
        name_key: nameKey,
        state: 'answers',
        question_ids: recovery.questions ? questionIds.join(',') : '',
        code_hash: null,
        code_expires_at: null,
        next_code_at: null,
        ...(recovery.code && codeColumns(context.pepper, idHash, { code, format, now, nextAt })),
        attempts_left: attempts,
        expires_at: now + lifetimes.recovery,
        created_at: now,
        mail_id: null,
        known_as: serializeRecognition(recognition, client),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (recovery.code) {
      const person = { userId, language }
      const to = await toWhom(transaction, person, (user) => recoveryRecipientOf(user, recovery))
      await queueCode(transaction, context, row, { to, code })
    }
    const { address } = client
    if (await countBegunRecovery(transaction, nameKey, now)) {
      const to = await toWhom(transaction, { userId, language }, (user) => recipientOf(user))
      await queueMail(transaction, context, to, { kind: 'recovery_unfinished' })
    }
    const event = { kind: 'recovery_started', userId: row.user_id, details: { address } } as const
    await recordEvent(transaction, context, event, nameKey)
    return flowOf(row)
  })
  return recoveryOf(id, flow, language)
}

/**
 * Sends another code; the one before it counts no longer.
 * @throws ProblemError `flow_expired`, `invalid_state` (past this step, or no code is asked for),
 * `too_many_attempts`
 */
export async function sendCodeAgain(
  context: Context,
  id: string,
  language: Language,
  client: Client,
): Promise<Recovery> {
  const before = await findFlow(context, id)
  if (before.state !== 'answers' || before.next_code_at === null) {
    throw new ProblemError('invalid_state')
  }
  const now = context.now()
  const wait = before.next_code_at - now
  // A longer one is that of the tries, which are asked next, or of a clock that was ahead.
  if (wait > 0 && wait <= lifetimes.betweenCodes) throw tooManyAttempts(before.next_code_at, now)
  const recognition = parseRecognition(before.known_as)
  const counters = codeCounters(context, before.name_key, { recognition, client })
  await attemptOnce(context, counters)
  const nextAt = await nextCodeAt(context, counters)
  const format = before.code_format
  const code = createCode(format)
  const row = await inTransaction(context, async (transaction) => {
    const changed = await transaction
      .updateTable('recoveries')
      .set(codeColumns(context.pepper, before.id_hash, { code, format, now, nextAt }))
      .where('id_hash', '=', before.id_hash)
      .where('state', '=', 'answers')
      .where('attempts_left', '>', 0)
      .where('next_code_at', '=', before.next_code_at)
      .returningAll()
      .executeTakeFirst()
    if (changed !== undefined) {
      const { recovery } = context.settings
      const person = { userId: before.user_id, language }
      const to = await toWhom(transaction, person, (user) => recoveryRecipientOf(user, recovery))
      await queueCode(transaction, context, changed, { to, code })
    }
    return changed
  })
  // Asked for twice at once, ended or passed since it was looked at: see anew where it stands.
  if (row === undefined) return sendCodeAgain(context, id, language, client)
  return recoveryOf(id, flowOf(row), language)
}

/** Told so that the countdown is true: no sooner than the throttle allows. */
async function nextCodeAt(context: Context, counters: AttemptCounters): Promise<number> {
  return Math.max(context.now() + lifetimes.betweenCodes, await nextAttemptAt(context, counters))
}

/** Whoever is enrolled under `username`, and the questions to ask. */
async function findPerson(
  { db, pepper }: Context,
  username: string,
): Promise<{ readonly userId: string | null; readonly questionIds: readonly string[] }> {
  const name = foldName(username)
  const found = await db
    .selectFrom('users')
    .select(['id', 'enrolment_state'])
    .where('username_key', '=', name)
    .executeTakeFirst()
  const userId = found && enrolmentStateOf(found) === 'complete' ? found.id : null
  // Asked for nobody too: the same number of queries, the same time.
  const chosen = await findAnswers(db, userId ?? '')
  const decoys = decoyQuestions(pepper, name)
  return { userId, questionIds: userId === null ? decoys : chosen.map((row) => row.question_id) }
}

type Person = Pick<User, (typeof personColumns)[number]>

/**
 * Where a message goes. Asked once the recovery is written, within its transaction: a change of the
 * address either waits for that, and ends the recovery, or is seen here.
 */
async function toWhom(
  db: Db,
  { userId, language }: { readonly userId: string | null; readonly language: Language },
  reach: (person: Person) => Recipient,
): Promise<Recipient> {
  const user = await db
    .selectFrom('users')
    .select(personColumns)
    // Asked for nobody too, as above.
    .where('id', '=', userId ?? '')
    .executeTakeFirst()
  return user ? reach(user) : { userId: null, address: null, language, name: null }
}
