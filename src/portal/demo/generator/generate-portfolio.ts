/** A policyholder with as many policies and buyers as one likes: for benches, and to try things out. */
import { sql } from 'kysely'
import { randomOf } from './random.ts'
import { addOrganisation, addPolicies, type Policy } from '../../identity/access/organisations.ts'
import { recordInBulk } from '../../credit/facts.ts'
import type { Context } from '../../identity/context.ts'
import { inTransaction } from '../../platform/changes/log.ts'
import { CommandError } from '../../platform/problem-error.ts'
import { twoYears } from './history.ts'
import { marketNames, markets } from './names.ts'
import { inventPortfolio } from './portfolio.ts'

export type Wanted = {
  readonly seed: string
  readonly buyers: number
  readonly policies: number
  /** As at the end of when, in milliseconds UTC. */
  readonly until: number
}

export type Generated = { readonly organisationId: string; readonly policyIds: readonly string[] }

/**
 * Writes an invented portfolio, the same for the same seed, size and day.
 * @throws CommandError where there is one with this seed already
 */
export async function generatePortfolio(context: Context, wanted: Wanted): Promise<Generated> {
  const { seed, buyers, until } = wanted
  const organisationId = `generated-${seed}`
  const policies = policiesOf(wanted, organisationId)
  await inTransaction(context, async (transaction) => {
    const added = await addOrganisation(
      transaction,
      { kind: 'policyholder', name: `Generated ${seed}`, country: 'BE' },
      organisationId,
    )
    if (added === undefined) {
      throw new CommandError(`There is a portfolio of the seed ${seed} already: name another one.`)
    }
    await addPolicies(transaction, policies)
    const batches = inventPortfolio({
      seed,
      buyers,
      policies,
      span: { from: until - twoYears, to: until },
      buyerId: (index) => `${seed}-${String(index).padStart(7, '0')}`,
    })
    await recordInBulk(transaction, context, batches)
  })
  // Until then a database plans questions as if tables were as small as before.
  await sql`analyze`.execute(context.db)
  return { organisationId, policyIds: policies.map(({ id }) => id) }
}

function policiesOf({ seed, policies }: Wanted, organisationId: string): Policy[] {
  return Array.from({ length: policies }, (_, index) => {
    const random = randomOf(`${seed} policy ${index}`)
    const country = index === 0 ? 'BE' : random.pick(['BE', 'NL', 'FR', 'DE', 'GB', 'US'])
    const market = marketNames.find((name) => name === country) ?? 'BE'
    return {
      id: `${seed}-${index + 1}`,
      name: `Generated ${seed} ${index + 1}`,
      organisation_id: organisationId,
      currency: markets[market].currency,
      country,
      mep_days: 60,
      grace_days: 30,
      maximum_terms_days: 120,
      report_within_days: 30,
    }
  })
}
