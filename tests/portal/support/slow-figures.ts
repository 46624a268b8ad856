/**
 * Figures straight from their definitions: every fact is looked at for every day. Knows nothing of how the
 * portal keeps sums.
 */
import { Big } from 'big.js'
import type {
  NewApplication,
  NewDecision,
  NewRating,
} from '../../../src/portal/credit/new-facts.ts'

export type SlowFacts = {
  readonly applications: readonly NewApplication[]
  readonly decisions: readonly NewDecision[]
  readonly ratings: readonly NewRating[]
}

type Day = string
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10)
const plus = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * 86_400_000)
const digits: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 }
const newer = (one: NewDecision, other: NewDecision) =>
  one.decided_at - other.decided_at || (one.id > other.id ? 1 : -1)
const newestOf = (decisions: readonly NewDecision[]) => decisions.toSorted(newer).at(-1)

const acceptedOf = ({ granted, applied }: NewDecision) => (granted < applied ? granted : applied)
const isPartial = ({ granted, applied }: NewDecision) => granted > 0 && granted < applied
const latest = (decisions: readonly NewDecision[], day: Day) =>
  newestOf(decisions.filter(({ decided_at }) => dayOf(decided_at) <= day))
const standing = (decisions: readonly NewDecision[], day: Day) =>
  newestOf(decisions.filter(({ effective_on }) => effective_on <= day))
const hasEnded = ({ ends_on: end = null }: NewDecision, day: Day) => end !== null && end < day
const inForce = (decisions: readonly NewDecision[], day: Day) => {
  const decision = standing(decisions, day)
  return decision === undefined || hasEnded(decision, day) || decision.granted === 0
    ? undefined
    : decision
}

/** Units for one euro on the day of the report; a currency that is missing has none. */
export type SlowRates = Readonly<Record<string, string>>

