/** One buyer with all that is of it under the policies that are granted to who asks. */
import type { BuyerDetail } from '../../shared/contract/credit/buyers.ts'
import { dayOf } from '../../shared/credit/days.ts'
import { alertsOfBuyer } from '../credit/alert-rows.ts'
import { readBuyer, type Viewer } from '../credit/buyers.ts'
import { decisionsOf } from '../credit/course.ts'
import { limitsOfBuyer } from '../credit/limits.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'

/** As many of each as the contract has. */
const most = { ratings: 1_000, limits: 500, decisions: 1_000, alerts: 200 } as const

/**
 * The detail of a buyer that `viewer` sees.
 * @throws ProblemError `not_found` where nothing of it is under a policy that is granted
 */
export async function readBuyerDetail(
  context: PlatformContext,
  viewer: Viewer,
  id: string,
): Promise<BuyerDetail> {
  const { db, now } = context
  const today = dayOf(now())
  const buyer = await readBuyer(context, viewer, id)
  const limits = await limitsOfBuyer(db, viewer, id, most.limits)
  return {
    buyer,
    ratings: await ratingsOf(db, id),
    limits,
    decisions: await decisionsOf(db, viewer, id, { today, limit: most.decisions }),
    alerts: await alertsOfBuyer(db, viewer, id, most.alerts),
    runOff: limits.flatMap(({ policyId, inForce: from, granted: to, effectiveOn }) =>
      from !== null &&
      to !== null &&
      effectiveOn !== null &&
      effectiveOn > today &&
      isLess(to, from)
        ? [{ policyId, from, to, effectiveOn }]
        : [],
    ),
  }
}

type Amount = { readonly amount: string; readonly currency: string }

/** Of two currencies, only nothing is less for certain. */
function isLess(one: Amount, other: Amount): boolean {
  const [less, more] = [Number(one.amount), Number(other.amount)]
  return one.currency === other.currency ? less < more : less === 0 && more > 0
}

/** Oldest first; of more than are told, the latest. */
async function ratingsOf(db: Db, buyerId: string): Promise<BuyerDetail['ratings']> {
  const rows = await db
    .selectFrom('buyer_ratings')
    .select(['rated_on', 'rating'])
    .where('buyer_id', '=', buyerId)
    .orderBy('rated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most.ratings)
    .execute()
  return rows.toReversed().map(({ rated_on: on, rating }) => ({ on, rating }))
}
