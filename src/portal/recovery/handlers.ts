/** Which code serves which endpoint of a forgotten password. */
import type { Context } from '../context.ts'
import type { Handlers } from '../http/handler.ts'
import { ProblemError } from '../problem-error.ts'

type RecoveryHandlers = Pick<
  Handlers,
  'recoveryCreate' | 'recovery' | 'recoveryCode' | 'recoveryAnswers' | 'recoveryPassword'
>

export function createRecoveryHandlers(_context: Context): RecoveryHandlers {
  return {
    recoveryCreate: notYet,
    recovery: notYet,
    recoveryCode: notYet,
    recoveryAnswers: notYet,
    recoveryPassword: notYet,
  }
}

function notYet(): never {
  throw new ProblemError('unavailable')
}
