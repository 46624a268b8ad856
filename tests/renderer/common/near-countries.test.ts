import { expect, test } from 'vitest'
import { countriesByName, countriesNearFirst } from '../../../src/renderer/common/i18n/names.ts'
import { countryCodes } from '../../../src/shared/rules/countries.ts'
import { languages } from '../../../src/shared/languages.ts'

const nearIn = (...[language, locales]: Parameters<typeof countriesNearFirst>) =>
  countriesNearFirst(language, locales).near.map(({ code }) => code)

test.each([
  ['fr', ['fr-BE', 'fr'], ['BE', 'FR', 'NL', 'DE', 'LU', 'CH']],
  ['nl', ['en-US', 'nl-BE'], ['BE', 'FR', 'NL', 'DE', 'LU']],
  ['de', ['de-AT'], ['AT', 'DE', 'IT', 'CZ', 'HU', 'SI', 'SK', 'CH', 'LI', 'LU']],
  // Nothing tells where one is: where the language is spoken.
  ['fr', ['fr'], ['FR', 'BE', 'LU', 'CH']],
  ['fr', ['en-US', 'en'], ['FR', 'BE', 'LU', 'CH']],
  ['it', [], ['IT', 'CH']],
  ['es', ['es-419'], ['ES', 'MX', 'AR', 'CO', 'CL']],
  ['fr', ['fr-nowhere-at-all-'], ['FR', 'BE', 'LU', 'CH']],
] as const)('in %s on a system in %j, %j come first', (language, locales, near) => {
  expect(nearIn(language, locales)).toEqual(near)
})

test.each(languages)(
  'in %s every country is there once, the others by the alphabet',
  (language) => {
    const { near, others } = countriesNearFirst(language, [`${language}-DE`, `${language}-GB`])
    const codes = [...near, ...others].map(({ code }) => code)
    expect(codes.toSorted()).toEqual(countryCodes.toSorted())
    const rest = countriesByName(language).filter(
      ({ code }) => !near.some((one) => one.code === code),
    )
    expect(others).toEqual(rest)
  },
)
