/** Names that the language itself knows, from Intl. */
import { countryCodes, type CountryCode } from '../../../shared/rules/countries.ts'
import type { Language } from '../../../shared/languages.ts'

/** "Allemagne" for `DE`. */
export function countryName(language: Language, code: CountryCode): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

/** Every country with its name, in the order of the language's alphabet. */
export function countriesByName(
  language: Language,
): readonly { readonly code: CountryCode; readonly name: string }[] {
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
