/** Names that the language itself knows, from Intl. */
import { countryCodes, isCountryCode, type CountryCode } from '../../../shared/rules/countries.ts'
import { countryOfLocale, nearCountries } from '../../../shared/rules/near-countries.ts'
import type { Language } from '../../../shared/languages.ts'

/** "Allemagne" for `DE`. */
export function countryName(language: Language, code: CountryCode): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

/** The same for a code that may be none: then itself. */
export function countryOf(language: Language, code: string): string {
  return isCountryCode(code) ? countryName(language, code) : code
}

export type NamedCountry = { readonly code: CountryCode; readonly name: string }

/**
 * Every country once: first those near to whoever speaks `language` with the system's `locales`, and
 * then the others in the order of the alphabet.
 */
export function countriesNearFirst(language: Language, locales: readonly string[]) {
  // An app in French on a system in American English tells nothing of where one is.
  const locale = locales.find((one) => one.split('-')[0] === language)
  const near = nearCountries(language, locale === undefined ? null : countryOfLocale(locale))
  return {
    near: near.map((code): NamedCountry => ({ code, name: countryName(language, code) })),
    others: countriesByName(language).filter(({ code }) => !near.includes(code)),
  }
}

/** Every country with its name, in the order of the language's alphabet. */
export function countriesByName(language: Language): readonly NamedCountry[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const { compare } = new Intl.Collator(language)
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => compare(one.name, other.name))
}

/** "EUR – euro" for `EUR`. */
export function currencyName(language: Language, code: string): string {
  return `${code} – ${new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code}`
}
