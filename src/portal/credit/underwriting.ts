/**
 * What the insurer decides: of an application, of a limit, of a buyer's rating. Each is a fact of the
 * ledger, told to everybody who sees the policy, in one transaction.
 */
import { randomUUID } from 'node:crypto'
import type { AlertReason } from '../../shared/contract/credit/alerts.ts'
import { addDays, dayOf } from '../../shared/credit/days.ts'
import { minorDigitsOf, minorUnitsOf, moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isolate } from '../../shared/rules/isolate.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { CommandError } from '../platform/problem-error.ts'
import { raiseLimitAlert, raiseRatingAlerts } from './alerts-raised.ts'
import { noteMoved, noteRated } from './concerned.ts'
import { recordDecision, recordRating } from './facts.ts'
import type { NewDecision, PositionChange } from './new-facts.ts'

type Context = Pick<PlatformContext, 'db' | 'now'>

/** What is granted: all that was applied for, nothing, or a decimal in the currency of the application. */
export type Grant = 'all' | 'nothing' | { readonly amount: string }

export type ApplicationDecision = {
  readonly applicationId: string
  readonly grant: Grant
  /** From when on; else today, or from when on it was asked for. */
  readonly effectiveOn?: string | undefined
  /** The last day of a temporary limit; else that of the application. */
  readonly endsOn?: string | undefined
  readonly conditions?: string | undefined
  readonly reason?: AlertReason | undefined
}

/**
 * Decides an application.
 * @throws CommandError for one that is not there or is decided, and for what cannot be granted
 */
export function decideApplication(
  context: Context,
  { applicationId, grant, ...terms }: ApplicationDecision,
): Promise<PositionChange> {
  return inTransaction(context, async (db) => {
    const application = await lockRows(
      db,
      db.selectFrom('applications').selectAll().where('id', '=', applicationId),
    ).executeTakeFirst()
    if (application === undefined) {
      throw new CommandError(`There is no application ${isolate(applicationId)}.`)
    }
    await assertUndecided(db, applicationId)
    const granted = grantedUnits(grant, application.amount, application.currency)
    const today = dayOf(context.now())
    const asked = application.starts_on ?? today
    const effectiveOn = terms.effectiveOn ?? (asked > today ? asked : today)
    const endsOn = terms.endsOn ?? application.ends_on
    if (endsOn !== null && endsOn < effectiveOn) {
      throw new CommandError(`It would end (${endsOn}) before it takes effect (${effectiveOn}).`)
    }
    return write(db, context, {
      id: randomUUID(),
      policy_id: application.policy_id,
      buyer_id: application.buyer_id,
      application_id: applicationId,
      initiated_by: 'customer',
      applied: application.amount,
      granted,
      currency: application.currency,
      decided_at: context.now(),
      effective_on: effectiveOn,
      ends_on: granted === 0n ? null : endsOn,
      payment_terms_days: application.payment_terms_days,
      reason: terms.reason ?? null,
      conditions: terms.conditions ?? null,
    })
  })
}

async function assertUndecided(db: Db, applicationId: string): Promise<void> {
  const decided = await db
    .selectFrom('decisions')
    .select('decided_on')
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  if (decided === undefined) return
  throw new CommandError(
    `The application ${isolate(applicationId)} was decided on ${decided.decided_on} already.`,
  )
}

function grantedUnits(grant: Grant, applied: number, currency: string): bigint {
  if (grant === 'all') return BigInt(applied)
  if (grant === 'nothing') return 0n
  const units = unitsOf(grant.amount, currency)
  if (units <= BigInt(applied)) return units
  const { amount } = moneyOfUnits(BigInt(applied), currency)
  throw new CommandError(`More than was applied for, which is ${currency} ${amount}.`)
}

/** @throws CommandError for more decimals than the currency has */
function unitsOf(amount: string, currency: string): bigint {
  const units = minorUnitsOf({ amount, currency })
  if (units !== null) return units
  throw new CommandError(
    `${currency} has ${minorDigitsOf(currency)} decimals, not those of ${amount}.`,
  )
}