/** What a portfolio comes to in one currency; every amount is a sum of unrounded decimals. */
export function slowFigures(
  facts: SlowFacts,
  { from, to, currency }: { readonly from: Day; readonly to: Day; readonly currency: string },
  rates: SlowRates,
) {
  const precise = Big()
  precise.DP = 40
  const inEuro = (units: number | bigint, of: string) =>
    new precise(units).div(new precise(10).pow(digits[of] ?? 2)).div(rates[of] ?? '0')
  const sum = (amounts: readonly Big[]) =>
    amounts.reduce((total, amount) => total.plus(amount), new precise(0))
  const shown = (euros: Big) => Number(euros.times(rates[currency] ?? '0'))
  const pairs = pairsOf(facts)
  const latestAt = (day: Day) => pairs.flatMap(({ decisions }) => latest(decisions, day) ?? [])
  const ratioAt = (day: Day) => {
    const decided = latestAt(day)
    const applied = sum(decided.map((one) => inEuro(one.applied, one.currency)))
    const accepted = sum(decided.map((one) => inEuro(acceptedOf(one), one.currency)))
    return applied.eq(0) ? null : Number(accepted.times(100).div(applied))
  }
  const ratingAt = (buyer: string, day: Day) =>
    facts.ratings
      .filter((one) => one.buyer_id === buyer && dayOf(one.rated_at) <= day)
      .toSorted((one, other) => one.rated_at - other.rated_at || (one.id > other.id ? 1 : -1))
      .at(-1)?.rating ?? null
  const limitsAt = (day: Day) =>
    pairs.flatMap(({ buyer, decisions }) => {
      const decision = inForce(decisions, day)
      return decision === undefined
        ? []
        : [
            {
              buyer,
              euros: inEuro(decision.granted, decision.currency),
              rating: ratingAt(buyer, day),
            },
          ]
    })
  const abrAt = (day: Day) => {
    const rated = limitsAt(day).filter(({ rating }) => rating !== null)
    const whole = sum(rated.map(({ euros }) => euros))
    const weighted = sum(rated.map(({ euros, rating }) => euros.times(rating ?? 0)))
    return whole.eq(0) ? null : Number(weighted.div(whole))
  }
  const pending = facts.applications.filter(
    ({ id, applied_at, policy_id, buyer_id }) =>
      dayOf(applied_at) <= to &&
      !facts.decisions.some(
        (one) =>
          one.application_id === id &&
          one.policy_id === policy_id &&
          one.buyer_id === buyer_id &&
          dayOf(one.decided_at) <= to,
      ),
  )
  const counted = latestAt(to).filter(
    (one) =>
      !hasEnded(one, to) &&
      !(one.granted === 0 && (one.initiated_by === 'insurer' || one.applied === 0)),
  )
  /** Falls on `day`, by whom, of what is in force according to `decisions`. */
  const fallOn = (decisions: readonly NewDecision[], day: Day) => {
    const former = inForce(decisions, plus(day, -1))
    if (former === undefined) return null
    const now = inForce(decisions, day)
    if (now !== undefined && now.currency !== former.currency) return null
    const amount = Number(former.granted) - Number(now?.granted ?? 0)
    if (amount <= 0) return null
    const by = hasEnded(former, day) ? 'end' : standing(decisions, day)?.initiated_by
    return { by, euros: inEuro(amount, former.currency) }
  }
  const falls = (days: readonly Day[], of: typeof pairs) =>
    days.flatMap((day) => of.flatMap(({ decisions }) => fallOn(decisions, day) ?? []))
  const within = falls(daysBetween(from, to), pairs)
  const known = pairs.map((pair) => ({
    ...pair,
    decisions: pair.decisions.filter(({ decided_at }) => dayOf(decided_at) <= to),
  }))
  const ahead = falls(daysBetween(plus(to, 1), plus(to, 150)), known)
  const by = (list: typeof within, who: string) =>
    shown(sum(list.filter((fall) => fall.by === who).map(({ euros }) => euros)))
  const decided = facts.decisions.filter(
    ({ decided_at }) => from <= dayOf(decided_at) && dayOf(decided_at) <= to,
  )
  const bar = (isOf: (one: NewDecision) => boolean, amountOf: (one: NewDecision) => number) =>
    shown(sum(decided.filter(isOf).map((one) => inEuro(amountOf(one), one.currency))))
  const all = limitsAt(to)
  const rated = sum(all.filter(({ rating }) => rating !== null).map(({ euros }) => euros))
  const cld = sum(all.map(({ euros }) => euros))
  const appliedTo = latestAt(to).map((one) => inEuro(one.applied, one.currency))
  const buyers = [...new Set(pairs.map(({ buyer }) => buyer))]
  const worse = buyers.flatMap((buyer) => {
    const isKnown =
      facts.decisions.some((one) => one.buyer_id === buyer && dayOf(one.decided_at) <= to) ||
      facts.applications.some((one) => one.buyer_id === buyer && dayOf(one.applied_at) <= to)
    const [before, now] = [ratingAt(buyer, from), ratingAt(buyer, to)]
    if (!isKnown || before === null || now === null || now <= before) return []
    const size = sum(all.filter((one) => one.buyer === buyer).map(({ euros }) => euros))
    return [{ buyer, deterioration: now - before, rating: now, size }]
  })
  return {
    riskAcceptance: ratioAt(to),
    ratioAt,
    applied: shown(sum(appliedTo)),
    applications: pending.length + counted.length,
    decisions: counted.length,
    abr: abrAt(to),
    abrAt,
    monthBefore: monthBefore(to),
    ratedShare: cld.eq(0) ? null : Number(rated.times(100).div(cld)),
    totalCld: shown(cld),
    buyers: new Set(all.map(({ buyer }) => buyer)).size,
    zero: bar(
      ({ granted }) => granted === 0,
      ({ applied }) => Number(applied),
    ),
    partialNotCovered: bar(isPartial, (one) => Number(one.applied) - Number(one.granted)),
    partialCovered: bar(isPartial, ({ granted }) => Number(granted)),
    full: bar(
      ({ granted, applied }) => granted > 0 && granted >= applied,
      ({ applied }) => Number(applied),
    ),
    decided: bar(
      () => true,
      ({ applied }) => Number(applied),
    ),
    deductions: by(within, 'insurer'),
    customerCuts: by(within, 'customer'),
    endedTemporary: by(within, 'end'),
    futureDeductions: by(ahead, 'insurer'),
    ratingAt,
    pending: shown(sum(pending.map((one) => inEuro(one.amount, one.currency)))),
    deteriorations: worse
      .toSorted(
        (one, other) =>
          other.deterioration - one.deterioration ||
          other.size.cmp(one.size) ||
          (one.buyer < other.buyer ? -1 : 1),
      )
      .slice(0, 10)
      .map(({ buyer, deterioration, rating }) => ({ buyerId: buyer, deterioration, rating })),
  }
}

function pairsOf({ applications, decisions }: SlowFacts) {
  const names = [...applications, ...decisions].map(({ policy_id, buyer_id }) => ({
    policy: policy_id,
    buyer: buyer_id,
  }))
  const distinct = new Map(names.map((one) => [`${one.policy}\n${one.buyer}`, one]))
  return Array.from(distinct.values(), ({ policy, buyer }) => ({
    buyer,
    decisions: decisions.filter((one) => one.policy_id === policy && one.buyer_id === buyer),
  }))
}

function daysBetween(from: Day, to: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = plus(day, 1)) days.push(day)
  return days
}

/** The same day of the month before, or its last. */
function monthBefore(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 2, Math.min(date, last)))
}
