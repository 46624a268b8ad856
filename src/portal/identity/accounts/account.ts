/** An account as the rules see it: what its row in the database means. */
import type { Insertable } from 'kysely'
import { z } from 'zod'
import { displayNameOf, foldTyped } from '../../../shared/rules/typed-text.ts'
import { languageSchema } from '../../../shared/contract/common.ts'
import { enrolmentStates } from '../../../shared/contract/identity/enrolment.ts'
import type {
  PasswordDue,
  SessionNext,
  SessionUser,
} from '../../../shared/contract/identity/sessions.ts'
import type { User, UserTable } from '../../platform/db/schema.ts'
import { servicesOf, type Granted } from '../access/service-grants.ts'
import type { Db } from '../../platform/db/open.ts'

const enrolmentStateSchema = z.enum(enrolmentStates)

/** How far the enrolment of `user` has come. */
export function enrolmentStateOf(
  user: Pick<User, 'enrolment_state'>,
): (typeof enrolmentStates)[number] {
  return enrolmentStateSchema.parse(user.enrolment_state)
}

/** The address that somebody gave, whether or not it is confirmed: to be shown, not written to. */
export function givenEmailOf(user: Pick<User, 'email' | 'unconfirmed_email'>): string | null {
  return user.email ?? user.unconfirmed_email
}

type Progress = Pick<User, 'enrolment_state' | 'password_expires_at' | 'password_change_required'>

/** What a session of `user` must see to before it opens everything; `now` in milliseconds. */
export function nextOf(user: Progress, now: number): SessionNext {
  if (enrolmentStateOf(user) !== 'complete') return 'enrolment'
  return passwordDueOf(user, now) === null ? 'ready' : 'password_change'
}

/** Why a new password is due at `now` (milliseconds); where both hold, what somebody asked for. */
function passwordDueOf(user: Omit<Progress, 'enrolment_state'>, now: number): PasswordDue | null {
  if (user.password_change_required === 1) return 'requested'
  return user.password_expires_at !== null && user.password_expires_at <= now ? 'expired' : null
}

type Named = Pick<User, 'username' | 'first_name' | 'last_name' | 'language'> & Granted

/** What the sessions of an account go by, and tell of it. */
export type SessionAccount = Pick<User, 'id'> & Progress & Named

/** `user` as a client's frame needs to know them at `now`, in milliseconds. */
export function sessionUserOf(user: Named & Progress, now: number): SessionUser {
  const due = nextOf(user, now) === 'password_change' ? passwordDueOf(user, now) : null
  return {
    ...(due !== null && { passwordDue: due }),
    username: user.username,
    displayName: displayNameOf({ firstName: user.first_name, lastName: user.last_name }),
    language: languageSchema.parse(user.language),
    services: servicesOf(user),
  }
}

/** RFC 3339 in UTC, as the contract writes times. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export type NewAccount = Insertable<UserTable>

/**
 * Adds an account with the preferences that everybody begins with, within the caller's transaction.
 * Nothing is granted to it yet.
 * @returns undefined where its username is taken; nothing was written then.
 */
export async function addAccount(db: Db, account: NewAccount): Promise<User | undefined> {
  const added = await db
    .insertInto('users')
    .values(account)
    .onConflict((conflict) => conflict.column('username_key').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (added === undefined) return undefined
  await db.insertInto('preferences').values({ user_id: added.id }).execute()
  return added
}

/** One key for every way of typing the same name: case, width, and what nobody sees do not matter. */
export function foldName(name: string): string {
  return foldTyped(name)
}
