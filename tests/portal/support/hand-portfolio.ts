/** A portfolio that fits a sheet of paper: eight buyers, two policies, half a year. */
import type { Facts, NewDecision } from '../../../src/portal/credit/new-facts.ts'
import { applicationOf, testBuyer } from './portfolio.ts'

const usd = 'USD'

/** Whole amounts of the policy's currency; `applied` of a cut is what was asked for last. */
type Decided = {
  readonly buyer: string
  readonly under: 'home' | 'abroad'
  readonly applied: number
  readonly granted: number
  readonly at: string
  readonly byInsurer?: true
  readonly effective?: string
  readonly ends?: string
}

/** By the day. The first of October and the 15th of November each begin or end a period of tests. */
const decisions: readonly Decided[] = [
  { buyer: 'hazel', under: 'home', applied: 40_000, granted: 20_000, at: '2026-05-04T09:00Z' },
  { buyer: 'elm', under: 'home', applied: 200_000, granted: 200_000, at: '2026-06-15T09:00Z' },
  { buyer: 'fir', under: 'abroad', applied: 50_000, granted: 50_000, at: '2026-07-01T09:00Z' },
  { buyer: 'alder', under: 'home', applied: 90_000, granted: 100_000, at: '2026-08-10T09:00Z' },
  {
    buyer: 'ginkgo',
    under: 'home',
    applied: 30_000,
    granted: 30_000,
    at: '2026-09-01T09:00Z',
    ends: '2026-10-31',
  },
  { buyer: 'alder', under: 'abroad', applied: 25_000, granted: 12_500, at: '2026-09-15T09:00Z' },
  {
    buyer: 'elm',
    under: 'home',
    applied: 200_000,
    granted: 150_000,
    at: '2026-10-01T00:00:00.000Z',
    byInsurer: true,
    effective: '2026-10-31',
  },
  { buyer: 'birch', under: 'home', applied: 80_000, granted: 40_000, at: '2026-10-05T09:00Z' },
  { buyer: 'cedar', under: 'home', applied: 25_000, granted: 0, at: '2026-10-12T09:00Z' },
  { buyer: 'hazel', under: 'home', applied: 5_000, granted: 5_000, at: '2026-11-05T09:00Z' },
  {
    buyer: 'fir',
    under: 'abroad',
    applied: 50_000,
    granted: 0,
    at: '2026-11-10T09:00Z',
    byInsurer: true,
    effective: '2026-12-10',
  },
  {
    buyer: 'doum',
    under: 'abroad',
    applied: 125_000,
    granted: 125_000,
    at: '2026-11-15T23:59:59.999Z',
  },
  { buyer: 'hazel', under: 'abroad', applied: 10_000, granted: 10_000, at: '2026-11-20T09:00Z' },
]

/** fir and hazel are rated by nobody. */
const ratings = [
  ['alder', 30, '2026-08-01'],
  ['alder', 45, '2026-10-20'],
  ['birch', 50, '2026-07-01'],
  ['cedar', 70, '2026-07-01'],
  ['cedar', 75, '2026-10-15'],
  ['doum', 20, '2026-09-01'],
  ['doum', 25, '2026-11-10'],
  ['elm', 60, '2026-06-01'],
  ['elm', 40, '2026-10-10'],
  ['ginkgo', 80, '2026-08-01'],
  ['ginkgo', 90, '2026-11-01'],
] as const

/** Its facts, under a policy in euro at home and one in dollars abroad. */
export function handPortfolio(policies: Readonly<Record<Decided['under'], string>>): Facts {
  const pair = (buyer: string, under: Decided['under']) => ({
    buyer_id: buyer,
    policy_id: policies[under],
  })
  return {
    buyers: ['alder', 'birch', 'cedar', 'doum', 'elm', 'fir', 'ginkgo', 'hazel'].map((name) =>
      testBuyer(name),
    ),
    ratings: ratings.map(([buyer_id, rating, on]) => ({
      id: `${buyer_id} ${on}`,
      buyer_id,
      rating,
      rated_at: Date.parse(`${on}T09:00Z`),
    })),
    // Two wait at the end of the period; one of them is decided five days later.
    applications: [
      applicationOf('again', pair('ginkgo', 'home'), Date.parse('2026-11-12T09:00Z'), {
        amount: 3_500_000,
      }),
      applicationOf('first', pair('hazel', 'abroad'), Date.parse('2026-11-14T09:00Z'), {
        amount: 1_000_000,
        currency: usd,
      }),
    ],
    decisions: decisions.map((one): NewDecision => {
      const isFirst = one.buyer === 'hazel' && one.under === 'abroad'
      return {
        ...pair(one.buyer, one.under),
        id: `${one.buyer} ${one.at}`,
        application_id: isFirst ? 'first' : null,
        initiated_by: one.byInsurer === true ? 'insurer' : 'customer',
        applied: one.applied * 100,
        granted: one.granted * 100,
        currency: one.under === 'abroad' ? usd : 'EUR',
        decided_at: Date.parse(one.at),
        effective_on: one.effective ?? one.at.slice(0, 10),
        ends_on: one.ends ?? null,
      }
    }),
  }
}
