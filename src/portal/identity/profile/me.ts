/** The person's own data: names and language. */
import type { Me, MePatch } from '../../../shared/contract/identity/me.ts'
import { meOf } from './me-view.ts'
import { findPendingEmail } from '../accounts/pending-email.ts'
import type { Context } from '../context.ts'
import type { Call } from '../handler.ts'
import { editAccount } from './edit.ts'

/** @throws ProblemError `precondition_required`, `precondition_failed` */
export async function patchMe(context: Context, call: Call<'mePatch'>): Promise<Me> {
  return editAccount(context, call, {
    kind: 'personal_data_changed',
    columns: { account: columnsOf(call.body), preferences: {} },
    represent: async (db, user) => meOf(user, await findPendingEmail(db, user.id, context.now())),
  })
}

function columnsOf({ firstName, lastName, language }: MePatch) {
  return {
    ...(firstName !== undefined && { first_name: firstName === '' ? null : firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    ...(language !== undefined && { language }),
  }
}
