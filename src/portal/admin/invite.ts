/** Inviting someone, or anew who has not completed the enrolment. */
import { randomUUID } from 'node:crypto'
import { isolate } from '../../shared/rules/isolate.ts'
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import { withdrawAllPolicies } from '../identity/access/policy-grants.ts'
import { replaceServices } from '../identity/access/service-grants.ts'
import {
  enrolmentStateOf,
  timestamp,
  addAccount,
  type NewAccount,
  foldName,
} from '../identity/accounts/account.ts'
import { cancelPendingEmail } from '../identity/accounts/pending-email.ts'
import type { Context } from '../identity/context.ts'
import { createInitialPassword } from '../identity/passwords/initial-password.ts'
import { endRecoveries } from '../identity/passwords/password-rules.ts'
import { lockAccount, endSessions } from '../identity/sessions/sessions.ts'
import { lifetimes } from '../identity/settings.ts'
import { CommandError } from '../platform/problem-error.ts'
import type { Db } from '../platform/db/open.ts'
import type { User } from '../platform/db/schema.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { accessOf, grantKnownPolicies, moveTo, noteAccess } from './access.ts'
import { findAccount } from './accounts.ts'
import { changed, inTransaction, noteChanges } from '../platform/changes/log.ts'

export type Invitation = {
  readonly username: string
  readonly language: Language
  readonly services: readonly ServiceId[]
  /** Where they belong, by its name or id; who was invited before stays where they are without it. */
  readonly organisation?: string
  /** Numbers of all policies they see; who was invited before keeps theirs without it. */
  readonly policies?: readonly string[]
  /** Begins anew also with who is enrolled, as long as no e-mail address was confirmed. */
  readonly startOver?: boolean
}

/**
 * Invites someone, or anew who has not completed the enrolment: what was typed before is void. Who
 * mistyped the address and then forgot the password gets no code, and needs to `startOver`.
 * @returns the initial password, which is kept nowhere, and when its 14 days end.
 * @throws CommandError for an account that is enrolled, and for an organisation or policies that
 * cannot be granted
 */
export async function invite(
  context: Context,
  { username, language, startOver = false, ...access }: Invitation,
): Promise<{ password: string; expiresAt: string }> {
  const password = createInitialPassword()
  const hash = await context.hasher.hash(password)
  const now = context.now()
  const expiresAt = now + lifetimes.initialPassword
  await inTransaction(context, async (transaction) => {
    const account: NewAccount = {
      id: randomUUID(),
      username,
      username_key: foldName(username),
      language,
      enrolment_state: 'security',
      enrolment_expires_at: expiresAt,
      password_hash: hash,
      created_at: now,
    }
    const { id } =
      (await addAccount(transaction, account)) ??
      (await reset(transaction, context, account, startOver))
    const before = await accessOf(transaction, id)
    await giveAccess(transaction, id, access)
    await noteAccess(transaction, context, id, before, await accessOf(transaction, id))
    await noteChanges(transaction, context, id, [changed('me'), changed('preferences')])
    await recordEvent(transaction, context, { kind: 'account_invited', userId: id, details: {} })
  })
  return { password, expiresAt: timestamp(expiresAt) }
}

async function giveAccess(
  db: Db,
  userId: string,
  { services, organisation, policies }: Pick<Invitation, 'services' | 'organisation' | 'policies'>,
): Promise<void> {
  await replaceServices(db, userId, services)
  if (organisation !== undefined) await moveTo(db, userId, organisation)
  if (policies === undefined) return
  await withdrawAllPolicies(db, userId)
  await grantKnownPolicies(db, userId, policies)
}

function assertMayReset(
  user: Pick<User, 'enrolment_state' | 'email'>,
  username: string,
  startOver: boolean,
): void {
  if (enrolmentStateOf(user) !== 'complete') return
  if (user.email !== null) throw new CommandError(`${isolate(username)} is enrolled already.`)
  if (startOver) return
  throw new CommandError(
    `${isolate(username)} is enrolled, but has not confirmed an e-mail address. --start-over voids the enrolment.`,
  )
}

/**
 * The account of this username becomes as if it were new: everything that was chosen with the former
 * initial password goes. @throws CommandError for an account that is enrolled
 */
async function reset(
  db: Db,
  context: Context,
  { username, created_at: now, ...invited }: NewAccount,
  startOver: boolean,
): Promise<{ id: string }> {
  const { id } = await findAccount({ db }, username)
  assertMayReset(await lockAccount(db, id), username, startOver)
  await db
    .updateTable('users')
    .set({
      language: invited.language,
      enrolment_state: invited.enrolment_state,
      enrolment_expires_at: invited.enrolment_expires_at,
      password_hash: invited.password_hash,
      password_expires_at: null,
      password_change_required: 0,
      unconfirmed_email: null,
      first_name: null,
      last_name: null,
      enrolled_at: null,
    })
    .where('id', '=', id)
    .execute()
  await cancelPendingEmail(db, context, id)
  await endRecoveries(db, id)
  await db.deleteFrom('security_answers').where('user_id', '=', id).execute()
  await endSessions(db, id, now, { kind: 'all' })
  return { id }
}
