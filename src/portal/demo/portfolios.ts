/** The buyers of the demonstration, and what happened to them, counted back from today. */
import type { Facts, NewBuyer, NewDecision } from '../credit/new-facts.ts'
import { day } from '../platform/clock.ts'
import { factsOfAlerts, pairOf } from './alert-facts.ts'
import { alertsOf } from './alerts.ts'
import type { PortfolioPlan } from './generator/portfolio.ts'
import { twoYears } from './generator/history.ts'
import { marketNames, registrationNumber, type Market } from './generator/names.ts'
import { randomOf } from './generator/random.ts'
import { demoPolicies, policyNumbersOf, type DemoOrganisationId } from './organisations.ts'
import { demoPeople } from './people.ts'

/** How many buyers are invented beside those of alerts; the large one grows while the portal serves. */
const invented = [
  { organisation: 'demo-dedert', buyers: 40, firstId: 430_000 },
  { organisation: 'demo-hoyoux', buyers: 24, firstId: 440_000 },
  { organisation: 'demo-vesdre', buyers: 18, firstId: 450_000 },
  { organisation: 'demo-alvarez', buyers: 16, firstId: 610_000 },
  { organisation: 'demo-peeters', buyers: 80, firstId: 300_000 },
] as const satisfies readonly {
  readonly organisation: DemoOrganisationId
  readonly buyers: number
  readonly firstId: number
}[]

const demoAlerts = demoPeople.flatMap(({ username }) => alertsOf(username))

/** What happened to buyers whom the demonstration's alerts and its first pages speak of. */
export function* toldFacts(now: number): Generator<Facts> {
  yield factsOfAlerts(demoAlerts, marketOf, { now, again: null })
  yield dueFacts(now)
}

/**
 * The same once more, on a later day: alerts are always as old as they were.
 * @param isUntouched whether nobody has done anything with a buyer under a policy, by their names
 */
export function toldAgain(now: number, isUntouched: (pair: string) => boolean): Facts {
  const alerts = demoAlerts.filter((alert) => isUntouched(pairOf(alert)))
  const { buyers: _there, ...facts } = factsOfAlerts(alerts, marketOf, { now, again: isoDay(now) })
  return facts
}

/** Of one of the first alerts, whose decision tells when all were told: so long before. */
export const lastTold = { pair: '41008.17386', hoursAgo: 2 } as const

/**
 * The invented part of each portfolio, as at `now`.
 * @param created when it was written first: it begins two years before
 * @param buyers of the large one; of all others as many as there always are
 */
export function inventedPlans(created: number, now: number, buyers = 0): PortfolioPlan[] {
  return invented.map((one) => {
    const numbers = policyNumbersOf([one.organisation])
    return {
      seed: one.organisation,
      buyers: one.organisation === largest ? Math.max(buyers, one.buyers) : one.buyers,
      policies: demoPolicies.filter(({ id }) => numbers.includes(id)),
      span: { from: created - twoYears, to: now },
      buyerId: (index) => String(one.firstId + index),
    }
  })
}

/** Of `jan.peeters`. */
export const largest = 'demo-peeters' satisfies DemoOrganisationId

function marketOf(policyId: string): Market {
  const country = demoPolicies.find(({ id }) => id === policyId)?.country
  // The buyers of the guide's own policy are Belgian, wherever the policyholder is.
  const home = policyId === guidePolicy ? 'BE' : country
  return marketNames.find((name) => name === home) ?? 'BE'
}

const guidePolicy = '17386'

/** Of which the guide's screen of 13 July 2016 tells: 57 of 100 granted, and a rating of 43. */
export const guideBuyer = '41001'
const guideDecision = {
  policy_id: guidePolicy,
  buyer_id: guideBuyer,
  currency: 'EUR',
  payment_terms_days: 60,
  ends_on: null,
}

export const guideFacts: Facts = {
  buyers: [belgianBuyer(guideBuyer, 'Gelateria Polare BVBA', 'Oostende')],
  ratings: [
    { id: 'guide.r0', buyer_id: guideBuyer, rating: 43, rated_at: Date.UTC(2016, 0, 15, 8) },
    // Looked at again the night before, and found as it was: « Data updated 13 July 2016 at 3:10 AM ».
    { id: 'guide.r1', buyer_id: guideBuyer, rating: 43, rated_at: Date.UTC(2016, 6, 13, 3, 10) },
  ],
  applications: [
    {
      ...guideDecision,
      id: 'guide.a',
      kind: 'new',
      amount: 10_000_000,
      starts_on: null,
      applied_at: Date.UTC(2016, 0, 14, 9, 30),
      user_id: null,
    },
  ],
  decisions: [
    {
      ...guideDecision,
      id: 'guide.d',
      application_id: 'guide.a',
      initiated_by: 'customer',
      applied: 10_000_000,
      granted: 5_700_000,
      decided_at: Date.UTC(2016, 0, 18, 14),
      effective_on: '2016-01-18',
      reason: 'accounts_weak',
      conditions: null,
    },
  ],
}

/** What `marie.lambert` has to see to soon: a temporary limit that ends, and two applications that wait. */
function dueFacts(now: number): Facts {
  const applied = (id: string, buyer: string, daysAgo: number, amount: number) => ({
    id,
    policy_id: guidePolicy,
    buyer_id: buyer,
    kind: 'new',
    amount,
    currency: 'EUR',
    payment_terms_days: 60,
    starts_on: null,
    ends_on: null,
    applied_at: now - daysAgo * day,
    user_id: null,
  })
  const endsOn = isoDay(now + 9 * day)
  const season = { ...applied('due.a0', '41061', 95, 4_500_000), ends_on: endsOn }
  const granted: NewDecision = {
    id: 'due.d0',
    policy_id: guidePolicy,
    buyer_id: '41061',
    application_id: season.id,
    initiated_by: 'customer',
    applied: season.amount,
    granted: season.amount,
    currency: 'EUR',
    decided_at: now - 93 * day,
    effective_on: isoDay(now - 93 * day),
    ends_on: endsOn,
    payment_terms_days: 60,
    reason: 'payments_good',
    conditions: null,
  }
  return {
    buyers: [
      belgianBuyer('41061', 'Festival des Glaces ASBL', 'Durbuy'),
      belgianBuyer('41066', 'Traiteur Van den Broeck BV', 'Leuven'),
      belgianBuyer('41072', 'Hôtel de la Citadelle SA', 'Namur'),
    ],
    ratings: [
      { id: 'due.r0', buyer_id: '41061', rating: 35, rated_at: now - 200 * day },
      { id: 'due.r1', buyer_id: '41066', rating: 52, rated_at: now - 150 * day },
    ],
    applications: [
      season,
      applied('due.a1', '41066', 3, 3_500_000),
      applied('due.a2', '41072', 1, 9_000_000),
    ],
    decisions: [granted],
  }
}

function belgianBuyer(id: string, name: string, town: string): NewBuyer {
  const registration_number = registrationNumber(randomOf(id), 'BE')
  return { id, name, country: 'BE', town, registration_number, trade: null }
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
