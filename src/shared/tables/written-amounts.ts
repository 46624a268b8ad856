/** Amounts with what people and programs write around their digits: a currency, a sign before or behind. */

const symbols: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
])

/** An amount may name its currency, before it or behind: `EUR 1.234,56`, `1 234 €`. */
const withCurrency =
  /^(?<front>[A-Za-z]{3}|\p{Sc})?[\s\p{Z}]*(?<digits>.*?)[\s\p{Z}]*(?<back>[A-Za-z]{3}|\p{Sc})?$/su

/** The digits with their signs, and the currency as a code in capitals; null where it names none. */
export function takeApart(text: string): {
  readonly digits: string
  readonly currency: string | null
} {
  const { front = '', digits = text, back = '' } = withCurrency.exec(text.trim())?.groups ?? {}
  const named = front === '' ? back : front
  if (named === '' || !/^\d/.test(digits)) return { digits: text, currency: null }
  return { digits, currency: symbols.get(named) ?? named.toUpperCase() }
}

/** As programs write what is taken off: `-12`, `12-`, `(12)`; a currency may stand outside or inside. */
const before = /^(\D*?)[-\u2212\u2013]([^-\u2212\u2013]*)$/u
const behind = /^([^-\u2212\u2013]*\d)[\s\p{Z}]*[-\u2212\u2013](\D*)$/u
const within = /^([^\d()]*)\(([^()]*)\)([^\d()]*)$/

/** `text` without its minus, and whether it has one; what is no such amount stays as it is. */
export function withoutMinus(text: string): {
  readonly text: string
  readonly isNegative: boolean
} {
  const bare = text.trim()
  const match = within.exec(bare) ?? before.exec(bare) ?? behind.exec(bare)
  if (match === null) return { text, isNegative: false }
  return { text: match.slice(1).join(' ').trim(), isNegative: true }
}
