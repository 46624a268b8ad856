/** Money as each language writes it: exact, with the currency's code, and no ",00" on whole amounts. */
import type { Money } from '../contract/common.ts'
import type { Language } from '../languages.ts'
import { localeOf } from './locale.ts'

/** "EUR 250,000" in English, "250 000 EUR" in French. */
export function formatMoney(language: Language, money: Money): string {
  return partsOf(language, money)
    .map(({ value }) => value)
    .join('')
}

/** The same without decimals, for figures; below one unit they stay, as it is not nothing. */
export function formatWholeMoney(language: Language, money: Money): string {
  const isBelowOne = /^-?0+(\.|$)/u.test(money.amount)
  return partsOf(language, money, isBelowOne ? {} : { maximumFractionDigits: 0 })
    .map(({ value }) => value)
    .join('')
}

/**
 * From what to what, the currency named once where it is the same: "EUR 250,000 → 0" in English,
 * "250 000 → 0 EUR" in French. Where one of them is not known, the other alone; null for neither.
 */
export function formatMoneyChange(
  language: Language,
  from: Money | null,
  to: Money | null,
): string | null {
  if (from === null || to === null) {
    const known = to ?? from
    return known && formatMoney(language, known)
  }
  if (from.currency !== to.currency) {
    return `${formatMoney(language, from)} → ${formatMoney(language, to)}`
  }
  const leads = partsOf(language, from)[0]?.type === 'currency'
  return leads
    ? `${formatMoney(language, from)} → ${amountOf(language, to)}`
    : `${amountOf(language, from)} → ${formatMoney(language, to)}`
}

function amountOf(language: Language, money: Money): string {
  return partsOf(language, money)
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value)
    .join('')
}

function partsOf(
  language: Language,
  { amount, currency }: Money,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormatPart[] {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
    ...options,
  })
  // As text: a binary number cannot hold every amount.
  return isNumeral(amount) ? format.formatToParts(amount) : []
}

function isNumeral(text: string): text is Intl.StringNumericLiteral {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
