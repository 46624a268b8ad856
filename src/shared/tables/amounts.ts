/**
 * Amounts as each language writes them: `1.234,56`, `1,234.56`, `1 234,56` with whichever space,
 * `1’234.56`. Whether `1.234` is more than a thousand or little more than one, only other amounts of the
 * file can tell, or whoever brought it.
 */
import { Big } from 'big.js'
import { ambiguous, read, wrong, type Reading } from './cells.ts'

export const decimalSigns = ['comma', 'point'] as const
export type DecimalSign = (typeof decimalSigns)[number]

const signs = { comma: ',', point: '.' } as const satisfies Record<DecimalSign, string>

const groupsByThree = /^\d{1,3}([.,]?)\d{3}(\1\d{3})*$/

/**
 * The amount in `text` as a decimal with a point.
 * @param sign what stands before the decimals where the text alone does not tell; null if nobody knows
 */
export function readAmount(text: string, sign: DecimalSign | null): Reading<string> {
  const digits = withoutSpaces(text)
  if (isShortened(text)) return wrong('digits_lost')
  if (!/^\d[\d.,]*$/.test(digits)) return wrong('no_amount')
  const own = signIn(text)
  if (own === 'either' && sign === null) return ambiguous
  const decimal = signs[own === 'either' || own === null ? (sign ?? 'point') : own]
  const [whole = '', fraction, ...more] = digits.split(decimal)
  const isWhole = /^\d+$/.test(whole) || groupsByThree.test(whole)
  if (more.length > 0 || !isWhole || (fraction !== undefined && !/^\d+$/.test(fraction))) {
    return wrong('amount_signs')
  }
  return read(new Big(`${whole.replaceAll(/[.,]/g, '')}.${fraction ?? '0'}`).toFixed())
}

/** The decimal sign that all amounts agree on which tell; null where none does, or they differ. */
export function decimalSignIn(texts: Iterable<string>): DecimalSign | null {
  const told = new Set<DecimalSign>()
  for (const text of texts) {
    const sign = signIn(text)
    if (sign === 'comma' || sign === 'point') told.add(sign)
  }
  const [only] = told
  return told.size === 1 ? (only ?? null) : null
}

/** A number of a spreadsheet, which keeps fifteen digits of it. */
export function amountOfNumber(value: number): Reading<string> {
  if (!Number.isFinite(value) || value < 0) return wrong('no_amount')
  return read(new Big(value.toPrecision(digitsOfSpreadsheets)).toFixed())
}

/** Beyond it, a spreadsheet has made zeros of the last digits. */
export const digitsOfSpreadsheets = 15

/** Whether a spreadsheet wrote a long number short, as `1.2E+15`: its last digits are lost. */
export function isShortened(text: string): boolean {
  return /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text.trim())
}

/** Which sign stands before the decimals: one of them, either, or null where there is none. */
function signIn(text: string): DecimalSign | 'either' | null {
  const digits = withoutSpaces(text)
  const [first, ...others] = digits.match(/[.,]/g) ?? []
  if (first === undefined) return null
  const last = others.at(-1) ?? first
  const named = last === ',' ? 'comma' : 'point'
  const other = named === 'comma' ? 'point' : 'comma'
  // Two signs: the last one stands before the decimals. One sign several times parts thousands.
  if (others.includes(first) && others.every((sign) => sign === first)) return other
  if (others.length > 0) return named
  const isSpaced = digits.length < text.trim().length
  return !isSpaced && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'either' : named
}

/** Without what parts thousands in any language and is no sign: spaces of any width, apostrophes. */
function withoutSpaces(text: string): string {
  return text.trim().replaceAll(/(?<=\d)[\p{Zs}'’](?=\d{3}(?!\d))/gu, '')
}
