import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnlikelyNumber } from '../../../src/shared/credit/identifiers.ts'
import { compactNumber } from '../../../src/shared/credit/plain-number.ts'

/** Numbers that companies really have. */
const real = [
  ['BE', '0202239951'],
  ['FR', '732829320'],
  ['FR', 'FR44732829320'],
  ['FR', '73282932000074'],
  ['NL', 'NL004495445B01'],
  ['NL', 'NL000099998B57'],
  ['DE', 'DE136695976'],
  ['ES', 'A58818501'],
  ['IT', '00743110157'],
] as const

describe('The number of a company', () => {
  test.for(real)('of %s: %s is likely', ([country, number]) => {
    expect(isUnlikelyNumber(country, number)).toBe(false)
  })

  test.for([
    ['BE', 'BE 0202.239.951'],
    ['BE', 'be0202239951'],
    ['BE', '202.239.951'],
    ['BE', 'BTW BE 0202.239.951'],
    ['BE', 'N° TVA : BE 0202 239 951'],
    ['FR', '732 829 320'],
    ['FR', '732\u00a0829\u202f320'],
    ['FR', '732 829 320 RCS Paris'],
    ['FR', 'RCS Paris 732 829 320'],
    ['FR', 'SIREN 732.829.320'],
    ['FR', 'FR 44 732 829 320'],
    ['FR', '４４７３２８２９３２０'],
    ['NL', 'NL 0044.95.445.B.01'],
    ['NL', 'KvK 12345678'],
    ['DE', 'DE 136 695 976'],
    ['DE', 'USt-IdNr. DE136695976'],
    ['DE', 'Amtsgericht München HRB 123456'],
    ['ES', 'ES A-58818501'],
    ['ES', 'CIF: A 58818501'],
    ['IT', 'IT 00743110157'],
    ['IT', 'P. IVA 0074 3110 157'],
    ['IT', 'MI-1234567'],
    ['FR', '\u200b732829320\ufeff'],
  ] as const)('of %s is known as people type it: %s', ([country, number]) => {
    expect(isUnlikelyNumber(country, number)).toBe(false)
  })

  test.for([
    ['BE', '0202239952'],
    ['FR', '732829321'],
    ['FR', 'FR45732829320'],
    ['FR', '73282932000075'],
    ['NL', 'NL004495446B01'],
    ['NL', 'NL000099998B58'],
    ['DE', 'DE136695977'],
    ['ES', 'A58818502'],
    ['IT', '00743110158'],
    ['FR', '5493001KJTIIGC8Y1R13'],
    // Of another country, or a digit short.
    ['FR', 'BE0202239951'],
    ['FR', '73282932'],
  ] as const)('of %s: %s may be mistyped', ([country, number]) => {
    expect(isUnlikelyNumber(country, number)).toBe(true)
  })

  test('of La Poste is not held to check digits', () => {
    expect(isUnlikelyNumber('FR', '356 000 000 00048')).toBe(false)
    expect(isUnlikelyNumber('FR', '356 000 000 49837')).toBe(false)
    expect(isUnlikelyNumber('FR', '35600000012345')).toBe(false)
  })

  test.for(['BE', 'FR', 'NL', 'DE', 'ES', 'IT', 'JP'])('an LEI is one in %s too', (country) => {
    expect(isUnlikelyNumber(country, '5493 001K JTII GC8Y 1R12')).toBe(false)
    expect(isUnlikelyNumber(country, 'LEI 5493001kjtiigc8y1r12')).toBe(false)
  })

  test('of a country that is not known is whatever it is', () => {
    const anything = fc.property(fc.string(), (number) => {
      expect(isUnlikelyNumber('JP', number)).toBe(false)
      expect(isUnlikelyNumber('', number)).toBe(false)
    })
    fc.assert(anything)
  })

  test('that is missing is not wrong', () => {
    expect(isUnlikelyNumber('FR', '')).toBe(false)
    expect(isUnlikelyNumber('FR', ' – \u00a0')).toBe(false)
  })

  test('whatever is typed is answered', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('0', '1', '9', 'B', 'ß', ' ', '.', '٣', '𝟙') }),
    )
    fc.assert(
      fc.property(fc.constantFrom('BE', 'FR', 'NL', 'DE', 'ES', 'IT'), typed, (country, number) => {
        expect(typeof isUnlikelyNumber(country, number)).toBe('boolean')
      }),
    )
  })

  /** One digit typed wrong, where the check digits tell each from all others. */
  test.for([
    ['FR', '732829320'],
    ['BE', '0202239951'],
    ['IT', '00743110157'],
    ['DE', '136695976'],
  ] as const)('of %s with one digit wrong is found', ([country, number]) => {
    const wrong = [...Array(number.length).keys()].flatMap((at) =>
      [...Array(10).keys()]
        .filter((digit) => String(digit) !== number[at])
        .map((digit) => number.slice(0, at) + String(digit) + number.slice(at + 1)),
    )
    expect(wrong.filter((one) => !isUnlikelyNumber(country, one))).toEqual([])
  })

  test('is compared without what stands around it', () => {
    expect(compactNumber('RCS Paris 732 829 320')).toBe('732829320')
    expect(compactNumber('be 0202.239.951')).toBe('BE0202239951')
  })
})
