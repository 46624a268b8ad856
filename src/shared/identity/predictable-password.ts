/**
 * Passwords that others guess by what everyone knows: a service's or the company's name, a season or a
 * month, dressed up with a year. Pure, for the portal and the page; import it when it is needed.
 */
import type { PasswordContext } from './password-policy.ts'
import { predictableWords } from './predictable-words.ts'

/** Fewer letters than these, beside the words, are not much else. */
const enoughLetters = 5
/** Nor are fewer digits: those of a date, for example, beside its year. */
const enoughDigits = 7

/** Shorter words than these stand for themselves only where no letter is next to them. */
const shortestInside = 4
/** Of what is known of the person; shorter parts ("de", "bv") occur in good passwords by accident. */
const shortestPart = 3

/** What people write instead of a letter. */
const lookalikes: Readonly<Record<string, string>> = {
  a: '4@',
  b: '8',
  e: '3€',
  g: '9',
  i: '1!|',
  l: '1|',
  o: '0',
  s: '5$',
  t: '7+',
}

/** What stands for a letter and is itself neither letter nor digit. */
const lookalikeSigns = Object.values(lookalikes)
  .join('')
  .replaceAll(/[\p{L}\p{N}]/gu, '')
/** Any other sign, in folded text: expressions that name few characters are soon made. */
const sign = '\0'
const otherSigns = new RegExp(String.raw`[^\p{L}\p{N}${lookalikeSigns}]`, 'gu')

const ligatures: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' }

const knownWords = patternsOf(predictableWords)

/** A year, by itself or at an end of a date. */
const years = /(?<!\d)(?:19|20)\d\d|(?:19|20)\d\d(?!\d)/g

/**
 * Whether little is left of `password` without words that everyone knows, those that `context` tells of
 * the person, and years. A long one that has such a word beside much else is not meant.
 */
export function isPredictablePassword(password: string, context: PasswordContext = {}): boolean {
  const folded = fold(password).replaceAll(otherSigns, sign)
  const without = [...patternsOf(partsOf(context)), ...knownWords].reduce(
    (text, pattern) => text.replaceAll(pattern, sign),
    folded,
  )
  if (without === folded) return false
  const rest = without.replaceAll(years, sign)
  return lettersIn(rest) < enoughLetters && digitsIn(rest) < enoughDigits
}

/** Without regard to case, accents and how characters are composed. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøł]/g, (letter) => ligatures[letter] ?? letter)
}

/** The words of the person's names, and of their company, which the e-mail address tells. */
function partsOf({ username = '', names = [], email = '' }: PasswordContext): string[] {
  const [mailbox = '', domain = ''] = fold(email).split('@')
  const company = domain.split('.').slice(0, -1)
  const parts = [fold(username), ...names.map(fold), mailbox, ...company].flatMap((name) =>
    name.split(/[^\p{L}]+/u),
  )
  return [...new Set(parts.filter((part) => part.length >= shortestPart))]
}

/**
 * Expressions for any of `words`, also in lookalikes: as they are, then with a sign between their
 * letters ("Serv@Net"). In this order: "partner-summer" is not "partners" with something behind.
 */
function patternsOf(words: readonly string[]): RegExp[] {
  // The longest first: "insight" before "insights" would leave a letter.
  const spellings = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => Array.from(word, (letter) => `[${letter}${lookalikes[letter] ?? ''}]`))
  const long = spellings.filter((letters) => letters.length >= shortestInside)
  const short = spellings.filter((letters) => letters.length < shortestInside)
  return [
    ...anyOf(long.map((letters) => letters.join(''))),
    ...anyOf(long.map((letters) => letters.join(`[${sign}${lookalikeSigns}]?`))),
    ...anyOf(short.map((letters) => letters.join(''))).map(alone),
  ].map((pattern) => new RegExp(pattern, 'gu'))
}

/** Where no letter is next to it. */
function alone(pattern: string): string {
  return String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`
}

/** No expression for no words: an empty one would be found everywhere. */
function anyOf(patterns: readonly string[]): string[] {
  return patterns.length === 0 ? [] : [patterns.join('|')]
}

/** Letters, one typed several times counted once. */
function lettersIn(text: string): number {
  return (text.match(/\p{L}/gu) ?? []).filter((letter, at, all) => letter !== all[at - 1]).length
}

/** Digits, those that only go on counting ("1234", "777", "321") counted once. */
function digitsIn(text: string): number {
  const digits = (text.match(/\p{Nd}/gu) ?? []).map(Number)
  return digits.filter((digit, at) => {
    const before = digits[at - 1]
    return before === undefined || Math.abs(digit - before) > 1
  }).length
}
