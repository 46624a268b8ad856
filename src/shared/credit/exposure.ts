/**
 * How a customer stands to its limit, by what it has not paid: computed from its invoices, the limit in force
 * and the conditions of its policy.
 *
 * - it owes the sum of its invoices, credit notes taken off; what is due before today is overdue;
 * - it is covered up to its limit in force, and over it beyond;
 * - its oldest unpaid invoice says until when to report, and whether deliveries are still covered.
 */
import type { Money } from '../contract/common.ts'
import type { Policy } from '../contract/credit/policies.ts'
import {
  ageBands,
  type AgeBand,
  type CoverState,
  type ReportingState,
} from '../contract/servnet/ledger-customers.ts'
import { sumIn, type Rates } from './convert.ts'
import { moneyOfUnits } from './minor-units.ts'
import { reportingOf } from './reporting.ts'

/** What is to be paid, or was credited where it is below zero: in the smallest units of its currency. */
export type OpenItem = {
  /** Null where it is only known that it is not due yet. */
  readonly dueOn: string | null
  readonly units: bigint
  readonly currency: string
}

export type Conditions = Pick<Policy, 'mepDays' | 'reportWithinDays'>

/** A customer, before it is computed how it stands. */
export type Debtor = {
  readonly items: readonly OpenItem[]
  /** In force today; null where nothing ever was. */
  readonly limit: Money | null
  /** Whether anything was ever decided. */
  readonly isDecided: boolean
  /** Of its policy; null where none is known. */
  readonly conditions: Conditions | null
}

/** By what all customers of a ledger are computed. */
export type Basis = {
  /** A UTC day. */
  readonly today: string
  /** The day of which ages are: today, or the one on which an aged ledger counted them. */
  readonly agesOn: string
  /** In which totals are. */
  readonly currency: string
  readonly rates: Rates
}

/** What one customer adds to the totals, in their currency; null where a rate is missing. */
export type Share = {
  readonly owed: Money | null
  readonly over: Money | null
  readonly ages: Readonly<Record<AgeBand, Money | null>>
  /** Whether there is anything in it in another currency than theirs. */
  readonly isConverted: boolean
}

export type Standing = {
  readonly owed: Money | null
  readonly owedAsWritten: readonly Money[]
  readonly over: Money | null
  readonly overdue: Money | null
  readonly oldestDueOn: string | null
  readonly daysOverdue: number
  readonly mepEndsOn: string | null
  readonly reportBy: string | null
  readonly reporting: ReportingState | null
  readonly areDeliveriesCovered: boolean | null
  readonly cover: CoverState
  readonly share: Share
}

const dayMs = 24 * 60 * 60 * 1000

/** Days from the due date to `today`; none before it. */
export function daysPast(dueOn: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / dayMs))
}

/** In which band of age an invoice is. */
export function ageOf(dueOn: string | null, today: string): AgeBand {
  const days = dueOn === null ? 0 : daysPast(dueOn, today)
  if (days === 0) return 'not_due'
  if (days <= 30) return '1_30'
  if (days <= 60) return '31_60'
  return days <= 90 ? '61_90' : 'over_90'
}

/** Until when an invoice is to be reported, and how today stands to that; nulls where no policy is known. */
export function reportingAt(dueOn: string, conditions: Conditions | null, today: string) {
  if (conditions === null) return { mepEndsOn: null, reportBy: null, reporting: null }
  const { mepEndsOn, reportBy, state } = reportingOf(dueOn, conditions, today)
  return { mepEndsOn, reportBy, reporting: dueOn >= today ? ('not_due' as const) : state }
}

/** How a customer stands today. */
export function standingOf(
  { items, limit, isDecided, conditions }: Debtor,
  basis: Basis,
): Standing {
  const { today, agesOn, currency, rates } = basis
  const byBand = unitsByBand(items, agesOn)
  const all = totalled(Object.values(byBand))
  const own = limit?.currency ?? currency
  const owed = sumIn(own, all, rates)
  const share = shareOf(byBand, basis)
  const cover = coverOf(owed, limit, isDecided)
  const over = cover === 'over' || cover === 'covered' ? excess(owed, limit) : null
  const oldestDueOn = oldestIn(items)
  const report =
    oldestDueOn === null
      ? { mepEndsOn: null, reportBy: null, reporting: conditions && ('not_due' as const) }
      : reportingAt(oldestDueOn, conditions, today)
  const written = all.filter((one) => one.currency !== own)
  const isConverted = [...all, ...(limit === null ? [] : [limit])].some(
    (one) => one.currency !== currency,
  )
  return {
    owed,
    owedAsWritten: written.length === 0 ? [] : all.slice(0, mostCurrencies),
    over,
    overdue: sumIn(own, totalled(overdueBands.map((band) => byBand[band])), rates),
    oldestDueOn,
    daysOverdue: oldestDueOn === null ? 0 : daysPast(oldestDueOn, today),
    ...report,
    areDeliveriesCovered: areCovered(cover, report.reporting, owed, limit),
    cover,
    share: {
      ...share,
      isConverted,
      over: cover === 'over' ? overIn(share.owed, limit, basis) : null,
    },
  }
}

