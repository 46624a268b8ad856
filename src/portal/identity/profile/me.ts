/** The signed-in person, as `/v1/me` tells it. */
import { languageSchema } from '../../../shared/contract/common.ts'
import type { Me, MePatch } from '../../../shared/contract/identity/me.ts'
import type { Principal } from '../sessions/principal.ts'
import { lifetimes } from '../settings.ts'
import { servicesOf } from '../access/service-grants.ts'
import { givenEmailOf, timestamp } from '../accounts/account.ts'
import { findPendingEmail } from '../accounts/pending-email.ts'
import type { Context } from '../context.ts'
import type { Call } from '../handler.ts'
import { editAccount } from './edit.ts'

const views = new WeakMap<Principal['user'], Me>()

/**
 * The view of `user`, made once for each object: while nothing has changed, the query cache answers
 * the same one.
 * @throws Error for an account that was never completed; those do not get here.
 */
export function meOf(user: Principal['user'], pendingEmail: Me['pendingEmail']): Me {
  const view = views.get(user) ?? viewOf(user)
  views.set(user, view)
  return pendingEmail === null ? view : { ...view, pendingEmail }
}

function viewOf(user: Principal['user']): Me {
  const email = givenEmailOf(user)
  if (email === null || user.last_name === null || user.enrolled_at === null) {
    throw new Error('An account that is complete lacks its personal data')
  }
  return {
    username: user.username,
    email,
    emailConfirmed: user.email !== null,
    pendingEmail: null,
    firstName: user.first_name,
    lastName: user.last_name,
    language: languageSchema.parse(user.language),
    alertsByEmail: user.alerts_by_email === 1,
    services: servicesOf(user),
    passwordExpiresAt:
      user.password_expires_at === null ? null : timestamp(user.password_expires_at),
    rehearsalDueAt: timestamp(
      user.rehearsal_due_at ?? user.enrolled_at + lifetimes.betweenRehearsals,
    ),
    enrolledAt: timestamp(user.enrolled_at),
  }
}

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
