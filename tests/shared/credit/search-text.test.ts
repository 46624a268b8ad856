/** Names that people have are found by what others type of them. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersSearch,
  nameKeyOf,
  searchQuestionOf,
  searchTextOf,
} from '../../../src/shared/credit/search-text.ts'

const isFound = (name: string, typed: string, registrationNumber: string | null = null) =>
  answersSearch(searchTextOf({ id: 'b-1', name, registrationNumber }), searchQuestionOf(typed))

describe('a name', () => {
  test.each([
    ['L’Oréal', 'loreal'],
    ['L’Oréal', "L'OREAL"],
    ["L'Oréal", 'l’oréal'],
    ['L’Oréal', 'oreal'],
    ['LOREAL', 'L’Oréal'],
    ["O'Brien Ltd", 'O’Brien'],
    ['O’Brien Ltd', 'obrien ltd'],
    ['Ørsted A/S', 'orsted'],
    ['Ørsted A/S', 'ORSTED AS'],
    ['Ørsted A/S', 'ørsted a/s'],
    ['Škoda Auto', 'skoda'],
    ['İstanbul Çelik', 'istanbul celik'],
    ['Istanbul', 'İSTANBUL'],
    ['Işık Tekstil', 'isik'],
    ['Straße GmbH', 'strasse'],
    ['STRASSE GmbH', 'straße'],
    ['Weiß & Söhne', 'WEISS sohne'],
    ['Cafe\u0301 de la Gare', 'café'],
    ['Caf\u00e9 de la Gare', 'CAFE\u0301'],
    ['Deux\u00a0Mots', 'deux mots'],
    ['Trailing \u200b', 'trailing'],
    ['Zero\u200bwidth', 'zerowidth'],
    ['Zerowidth', 'zero\u200bwidth'],
    ['株式会社テスト', 'テスト'],
    ['株式会社テスト', '会社'],
    ['株式会社テスト', '株式会社'],
    ['ООО «Ромашка»', 'ромашка'],
    ['ООО «Ромашка»', 'РОМАШКА'],
    ['شركة الاختبار', 'شركة'],
    ['ΟΔΟΣ ΑΕ', 'οδος'],
    ['=HYPERLINK("http://x")', 'hyperlink'],
    ['=HYPERLINK("http://x")', '=hyperlink('],
    ['+32 Logistics', '+32'],
    ['-5 Degrees', '5 degrees'],
    ['@Home NV', 'home'],
    ['NULL', 'null'],
    ['True Food', 'TRUE'],
    ['1E10 Ltd', '1e10'],
    ['March1', 'march1'],
    ['Two\nLines', 'two lines'],
    ['Jean-Pierre', 'jean pierre'],
    ['Jean Pierre', 'jean-pierre'],
    ['S.A. Dupont', 'sa dupont'],
    ['Müller GmbH & Co. KG', 'gmbh muller'],
    [`${'a'.repeat(249)}b`, `${'a'.repeat(249)}b`],
    ['𠮷野家', '野家'],
  ])('%j is found by %j', (name, typed) => {
    expect(isFound(name, typed)).toBe(true)
  })

  test.each([
    ['L’Oréal', 'loreals'],
    ['Ørsted A/S', 'rsted'],
    ['Dupont', 'durand'],
    ['Dupont SA', 'dupont nv'],
    ['株式会社テスト', 'スト社'],
  ])('%j is not found by %j', (name, typed) => {
    expect(isFound(name, typed)).toBe(false)
  })

  test('is found by what is nothing but punctuation, as by nothing', () => {
    expect(isFound('Dupont', ' - ')).toBe(true)
    expect(searchQuestionOf('…«»').words).toEqual([])
  })

  test('is found by itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(isFound(name, name)).toBe(true)
        expect(isFound(name, name.toUpperCase())).toBe(isFound(name.toUpperCase(), name))
      }),
    )
  })
})

test.each([
  ['0202239951', '0202.239.951'],
  ['0202239951', 'BE 0202 239 951'],
  ['BE0202239951', '0202239951'],
  ['BE0202239951', '202239951'],
  ['732829320', 'FR 732 829 320'],
  ['FR44732829320', 'fr44 732'],
  ['NL004495445B01', '0044.95.445.B01'],
  ['DE136695976', '136695976'],
])('the number %s is found by %s', (number, typed) => {
  expect(isFound('Somebody', typed, number)).toBe(true)
  expect(isFound('Somebody', typed, '999999999')).toBe(false)
})

test('names stand in an order in which case, accents and punctuation do not matter', () => {
  const names = ['Zoé', 'ørsted', 'L’Oréal', 'loreal', '«Ärger»', 'Ärger 2', '…']
  const keyed = names.map((name) => [nameKeyOf(name), name] as const)
  const sorted = keyed.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
  expect(sorted.map(([, name]) => name)).toEqual([
    '…',
    '«Ärger»',
    'Ärger 2',
    'L’Oréal',
    'loreal',
    'ørsted',
    'Zoé',
  ])
})

test('what names are ordered by fits a cursor', () => {
  for (const letter of ['a', 'é', '社', '𠮷']) {
    expect(Buffer.byteLength(nameKeyOf(letter.repeat(250)))).toBeLessThanOrEqual(80)
  }
  expect(nameKeyOf('社'.repeat(250))).toBe('社'.repeat(26))
})
