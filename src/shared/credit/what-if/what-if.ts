/** What the figures of a portfolio were if a currency moved, buyers worsened or limits were cut. */
import type { ConcernedBuyer, Suppositions, WhatIf } from '../../contract/insights/what-if.ts'
import { sumIn, type Rates } from '../convert.ts'
import { moneyOfUnits } from '../minor-units.ts'
import type { Debtor, Holding } from './debtors.ts'
import { createPosition } from './position.ts'
import { createSupposing, supposedRates, type Band } from './supposing.ts'
import { worthBy } from './worth.ts'

export type WhatIfQuestion = {
  /** Each buyer once. */
  readonly debtors: readonly Debtor[]
  readonly suppositions: Suppositions
  /** What amounts are shown in. */
  readonly currency: string
  readonly rates: readonly {
    readonly currency: string
    readonly rate: string | null
    readonly date: string | null
  }[]
  readonly bands: readonly Band[]
}

/** As many are named. */
const mostNamed = 10
/** Buyers between two breaths of whoever runs it: a few milliseconds. */
const atOnce = 500

type Ranked = { readonly debtor: Debtor; readonly worth: bigint }

/**
 * Computes it, and pauses now and then (`yield`) so that whoever runs it can answer others meanwhile.
 * The order of `debtors` makes no difference. Without a rate for a currency, figures that it adds to are null.
 */
export function* whatIf(question: WhatIfQuestion): Generator<undefined, WhatIf> {
  const { debtors, suppositions, currency, bands } = question
  const rates: Rates = new Map(question.rates.map((one) => [one.currency, one.rate]))
  const after = supposedRates(rates, suppositions.currency)
  const only = onlyCurrencyOf(debtors)
  const worthBefore = worthBy(rates, only)
  const worthAfter = worthBy(after, only)
  const present = createPosition({ currency, rates, worthOf: worthBefore })
  const supposed = createPosition({ currency, rates: after, worthOf: worthAfter })

  const most = Math.max(mostNamed, largestMeant(suppositions))
  const largest = createTop<Ranked>(most, byWorth)
  for (const [index, debtor] of debtors.entries()) {
    if (index % atOnce === atOnce - 1) yield undefined
    const worth = present.add(debtor)
    if (worth !== null && worth > 0n) largest.offer({ debtor, worth })
  }
  const meant = largest.best().slice(0, largestMeant(suppositions))
  const suppose = createSupposing({
    suppositions,
    rates,
    bands,
    largest: new Set(meant.map(({ debtor }) => debtor.id)),
  })

  const concerned = createTop<Concerned>(mostNamed, byConcern)
  let concernedCount = 0
  for (const [index, before] of debtors.entries()) {
    if (index % atOnce === atOnce - 1) yield undefined
    const now = suppose(before)
    const worth = supposed.add(now)
    if (!isConcerned(before, now, rates, after)) continue
    concernedCount += 1
    concerned.offer({ before, after: now, ...weightOf(before, now, worth) })
  }

  function weightOf(before: Debtor, now: Debtor, worth: bigint | null) {
    const was = worthOfAll(before, worthBefore) ?? 0n
    const difference = (worth ?? 0n) - was
    const points = BigInt((now.rating ?? 0) - (before.rating ?? 0))
    return { moved: difference < 0n ? -difference : difference, risk: points * was, worth: was }
  }

  const inForce = (debtor: Debtor, by: Rates) =>
    sumIn(currency, debtor.holdings.map(moneyOfHolding), by)
  return {
    currency,
    rates: question.rates.map((one) => ({
      ...one,
      supposed: supposedOf(one, after),
    })),
    before: present.figures(),
    after: supposed.figures(),
    bands: [...bands.map(({ id }) => id), null].map((band) => ({
      band,
      before: present.inBand(band),
      after: supposed.inBand(band),
    })),
    largest: largest
      .best()
      .slice(0, mostNamed)
      .map(({ debtor, worth }) => ({
        buyerId: debtor.id,
        name: debtor.name,
        rating: debtor.rating,
        totalCld: inForce(debtor, rates),
        share: present.shareOf(worth),
      })),
    concerned: concerned.best().map(({ before, after: now }): ConcernedBuyer => ({
      buyerId: before.id,
      name: before.name,
      before: inForce(before, rates),
      after: inForce(now, after),
      ratingBefore: before.rating,
      ratingAfter: now.rating,
    })),
    concernedCount,
  }
}

function supposedOf(one: WhatIfQuestion['rates'][number], after: Rates): string | null {
  const rate = after.get(one.currency) ?? null
  return rate === one.rate ? null : rate
}

function largestMeant({ worsening }: Suppositions): number {
  return worsening?.who.kind === 'largest' ? worsening.who.count : 0
}

/** The one currency of all amounts; null where there are several. */
function onlyCurrencyOf(debtors: readonly Debtor[]): string | null {
  const currencies = new Set<string>()
  for (const { holdings, decided } of debtors) {
    for (const { currency } of holdings) currencies.add(currency)
    for (const { applied, granted } of decided) {
      currencies.add(applied.currency).add(granted.currency)
    }
    if (currencies.size > 1) return null
  }
  return [...currencies][0] ?? null
}

function worthOfAll({ holdings }: Debtor, worthOf: ReturnType<typeof worthBy>): bigint | null {
  return holdings.reduce<bigint | null>((sum, { currency, inForce }) => {
    const worth = worthOf(currency, inForce)
    return sum === null || worth === null ? null : sum + worth
  }, 0n)
}

const moneyOfHolding = ({ currency, inForce }: Holding) => moneyOfUnits(inForce, currency)

function isConcerned(before: Debtor, now: Debtor, rates: Rates, after: Rates): boolean {
  if (before.rating !== now.rating) return true
  return before.holdings.some(
    ({ currency, inForce }, at) =>
      inForce !== now.holdings[at]?.inForce || rates.get(currency) !== after.get(currency),
  )
}

type Concerned = {
  readonly before: Debtor
  readonly after: Debtor
  /** By how much its amount is another, and its rating by its amount. */
  readonly moved: bigint
  readonly risk: bigint
  readonly worth: bigint
}

type Order<Item> = (one: Item, other: Item) => number

const byWorth: Order<Ranked> = (one, other) =>
  descending(one.worth, other.worth) || byName(one.debtor, other.debtor)

const byConcern: Order<Concerned> = (one, other) =>
  descending(one.moved, other.moved) ||
  descending(one.risk, other.risk) ||
  descending(one.worth, other.worth) ||
  byName(one.before, other.before)

function descending(one: bigint, other: bigint): number {
  return one === other ? 0 : one > other ? -1 : 1
}

function byName(one: Debtor, other: Debtor): number {
  return ascending(one.name, other.name) || ascending(one.id, other.id)
}

function ascending(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** The first `most` of those that are offered, in their order, without keeping all of them. */
function createTop<Item>(most: number, order: Order<Item>) {
  let kept: Item[] = []
  const settle = () => {
    kept = kept.toSorted(order).slice(0, most)
  }
  return {
    offer(item: Item): void {
      kept.push(item)
      if (kept.length >= most * 2 + atOnce) settle()
    },
    best(): readonly Item[] {
      settle()
      return kept
    },
  }
}
