/** Editing an account's own columns: on the version that the caller knows, or not at all. */
import type { SecurityEventKind } from '../../../shared/contract/identity/security-events.ts'
import { lockOwnAccount } from '../sessions/lock.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import { assertMatches } from '../../platform/etag.ts'

type Editable = Pick<
  User,
  | 'first_name'
  | 'last_name'
  | 'language'
  | 'alerts_by_email'
  | 'default_search_country'
  | 'servnet_start_page'
  | 'currency'
>

export type Edit<Representation> = {
  readonly kind: SecurityEventKind
  /** What to write; what is left out stays as it is. */
  readonly columns: Partial<Editable>
  /** The resource as the contract shows it, asked before and after. */
  readonly represent: (db: Db, user: User) => Promise<Representation> | Representation
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
  return context.db.transaction().execute(async (transaction) => {
    const before = await lockOwnAccount(transaction, call.principal)
    const current = await represent(transaction, before)
    assertMatches(call.ifMatch, current)
    const after = { ...before, ...columns }
    const edited = await represent(transaction, after)
    const fields = changedFields(current, edited)
    if (fields.length === 0) return current
    await transaction.updateTable('users').set(columns).where('id', '=', before.id).execute()
    await recordAct(transaction, context, call, kind, { fields: fields.join(',') })
    return edited
  })
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
