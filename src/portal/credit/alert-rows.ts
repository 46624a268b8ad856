/** Alerts as the database has them, and told as the contract has them: what both services show of them. */
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import { moneySchema, type Money } from '../../shared/contract/common.ts'
import {
  alertReasonSchema,
  servnetAlertSchema,
  type AlertReason,
  type ServnetAlert,
} from '../../shared/contract/credit/alerts.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type { Db } from '../platform/db/open.ts'
import type { AlertTable, Tables } from '../platform/db/schema.ts'
import type { Viewer } from './buyers.ts'

/** The columns that an answer is made of. */
export const alertColumns = [
  'alerts.id',
  'alerts.kind',
  'alerts.buyer',
  'alerts.buyer_id',
  'alerts.policy_id',
  'alerts.at',
  'alerts.from_amount',
  'alerts.to_amount',
  'alerts.currency',
  'alerts.effective_on',
  'alerts.reason',
  'alerts.handled_at',
] as const

export type AlertRow = Omit<Selectable<AlertTable>, 'user_id' | 'told_at'>

const { kind: kindSchema, effectiveOn: daySchema } = servnetAlertSchema.shape

/** A row as the contract tells it; a reason or a day that this version cannot read is not known. */
export function alertOf(row: AlertRow): ServnetAlert {
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    buyer: row.buyer,
    buyerId: row.buyer_id,
    policyId: row.policy_id,
    at: timestamp(row.at),
    from: moneyOf(row.from_amount, row.currency),
    to: moneyOf(row.to_amount, row.currency),
    effectiveOn: daySchema.catch(null).parse(row.effective_on),
    reason: reasonOf(row.reason),
    handled: row.handled_at !== null,
  }
}

/** A reason as it is kept; null where this version does not know it. */
export function reasonOf(text: string | null): AlertReason | null {
  return alertReasonSchema.nullable().catch(null).parse(text)
}

function moneyOf(amount: string | null, currency: string | null): Money | null {
  return moneySchema.nullable().catch(null).parse({ amount, currency })
}

/**
 * A condition for every statement on alerts: the policy is granted to whom the alert is for. One that
 * is withdrawn takes its alerts along; granted again, it brings them back.
 */
export function isOfGrantedPolicy(row: ExpressionBuilder<Tables, 'alerts'>): Expression<SqlBool> {
  return isPolicyGranted(row.ref('alerts.user_id'), row.ref('alerts.policy_id'))
}

/** A condition for every statement on alerts: the policy is one of the client's. */
export function isOfClient(client: string) {
  return (row: ExpressionBuilder<Tables, 'alerts'>): Expression<SqlBool> =>
    isPolicyOf(row.val(client), row.ref('alerts.policy_id'))
}

/** The alerts of somebody about a buyer, or of them those under a client's policies, newest first. */
export async function alertsOfBuyer(
  db: Db,
  { userId, client }: Pick<Viewer, 'userId' | 'client'>,
  buyerId: string,
  limit: number,
): Promise<ServnetAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .select(alertColumns)
    .where('user_id', '=', userId)
    .where('buyer_id', '=', buyerId)
    .where(isOfGrantedPolicy)
    .$if(client !== undefined, (of) => of.where(isOfClient(client ?? '')))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(alertOf)
}
