/** Applying for a limit: who may, of which buyer, and what is refused before anybody decides. */
import { randomUUID } from 'node:crypto'
import type { Application, ApplicationRequest } from '../../shared/contract/credit/applications.ts'
import type { ProblemDetail } from '../../shared/contract/problem.ts'
import { countryCodes } from '../../shared/rules/countries.ts'
import { dayOf } from '../../shared/credit/days.ts'
import { minorDigitsOf, minorUnitsOf } from '../../shared/credit/minor-units.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { kindOf } from './application-kinds.ts'
import { readApplication } from './applications.ts'
import { findOrAddBuyer } from './described-buyers.ts'
import { grantedPositions } from './buyers.ts'
import { noteMoved } from './concerned.ts'
import { recordApplication } from './facts.ts'
import { readPolicy } from './policies.ts'
import { positionIdOf } from './position.ts'
import type { Policy } from '../../shared/contract/credit/policies.ts'

/**
 * Writes an application of `userId`'s; it is pending from then on.
 * @throws ProblemError `not_found` for a policy that is not granted and a buyer that they do not see,
 * `invalid_request` with all that the fields lack, `application_pending` while another of the same buyer
 * and policy is being decided
 */
export function apply(
  context: PlatformContext,
  userId: string,
  request: ApplicationRequest,
): Promise<Application> {
  return inTransaction(context, async (db) => {
    const policy = await readPolicy(db, userId, request.policyId)
    // Two at once for the same: the second sees the first.
    await lockRows(db, db.selectFrom('policies').select('id').where('id', '=', policy.id)).execute()
    const units = assertAcceptable(request, policy, dayOf(context.now()))
    const buyerId = await buyerOf(db, context, userId, request)
    const positions = await grantedPositions(db, { userId }, [buyerId])
    const position = positions.find((one) => one.policy_id === policy.id)
    if (position !== undefined && position.pending_id !== null) {
      const params = { applicationId: position.pending_id }
      throw new ProblemError('application_pending', {
        errors: [{ pointer: '', code: 'application_pending', params }],
      })
    }
    const { currency } = request.amount
    const kind = await kindOf(context, db, { units, currency }, position ?? null)
    if (kind === null) throw refusal([{ pointer: '/amount/amount', code: 'no_limit' }])
    const id = randomUUID()
    await recordApplication(db, context, {
      id,
      policy_id: policy.id,
      buyer_id: buyerId,
      kind,
      amount: units,
      currency,
      payment_terms_days: request.paymentTermsDays,
      starts_on: request.startsOn ?? null,
      ends_on: request.endsOn ?? null,
      applied_at: context.now(),
      user_id: userId,
    })
    const limitId = positionIdOf({ policy_id: policy.id, buyer_id: buyerId })
    await noteMoved(db, context, [{ policyId: policy.id, buyerId, limitId, applicationId: id }])
    return readApplication(db, userId, id)
  })
}

async function buyerOf(
  db: Db,
  context: PlatformContext,
  userId: string,
  { policyId, buyerId, buyer }: ApplicationRequest,
): Promise<string> {
  if (buyer !== null && buyer !== undefined) return findOrAddBuyer(db, context, policyId, buyer)
  const [position] = await grantedPositions(db, { userId }, [buyerId ?? ''])
  if (position === undefined) throw new ProblemError('not_found')
  return position.buyer_id
}

/**
 * The amount in smallest units.
 * @throws ProblemError `invalid_request` with everything that does not do
 */
function assertAcceptable(request: ApplicationRequest, policy: Policy, today: string): bigint {
  const units = minorUnitsOf(request.amount)
  const errors = [
    ...amountErrors(request.amount.currency, units),
    ...dayErrors(request, today),
    ...(request.paymentTermsDays > policy.maximumTermsDays
      ? [
          {
            pointer: '/paymentTermsDays',
            code: 'terms_too_long',
            params: { max: policy.maximumTermsDays },
          },
        ]
      : []),
    ...(isCountry(request.buyer?.country ?? policy.country)
      ? []
      : [{ pointer: '/buyer/country', code: 'country_unknown' }]),
  ]
  if (errors.length > 0 || units === null) throw refusal(errors)
  return units
}

/** What is wrong with an amount, of which `units` is null where it has more decimals than its currency. */
export function amountErrors(currency: string, units: bigint | null): ProblemDetail[] {
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    return [{ pointer: '/amount/currency', code: 'currency_unknown' }]
  }
  if (units !== null) return []
  const max = minorDigitsOf(currency)
  return [
    max === 0
      ? { pointer: '/amount/amount', code: 'no_decimals' }
      : { pointer: '/amount/amount', code: 'too_many_decimals', params: { max } },
  ]
}

function dayErrors({ startsOn, endsOn }: ApplicationRequest, today: string): ProblemDetail[] {
  if (endsOn === null || endsOn === undefined) return []
  if (endsOn < (startsOn ?? endsOn)) return [{ pointer: '/endsOn', code: 'ends_before_starts' }]
  return endsOn < today ? [{ pointer: '/endsOn', code: 'ends_in_past' }] : []
}

/** @returns whether there is a country of that code */
export function isCountry(code: string): boolean {
  const known: readonly string[] = countryCodes
  return known.includes(code)
}

/** @returns what tells somebody which fields do not do, and why */
export function refusal(errors: ProblemDetail[]): ProblemError {
  return new ProblemError('invalid_request', { errors })
}
