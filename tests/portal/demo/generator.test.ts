import { expect, test } from 'vitest'
import { inventBuyers, inventPortfolio } from '../../../src/portal/demo/generator/portfolio.ts'
import { twoYears } from '../../../src/portal/demo/generator/history.ts'
import { awkwardNames } from '../../../src/portal/demo/generator/names.ts'

const now = Date.UTC(2026, 10, 30, 12)
const policies = ['EUR', 'GBP', 'USD'].map((currency, index) => ({
  id: String(index),
  currency,
  country: 'BE',
  grace_days: 30,
}))
const planOf = (buyers: number, to = now, seed = 'test') => ({
  seed,
  buyers,
  policies,
  span: { from: now - twoYears, to },
  buyerId: (index: number) => `b${index}`,
})

test('a portfolio is the same at every run, and begins as a smaller one', () => {
  const once = [...inventPortfolio(planOf(700))]
  expect([...inventPortfolio(planOf(700))]).toEqual(once)
  expect(once.flatMap(({ buyers }) => buyers)).toHaveLength(700)
  expect(inventBuyers(planOf(30), 0, 30)).toEqual(inventBuyers(planOf(700), 0, 30))
  expect(inventBuyers(planOf(30, now, 'other'), 0, 30)).not.toEqual(inventBuyers(planOf(30), 0, 30))
})

test('as days go by more happens, and nothing that had happened becomes another', () => {
  const earlier = inventBuyers(planOf(400), 0, 400)
  const later = inventBuyers(planOf(400, now + 90 * 86_400_000), 0, 400)
  for (const facts of ['ratings', 'applications', 'decisions'] as const) {
    const byId = new Map<string, unknown>(later[facts].map((fact) => [fact.id, fact]))
    for (const fact of earlier[facts]) expect(byId.get(fact.id)).toEqual(fact)
    expect(later[facts].length).toBeGreaterThan(earlier[facts].length)
  }
})

test('holds all kinds of buyers and decisions', () => {
  const { buyers, ratings, applications, decisions } = inventBuyers(planOf(3000), 0, 3000)
  const names = new Set(buyers.map(({ name }) => name))
  for (const { name } of awkwardNames) expect(names).toContain(name)
  const rated = new Set(ratings.map(({ buyer_id }) => buyer_id))
  expect(rated.size).toBeLessThan(buyers.length)
  const pairs = new Set(applications.map(({ buyer_id, policy_id }) => `${buyer_id} ${policy_id}`))
  expect(pairs.size).toBeGreaterThan(buyers.length)
  const kinds = new Set(applications.map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual(['cancellation', 'decrease', 'increase', 'new'])
  expect(new Set(applications.map(({ currency }) => currency)).size).toBeGreaterThan(5)
  const decided = new Set(decisions.map(({ application_id: id }) => id))
  const kindsOfDecisions = {
    pending: applications.some(({ id }) => !decided.has(id)),
    full: decisions.some(({ granted, applied }) => granted === applied && applied !== 0),
    part: decisions.some(({ granted, applied }) => granted !== 0 && granted < applied),
    refused: decisions.some(({ granted, initiated_by: by }) => granted === 0 && by === 'customer'),
    cutInGrace: decisions.some(
      ({ effective_on: on, initiated_by: by }) => by === 'insurer' && on > '2026-11-30',
    ),
    temporary: decisions.some(({ ends_on: on }) => typeof on === 'string' && on > '2026-11-30'),
  }
  expect(Object.entries(kindsOfDecisions).filter(([, isThere]) => !isThere)).toEqual([])
})
