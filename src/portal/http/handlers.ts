/** Which code serves which endpoint. */
import { passwordFailures } from '../../shared/password-policy.ts'
import { sql } from 'kysely'
import { isCommonPassword } from '../auth/common-passwords.ts'
import type { Principal } from '../auth/principal.ts'
import { refreshSession } from '../auth/refresh.ts'
import { listSessions } from '../auth/session-list.ts'
import { endSessions } from '../auth/sessions.ts'
import { signIn } from '../auth/sign-in.ts'
import { addressKey, chargeAttempt } from '../auth/throttle.ts'
import type { Context } from '../context.ts'
import { readEnrolment } from '../enrolment/enrolment.ts'
import { savePersonalData } from '../enrolment/personal-data-step.ts'
import { saveSecurity } from '../enrolment/security-step.ts'
import { recordEvent } from '../events/security-events.ts'
import { metaOf } from '../meta/meta.ts'
import { questionsIn } from '../meta/questions.ts'
import { ProblemError } from '../problem-error.ts'
import { createProfileHandlers } from '../profile/handlers.ts'
import { createRecoveryHandlers } from '../recovery/handlers.ts'
import { createReadHome } from '../servnet/home.ts'
import type { Call, Handlers } from './handler.ts'

export function createHandlers(context: Context): Handlers {
  const policy = context.settings.passwordPolicy
  const meta = metaOf(context.settings)
  const readHome = createReadHome(context)
  return {
    health: async () => {
      await sql`select 1`.execute(context.db)
      return { status: 'ok' }
    },
    meta: () => meta,
    passwordPolicy: () => policy,
    securityQuestions: ({ query }) => ({ items: questionsIn(query.language) }),
    passwordCheck: (call) => checkPassword(context, call),
    sessionCreate: ({ body, address }) => signIn(context, body, address),
    sessionRefresh: ({ body, address }) => refreshSession(context, body.refreshToken, address),
    sessionList: ({ principal, query }) => listSessions(context, principal, query),
    sessionEndCurrent: async ({ principal }) => {
      await endSession(context, principal, principal.sessionId)
    },
    sessionEnd: async ({ principal, params }) => {
      if (!(await endSession(context, principal, params.id))) throw new ProblemError('not_found')
    },
    enrolment: ({ principal }) => readEnrolment(context, principal),
    enrolmentSecurity: ({ principal, body }) => saveSecurity(context, principal, body),
    enrolmentPersonalData: ({ principal, body }) => savePersonalData(context, principal, body),
    ...createRecoveryHandlers(context),
    ...createProfileHandlers(context),
    servnetHome: ({ principal }) => readHome(principal),
  }
}

async function checkPassword(context: Context, { body, address }: Call<'passwordCheck'>) {
  const charge = {
    key: addressKey('password-check', address),
    policy: context.settings.throttle.passwordCheck,
  }
  await chargeAttempt(context.db, [charge], context.now())
  const policy = context.settings.passwordPolicy
  const { password, username } = body
  const failures = passwordFailures(policy, password, username === undefined ? {} : { username })
  if (policy.forbidCommon && isCommonPassword(password)) {
    failures.push({ code: 'too_common', params: {} })
  }
  return { failures }
}

async function endSession(context: Context, principal: Principal, id: string): Promise<boolean> {
  return context.db.transaction().execute(async (transaction) => {
    const which = { kind: 'only', sessionId: id } as const
    const ended = await endSessions(transaction, principal.user.id, context.now(), which)
    if (ended === 0) return false
    await recordEvent(transaction, context, {
      kind: id === principal.sessionId ? 'signed_out' : 'session_ended',
      userId: principal.user.id,
      details: { session: id },
    })
    return true
  })
}
