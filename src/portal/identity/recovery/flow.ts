/** A recovery as the database keeps it, and as it is told. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { codeFormats, type CodeFormat } from '../../../shared/rules/codes.ts'
import type { Language } from '../../../shared/languages.ts'
import type { Recovery } from '../../../shared/contract/identity/recoveries.ts'
import { timestamp } from '../accounts/account.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import { latestEnd } from '../../platform/clock.ts'
import type { Context } from '../context.ts'
import type { RecoveryTable } from '../../platform/db/schema.ts'
import { questionsOf } from '../questions/catalogue.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import type { Pepper } from '../../platform/crypto/pepper.ts'
import {
  securityQuestionIds,
  type SecurityQuestionId,
} from '../../../shared/contract/identity/security-questions.ts'

export type Flow = Omit<Selectable<RecoveryTable>, 'state' | 'code_format'> & {
  readonly state: 'answers' | 'password' | 'done'
  readonly code_format: CodeFormat
}

const stateSchema = z.enum(['answers', 'password', 'done'])
const formatSchema = z.enum(codeFormats)

/** A row of the table, parsed. */
export function flowOf(row: Selectable<RecoveryTable>): Flow {
  return {
    ...row,
    state: stateSchema.parse(row.state),
    code_format: formatSchema.parse(row.code_format),
  }
}

/**
 * The recovery that `id` opens.
 * @throws ProblemError `flow_expired` where its time or its tries are over, or there never was one
 */
export async function findFlow(
  { db, now }: Pick<Context, 'db' | 'now'>,
  id: string,
): Promise<Flow> {
  const at = now()
  const row = await db
    .selectFrom('recoveries')
    .selectAll()
    .where('id_hash', '=', hashToken(id))
    .where('expires_at', '>', at)
    .where('expires_at', '<=', latestEnd(lifetimes.recovery, at))
    .executeTakeFirst()
  if (row === undefined || (row.state === 'answers' && row.attempts_left === 0)) {
    throw new ProblemError('flow_expired')
  }
  return flowOf(row)
}

/**
 * For a write that did not find the recovery where a read had just seen it.
 * @throws ProblemError always: `flow_expired`, or `invalid_state` where it is at another step
 */
export async function refuseMoved(context: Context, id: string): Promise<never> {
  await findFlow(context, id)
  throw new ProblemError('invalid_state')
}

/** The ids of the questions that `flow` asks, in their order; none where it asks for the code. */
export function questionIdsOf({ question_ids: ids }: Pick<Flow, 'question_ids'>): string[] {
  return ids === '' ? [] : ids.split(',')
}

/** What the client is told of `flow`; questions in `language`. */
export function recoveryOf(id: string, flow: Flow, language: Language): Recovery {
  const { state } = flow
  const expiresAt = timestamp(flow.expires_at)
  switch (state) {
    case 'answers':
      return {
        id,
        state,
        questions: questionsOf(questionIdsOf(flow), language),
        codeRequired: flow.code_hash !== null,
        codeFormat: flow.code_hash === null ? null : flow.code_format,
        codeExpiresAt: flow.code_expires_at === null ? null : timestamp(flow.code_expires_at),
        nextCodeAt: flow.next_code_at === null ? null : timestamp(flow.next_code_at),
        attemptsLeft: flow.attempts_left,
        expiresAt,
      }
    case 'password':
      return { id, state, expiresAt }
    case 'done':
      return { id, state }
    default:
      return assertNever(state)
  }
}

const questionsAsked = 3

/**
 * Three different questions, always the same for `name` while the pepper lasts.
 * @param name folded, so that every way of typing it has the same
 */
export function decoyQuestions(
  pepper: Pick<Pepper, 'hmacIndex'>,
  name: string,
): SecurityQuestionId[] {
  const left = [...securityQuestionIds]
  return Array.from({ length: questionsAsked }, (_, position) => {
    const at = pepper.hmacIndex(JSON.stringify([name, position]), left.length)
    return left.splice(at, 1)
  }).flat()
}
