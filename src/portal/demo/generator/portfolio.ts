/**
 * Portfolios of any size that are the same at every run: each buyer hangs on the seed and its own number
 * alone, so that a larger portfolio begins with a smaller one.
 */
import type { Selectable } from 'kysely'
import { minorDigitsOf } from '../../../shared/credit/minor-units.ts'
import type {
  Facts,
  NewApplication,
  NewBuyer,
  NewDecision,
  NewRating,
} from '../../credit/new-facts.ts'
import type { PolicyTable } from '../../platform/db/access-schema.ts'
import { inventRatings, inventSteps, type InventedStep, type Span } from './history.ts'
import {
  awkwardNames,
  inventName,
  marketNames,
  markets,
  registrationNumber,
  townIn,
  type Market,
} from './names.ts'
import { randomOf, type Random, type Weighted } from './random.ts'

export type PortfolioPlan = {
  /** Another seed is another portfolio. */
  readonly seed: string
  readonly buyers: number
  /** At least one; those that stand first have more buyers. */
  readonly policies: readonly Pick<
    Selectable<PolicyTable>,
    'id' | 'currency' | 'country' | 'grace_days'
  >[]
  readonly span: Span
  /** The number of the buyer at `index`, as the insurer calls it. */
  readonly buyerId: (index: number) => string
}

/** As many buyers as are written at once. */
const batchSize = 500

/** All facts of the portfolio, some buyers at a time. */
export function* inventPortfolio(plan: PortfolioPlan): Generator<Required<Facts>> {
  for (let first = 0; first < plan.buyers; first += batchSize) {
    yield inventBuyers(plan, first, batchSize)
  }
}

/** The facts of at most `count` buyers of the portfolio, from the one at `first` on. */
export function inventBuyers(plan: PortfolioPlan, first: number, count: number): Required<Facts> {
  const length = Math.max(0, Math.min(count, plan.buyers - first))
  const invented = Array.from({ length }, (_, at) => inventBuyer(plan, first + at))
  return {
    buyers: invented.flatMap(({ buyers }) => buyers),
    ratings: invented.flatMap(({ ratings }) => ratings),
    applications: invented.flatMap(({ applications }) => applications),
    decisions: invented.flatMap(({ decisions }) => decisions),
  }
}

/** One buyer in so many has a name that is hard to handle, until all of those are there. */
const betweenAwkward = 11
const places: Weighted<1 | 2 | 3> = [
  [1, 88],
  [2, 9],
  [3, 3],
]

function inventBuyer(plan: PortfolioPlan, index: number): Required<Facts> {
  // Each part has its own, so that what goes on in one changes nothing in another.
  const randomFor = (part: string) => randomOf(`${plan.seed} ${index} ${part}`)
  const random = randomFor('company')
  const policies = policiesOf(random, plan.policies)
  const buyer = inventCompany(random, plan.buyerId(index), index, policies[0]?.country ?? 'BE')
  const ratings = inventRatings(randomFor('ratings'), plan.span).map(
    ({ at, rating }, place): NewRating => {
      return { id: `${buyer.id}.r${place}`, buyer_id: buyer.id, rating, rated_at: Math.floor(at) }
    },
  )
  const pairs = policies.map((policy) => {
    const randomOfPair = randomFor(policy.id)
    const isForeign = randomOfPair.chance(foreignMoney)
    const steps = inventSteps(randomOfPair, plan.span, policy.grace_days)
    return factsOf(steps, `${buyer.id}.${policy.id}`, {
      policy_id: policy.id,
      buyer_id: buyer.id,
      currency: isForeign ? markets[buyer.market].currency : policy.currency,
    })
  })
  const { market: _market, ...written } = buyer
  return {
    buyers: [written],
    ratings,
    applications: pairs.flatMap(({ applications }) => applications),
    decisions: pairs.flatMap(({ decisions }) => decisions),
  }
}

/** How many limits are in the money of the buyer's country, whatever the policy's is. */
const foreignMoney = 0.12
/** How many buyers are in the country of the policy. */
const domestic = 0.45

/** One of the policies, or some in a few cases; each once. */
function policiesOf<Policy>(random: Random, policies: readonly Policy[]): Policy[] {
  const chosen = Array.from({ length: random.weighted(places) }, () => {
    // Squared: the first ones are larger.
    return policies[Math.floor(random.unit() ** 2 * policies.length)]
  })
  return [...new Set(chosen)].filter((policy) => policy !== undefined)
}

function inventCompany(
  random: Random,
  id: string,
  index: number,
  home: string,
): NewBuyer & { readonly market: Market } {
  const market =
    marketNames.find((name) => name === home && random.chance(domestic)) ??
    random.weighted(byWeight)
  const { name: usualName, trade } = inventName(random, market)
  const awkward = index % betweenAwkward === 0 ? awkwardNames[index / betweenAwkward] : undefined
  const { name, market: place } = awkward ?? { name: usualName, market }
  return {
    id,
    name,
    country: place,
    town: random.chance(0.9) ? townIn(random, place) : null,
    registration_number: random.chance(0.95) ? registrationNumber(random, place) : null,
    trade,
    market: place,
  }
}

const byWeight = weightsOfMarkets()

function weightsOfMarkets(): Weighted<Market> {
  const [first, ...others] = marketNames.map((name) => [name, markets[name].weight] as const)
  return [first ?? ['BE', 1], ...others]
}

type Pair = Pick<NewApplication, 'policy_id' | 'buyer_id' | 'currency'>

function factsOf(steps: readonly InventedStep[], id: string, pair: Pair) {
  const applications: NewApplication[] = []
  const decisions: NewDecision[] = []
  const unit = 10 ** minorDigitsOf(pair.currency)
  const minor = (amount: number) => Math.round(amount * (perEuro[pair.currency] ?? 1)) * unit
  for (const [place, step] of steps.entries()) {
    if (step.kind === 'application') {
      const { application } = step
      applications.push({
        ...pair,
        id: `${id}.a${place}`,
        kind: step.asked,
        amount: minor(application.amount),
        payment_terms_days: application.paymentTermsDays,
        starts_on: null,
        ends_on: dayOf(application.endsAt),
        applied_at: Math.floor(application.at),
        user_id: null,
      })
    }
    const { decision } = step
    if (decision === null) continue
    const last = applications.at(-1)
    decisions.push({
      ...pair,
      id: `${id}.d${place}`,
      application_id: step.kind === 'application' ? `${id}.a${place}` : null,
      initiated_by: decision.initiatedBy,
      applied: last?.amount ?? minor(decision.granted),
      granted: minor(decision.granted),
      decided_at: Math.floor(decision.at),
      effective_on: dayOf(decision.effectiveAt),
      ends_on: dayOf(decision.endsAt),
      payment_terms_days: last?.payment_terms_days ?? null,
      reason: decision.reason,
      conditions: null,
    })
  }
  return { applications, decisions }
}

/** So that amounts in every currency are worth about as much; 1 for all others. */
const perEuro: Readonly<Record<string, number>> = { JPY: 160, PLN: 4, DKK: 7.5, KWD: 0.35 }

function dayOf(at: number): string
function dayOf(at: number | null): string | null
function dayOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 10)
}
