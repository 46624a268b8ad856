/**
 * The large portfolio of the demonstration. It takes seconds to write: a portal that demonstrates serves first,
 * with the first buyers of it, and writes the others meanwhile.
 */
import { setTimeout } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import { noteWholePortfolios } from '../credit/concerned.ts'
import { recordFacts } from '../credit/facts.ts'
import type { Facts } from '../credit/new-facts.ts'
import type { Context } from '../identity/context.ts'
import { inTransaction } from '../platform/changes/log.ts'
import { inventBuyers, type PortfolioPlan } from './generator/portfolio.ts'
import { inventedPlans, largest } from './portfolios.ts'
import { createdAt, goOn } from './seed-portfolios.ts'

/**
 * Begins to let the portfolio grow to `buyers`. A failure is logged, no more: the next start goes on.
 * @returns what stops it; fulfilled once what is under way is written
 */
export function startGrowth(
  context: Context,
  buyers: number,
  log: FastifyBaseLogger,
): () => Promise<void> {
  const stopping = new AbortController()
  const growing = growLargePortfolio(context, buyers, stopping.signal).catch((error: unknown) => {
    log.warn({ err: error }, 'the large portfolio of the demonstration is not whole')
  })
  return async () => {
    stopping.abort()
    await growing
  }
}

/** Of buyers in one transaction: whoever else writes waits for one at most. */
const portion = 100

/**
 * Lets the large portfolio grow to `buyers`, and go on since it was written, with pauses in which others are
 * served. What one run has left the next one does.
 */
async function growLargePortfolio(
  context: Context,
  buyers: number,
  signal: AbortSignal,
): Promise<void> {
  const created = await createdAt(context.db)
  if (created === null) return
  const plan = inventedPlans(created, context.now(), buyers).find(({ seed }) => seed === largest)
  if (plan === undefined) return
  let isGrown = false
  for (let first = 0; first < plan.buyers && !signal.aborted; first += portion) {
    const start = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- a portion after the other
    const isWritten = await writePortion(context, plan, { first, created })
    isGrown ||= isWritten
    const pause = isWritten ? performance.now() - start : 0
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(pause)
  }
  // Until then a database plans questions as if tables were as small as before.
  if (isGrown && !signal.aborted) await sql`analyze`.execute(context.db)
}

type Portion = { readonly first: number; readonly created: number }

/** @returns whether it took the database: others are let before the next one */
async function writePortion(
  context: Context,
  plan: PortfolioPlan,
  { first, created }: Portion,
): Promise<boolean> {
  const facts = inventBuyers(plan, first, portion)
  const ids = facts.buyers.map(({ id }) => id)
  return inTransaction(context, async (transaction) => {
    const known = await transaction
      .selectFrom('buyers')
      .select('id')
      .where('id', 'in', ids)
      .execute()
    const there = new Set(known.map(({ id }) => id))
    await goOn(
      transaction,
      context,
      created,
      only(facts, (id) => there.has(id)),
    )
    const missing = only(facts, (id) => !there.has(id))
    await recordFacts(transaction, context, missing)
    const isLast = first + portion >= plan.buyers
    if (isLast && missing.buyers.length > 0) {
      const policies = plan.policies.map(({ id }) => id)
      await noteWholePortfolios(transaction, context, policies)
    }
    return missing.buyers.length > 0
  })
}

/** Of `facts` those of the buyers that `isWanted` names. */
function only(facts: Required<Facts>, isWanted: (buyerId: string) => boolean): Required<Facts> {
  const isOfWanted = ({ buyer_id }: { readonly buyer_id: string }) => isWanted(buyer_id)
  return {
    buyers: facts.buyers.filter(({ id }) => isWanted(id)),
    ratings: facts.ratings.filter(isOfWanted),
    applications: facts.applications.filter(isOfWanted),
    decisions: facts.decisions.filter(isOfWanted),
  }
}
