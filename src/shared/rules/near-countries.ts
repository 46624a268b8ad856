/** Which countries somebody most likely means: their own and those around it. */
import type { Language } from '../languages.ts'
import { countryCodes, type CountryCode } from './countries.ts'

/** Where each language is spoken in the insurer's markets, the largest first. */
const countriesOfLanguage = {
  fr: ['FR', 'BE', 'LU', 'CH'],
  nl: ['NL', 'BE'],
  en: ['GB', 'IE', 'US'],
  de: ['DE', 'AT', 'CH', 'LU'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL'],
  it: ['IT', 'CH'],
} as const satisfies Record<Language, readonly CountryCode[]>

/** By land, or by a short sea that trade crosses daily. */
const neighbours: Partial<Readonly<Record<CountryCode, readonly CountryCode[]>>> = {
  AT: ['DE', 'IT', 'CZ', 'HU', 'SI', 'SK', 'CH', 'LI'],
  BE: ['FR', 'NL', 'DE', 'LU'],
  CH: ['DE', 'FR', 'IT', 'AT', 'LI'],
  CZ: ['DE', 'PL', 'SK', 'AT'],
  DE: ['AT', 'NL', 'FR', 'PL', 'CH', 'BE', 'CZ', 'DK', 'LU'],
  DK: ['DE', 'SE', 'NO'],
  ES: ['FR', 'PT', 'AD', 'MA'],
  FR: ['DE', 'BE', 'ES', 'IT', 'CH', 'LU', 'MC', 'GB'],
  GB: ['IE', 'FR', 'NL', 'BE'],
  HU: ['AT', 'SK', 'RO', 'HR', 'RS', 'SI', 'UA'],
  IE: ['GB', 'FR'],
  IT: ['FR', 'CH', 'AT', 'SI', 'SM'],
  LU: ['BE', 'DE', 'FR'],
  NL: ['DE', 'BE', 'GB'],
  NO: ['SE', 'DK', 'FI'],
  PL: ['DE', 'CZ', 'SK', 'UA', 'LT'],
  PT: ['ES'],
  SE: ['NO', 'FI', 'DK'],
  SK: ['CZ', 'HU', 'PL', 'AT', 'UA'],
  US: ['CA', 'MX'],
}

const isCountry = (code: string | undefined): code is CountryCode =>
  countryCodes.some((one) => one === code)

/** The country that a locale such as `fr-BE` names, or null. */
export function countryOfLocale(locale: string): CountryCode | null {
  try {
    const { region } = new Intl.Locale(locale)
    return isCountry(region) ? region : null
  } catch {
    return null
  }
}

/**
 * The countries to offer before all others: `home` and what lies around it, then those of `language`.
 * @param home null where nothing tells it
 */
export function nearCountries(language: Language, home: CountryCode | null): CountryCode[] {
  const own = home === null ? [] : [home, ...(neighbours[home] ?? [])]
  return [...new Set([...own, ...countriesOfLanguage[language]])]
}
