/** The accounts, as a contact person sees them, and signing somebody out. */
import { isolate } from '../../shared/rules/isolate.ts'
import { grantedPolicies } from '../identity/access/policy-grants.ts'
import { grantedServices, servicesOf } from '../identity/access/service-grants.ts'
import { enrolmentStateOf, foldName } from '../identity/accounts/account.ts'
import type { Context } from '../identity/context.ts'
import { lockAccount, endSessions } from '../identity/sessions/sessions.ts'
import { CommandError } from '../platform/problem-error.ts'
import type { User } from '../platform/db/schema.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { inTransaction } from '../platform/changes/log.ts'

export type AccountLine = {
  readonly username: string
  readonly name: string
  readonly state: string
  readonly services: string
  /** Empty where nobody said. */
  readonly organisation: string
  readonly policies: string
}

/** Every account, in the order of their names. */
export async function listAccounts(context: Context): Promise<AccountLine[]> {
  const rows = await context.db
    .selectFrom('users')
    .leftJoin('organisations', 'organisations.id', 'users.organisation_id')
    .select([
      'username',
      'first_name',
      'last_name',
      'email',
      'enrolment_state',
      'password_change_required',
    ])
    .select(['organisations.name as organisation', grantedServices, grantedPolicies])
    .orderBy('username_key')
    .execute()
  return rows.map((row) => ({
    username: row.username,
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    state: stateOf(row),
    services: servicesOf(row).join(','),
    organisation: row.organisation ?? '',
    policies: row.policies ?? '',
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
  return inTransaction(context, async (transaction) => {
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
