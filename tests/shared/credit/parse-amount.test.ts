import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, parseAmount } from '../../../src/shared/credit/parse-amount.ts'
import { formatMoney } from '../../../src/shared/i18n/money.ts'
import { languages, type Language } from '../../../src/shared/languages.ts'

/** What is read without a question; else the reading itself. */
function amountIn(language: Language, text: string, currency = 'EUR') {
  const reading = parseAmount(language, text, currency)
  return reading.kind === 'amount' ? reading.money.amount : reading
}

const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'KWD', 'SEK', 'BHD', 'CZK', 'XOF']

describe('An amount as people write it', () => {
  test.for([
    ['fr', '1234', '1234.00'],
    ['fr', '1 234,56', '1234.56'],
    ['fr', '1\u00a0234,56', '1234.56'],
    ['fr', '1\u202f234\u202f567,5', '1234567.50'],
    ['fr', '1234.56', '1234.56'],
    ['fr', '1.234,56', '1234.56'],
    ['fr', '1,234.56', '1234.56'],
    ['fr', '1.234.567', '1234567.00'],
    ['en', '1,234', '1234.00'],
    ['en', '1,234.56', '1234.56'],
    ['en', '1.234,56', '1234.56'],
    ['en', '1,234,567', '1234567.00'],
    ['nl', '1.234', '1234.00'],
    ['de', '50.000', '50000.00'],
    ['es', '1234,5', '1234.50'],
    ['it', '1.234.567,89', '1234567.89'],
    ['de', "1'234'567.89", '1234567.89'],
    ['fr', '1’234.50', '1234.50'],
    ['it', "CHF 1'234.–", '1234.00', 'CHF'],
    ['nl', '€ 100,-', '100.00'],
    ['fr', '1 000 €', '1000.00'],
    ['en', 'EUR 1,000', '1000.00'],
    ['en', 'eur1000', '1000.00'],
    ['en', '£1,000.50', '1000.50', 'GBP'],
    ['fr', '12 €', '12.00'],
    ['fr', ',5', '0.50'],
    ['fr', '0.500', '0.50'],
    ['fr', '5,', '5.00'],
    ['fr', '0012', '12.00'],
    ['de', '1234,5000', '1234.50'],
    ['fr', '１２３４', '1234.00'],
    ['fr', '\u200b1234\ufeff', '1234.00'],
    ['fr', '-12,5', '-12.50'],
    ['en', '\u2212EUR 12', '-12.00'],
    ['en', 'EUR -12', '-12.00'],
    ['en', '-0', '0.00'],
    ['fr', '1 234', '1234', 'JPY'],
    ['de', '1,234', '1.234', 'KWD'],
    ['en', '1.234', '1.234', 'KWD'],
    ['nl', '1.234', '1234.000', 'KWD'],
    ['fr', '999999999999999,99', '999999999999999.99'],
  ] as const)('%s: "%s" is %s', ([language, text, amount, currency = 'EUR']) => {
    expect(amountIn(language, text, currency)).toBe(amount)
  })

  test.for([
    ['fr', '50.000', ['50000.00', '50.00']],
    ['fr', '1.234', ['1234.00']],
    ['fr', '1,234', ['1234.00']],
    ['en', '1.234', ['1234.00']],
    ['en', '25.500', ['25500.00', '25.50']],
    ['de', '1,500', ['1500.00', '1.50']],
    ['fr', '-1.500', ['-1500.00', '-1.50']],
    ['fr', '1.234', ['1234.000', '1.234'], 'KWD'],
    ['fr', '1.000', ['1000', '1'], 'JPY'],
  ] as const)('%s: "%s" is asked', ([language, text, amounts, currency = 'EUR']) => {
    const readings = amounts.map((amount) => ({ amount, currency }))
    expect(parseAmount(language, text, currency)).toEqual({ kind: 'ambiguous', readings })
  })

  test.for([
    ['', 'empty'],
    [' \u00a0', 'empty'],
    ['\u200b', 'empty'],
    ['abc', 'format'],
    ['EUR', 'format'],
    ['12 34', 'format'],
    ['1,23,456', 'format'],
    ['1.234,567.89', 'format'],
    ['1 234.567,89', 'format'],
    ["1'234 567", 'format'],
    ['50k', 'format'],
    ['1e5', 'format'],
    ['--5', 'format'],
    ['-EUR -5', 'format'],
    ['=1+1', 'format'],
    ['.', 'format'],
    ['1.234.', 'format'],
    ['1,2345', 'decimals'],
    ['1234,567', 'decimals'],
    ['1.234,567', 'decimals'],
    ['USD 500', 'currency'],
    ['$500', 'currency'],
  ] as const)('"%s" is not one: %s', ([text, reason]) => {
    expect(parseAmount('fr', text, 'EUR')).toEqual({ kind: 'unreadable', reason })
  })

  test('what the app writes is read back, in every language and currency', () => {
    const anyLanguage = fc.constantFrom(...languages)
    const anyCurrency = fc.constantFrom(...currencies)
    const anyUnits = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    fc.assert(
      fc.property(anyLanguage, anyCurrency, anyUnits, (language, currency, units) => {
        const money = { amount: inUnits(units, decimalsOf(currency)), currency }
        const written = formatMoney(language, money)
        expect(parseAmount(language, written, currency)).toEqual({ kind: 'amount', money })
      }),
    )
  })

  test('whatever is typed is answered', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(..."0159.,\u00a0\u202f’'- €$EURk".split('')),
    })
    fc.assert(
      fc.property(fc.constantFrom(...languages), anyText, (language, text) => {
        const reading = parseAmount(language, text, 'EUR')
        if (reading.kind !== 'amount') return
        expect(reading.money.amount).toMatch(/^-?(?:0|[1-9]\d*)\.\d\d$/)
      }),
    )
  })
})

function inUnits(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const at = digits.length - decimals
  const amount = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`
  return units < 0n ? `-${amount}` : amount
}
