/** Who became riskier in a period: of any length, and page by page. */
/* oxlint-disable no-await-in-loop -- pages follow one another */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, addTestPolicies, testBuyer } from '../support/portfolio.ts'
import { startPortal } from '../support/portal.ts'
import { slowFigures, type SlowFacts } from '../support/slow-figures.ts'

const now = Date.UTC(2026, 10, 29, 12)
const day = 86_400_000
const dayAt = (age: number) => new Date(now - age * day).toISOString().slice(0, 10)
const buyers = Array.from({ length: 40 }, (_, index) => `b${String(index).padStart(2, '0')}`)
const oldest = 900

/** Each buyer under one of the policies, rated eight times in two and a half years. */
function factsUnder(policies: readonly string[]): SlowFacts {
  const rating = fc.record({
    age: fc.integer({ min: 0, max: oldest }),
    rating: fc.integer({ min: 1, max: 100 }),
  })
  const count = { minLength: 320, maxLength: 320, size: 'max' } as const
  const [ratings = []] = fc.sample(fc.array(rating, count), { seed: 20_261_129, numRuns: 1 })
  return {
    applications: [],
    decisions: buyers.map((buyer_id, index) => ({
      id: `${buyer_id}d`,
      policy_id: policies[index % policies.length] ?? '',
      buyer_id,
      application_id: null,
      initiated_by: 'customer',
      applied: 1_000,
      granted: 1_000 + (index % 3),
      currency: 'EUR',
      decided_at: now - (oldest + 5) * day,
      effective_on: dayAt(oldest + 5),
      ends_on: null,
    })),
    ratings: ratings.map((one, index) => ({
      id: `r${index}`,
      buyer_id: buyers[index % buyers.length] ?? '',
      rated_at: now - one.age * day,
      rating: one.rating,
    })),
  }
}

/** From the first day to the last, by their ages. */
const periods = [
  [1, 0],
  [30, 2],
  [75, 0],
  [140, 30],
  [370, 1],
  [880, 10],
  [899, 700],
] as const

test.each(databaseKinds)('are found in a period of any length, on %s', async (kind) => {
  const it = await startPortal(kind, { clock: () => now })
  const { context } = it.portal
  const policies = await addTestPolicies(it, ['EUR', 'USD'])
  const { token } = await addReader(it, policies)
  const facts = factsUnder(policies)
  await context.db
    .transaction()
    .execute((db) =>
      recordFacts(db, context, { buyers: buyers.map((id) => testBuyer(id)), ...facts }),
    )
  for (const [first, last] of periods) {
    const query = { from: dayAt(first), to: dayAt(last), currency: 'EUR' }
    const { change } = await it.client.succeed('insightsDashboard', { token, query })
    const slow = slowFigures(facts, query, { EUR: '1' })
    expect(change.deteriorations).toMatchObject(slow.deteriorations)
    const worse: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await it.client.succeed(
        'insightsFigureRows',
        {
          token,
          params: { figure: 'deteriorations' },
          query: { ...query, limit: '7', ...(cursor !== null && { cursor }) },
        },
      )
      worse.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(worse.slice(0, 10)).toEqual(slow.deteriorations.map(({ buyerId }) => buyerId))
    expect(worse.toSorted()).toEqual(
      buyers.filter((buyer) => {
        const [before, after] = [query.from, query.to].map((on) => slow.ratingAt(buyer, on))
        return typeof before === 'number' && typeof after === 'number' && after > before
      }),
    )
  }
  await it.stop()
})
