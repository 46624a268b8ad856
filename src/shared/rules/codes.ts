/**
 * Codes that are sent by e-mail: what they look like, and how one is read out of what a person
 * typed or pasted, with words, spaces or dashes around and inside it.
 */

/** Which characters a code has: digits where something else is asked too, more where it is not. */
export const codeFormats = ['numeric', 'alphanumeric'] as const
export type CodeFormat = (typeof codeFormats)[number]

type CodeShape = {
  /** As many characters as a code has. */
  readonly length: number
  /** What they are drawn from. */
  readonly alphabet: string
}

/**
 * Without what looks alike (0 and O, 1 and I and L) and without vowels: no word of the languages
 * around a code can be taken for one, and no code for a word.
 */
const unambiguous = '23456789BCDFGHJKMNPQRSTVWXZ'

export const codeShapes = {
  numeric: { length: 6, alphabet: '0123456789' },
  alphanumeric: { length: 8, alphabet: unambiguous },
} as const satisfies Record<CodeFormat, CodeShape>

/** How much text may stand around a code, in UTF-16 units. */
export const longestCodeText = 500

/** The code in two halves, as people read it out and type it. */
export function groupCode(code: string): string {
  const half = code.length / 2
  return `${code.slice(0, half)} ${code.slice(half)}`
}

/**
 * The code that `text` holds, in any script's digits and any case; words around it do not matter.
 * @returns null where there is none, or where it could be more than one
 */
export function readCode(text: string, format: CodeFormat): string | null {
  const { length } = codeShapes[format]
  const plain = plainText(text)
  const runs = runsOf(plain, format)
  const whole = runs.filter((groups) => groups.join('').length === length)
  // Beside other numbers, what is divided as codes are shown counts first, then what is evenly.
  const shown = whole.filter((groups) => groups.length === 1 || isEven(groups, length / 2))
  const even = whole.filter((groups) => isEven(groups, groups[0]?.length))
  // A number that follows a code ("Code 123456 10 minutes") is no part of it where more is around.
  const isAlone = runs.length === 1 && !/\p{L}/u.test(plain.replaceAll(runPatterns[format], ''))
  const followed = runs.flat().filter((group) => group.length === length)
  const ways = isAlone ? [whole] : [shown, even, followed.map((group) => [group])]
  const found = new Set(ways.find((way) => way.length > 0)?.map((groups) => groups.join('')))
  const [code = null] = found
  return found.size === 1 ? code : null
}

function isEven(groups: readonly string[], length: number | undefined): boolean {
  return groups.every((group) => group.length === length)
}

/** Groups of a code's characters that only separators part: each run could be a code. */
function runsOf(plain: string, format: CodeFormat): string[][] {
  const group = new RegExp(groupPatterns[format], 'gu')
  return (plain.match(runPatterns[format]) ?? []).map((run) => run.match(group) ?? [])
}

/** Letters are characters of a code only where no other letter or digit touches them: else a word. */
const groupPatterns = {
  numeric: '[0-9]+',
  alphanumeric: String.raw`(?<![\p{L}\p{N}])[${unambiguous}]+(?![\p{L}\p{N}])`,
} as const satisfies Record<CodeFormat, string>

/** Between the groups of one code: spaces and dashes, or a single sign with no space beside it. */
const separator = String.raw`(?:[\s\p{Pd}]+|[._·,'’])`

const runPatterns = {
  numeric: runPattern('numeric'),
  alphanumeric: runPattern('alphanumeric'),
} as const satisfies Record<CodeFormat, RegExp>

function runPattern(format: CodeFormat): RegExp {
  const group = groupPatterns[format]
  return new RegExp(`${group}(?:${separator}${group})*`, 'gu')
}

/** In capitals and ASCII's digits, without what cannot be seen. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu, '')
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .toUpperCase()
}

const decimalDigit = /^\p{Nd}$/u

/** Unicode's decimal digits stand in rows of ten, some row upon row: how far `digit` is in its own. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let before = 0
  while (decimalDigit.test(String.fromCodePoint(point - before - 1))) before += 1
  return before % 10
}
