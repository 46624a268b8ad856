/** Small portfolios of any kind, for fast-check: few buyers, so that what happens to them overlaps. */
/* oxlint-disable no-await-in-loop -- one transaction: facts follow one another */
import * as fc from 'fast-check'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import type { Facts } from '../../../src/portal/credit/new-facts.ts'
import { testBuyer } from './portfolio.ts'
import { day, type TestPortal } from './portal.ts'
import type { SlowFacts } from './slow-figures.ts'

/** On which these portfolios end; ages are days before it. */
export const lastMoment = Date.UTC(2026, 10, 29, 12)

/** The day of something `age` days old. */
export const dayAt = (age: number) => new Date(lastMoment - age * day).toISOString().slice(0, 10)

export const currencies = ['EUR', 'USD', 'JPY'] as const

const age = fc.integer({ min: 0, max: 130 })
const amount: fc.Arbitrary<number> = fc.constantFrom(
  0,
  1,
  3,
  100,
  5_000,
  77_777,
  999_999_999_999_99,
)
const currency = fc.constantFrom(...currencies)
const pair = { policy: fc.nat(2), buyer: fc.nat(4) }
const decision = fc.record({
  ...pair,
  age,
  applied: amount,
  granted: amount,
  currency,
  byInsurer: fc.boolean(),
  wait: fc.constantFrom(0, 0, 0, 5, 30, 30, -4),
  lasts: fc.option(fc.integer({ min: -3, max: 60 }), { freq: 4 }),
  application: fc.option(fc.nat(9)),
})
const application = fc.record({ ...pair, age, amount, currency })
const rating = fc.record({ buyer: fc.nat(4), age, rating: fc.integer({ min: 1, max: 100 }) })

/** What is asked about it stands beside it: a period, a currency, in which order its facts are written. */
export const randomPortfolio = fc.record({
  decisions: fc.array(decision, { maxLength: 14 }),
  applications: fc.array(application, { maxLength: 5 }),
  ratings: fc.array(rating, { maxLength: 10 }),
  keepsScopes: fc.boolean(),
  from: age,
  to: age,
  currency,
  order: fc.integer(),
})
export type RandomPortfolio = typeof randomPortfolio extends fc.Arbitrary<infer Of> ? Of : never

/** Its days, the earlier one first. */
export const periodOf = ({ from, to }: RandomPortfolio) => ({
  from: dayAt(Math.max(from, to)),
  to: dayAt(Math.min(from, to)),
})

/** Its facts, under three policies; ids begin with `prefix`. */
export function factsOf(
  of: RandomPortfolio,
  policies: readonly string[],
  prefix: string,
): SlowFacts {
  const policyOf = (index: number) => policies[index] ?? ''
  const buyerOf = (index: number) => `${prefix}b${index}`
  const applications = of.applications.map((one, index) => ({
    id: `${prefix}a${index}`,
    policy_id: policyOf(one.policy),
    buyer_id: buyerOf(one.buyer),
    kind: 'new',
    amount: one.amount,
    currency: one.currency,
    payment_terms_days: 30,
    applied_at: lastMoment - one.age * day,
    user_id: null,
  }))
  const decisions = of.decisions.map((one, index) => {
    const answers = one.application === null ? undefined : applications[one.application]
    const effective = one.age - one.wait
    return {
      id: `${prefix}d${index}`,
      policy_id: answers?.policy_id ?? policyOf(one.policy),
      buyer_id: answers?.buyer_id ?? buyerOf(one.buyer),
      application_id: answers?.id ?? null,
      initiated_by: one.byInsurer ? 'insurer' : 'customer',
      applied: one.applied,
      granted: one.granted,
      currency: one.currency,
      decided_at: lastMoment - one.age * day,
      effective_on: dayAt(effective),
      ends_on: one.lasts === null ? null : dayAt(effective - one.lasts),
    }
  })
  const ratings = of.ratings.map((one, index) => ({
    id: `${prefix}r${index}`,
    buyer_id: buyerOf(one.buyer),
    rating: one.rating,
    rated_at: lastMoment - one.age * day,
  }))
  return { applications, decisions, ratings }
}

/** Writes the facts one by one, in an order of no meaning that `order` names. */
export async function writeShuffled(
  { portal: { context } }: TestPortal,
  facts: SlowFacts,
  prefix: string,
  order: number,
): Promise<void> {
  const buyers = Array.from({ length: 5 }, (_, index) => testBuyer(`${prefix}b${index}`))
  const single: Facts[] = [
    ...facts.applications.map((one): Facts => ({ applications: [one] })),
    ...facts.decisions.map((one): Facts => ({ decisions: [one] })),
    ...facts.ratings.map((one): Facts => ({ ratings: [one] })),
  ]
  const shuffled = single
    .map((one, index) => [Math.sin(order + index * 7.3), one] as const)
    .toSorted(([one], [other]) => one - other)
  await context.db.transaction().execute(async (transaction) => {
    await recordFacts(transaction, context, { buyers })
    for (const [, one] of shuffled) await recordFacts(transaction, context, one)
  })
}
