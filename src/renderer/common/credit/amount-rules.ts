/** An amount that somebody typed, as a form needs it: read, or what is wrong with it. */
import { assertNever } from '../../../shared/assert-never.ts'
import { askedMoneySchema } from '../../../shared/contract/credit/amounts.ts'
import type { Money } from '../../../shared/contract/common.ts'
import { decimalsOf, parseAmount } from '../../../shared/credit/parse-amount.ts'
import type { Language } from '../../../shared/languages.ts'
import type { Failure } from '../forms/field-failures.ts'

/** The amount that `text` says, for somebody who reads `language`; null where it says none that can be asked for. */
export function amountOf(language: Language, text: string, currency: string): Money | null {
  const reading = parseAmount(language, text, currency)
  if (reading.kind !== 'amount') return null
  return askedMoneySchema.safeParse(reading.money).success ? reading.money : null
}

/** What is wrong with `text`; null where it is an amount that can be asked for. */
export function amountFailure(language: Language, text: string, currency: string): Failure | null {
  const reading = parseAmount(language, text, currency)
  if (reading.kind === 'ambiguous') return { code: 'amount_ambiguous' }
  if (reading.kind === 'amount') {
    if (reading.money.amount.startsWith('-')) return { code: 'amount_negative' }
    const { success } = askedMoneySchema.safeParse(reading.money)
    return success ? null : { code: 'amount_too_large' }
  }
  switch (reading.reason) {
    case 'empty':
      return { code: 'required' }
    case 'format':
      return { code: 'amount_invalid' }
    case 'decimals':
      return tooManyDecimals(decimalsOf(currency))
    case 'currency':
      return { code: 'amount_currency', params: { currency } }
    default:
      return assertNever(reading.reason)
  }
}

function tooManyDecimals(max: number): Failure {
  return max === 0 ? { code: 'no_decimals' } : { code: 'too_many_decimals', params: { max } }
}
