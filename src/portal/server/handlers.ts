/** Which code serves which endpoint. */
import { sql } from 'kysely'
import { ruleFailures } from '../identity/passwords/password-rules.ts'
import { refreshSession } from '../identity/sessions/refresh.ts'
import { endSession, signOut } from '../identity/security/session-end.ts'
import { listSessions } from '../identity/security/session-list.ts'
import { signIn } from '../identity/sign-in.ts'
import { addressCharges } from '../identity/waits/address-charges.ts'
import { chargeAttempt } from '../platform/throttle/throttle.ts'
import type { Context } from '../identity/context.ts'
import { readEnrolment } from '../identity/enrolment/enrolment.ts'
import { savePersonalData } from '../identity/enrolment/personal-data-step.ts'
import { saveSecurity } from '../identity/enrolment/security-step.ts'
import { metaOf } from './meta.ts'
import { questionsIn } from '../identity/questions/catalogue.ts'
import { createProfileHandlers } from '../identity/profile/handlers.ts'
import { createRecoveryHandlers } from '../identity/recovery/handlers.ts'
import { createReadHome } from '../servnet/home.ts'
import type { Call, Handlers } from '../identity/handler.ts'

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
    sessionCreate: ({ body, client }) => signIn(context, body, client),
    sessionRefresh: ({ body, client }) => refreshSession(context, body.refreshToken, client),
    sessionList: ({ principal, query }) => listSessions(context, principal, query),
    sessionEndCurrent: async (call) => {
      await signOut(context, call)
    },
    sessionEnd: async (call) => {
      await endSession(context, call, call.params.id)
    },
    enrolment: ({ principal }) => readEnrolment(context, principal),
    enrolmentSecurity: (call) => saveSecurity(context, call),
    enrolmentPersonalData: ({ principal, body }) => savePersonalData(context, principal, body),
    ...createRecoveryHandlers(context),
    ...createProfileHandlers(context),
    servnetHome: ({ principal }) => readHome(principal),
  }
}

async function checkPassword(context: Context, { body, client }: Call<'passwordCheck'>) {
  const { passwordCheck } = context.settings.throttle
  const charges = addressCharges('password-check', client.networks, passwordCheck)
  await chargeAttempt(context.db, charges, context.now())
  const policy = context.settings.passwordPolicy
  const { password, username } = body
  const known = username === undefined ? {} : { username }
  return { failures: await ruleFailures(policy, password, known) }
}
