/** Amounts and reasons as the ledger keeps them, told as the contract has them. */
import type { Money } from '../../shared/contract/common.ts'
import { alertReasonSchema, type AlertReason } from '../../shared/contract/credit/alerts.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'

/** An amount in smallest units; null where there is none. */
export function moneyOrNull(units: number | null, currency: string | null): Money | null {
  return units === null || currency === null ? null : moneyOfUnits(BigInt(units), currency)
}

/** A reason; null where this version does not know it. */
export function reasonOf(text: string | null): AlertReason | null {
  return alertReasonSchema.nullable().catch(null).parse(text)
}
