/** What waits for a decision of the insurer's. */
import type { Selectable } from 'kysely'
import { noDay, type ApplicationTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'

/** As many as somebody looks through at once. */
const most = 500

export type PendingApplication = Pick<
  Selectable<ApplicationTable>,
  'id' | 'applied_on' | 'policy_id' | 'buyer_id' | 'kind' | 'amount' | 'currency'
> & {
  readonly name: string
  readonly country: string
  /** Null for an unrated buyer. */
  readonly rating: number | null
}

type Which = {
  /** Those alone that somebody made through the portal. */
  readonly byPeople?: boolean
  /** A time in milliseconds. */
  readonly appliedBefore?: number
}

/** The applications that are not decided, the oldest first. */
export function pendingApplications(
  db: Db,
  { byPeople = false, appliedBefore = Number.MAX_SAFE_INTEGER }: Which = {},
): Promise<readonly PendingApplication[]> {
  const waiting = db
    .selectFrom('applications')
    .innerJoin('buyers', 'buyers.id', 'applications.buyer_id')
    .where('applications.decided_on', '=', noDay)
    .where('applications.applied_at', '<=', appliedBefore)
    .select([
      'applications.id',
      'applications.applied_on',
      'applications.policy_id',
      'applications.buyer_id',
      'applications.kind',
      'applications.amount',
      'applications.currency',
      'buyers.name',
      'buyers.country',
    ])
    .select((row) =>
      row
        .selectFrom('buyer_ratings')
        .select('buyer_ratings.rating')
        .whereRef('buyer_ratings.buyer_id', '=', 'buyers.id')
        .orderBy('buyer_ratings.rated_at', 'desc')
        .orderBy('buyer_ratings.id', 'desc')
        .limit(1)
        .as('rating'),
    )
    .orderBy('applications.applied_at')
    .orderBy('applications.id')
    .limit(most)
  return (byPeople ? waiting.where('applications.user_id', 'is not', null) : waiting).execute()
}
