/**
 * Amounts as people type and paste them: with the signs of their own language, of another one or of
 * Switzerland, with spaces that do not break, with the currency at either end. What can be read in two
 * ways is not guessed: a point that is taken for the other one makes an amount a thousand times larger.
 */
import type { Money } from '../contract/common.ts'
import { localeOf } from '../i18n/locale.ts'
import type { Language } from '../languages.ts'

export type AmountReading =
  | { readonly kind: 'amount'; readonly money: Money }
  /** To be asked: at least one reading, the likelier first. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly Money[] }
  /**
   * - `empty`: nothing is there
   * - `format`: it is no amount
   * - `decimals`: it has more of them than the currency
   * - `currency`: it names another currency
   */
  | {
      readonly kind: 'unreadable'
      readonly reason: 'empty' | 'format' | 'decimals' | 'currency'
    }

/** An amount without sign and currency: digits, and what stands between them. */
type Numeral = { readonly whole: string; readonly fraction: string }

const unreadable = (reason: 'empty' | 'format' | 'decimals' | 'currency') =>
  ({ kind: 'unreadable', reason }) as const

/**
 * What `text` says in `currency` (ISO 4217), for somebody who reads `language`. Exact, and with as many
 * decimals as the currency has; below zero where a minus sign stands in front.
 */
export function parseAmount(language: Language, text: string, currency: string): AmountReading {
  const typed = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
  if (typed === '') return unreadable('empty')
  const { sign, currencyText, digits } = takeApart(typed)
  if (sign.length > 1) return unreadable('format')
  if (currencyText !== '' && !isNameOf(language, currency, currencyText)) {
    return unreadable(/\d/.test(digits) && isCurrencyText(currencyText) ? 'currency' : 'format')
  }
  const readings = readingsOf(language, digits, decimalsOf(currency))
  if (readings === null) return unreadable('format')
  const amounts = readings.numerals.flatMap((numeral) => {
    const amount = amountOf(numeral, decimalsOf(currency))
    return amount === null ? [] : [{ amount: withSign(sign, amount), currency }]
  })
  const [money] = amounts
  if (money === undefined) return unreadable('decimals')
  return readings.isCertain ? { kind: 'amount', money } : { kind: 'ambiguous', readings: amounts }
}

/** `-EUR 1,234`, `EUR -1,234`, `1 234 €`, `CHF 1'234.–`: sign, currency and the rest. */
function takeApart(typed: string) {
  const parts =
    /^(?<before>[-\u2212]?)\s*(?<front>[\p{L}\p{Sc}]*)\s*(?<after>[-\u2212]?)\s*(?<digits>.*?)\s*(?<back>[\p{L}\p{Sc}]*)$/su.exec(
      typed,
    )?.groups ?? {}
  const { before = '', front = '', after = '', digits = typed, back = '' } = parts
  return { sign: before + after, currencyText: front + back, digits }
}

function withSign(sign: string, amount: string): string {
  return sign !== '' && /[1-9]/.test(amount) ? `-${amount}` : amount
}

function isNameOf(language: Language, currency: string, text: string): boolean {
  if (text.toUpperCase() === currency) return true
  return (['symbol', 'narrowSymbol'] as const).some(
    (currencyDisplay) => symbolOf(language, currency, currencyDisplay) === text,
  )
}

function symbolOf(
  language: Language,
  currency: string,
  currencyDisplay: 'symbol' | 'narrowSymbol',
) {
  const options = { style: 'currency', currency, currencyDisplay } as const
  const parts = new Intl.NumberFormat(localeOf(language), options).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value
}

const isCurrencyText = (text: string) => /^(?:\p{L}{3}|\p{Sc})$/u.test(text)

/** How many decimals the amounts of a currency have (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  const options = { style: 'currency', currency } as const
  return new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 0
}

/** What `digits` can mean, the likelier first; null where it is no number. */
function readingsOf(
  language: Language,
  digits: string,
  decimals: number,
): { readonly numerals: readonly Numeral[]; readonly isCertain: boolean } | null {
  // "100,-" and "100.–" are whole.
  const text = digits.replace(/(?<=\d)[.,][-\u2013\u2014]+$/, '')
  if (!/\d/.test(text)) return null
  const [decimalSign, ...others] = [...new Set(text.match(/[.,]/g))].toReversed()
  const certain = (numeral: Numeral | null) =>
    numeral === null ? null : { numerals: [numeral], isCertain: true }
  if (decimalSign === undefined) return certain(wholeOf(text))
  const at = text.lastIndexOf(decimalSign)
  const asDecimal = decimalOf(text.slice(0, at), text.slice(at + 1))
  const isOnlyOne = text.indexOf(decimalSign) === at
  if (others.length > 0 || /[^\d.,]/.test(text)) {
    return certain(isOnlyOne ? asDecimal : wholeOf(text))
  }
  if (!isOnlyOne) return certain(wholeOf(text))
  const asWhole = wholeOf(text)
  // "1.234": a thousand and more, or one and a bit.
  if (asWhole === null || text.startsWith('0')) return certain(asDecimal)
  const signs = signsOf(language)
  if (decimalSign === signs.group) return certain(asWhole)
  if (decimalSign === signs.decimal && decimals >= 3) return certain(asDecimal)
  if (asDecimal === null) return certain(asWhole)
  return { numerals: [asWhole, asDecimal], isCertain: false }
}

/** Digits, or groups of three between signs that are all the same. */
function wholeOf(text: string): Numeral | null {
  const isWhole =
    /^\d+$/.test(text) || /^\d{1,3}(?<sign>[.,'\u2019\s])\d{3}(?:\k<sign>\d{3})*$/u.test(text)
  return isWhole ? { whole: text.replaceAll(/\D/g, ''), fraction: '' } : null
}

function decimalOf(before: string, after: string): Numeral | null {
  const whole = before === '' ? { whole: '0' } : wholeOf(before)
  const isRead = whole !== null && /^\d*$/.test(after) && before + after !== ''
  return isRead ? { whole: whole.whole, fraction: after } : null
}

/** With `decimals` of them; null where there are more, other than zeros. */
function amountOf({ whole, fraction }: Numeral, decimals: number): string | null {
  if (/[1-9]/.test(fraction.slice(decimals))) return null
  const units = whole.replace(/^0+(?=\d)/, '')
  return decimals === 0 ? units : `${units}.${fraction.slice(0, decimals).padEnd(decimals, '0')}`
}

function signsOf(language: Language) {
  const parts = new Intl.NumberFormat(localeOf(language)).formatToParts(1_234_567.8)
  const signOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.value
  return { group: signOf('group'), decimal: signOf('decimal') }
}
