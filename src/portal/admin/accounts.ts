/** What a contact person does on the command line. */
import { randomUUID } from 'node:crypto'
import { isolate } from '../../shared/rules/isolate.ts'
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
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
    const { id } = await transaction
      .insertInto('users')
      .values({
        id: randomUUID(),
        username,
        username_key: foldName(username),
        email: null,
        email_key: null,
        unconfirmed_email: null,
        first_name: null,
        last_name: null,
        language,
        alerts_by_email: 1,
        services: services.join(','),
        enrolment_state: 'security',
        enrolment_expires_at: expiresAt,
        password_hash: hash,
        password_expires_at: null,
        enrolled_at: null,
        created_at: now,
      })
      .onConflict((conflict) =>
        conflict.column('username_key').doUpdateSet((row) => ({
          language: row.ref('excluded.language'),
          services: row.ref('excluded.services'),
          enrolment_expires_at: row.ref('excluded.enrolment_expires_at'),
        })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await assertMayInvite(transaction, id, username, startOver)
    await reset(transaction, { id, hash, now })
    await recordEvent(transaction, context, { kind: 'account_invited', userId: id, details: {} })
  })
  return { password, expiresAt: timestamp(expiresAt) }
}

async function assertMayInvite(
  db: Db,
  id: string,
  username: string,
  startOver: boolean,
): Promise<void> {
  const user = await db
    .selectFrom('users')
    .select(['enrolment_state', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (enrolmentStateOf(user) !== 'complete') return
  if (user.email !== null) throw new CommandError(`${isolate(username)} is enrolled already.`)
  if (startOver) return
  throw new CommandError(
    `${isolate(username)} is enrolled, but has not confirmed an e-mail address. --start-over voids the enrolment.`,
  )
}

/** Everything that was chosen with the former initial password goes. */
async function reset(
  db: Db,
  account: { readonly id: string; readonly hash: string; readonly now: number },
): Promise<void> {
  await db
    .updateTable('users')
    .set({
      enrolment_state: 'security',
      password_hash: account.hash,
      password_expires_at: null,
      password_change_required: 0,
      unconfirmed_email: null,
      first_name: null,
      last_name: null,
      enrolled_at: null,
    })
    .where('id', '=', account.id)
    .execute()
  await cancelPendingEmail(db, account.id)
  await endRecoveries(db, account.id)
  await db.deleteFrom('security_answers').where('user_id', '=', account.id).execute()
  await endSessions(db, account.id, account.now, { kind: 'all' })
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
      'services',
    ])
    .orderBy('username_key')
    .execute()
  return rows.map((row) => ({
    username: row.username,
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    state: stateOf(row),
    services: row.services,
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
export async function findAccount(context: Context, username: string): Promise<{ id: string }> {
  const user = await context.db
    .selectFrom('users')
    .select('id')
    .where('username_key', '=', foldName(username))
    .executeTakeFirst()
  if (user === undefined) throw new CommandError(`Nobody is called ${isolate(username)}.`)
  return user
}
