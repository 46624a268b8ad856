/** What a contact person does on the command line. */
import { randomUUID } from 'node:crypto'
import { isolate } from '../../shared/rules/isolate.ts'
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import { grantedServices, replaceServices, servicesOf } from '../identity/access/service-grants.ts'
import { addAccount, type NewAccount } from '../identity/accounts/add-account.ts'
import { enrolmentStateOf, timestamp } from '../identity/accounts/account.ts'
import { foldName } from '../identity/accounts/fold-name.ts'
import { lockAccount } from '../identity/sessions/lock.ts'
import { cancelPendingEmail } from '../identity/accounts/pending-email.ts'
import { createInitialPassword } from '../identity/passwords/initial-password.ts'
import { endRecoveries } from '../identity/passwords/password-rules.ts'
import { endSessions } from '../identity/sessions/sessions.ts'
import { CommandError } from '../platform/command-error.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import type { User } from '../platform/db/schema.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { lifetimes } from '../identity/settings.ts'

export type Invitation = {
  readonly username: string
  readonly language: Language
  readonly services: readonly ServiceId[]
  /** Begins anew also with who is enrolled, as long as no e-mail address was confirmed. */
  readonly startOver?: boolean
}

/**
 * Invites someone, or anew who has not completed the enrolment: what was typed before is void. Who
 * mistyped the address and then forgot the password gets no code, and needs to `startOver`.
 * @returns the initial password, which is kept nowhere, and when its 14 days end.
 * @throws CommandError for an account that is enrolled
 */
export async function invite(
  context: Context,
  { username, language, services, startOver = false }: Invitation,
): Promise<{ password: string; expiresAt: string }> {
  const password = createInitialPassword()
  const hash = await context.hasher.hash(password)
  const now = context.now()
  const expiresAt = now + lifetimes.initialPassword
  await context.db.transaction().execute(async (transaction) => {
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
      (await addAccount(transaction, account)) ?? (await reset(transaction, account, startOver))
    await replaceServices(transaction, id, services)
    await recordEvent(transaction, context, { kind: 'account_invited', userId: id, details: {} })
  })
  return { password, expiresAt: timestamp(expiresAt) }
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
  await cancelPendingEmail(db, id)
  await endRecoveries(db, id)
  await db.deleteFrom('security_answers').where('user_id', '=', id).execute()
  await endSessions(db, id, now, { kind: 'all' })
  return { id }
}

export type AccountLine = {
  readonly username: string
  readonly name: string
  readonly state: string
  readonly services: string
}

export async function listAccounts(context: Context): Promise<AccountLine[]> {
  const rows = await context.db
    .selectFrom('users')
    .select([
      'username',
      'first_name',
      'last_name',
      'email',
      'enrolment_state',
      'password_change_required',
    ])
    .select(grantedServices)
    .orderBy('username_key')
    .execute()
  return rows.map((row) => ({
    username: row.username,
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    state: stateOf(row),
    services: servicesOf(row).join(','),
  }))
}

/** What a contact person is to know first. */
function stateOf(
  row: Pick<User, 'password_change_required' | 'enrolment_state' | 'email'>,
): string {
  if (row.password_change_required === 1) return 'password_change'
  const isEnrolled = enrolmentStateOf(row) === 'complete'
  return isEnrolled && row.email === null ? 'email_unconfirmed' : row.enrolment_state
}

/**
 * Signs someone out everywhere. @returns how many sessions were open.
 * @throws CommandError for a name that nobody has
 */
export async function revokeSessions(context: Context, username: string): Promise<number> {
  const { id } = await findAccount(context, username)
  return context.db.transaction().execute(async (transaction) => {
    // In the order of everything else that ends several sessions: two of them must not deadlock.
    await lockAccount(transaction, id)
    const ended = await endSessions(transaction, id, context.now(), { kind: 'all' })
    await recordEvent(transaction, context, {
      kind: 'sessions_revoked',
      userId: id,
      details: { sessions: String(ended) },
    })
    return ended
  })
}

/** @throws CommandError for a name that nobody has */
export async function findAccount(
  { db }: Pick<Context, 'db'>,
  username: string,
): Promise<{ id: string }> {
  const user = await db
    .selectFrom('users')
    .select('id')
    .where('username_key', '=', foldName(username))
    .executeTakeFirst()
  if (user === undefined) throw new CommandError(`Nobody is called ${isolate(username)}.`)
  return user
}
