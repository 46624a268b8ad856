/** What all customers of a ledger come to: exact sums, to which one is added and from which one is taken. */
import { Big } from 'big.js'
import { type ExposureTotals } from '../contract/servnet/exposure.ts'
import {
  ageBands,
  type AgeBand,
  type CoverState,
  type ReportingState,
} from '../contract/servnet/ledger-customers.ts'
import type { Money } from '../contract/common.ts'
import type { Share } from './exposure.ts'

/** What of a customer is counted. */
export type Counted = {
  readonly cover: CoverState
  readonly reporting: ReportingState | null
  readonly toMatch: boolean
  readonly share: Share
}

/** A decimal, and how many amounts are not in it for want of a rate: with any of them, nobody knows the sum. */
export type Sum = { readonly amount: string; readonly missing: number }

/** As it is kept; `parts` by the names of `ExposureTotals`. */
export type Sums = {
  readonly parts: Readonly<Record<PartName, Sum & { readonly customers: number }>>
  readonly ages: Readonly<Record<AgeBand, Sum>>
  readonly reporting: Readonly<Record<ReportingState, number>>
  readonly toMatch: number
  readonly converted: number
}

export type PartName = 'owed' | 'covered' | 'over' | 'refused' | 'unknown' | 'noRate'

export type Adding = {
  readonly add: (customer: Counted) => void
  readonly take: (customer: Counted) => void
  readonly sums: () => Sums
}

const noneReporting = { not_due: 0, within_mep: 0, to_report: 0, late: 0 }

type Tally = { customers: number; amount: Big; missing: number }

/** @param from what was summed before; nothing where it is left out */
export function createAdding(from?: Sums): Adding {
  const parts = forParts((name) => tallyOf(from?.parts[name]))
  const ages = forAges((band) => tallyOf(from?.ages[band]))
  const reporting = { ...(from?.reporting ?? noneReporting) }
  let toMatch = from?.toMatch ?? 0
  let converted = from?.converted ?? 0

  function count(customer: Counted, sign: 1 | -1): void {
    const { cover, share } = customer
    const owed = decimalOf(share.owed)
    put(parts.owed, owed, 1, sign)
    if (cover === 'over') {
      const over = decimalOf(share.over)
      put(parts.over, over, 1, sign)
      put(parts.covered, owed === null || over === null ? null : owed.minus(over), 0, sign)
    } else put(parts[cover === 'no_rate' ? 'noRate' : cover], owed, 1, sign)
    for (const band of ageBands) put(ages[band], decimalOf(share.ages[band]), 0, sign)
    if (customer.reporting !== null) reporting[customer.reporting] += sign
    if (customer.toMatch) toMatch += sign
    if (share.isConverted) converted += sign
  }

  return {
    add: (customer) => count(customer, 1),
    take: (customer) => count(customer, -1),
    sums: () => ({
      parts: forParts((name) => ({
        ...sumOf(parts[name]),
        customers: parts[name].customers,
      })),
      ages: forAges((band) => sumOf(ages[band])),
      reporting: { ...reporting },
      toMatch,
      converted,
    }),
  }
}

/**
 * As a page shows them.
 * @param ratesOf the day of the rates that amounts of other currencies were converted by
 */
export function totalsOf(sums: Sums, currency: string, ratesOf: string | null): ExposureTotals {
  const part = (name: PartName) => ({
    customers: sums.parts[name].customers,
    amount: figureOf(sums.parts[name], currency),
  })
  return {
    currency,
    ratesOf: sums.converted === 0 ? null : ratesOf,
    ...forParts(part),
    ages: ageBands.map((band) => ({ band, amount: figureOf(sums.ages[band], currency) })),
    reporting: { ...sums.reporting },
    toMatch: sums.toMatch,
  }
}

function put(tally: Tally, amount: Big | null, customers: 0 | 1, sign: 1 | -1): void {
  tally.customers += sign * customers
  if (amount === null) tally.missing += sign
  else tally.amount = sign === 1 ? tally.amount.plus(amount) : tally.amount.minus(amount)
}

const forParts = <Value>(valueOf: (name: PartName) => Value) => ({
  owed: valueOf('owed'),
  covered: valueOf('covered'),
  over: valueOf('over'),
  refused: valueOf('refused'),
  unknown: valueOf('unknown'),
  noRate: valueOf('noRate'),
})

const forAges = <Value>(valueOf: (band: AgeBand) => Value) => ({
  not_due: valueOf('not_due'),
  '1_30': valueOf('1_30'),
  '31_60': valueOf('31_60'),
  '61_90': valueOf('61_90'),
  over_90: valueOf('over_90'),
})

function tallyOf(sum: (Sum & { readonly customers?: number }) | undefined): Tally {
  const { amount = '0', missing = 0, customers = 0 } = sum ?? {}
  return { amount: new Big(amount), missing, customers }
}

const sumOf = ({ amount, missing }: Tally): Sum => ({ amount: amount.toFixed(), missing })

const decimalOf = (money: Money | null) => (money === null ? null : new Big(money.amount))

function figureOf({ amount, missing }: Sum, currency: string): Money | null {
  return missing > 0 ? null : { amount, currency }
}
