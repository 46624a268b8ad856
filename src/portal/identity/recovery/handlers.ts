/** Which code serves which endpoint of a forgotten password. */
import type { Context } from '../context.ts'
import type { Handlers } from '../handler.ts'
import { verifyAnswers } from './answers.ts'
import { beginRecovery, sendCodeAgain } from './begin.ts'
import { findFlow, recoveryOf } from './flow.ts'
import { recoverPassword } from './new-password.ts'

type RecoveryHandlers = Pick<
  Handlers,
  'recoveryCreate' | 'recovery' | 'recoveryCode' | 'recoveryAnswers' | 'recoveryPassword'
>

export function createRecoveryHandlers(context: Context): RecoveryHandlers {
  return {
    recoveryCreate: ({ body, client }) => beginRecovery(context, body, client),
    recovery: async ({ params: { id }, query }) =>
      recoveryOf(id, await findFlow(context, id), query.language),
    recoveryCode: ({ params, query, client }) =>
      sendCodeAgain(context, params.id, query.language, client),
    recoveryAnswers: ({ params, body, client }) => verifyAnswers(context, params.id, body, client),
    recoveryPassword: ({ params, body, client }) =>
      recoverPassword(context, params.id, body.newPassword, client),
  }
}
