/** Editing one's own account and preferences: on the version that the caller knows, or not at all. */
import type { SecurityEventKind } from '../../../shared/contract/identity/security-events.ts'
import { servicesOf } from '../access/service-grants.ts'
import { readAccount, type Account } from '../accounts/read-account.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { Preferences, User } from '../../platform/db/schema.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import { assertMatches } from '../../platform/etag.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'
import { noteLanguage } from '../../platform/changes/service-changes.ts'

/** What to write; what is left out stays as it is. */
type Columns = {
  readonly account: Partial<Pick<User, 'first_name' | 'last_name' | 'language'>>
  readonly preferences: Partial<Omit<Preferences, 'user_id'>>
}

export type Edit<Representation> = {
  readonly kind: SecurityEventKind
  readonly columns: Columns
  /** The resource as the contract shows it, asked before and after. */
  readonly represent: (db: Db, account: Account) => Promise<Representation> | Representation
}

/**
 * Applies `edit` to the caller's account where `ifMatch` still names its version. The row is taken
 * before it is compared, so that of two edits of one version exactly one succeeds.
 * @throws ProblemError `precondition_required`, `precondition_failed`, `unauthenticated`
 */
export async function editAccount<Representation extends Readonly<Record<string, unknown>>>(
  context: Context,
  call: Actor & { readonly ifMatch: string | undefined },
  { kind, columns, represent }: Edit<Representation>,
): Promise<Representation> {
  return inTransaction(context, async (transaction) => {
    const { id } = await lockOwnAccount(transaction, call.principal)
    const before = await readAccount(transaction, id)
    const current = await represent(transaction, before)
    assertMatches(call.ifMatch, current)
    const after = { ...before, ...columns.account, ...columns.preferences }
    const edited = await represent(transaction, after)
    const fields = changedFields(current, edited)
    if (fields.length === 0) return current
    await write(transaction, id, columns)
    await noteChanges(transaction, context, id, viewsOf(columns).map(changed))
    if (columns.account.language !== undefined) {
      await noteLanguage(transaction, context, id, servicesOf(before))
    }
    await recordAct(transaction, context, call, kind, { fields: fields.join(',') })
    return edited
  })
}

/** A statement that sets nothing is none. */
async function write(db: Db, userId: string, { account, preferences }: Columns): Promise<void> {
  if (Object.keys(account).length > 0) {
    await db.updateTable('users').set(account).where('id', '=', userId).execute()
  }
  if (Object.keys(preferences).length > 0) {
    await db.updateTable('preferences').set(preferences).where('user_id', '=', userId).execute()
  }
}

/** Where what is written shows. */
function viewsOf({ account, preferences }: Columns): ('me' | 'preferences')[] {
  const { alerts_by_email: alerts, ...others } = preferences
  const isOfBoth = account.language !== undefined || alerts !== undefined
  return [
    ...(isOfBoth || Object.keys(account).length > 0 ? (['me'] as const) : []),
    ...(isOfBoth || Object.keys(others).length > 0 ? (['preferences'] as const) : []),
  ]
}

/** Names only: what someone is called has no place in a list that nobody can delete from. */
function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}
