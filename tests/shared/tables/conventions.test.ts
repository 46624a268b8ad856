/**
 * Amounts and days are read back as they were meant, however a language or a program writes them; what can
 * mean two things is never guessed.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localeOf } from '../../../src/shared/i18n/locale.ts'
import { languages } from '../../../src/shared/languages.ts'
import {
  decimalSignIn,
  decimalSigns,
  readAmount,
  type DecimalSign,
} from '../../../src/shared/tables/amounts.ts'
import { dayOrderIn, dayOrders, readDay } from '../../../src/shared/tables/days.ts'
import { takeApart, withoutMinus } from '../../../src/shared/tables/written-amounts.ts'

/** A whole number of cents, as far as credit insurance counts. */
const cents = fc.bigInt({ min: 0n, max: 99_999_999_999_999n })
const hundred = 100n

/** With a point and two decimals. */
function plainOf(amount: bigint): string {
  return `${amount / hundred}.${String(amount % hundred).padStart(2, '0')}`
}

/** What stands between thousands, and before the decimals. */
type Style = { readonly group: string; readonly sign: DecimalSign }
const style: fc.Arbitrary<Style> = fc.constantFrom<Style[]>(
  { group: '.', sign: 'comma' },
  { group: ',', sign: 'point' },
  ...decimalSigns.flatMap((sign) =>
    ['', ' ', '\u00a0', '\u202f', '’', "'"].map((group) => ({ group, sign })),
  ),
)

function written(amount: bigint, { group, sign }: Style): string {
  const [whole = '', fraction = ''] = plainOf(amount).split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group)
  return `${grouped}${sign === 'comma' ? ',' : '.'}${fraction}`
}

const isSame = (reading: ReturnType<typeof readAmount>, amount: bigint) =>
  reading.kind === 'read' && Number(reading.value) === Number(plainOf(amount))

describe('amounts', () => {
  it('with two decimals are read as they are meant, whatever is thought of the file', () => {
    const thought = fc.constantFrom(...decimalSigns, null)
    fc.assert(
      fc.property(cents, style, thought, (amount, how, sign) =>
        isSame(readAmount(written(amount, how), sign), amount),
      ),
    )
  })

  it('are read as each language writes them', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(...languages), (amount, language) => {
        const form = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2 })
        // A number of JavaScript has no more digits than a spreadsheet.
        return isSame(readAmount(form.format(Number(plainOf(amount))), null), amount)
      }),
    )
  })

  it('say what stands before their decimals, where all of them are written alike', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), style, (amounts, how) => {
        expect(decimalSignIn(amounts.map((amount) => written(amount, how)))).toBe(how.sign)
      }),
    )
  })

  it('that can mean two things are asked about, and read by the answer', () => {
    const digits = fc.integer({ min: 1, max: 999 })
    const thousandths = fc.integer({ min: 0, max: 999 }).map((one) => String(one).padStart(3, '0'))
    fc.assert(
      fc.property(digits, thousandths, fc.constantFrom(...decimalSigns), (whole, rest, sign) => {
        const [own, other] = sign === 'comma' ? [',', '.'] : ['.', ',']
        expect(readAmount(`${whole}${own}${rest}`, null)).toEqual({ kind: 'ambiguous' })
        expect(readAmount(`${whole}${own}${rest}`, sign)).toEqual({
          kind: 'read',
          value: String(Number(`${whole}.${rest}`)),
        })
        expect(readAmount(`${whole}${other}${rest}`, sign)).toEqual({
          kind: 'read',
          value: `${whole}${rest}`,
        })
      }),
    )
  })

  it('keep their digits through a minus and a currency, on whichever side these stand', () => {
    const around = fc.constantFrom(
      (text: string) => `-${text}`,
      (text: string) => `${text}-`,
      (text: string) => `(${text})`,
      (text: string) => `\u2212 ${text}`,
      (text: string) => `EUR -${text}`,
      (text: string) => `-${text} €`,
      (text: string) => `(EUR ${text})`,
      (text: string) => `(${text}) EUR`,
    )
    fc.assert(
      fc.property(cents, style, around, (amount, how, around_) => {
        const whole = around_(written(amount, how))
        const { text, isNegative } = withoutMinus(whole)
        const { digits, currency } = takeApart(text)
        expect(isNegative, whole).toBe(true)
        expect([null, 'EUR'], whole).toContain(currency)
        return isSame(readAmount(digits, how.sign), amount)
      }),
    )
  })
})

const day = fc
  .date({
    min: new Date('1901-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

type DayStyle = (year: string, month: string, dayOfMonth: string) => string
const yearFirst: readonly DayStyle[] = ['-', '/', '.'].map(
  (sign) => (year, month, dayOfMonth) => [year, month, dayOfMonth].join(sign),
)
const dotted: DayStyle = (year, month, dayOfMonth) => `${dayOfMonth}.${month}.${year}`
const short: DayStyle = (year, month, dayOfMonth) =>
  `${Number(dayOfMonth)}.${Number(month)}.${year}`

const inStyle = (iso: string, how: DayStyle) => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return how(year, month, dayOfMonth)
}

const separator = fc.constantFrom('/', '-')
const inOrder = (iso: string, order: (typeof dayOrders)[number], sign: string) =>
  inStyle(iso, (year, month, dayOfMonth) =>
    (order === 'day-first' ? [dayOfMonth, month, year] : [month, dayOfMonth, year]).join(sign),
  )

describe('days', () => {
  it('with the year first, or with dots, are read as they are meant', () => {
    const styles = fc.constantFrom(...yearFirst, dotted, short)
    const thought = fc.constantFrom(...dayOrders, null)
    fc.assert(
      fc.property(day, styles, thought, (iso, how, order) => {
        expect(readDay(inStyle(iso, how), order)).toEqual({ kind: 'read', value: iso })
      }),
    )
  })

  it('with the year last are read by the order of the file, or asked about', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...dayOrders), separator, (iso, order, sign) => {
        const text = inOrder(iso, order, sign)
        expect(readDay(text, order)).toEqual({ kind: 'read', value: iso })
        const [, month, dayOfMonth] = iso.split('-').map(Number)
        const isEither = dayOfMonth !== month && (dayOfMonth ?? 0) <= 12
        expect(readDay(text, null)).toEqual(
          isEither ? { kind: 'ambiguous' } : { kind: 'read', value: iso },
        )
      }),
    )
  })

  it('say their order where one of them can be written in no other', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...dayOrders),
        separator,
        (days, order, sign) => {
          const isTold = days.some((iso) => Number(iso.slice(8)) > 12)
          const texts = days.map((iso) => inOrder(iso, order, sign))
          expect(dayOrderIn(texts)).toBe(isTold ? order : null)
        },
      ),
    )
  })
})
