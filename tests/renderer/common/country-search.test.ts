/** Which countries one finds by what one types, with the browser's own names for them. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherNamesOf } from '../../../src/renderer/common/i18n/country-names.ts'
import { countriesByName } from '../../../src/renderer/common/i18n/names.ts'
import { createSearch } from '../../../src/renderer/ui/search-options.ts'
import { countryCodes } from '../../../src/shared/rules/countries.ts'
import { languages, type Language } from '../../../src/shared/languages.ts'

const optionsIn = (language: Language) =>
  countriesByName(language).map(({ code, name }) => ({
    code,
    label: name,
    otherNames: otherNamesOf(code),
  }))
const searches = Object.fromEntries(
  languages.map((language) => [language, createSearch(optionsIn(language))]),
)
const find = (language: Language, query: string) =>
  searches[language]?.(query).map(({ code }) => code) ?? []

test.each([
  ['UK', 'GB'],
  ['uk', 'GB'],
  ['U.K.', 'GB'],
  ['gbr', 'GB'],
  ['Great Britain', 'GB'],
  ['Engeland', 'GB'],
  ['angleterre', 'GB'],
  ['England', 'GB'],
  ['ecosse', 'GB'],
  ['USA', 'US'],
  ['u s a', 'US'],
  ['US', 'US'],
  ['etats unis', 'US'],
  ['Vereinigte Staaten', 'US'],
  ['Holland', 'NL'],
  ['hollande', 'NL'],
  ['NLD', 'NL'],
  ['Czechia', 'CZ'],
  ['tcheque', 'CZ'],
  ['Czech Republic', 'CZ'],
  ['Burma', 'MM'],
  ['Birmanie', 'MM'],
  ['Ivory Coast', 'CI'],
  ['ivoire', 'CI'],
  ['cote d ivoire', 'CI'],
  ["COTE D'IVOIRE", 'CI'],
  ['cote divoire', 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['Turkey', 'TR'],
  ['Türkiye', 'TR'],
  ['turkiye', 'TR'],
  ['Deutschland', 'DE'],
  ['allemagne', 'DE'],
  ['DEU', 'DE'],
  ['españa', 'ES'],
  ['espana', 'ES'],
  ['saint-martin', 'MF'],
  ['Schweiz', 'CH'],
  ['EAU', 'AE'],
])('“%s” finds %s first, in every language', (query, code) => {
  for (const language of languages)
    expect([language, find(language, query)[0]]).toEqual([language, code])
})

test.each(languages)(
  'in %s every country is found first by its own name, and by its code',
  (language) => {
    const names = new Map(countriesByName(language).map(({ code, name }) => [code, name]))
    for (const code of countryCodes) {
      const name = names.get(code) ?? ''
      expect([name, find(language, name)[0]]).toEqual([name, code])
      expect([
        name,
        find(language, name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase())[0],
      ]).toEqual([name, code])
      // In French and Spanish RU is short for two of them.
      expect(find(language, code.toLowerCase()).slice(0, 2)).toContain(code)
    }
  },
)

test('what begins so comes before what has a word that does', () => {
  expect(find('fr', 'gui').slice(0, 2)).toEqual(['GN', 'GQ'])
  expect(find('fr', 'ro').indexOf('RO')).toBe(0)
  expect(find('fr', 'uni')).toEqual(expect.arrayContaining(['GB', 'US', 'AE']))
  expect(find('fr', 'uk').slice(0, 2)).toEqual(['GB', 'UA'])
})

test('hyphens, apostrophes, accents, spaces and case change nothing', () => {
  const noise = fc.constantFrom('-', '’', "'", ' ', '\u00a0', '\u200b')
  fc.assert(
    fc.property(fc.constantFrom(...optionsIn('fr')), noise, ({ label, code }, sign) => {
      const typed = label.replaceAll(/[-’'\s]/gu, sign)
      expect(find('fr', typed)[0]).toBe(code)
    }),
  )
})

test.each(['xyz', '12', 'lande'])('%s finds nothing that does not begin so', (query) => {
  const found = find('en', query)
  expect(found).toEqual([])
})

test.each(['', ' ', '-', '…'])('%j finds all', (query) => {
  expect(find('fr', query)).toHaveLength(countryCodes.length)
})