async function write(db: Db, context: Context, decision: NewDecision): Promise<PositionChange> {
  const change = await recordDecision(db, context, decision)
  await raiseLimitAlert(db, context, change)
  const { policy_id: policyId, buyer_id: buyerId, id: limitId } = change.after
  const applicationId = decision.application_id ?? null
  await noteMoved(db, context, [{ policyId, buyerId, limitId, applicationId }])
  return change
}

export type Reduction = {
  readonly policyId: string
  readonly buyerId: string
  /** A decimal in the currency of the limit; zero cancels it. */
  readonly amount: string
  /** Without the days of grace that the policy leaves. */
  readonly atOnce: boolean
  readonly reason?: AlertReason | undefined
}

/**
 * Reduces or cancels a limit.
 * @throws CommandError where there is none in force, or it is no higher
 */
export function reduceLimit(
  context: Context,
  { policyId, buyerId, amount, atOnce, reason }: Reduction,
): Promise<PositionChange> {
  return inTransaction(context, async (db) => {
    await lockBuyer(db, buyerId)
    const position = await db
      .selectFrom('positions')
      .selectAll()
      .where('buyer_id', '=', buyerId)
      .where('policy_id', '=', policyId)
      .executeTakeFirst()
    const inForce = position?.in_force ?? 0
    if (position === undefined || inForce === 0) {
      throw new CommandError(
        `No limit is in force for buyer ${isolate(buyerId)} under policy ${isolate(policyId)}.`,
      )
    }
    const currency = position.in_force_currency ?? position.currency
    const granted = unitsOf(amount, currency)
    if (granted >= BigInt(inForce)) {
      const present = moneyOfUnits(BigInt(inForce), currency)
      throw new CommandError(`No reduction: in force is ${currency} ${present.amount}.`)
    }
    const today = dayOf(context.now())
    const { grace_days: grace } = await db
      .selectFrom('policies')
      .select('grace_days')
      .where('id', '=', policyId)
      .executeTakeFirstOrThrow()
    return write(db, context, {
      id: randomUUID(),
      policy_id: policyId,
      buyer_id: buyerId,
      application_id: null,
      initiated_by: 'insurer',
      // What was asked for last; in another currency it says nothing here.
      applied: position.currency === currency ? position.applied : inForce,
      granted,
      currency,
      decided_at: context.now(),
      effective_on: atOnce ? today : addDays(today, grace),
      ends_on: granted === 0n ? null : position.ends_on,
      payment_terms_days: position.payment_terms_days,
      reason: reason ?? null,
      conditions: position.conditions,
    })
  })
}

/**
 * Whoever writes facts of a buyer holds its row first: two of them never wait for each other.
 * @returns whether there is such a buyer
 */
async function lockBuyer(db: Db, buyerId: string): Promise<boolean> {
  const buyer = db.selectFrom('buyers').select('id').where('id', '=', buyerId)
  return (await lockRows(db, buyer).executeTakeFirst()) !== undefined
}

export type NewBuyerRating = {
  readonly buyerId: string
  /** 1 to 100, higher is riskier. */
  readonly rating: number
  readonly reason?: AlertReason | undefined
}

/**
 * Rates a buyer.
 * @returns the rating before; null where it was unrated
 * @throws CommandError for a buyer that is not there, and for the rating that it has
 */
export function rateBuyer(
  context: Context,
  { buyerId, rating, reason }: NewBuyerRating,
): Promise<number | null> {
  return inTransaction(context, async (db) => {
    if (!(await lockBuyer(db, buyerId)))
      throw new CommandError(`There is no buyer ${isolate(buyerId)}.`)
    const former = await db
      .selectFrom('buyer_ratings')
      .select('rating')
      .where('buyer_id', '=', buyerId)
      .orderBy('rated_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (former?.rating === rating) throw new CommandError(`It is rated ${rating} already.`)
    const fact = { id: randomUUID(), buyer_id: buyerId, rating, rated_at: context.now() }
    await recordRating(db, context, fact)
    if (former !== undefined) {
      const isWorse = rating > former.rating
      await raiseRatingAlerts(db, context, buyerId, { isWorse, reason: reason ?? null })
    }
    await noteRated(db, context, [buyerId])
    return former?.rating ?? null
  })
}
