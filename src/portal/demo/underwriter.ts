/**
 * The demonstration's underwriter: decides what people apply for, by a rule that anyone can follow
 * (`docs/demo.md`). The insurer's own people do it on the command line.
 */
import { Big } from 'big.js'
import type { AlertReason } from '../../shared/contract/credit/alerts.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { ratesOfToday } from '../credit/exchange.ts'
import { pendingApplications, type PendingApplication } from '../credit/pending-applications.ts'
import { readRatingBands, type RatingBand } from '../credit/rating-bands.ts'
import { decideApplication, type Grant } from '../credit/underwriting.ts'
import type { PlatformContext } from '../platform/context.ts'
import { CommandError } from '../platform/problem-error.ts'

/** So that somebody who watches sees it pending first; in milliseconds. */
const deliberation = 3_000

/** In euro, from the safest band to the riskiest: as much as is granted at most. */
const ceilings = [1_000_000, 250_000, 50_000] as const
const ceilingOfUnrated = 25_000
/** What is granted in part is a multiple of this, in any currency. */
const step = 1_000

type Decision = { readonly grant: Grant; readonly reason: AlertReason | undefined }

/**
 * Decides what people applied for a few seconds ago or earlier.
 * @throws what the database does; what is decided by then stays
 */
export async function decideWaiting(context: Pick<PlatformContext, 'db' | 'now'>): Promise<void> {
  const waiting = await pendingApplications(context.db, {
    byPeople: true,
    appliedBefore: context.now() - deliberation,
  })
  if (waiting.length === 0) return
  const bands = await readRatingBands(context.db)
  const rates = await ratesOfToday(context)
  for (const application of waiting) {
    const decision = decisionOn(application, bands, rates)
    try {
      // oxlint-disable-next-line no-await-in-loop -- one application after the other
      await decideApplication(context, { applicationId: application.id, ...decision })
    } catch (error) {
      // Somebody was faster on the command line, or its last day has passed since.
      if (!(error instanceof CommandError)) throw error
    }
  }
}

/**
 * The rule: what the customer cuts is granted; else all up to the ceiling of the buyer's band, of more than
 * that the ceiling, and nothing in the riskiest.
 * @param bands from the safest to the riskiest
 * @param rates units for one euro
 */
export function decisionOn(
  { kind, amount, currency, rating }: PendingApplication,
  bands: readonly RatingBand[],
  rates: ReadonlyMap<string, Big>,
): Decision {
  if (kind === 'cancellation' || kind === 'decrease') {
    return { grant: 'all', reason: 'policyholder_request' }
  }
  const band = bands.findIndex(({ from, to }) => rating !== null && from <= rating && rating <= to)
  const ceiling = rating === null ? ceilingOfUnrated : (ceilings[band] ?? 0)
  if (ceiling === 0) return { grant: 'nothing', reason: 'accounts_weak' }
  const asked = new Big(moneyOfUnits(BigInt(amount), currency).amount)
  // Without a rate the number stands for itself.
  const most = (rates.get(currency) ?? new Big(1)).times(ceiling)
  if (asked.lte(most)) {
    return { grant: 'all', reason: rating === null ? undefined : 'payments_good' }
  }
  const part = most.div(step).round(0, Big.roundDown).times(step)
  const reason = rating === null ? 'accounts_missing' : 'total_exposure'
  return { grant: part.eq(0) ? 'nothing' : { amount: part.toFixed(0) }, reason }
}
