/** Alerts to everybody who sees a policy in Serv@Net: raised in the transaction of what they tell. */
import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { AlertKind } from '../../shared/contract/credit/alerts.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { changed, noteChanges } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import type { AlertTable } from '../platform/db/schema.ts'
import { readersOf } from './concerned.ts'
import type { PositionChange } from './new-facts.ts'

type Clock = Pick<PlatformContext, 'now'>
type News = Omit<Insertable<AlertTable>, 'id' | 'user_id' | 'at' | 'told_at' | 'handled_at'>

/** What a decision did to what is in force, as an alert; none where it left it as it was. */
export async function raiseLimitAlert(
  db: Db,
  context: Clock,
  { before, after }: PositionChange,
): Promise<void> {
  const granted = after.granted ?? 0
  const former = before?.in_force ?? 0
  const formerCurrency = before?.in_force_currency ?? after.currency
  const isComparable = former === 0 || formerCurrency === after.currency
  const kind = isComparable ? limitKind(former, granted) : 'limit_granted'
  if (kind === null) return
  const amount = (units: number) => moneyOfUnits(BigInt(units), after.currency).amount
  await raise(db, context, {
    kind,
    policy_id: after.policy_id,
    ...(await buyerOf(db, after.buyer_id)),
    from_amount: isComparable ? amount(former) : null,
    to_amount: amount(granted),
    currency: after.currency,
    effective_on: after.effective_on,
    reason: after.reason,
  })
}

function limitKind(from: number, to: number): AlertKind | null {
  if (to > from) return 'limit_granted'
  if (to === from) return null
  return to === 0 ? 'limit_withdrawn' : 'limit_reduced'
}

/** That a buyer is rated otherwise, under each policy that it has a limit or an application of. */
export async function raiseRatingAlerts(
  db: Db,
  context: Clock,
  buyerId: string,
  { isWorse, reason }: { readonly isWorse: boolean; readonly reason: string | null },
): Promise<void> {
  const buyer = await buyerOf(db, buyerId)
  const positions = await db
    .selectFrom('positions')
    .select('policy_id')
    .where('buyer_id', '=', buyerId)
    .orderBy('policy_id')
    .execute()
  for (const { policy_id } of positions) {
    const kind: AlertKind = isWorse ? 'rating_worse' : 'rating_better'
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await raise(db, context, { kind, policy_id, ...buyer, reason })
  }
}

/** As long as a name is told. */
const longestName = 300

async function buyerOf(db: Db, id: string): Promise<Pick<News, 'buyer' | 'buyer_id'>> {
  const { name } = await db
    .selectFrom('buyers')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { buyer: name.slice(0, longestName), buyer_id: id }
}

async function raise(db: Db, context: Clock, news: News): Promise<void> {
  for (const { userId, services } of await readersOf(db, news.policy_id)) {
    if (!services.includes('servnet')) continue
    const id = randomUUID()
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db
      .insertInto('alerts')
      .values({ ...news, id, user_id: userId, at: context.now() })
      .execute()
    const alert = { resource: 'alerts', id, deleted: false } as const
    // oxlint-disable-next-line no-await-in-loop
    await noteChanges(db, context, userId, [alert, changed('home')])
  }
}
