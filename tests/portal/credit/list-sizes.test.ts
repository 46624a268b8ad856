/** Each way to find the rows of a list finds the same ones, however many there are. */
/* oxlint-disable no-await-in-loop -- one query after the other */
import { expect, test } from 'vitest'
import { listBuyers } from '../../../src/portal/credit/buyer-list.ts'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import { keepPortfolioOf } from '../../../src/portal/credit/portfolios.ts'
import { buyerQuerySchema } from '../../../src/shared/contract/credit/buyers.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, addTestPolicies, testBuyer } from '../support/portfolio.ts'
import { day, startPortal } from '../support/portal.ts'

const trades = ['Transport', 'Bouw', 'Bakery'] as const
const towns = ['Bergen', 'Namur', 'Delft', 'Ghent'] as const
const countries = ['BE', 'NL', 'FR', 'DE', 'ES'] as const

const queries = [
  'q=transport',
  'q=bouw ber',
  'q=bouw nobody',
  // Each is many's, and both are nobody's.
  'q=bouw transport',
  'q=ba&country=NL',
  'country=BE&decision=accepted',
  'country=FR&band=low',
  'country=BE&q=transport&sort=-total_cld',
  'q=bouw&country=DE&sort=rating',
]

const nobodys = new Set(['q=bouw nobody', 'q=bouw transport'])

/** As though there were so many; the first is how few of these are found usually. */
const sizes = [
  { few: 1_000, some: 1_000 },
  { few: 5, some: 1_000 },
  { few: 0, some: 1_000 },
  { few: 5, some: 30 },
  { few: 0, some: 0 },
] as const

test.each(databaseKinds)('lists of any size are the same, on %s', async (kind) => {
  const it = await startPortal(kind)
  const { context } = it.portal
  const now = context.now()
  const policies = await addTestPolicies(it, ['EUR'])
  const reader = await addReader(it, policies)
  const ids = Array.from({ length: 120 }, (_, index) => `b${String(index).padStart(3, '0')}`)
  await context.db.transaction().execute((db) =>
    recordFacts(db, context, {
      buyers: ids.map((id, index) =>
        testBuyer(id, {
          name: `${trades[index % 3]} ${towns[index % 4]} ${(index * 37) % 120}`,
          country: countries[index % 5] ?? 'BE',
        }),
      ),
      ratings: ids.flatMap((buyer_id, index) =>
        index % 7 === 0
          ? []
          : [{ id: `${buyer_id}r`, buyer_id, rating: 1 + (index % 60), rated_at: now - day }],
      ),
      decisions: ids.map((buyer_id, index) => ({
        id: `${buyer_id}d`,
        policy_id: policies[0] ?? '',
        buyer_id,
        initiated_by: 'customer',
        applied: 1_000,
        granted: index % 4 === 0 ? 0 : 100 * (index % 11),
        currency: 'EUR',
        decided_at: now - 2 * day,
        effective_on: '2020-01-01',
      })),
    }),
  )
  await keepPortfolioOf(context, reader.id)
  for (const text of queries) {
    const query = { ...Object.fromEntries(new URLSearchParams(text)), limit: '4' }
    const found = await Promise.all(
      sizes.map(async (of) => {
        const names: string[] = []
        let cursor: string | null = null
        do {
          const asked = buyerQuerySchema.parse({ ...query, ...(cursor !== null && { cursor }) })
          const page: Awaited<ReturnType<typeof listBuyers>> = await listBuyers(
            context,
            { userId: reader.id, currency: 'EUR' },
            asked,
            of,
          )
          names.push(...page.items.map(({ id }) => id))
          cursor = page.nextCursor
        } while (cursor !== null)
        return names
      }),
    )
    for (const one of found) expect(one, text).toEqual(found[0])
    expect(found[0]?.length === 0, text).toBe(nobodys.has(text))
  }
  await it.stop()
})
