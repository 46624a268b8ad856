/**
 * The second step: the three answers together with the code, one pass or fail for all. A try is
 * taken before anything is compared, and everything is always compared, for nobody's account too.
 */
import type { z } from 'zod'
import type { ProblemDetail } from '../../../shared/contract/problem.ts'
import type {
  Recovery,
  recoveryAnswersRequestSchema,
} from '../../../shared/contract/identity/recoveries.ts'
import { forgetAttempts } from '../throttling/forget-attempts.ts'
import {
  compareAnswers,
  findAnswers,
  renewAnswers,
  type ComparedAnswer,
} from '../questions/answers.ts'
import { rememberNetwork } from '../accounts/known-clients.ts'
import {
  assertNotThrottled,
  countAttempts,
  refundAttempt,
} from '../../platform/throttle/throttle.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import { parseTypedCode } from '../accounts/codes.ts'
import type { Client } from '../../platform/network/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { isCodeOver, isLatestCode } from './code.ts'
import { findFlow, flowOf, questionIdsOf, recoveryOf, refuseMoved, type Flow } from './flow.ts'
import { answerCounters, type AnswerCounters } from './attempts.ts'
import { inTransaction } from '../../platform/changes/log.ts'

const recoveryTries = ['recovery-code', 'recovery-answers', 'recovery-day'] as const

type Proof = z.output<typeof recoveryAnswersRequestSchema>

type Attempt = {
  readonly id: string
  readonly client: Client
  readonly counters: AnswerCounters
}

/**
 * Takes a try and opens the next step where everything is right.
 * @throws ProblemError `invalid_request` (something is missing, or holds no code) and `code_expired`,
 * for which no try is taken; `verification_failed` with the tries that are left, `flow_expired` (also
 * after the last one), `invalid_state`, `too_many_attempts`, `unavailable`
 */
export async function verifyAnswers(
  context: Context,
  id: string,
  proof: Proof,
  client: Client,
): Promise<Recovery> {
  const flow = await findFlow(context, id)
  if (flow.state !== 'answers') throw new ProblemError('invalid_state')
  assertWhole(flow, proof)
  const code = proof.code === undefined ? '' : readCodeFor(flow, proof.code)
  const counters = answerCounters(context, flow, client)
  const attempt = { id, client, counters }
  assertCodeInTime(flow, context.now())
  // Asked twice: here so that a flood is refused before it queues, in turn so that it is exact.
  await assertNotThrottled(context.db, Object.values(counters).flat(), context.now())
  const check = async (): Promise<Recovery> => {
    // One moment decides over all, however long the hashing takes.
    const now = context.now()
    assertCodeInTime(flow, now)
    await assertNotThrottled(context.db, Object.values(counters).flat(), now)
    const mayPass = flow.code_hash === null || isLatestCode(context.pepper, flow, code)
    const charged = [...counters.address, ...(mayPass ? counters.account : counters.flow)]
    await countAttempts(context.db, charged, now)
    const taken = await takeTry(context, attempt, flow.id_hash)
    const compared = await compareAll(context, taken, proof)
    if (!mayPass || !isRight(context, taken, compared, code)) {
      return refuse(context, attempt, taken)
    }
    if (taken.user_id !== null) await renewAnswers(context, taken.user_id, compared)
    return pass(context, attempt, taken)
  }
  return context.hasher.run(check, { client, known: flow.known_as !== null })
}

/** What is not asked for is ignored, whatever it is. */
function readCodeFor(flow: Flow, text: string): string {
  return flow.code_hash === null ? '' : parseTypedCode(text, flow.code_format)
}

/**
 * Before anything is compared, and whatever was entered: it tells of the time alone, and the same to
 * whoever asks for nobody's account.
 */
function assertCodeInTime(flow: Flow, now: number): void {
  if (isCodeOver(flow, now)) throw new ProblemError('code_expired')
}

/** Each question answered once, and the code where it is asked for. What is not asked is ignored. */
function assertWhole(flow: Flow, { answers, code }: Proof): void {
  const errors: ProblemDetail[] = []
  if (flow.code_hash !== null && code === undefined) {
    errors.push({ pointer: '/code', code: 'required' })
  }
  const answered = new Set(answers.map(({ questionId }) => questionId))
  if (!questionIdsOf(flow).every((questionId) => answered.has(questionId))) {
    errors.push({ pointer: '/answers', code: 'required' })
  }
  if (errors.length > 0) throw new ProblemError('invalid_request', { errors })
}

/** One statement, so that two hundred at once are no more than five. */
async function takeTry(context: Context, { id }: Attempt, idHash: string): Promise<Flow> {
  const row = await context.db
    .updateTable('recoveries')
    .set((columns) => ({ attempts_left: columns('attempts_left', '-', 1) }))
    .where('id_hash', '=', idHash)
    .where('state', '=', 'answers')
    .where('attempts_left', '>', 0)
    .where('expires_at', '>', context.now())
    .returningAll()
    .executeTakeFirst()
  return flowOf(row ?? (await refuseMoved(context, id)))
}

/** What was asked, and nothing besides. For nobody too: the same number of queries, the same time. */
async function compareAll(
  context: Context,
  flow: Flow,
  { answers }: Proof,
): Promise<ComparedAnswer[]> {
  const kept = await findAnswers(context.db, flow.user_id ?? '')
  const asked = questionIdsOf(flow).map(
    (questionId) =>
      answers.find((one) => one.questionId === questionId) ?? { questionId, answer: '' },
  )
  return compareAnswers(context, kept, asked)
}

function isRight(
  { pepper }: Context,
  flow: Flow,
  compared: readonly ComparedAnswer[],
  code: string,
): boolean {
  const right = flow.user_id !== null && compared.every((one) => one.right)
  if (flow.code_hash === null) return right
  return isLatestCode(pepper, flow, code) && right
}

async function pass(context: Context, attempt: Attempt, flow: Flow): Promise<Recovery> {
  const row = await inTransaction(context, async (transaction) => {
    const changed = await transaction
      .updateTable('recoveries')
      .set({ state: 'password', code_hash: null })
      .where('id_hash', '=', flow.id_hash)
      .where('state', '=', 'answers')
      .where('expires_at', '>', context.now())
      .returningAll()
      .executeTakeFirst()
    if (changed === undefined) return undefined
    await refundAttempt(transaction, attempt.counters.address)
    await forgetAttempts(transaction, flow.name_key, context.now(), recoveryTries)
    if (flow.user_id !== null && flow.code_hash !== null) {
      // Whoever reads the account's mail here is no stranger when they sign in, whatever others do.
      await rememberNetwork(transaction, flow.user_id, attempt.client, context.now())
    }
    return changed
  })
  // No questions are told from here on, so that no language is needed.
  return recoveryOf(attempt.id, flowOf(row ?? (await refuseMoved(context, attempt.id))), 'fr')
}

async function refuse(context: Context, { client }: Attempt, flow: Flow): Promise<never> {
  await inTransaction(context, async (transaction) => {
    const { address } = client
    const event = { kind: 'recovery_failed', userId: flow.user_id, details: { address } } as const
    await recordEvent(transaction, context, event, flow.name_key)
  })
  if (flow.attempts_left === 0) throw new ProblemError('flow_expired')
  const params = { attemptsLeft: flow.attempts_left }
  throw new ProblemError('verification_failed', {
    errors: [{ pointer: '', code: 'attempts_left', params }],
  })
}
