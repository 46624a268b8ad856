/** Buyers as suppositions are computed of: what is in force for each, and how risky it is. */
import type { Money } from '../../contract/common.ts'
import { minorUnitsOf } from '../minor-units.ts'

/** What a buyer has under a policy. Amounts are whole numbers of the smallest unit of `currency`. */
export type Holding = {
  /** Null where several policies are behind it. */
  readonly policyId: string | null
  readonly currency: string
  readonly inForce: bigint
}

/** The latest decision of a buyer and a policy, which risk acceptance is made of. */
export type DecidedLimit = {
  readonly policyId: string
  readonly applied: Money
  readonly granted: Money
}

export type Debtor = {
  readonly id: string
  readonly name: string
  /** Two letters. */
  readonly country: string
  /** 1 to 100, higher is riskier; null for an unrated buyer. */
  readonly rating: number | null
  readonly band: string | null
  readonly holdings: readonly Holding[]
  readonly decided: readonly DecidedLimit[]
}

/** What stands for `money` in force; null where there is nothing of it. */
export function holdingOf(policyId: string | null, money: Money): Holding | null {
  const inForce = minorUnitsOf(money)
  if (inForce === null || inForce <= 0n) return null
  return { policyId, currency: money.currency, inForce }
}