const mostCurrencies = 20
const overdueBands = ageBands.filter((band) => band !== 'not_due')

type Units = ReadonlyMap<string, bigint>

function unitsByBand(items: readonly OpenItem[], agesOn: string): Record<AgeBand, Units> {
  const units = {
    not_due: new Map<string, bigint>(),
    '1_30': new Map<string, bigint>(),
    '31_60': new Map<string, bigint>(),
    '61_90': new Map<string, bigint>(),
    over_90: new Map<string, bigint>(),
  }
  for (const item of items) {
    const band = units[ageOf(item.dueOn, agesOn)]
    band.set(item.currency, (band.get(item.currency) ?? 0n) + item.units)
  }
  return units
}

/** By currency, in the order of their codes. */
function totalled(bands: readonly Units[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const band of bands) {
    for (const [currency, units] of band) sums.set(currency, (sums.get(currency) ?? 0n) + units)
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, units]) => moneyOfUnits(units, currency))
}

/** The ages sum to what is owed, to the last digit: each is converted, and they are added up then. */
function shareOf(
  bands: Record<AgeBand, Units>,
  { currency, rates }: Basis,
): Pick<Share, 'owed' | 'ages'> {
  const inBand = (band: AgeBand) => sumIn(currency, totalled([bands[band]]), rates)
  const ages = {
    not_due: inBand('not_due'),
    '1_30': inBand('1_30'),
    '31_60': inBand('31_60'),
    '61_90': inBand('61_90'),
    over_90: inBand('over_90'),
  }
  const amounts = Object.values(ages).filter((amount) => amount !== null)
  const isWhole = amounts.length === ageBands.length
  return { ages, owed: isWhole ? sumIn(currency, amounts, rates) : null }
}

function coverOf(owed: Money | null, limit: Money | null, isDecided: boolean): CoverState {
  if (limit === null || !isPositive(limit)) return isDecided ? 'refused' : 'unknown'
  if (owed === null) return 'no_rate'
  return isPositive(excess(owed, limit)) ? 'over' : 'covered'
}

function isPositive(money: Money | null): boolean {
  return money !== null && !money.amount.startsWith('-') && /[1-9]/.test(money.amount)
}

const noRates: Rates = new Map()

/** How much more than `limit` that is, in its currency; nothing where it is within. */
function excess(owed: Money | null, limit: Money | null): Money | null {
  if (owed === null || limit === null) return null
  const more = sumIn(limit.currency, [owed, negative(limit)], noRates)
  return more === null || isPositive(more) ? more : { ...more, amount: '0' }
}

function negative({ amount, currency }: Money): Money {
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency }
}

/** Of what is owed, in the currency of the totals, so that both are converted alike. */
function overIn(owed: Money | null, limit: Money | null, { currency, rates }: Basis): Money | null {
  const converted = limit === null ? null : sumIn(currency, [limit], rates)
  return excess(owed, converted)
}

function oldestIn(items: readonly OpenItem[]): string | null {
  let oldest: string | null = null
  for (const { dueOn, units } of items) {
    if (units > 0n && dueOn !== null && (oldest === null || dueOn < oldest)) oldest = dueOn
  }
  return oldest
}

/** A limit that is used up covers no further delivery; past the extension period none is covered. */
function areCovered(
  cover: CoverState,
  reporting: ReportingState | null,
  owed: Money | null,
  limit: Money | null,
): boolean | null {
  if (reporting === 'to_report' || reporting === 'late') return false
  if (cover === 'refused' || cover === 'over') return false
  if (cover !== 'covered' || reporting === null || owed === null || limit === null) return null
  return isPositive(excess(limit, owed))
}
