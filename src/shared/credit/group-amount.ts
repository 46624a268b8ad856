/**
 * An amount as it is typed: thousands are grouped as the language writes them, and the caret stays
 * where it was among the digits. What is typed in another way is left alone: whoever types the signs of
 * another language means something by them, which `parseAmount` finds out.
 */
import type { Money } from '../contract/common.ts'
import { localeOf } from '../i18n/locale.ts'
import type { Language } from '../languages.ts'
import { minorDigitsOf } from './minor-units.ts'

/** What stands in a field, and where its caret is, in UTF-16 units. */
export type TypedText = { readonly text: string; readonly caret: number }

/** The amount without its currency, as the language writes it: "1 234,50", "250,000". */
export function amountText(language: Language, { amount, currency }: Money): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: minorDigitsOf(currency),
    maximumFractionDigits: minorDigitsOf(currency),
    trailingZeroDisplay: 'stripIfInteger',
  })
  // As text: a binary number cannot hold every amount.
  return isNumeral(amount) ? format.format(amount) : amount
}

/**
 * What a field shows after a key.
 * @param before what it showed before that
 */
export function groupWhileTyping(language: Language, before: string, typed: TypedText): TypedText {
  const signs = signsOf(language)
  if (!isGrouped(language, signs, before)) return typed
  const text = withoutSpaces(signs, typed)
  const hasOwnSigns = countOf(text.text, signs.group) > countOf(before, signs.group)
  const plain = text.text.replaceAll(signs.group, '')
  const [whole = '', fraction, ...more] = plain.split(signs.decimal)
  const isPlain = /^\d+$/.test(whole) && /^\d*$/.test(fraction ?? '') && more.length === 0
  if (hasOwnSigns || !isPlain) return typed
  const grouped = joined(language, signs, whole, fraction)
  const significant = text.text.slice(0, text.caret).replaceAll(signs.group, '').length
  return { text: grouped, caret: placeAfter(grouped, signs, significant) }
}

type Signs = { readonly group: string; readonly decimal: string }

function signsOf(language: Language): Signs {
  const parts = new Intl.NumberFormat(localeOf(language)).formatToParts(1_234_567.8)
  const signOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return { group: signOf('group'), decimal: signOf('decimal') }
}

/** Where spaces group, a space of the keyboard is one of those. */
function withoutSpaces({ group }: Signs, { text, caret }: TypedText): TypedText {
  if (!/\s/u.test(group)) return { text, caret }
  return { text: text.replaceAll(' ', ''), caret: text.slice(0, caret).replaceAll(' ', '').length }
}

/** Whether nothing stands in it but what this module writes. */
function isGrouped(language: Language, signs: Signs, text: string): boolean {
  if (text === '') return true
  const [whole = '', fraction] = text.replaceAll(signs.group, '').split(signs.decimal)
  return /^\d+$/.test(whole) && joined(language, signs, whole, fraction) === text
}

function joined(language: Language, { decimal }: Signs, whole: string, fraction?: string): string {
  const grouped = new Intl.NumberFormat(localeOf(language)).format(BigInt(whole))
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}

/** The place in `text` after so many digits and decimal signs. */
function placeAfter(text: string, { group }: Signs, significant: number): number {
  let left = significant
  let place = 0
  while (left > 0 && place < text.length) {
    if (text[place] !== group) left -= 1
    place += 1
  }
  return place
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function isNumeral(text: string): text is Intl.StringNumericLiteral {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
