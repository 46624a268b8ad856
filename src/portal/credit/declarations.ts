/** Declarations of turnover under policies: the latest of a period counts, all are kept. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { PageQuery } from '../../shared/contract/common.ts'
import type { TurnoverDeclaration, TurnoverRequest } from '../../shared/contract/credit/turnover.ts'
import { dayOf, lastDayOf } from '../../shared/credit/days.ts'
import { minorUnitsOf, moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { inTransaction, noteChanges } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { TurnoverDeclarationTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, isBehind, pageOf, positionSchema, type Page } from '../platform/paging.ts'
import { amountErrors, refusal } from './apply.ts'
import { readersOf } from './concerned.ts'
import { readPolicy } from './policies.ts'

type Row = Selectable<TurnoverDeclarationTable> & { readonly later: number | null }

function declarationOf(row: Row): TurnoverDeclaration {
  return {
    id: row.id,
    policyId: row.policy_id,
    period: row.period,
    amount: moneyOfUnits(BigInt(row.amount), row.currency),
    declaredAt: timestamp(row.declared_at),
    replaced: row.later !== null,
  }
}

/** With the time of a later one of the same period as `later`, if there is one. */
const declared = (db: Db) =>
  db
    .selectFrom('turnover_declarations as declared')
    .selectAll('declared')
    .select((row) =>
      row
        .selectFrom('turnover_declarations as other')
        .select('other.declared_at')
        .whereRef('other.policy_id', '=', 'declared.policy_id')
        .whereRef('other.period', '=', 'declared.period')
        .where((of) =>
          of.or([
            of('other.declared_at', '>', of.ref('declared.declared_at')),
            of.and([
              of('other.declared_at', '=', of.ref('declared.declared_at')),
              of('other.id', '>', of.ref('declared.id')),
            ]),
          ]),
        )
        .limit(1)
        .as('later'),
    )

/**
 * A page of the declarations under the policies that are granted to `userId`, newest first.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listDeclarations(
  db: Db,
  userId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<TurnoverDeclaration>> {
  const query = declared(db)
    .innerJoin('policy_grants', 'policy_grants.policy_id', 'declared.policy_id')
    .where('policy_grants.user_id', '=', userId)
    .orderBy('declared.declared_at', 'desc')
    .orderBy('declared.id', 'desc')
    .limit(limit + 1)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await (
    after === null
      ? query
      : query.where((row) =>
          isBehind(row, { at: row.ref('declared.declared_at'), id: row.ref('declared.id') }, after),
        )
  ).execute()
  return pageOf(rows, limit, declarationOf, ({ declared_at: at, id }) => [at, id])
}

/**
 * Declares what `userId` sold under a policy in a period.
 * @throws ProblemError `not_found` for a policy that is not granted, `invalid_request` with all that the
 * fields lack
 */
export function declareTurnover(
  context: PlatformContext,
  userId: string,
  { policyId, period, amount }: TurnoverRequest,
): Promise<TurnoverDeclaration> {
  return inTransaction(context, async (db) => {
    const policy = await readPolicy(db, userId, policyId)
    const units = minorUnitsOf(amount)
    const errors = [
      ...amountErrors(amount.currency, units),
      ...(amount.currency === policy.currency
        ? []
        : [
            {
              pointer: '/amount/currency',
              code: 'currency_of_policy',
              params: { currency: policy.currency },
            },
          ]),
      ...(lastDayIn(period) < dayOf(context.now())
        ? []
        : [{ pointer: '/period', code: 'period_not_over' }]),
    ]
    if (errors.length > 0 || units === null) throw refusal(errors)
    const id = randomUUID()
    const row = { id, policy_id: policyId, user_id: userId, period, currency: amount.currency }
    await db
      .insertInto('turnover_declarations')
      .values({ ...row, amount: units, declared_at: context.now() })
      .execute()
    await noteDeclared(db, context, policyId, period)
    const written = await declared(db).where('declared.id', '=', id).executeTakeFirstOrThrow()
    return declarationOf(written)
  })
}

/** The last day of a month (`2026-09`) or a quarter (`2026-Q3`). */
function lastDayIn(period: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter === null) return lastDayOf(period)
  return lastDayOf(`${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`)
}

/** All of the period: those that stood before are replaced. */
async function noteDeclared(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  policyId: string,
  period: string,
): Promise<void> {
  const rows = await db
    .selectFrom('turnover_declarations')
    .select('id')
    .where('policy_id', '=', policyId)
    .where('period', '=', period)
    .execute()
  const changes = rows.map(({ id }) => ({ resource: 'declarations', id, deleted: false }) as const)
  for (const { userId, services } of await readersOf(db, policyId)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    if (services.includes('servnet')) await noteChanges(db, context, userId, changes)
  }
}
