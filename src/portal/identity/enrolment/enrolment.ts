/** Where a person's first sign-in stands, and what the portal already holds of it. */
import { languageSchema } from '../../../shared/contract/common.ts'
import type { Enrolment } from '../../../shared/contract/identity/enrolment.ts'
import { enrolmentStateOf, timestamp } from '../accounts/account.ts'
import type { Principal } from '../sessions/principal.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** @throws ProblemError `flow_expired` */
export async function readEnrolment(context: Context, principal: Principal): Promise<Enrolment> {
  assertNotExpired(principal.user, context.now())
  return enrolmentOf(context.db, principal.user)
}

/** The enrolment of `user` as the contract tells it, with what is there to go on from. */
export async function enrolmentOf(db: Db, user: Principal['user']): Promise<Enrolment> {
  const told = {
    state: enrolmentStateOf(user),
    expiresAt: timestamp(user.enrolment_expires_at),
  }
  const choices = {
    language: languageSchema.parse(user.language),
    alertsByEmail: user.alerts_by_email === 1,
  }
  if (told.state === 'complete') {
    // Nothing is left to resume, and this stays open to who must change the password first.
    const nothing = { questionIds: [], email: null, firstName: null, lastName: null }
    return { ...told, draft: { ...nothing, ...choices } }
  }
  const answers = await db
    .selectFrom('security_answers')
    .select('question_id')
    .where('user_id', '=', user.id)
    .orderBy('position')
    .execute()
  return {
    ...told,
    draft: {
      questionIds: answers.map((answer) => answer.question_id),
      email: user.email,
      firstName: user.first_name,
      lastName: user.last_name,
      ...choices,
    },
  }
}

/** @throws ProblemError `flow_expired` for an enrolment that was left alone too long. */
export function assertNotExpired(
  user: Pick<Principal['user'], 'enrolment_state' | 'enrolment_expires_at'>,
  now: number,
): void {
  if (enrolmentStateOf(user) !== 'complete' && user.enrolment_expires_at <= now) {
    throw new ProblemError('flow_expired')
  }
}
