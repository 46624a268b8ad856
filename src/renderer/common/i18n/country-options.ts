/** Countries to choose from, as each language names them. */
import { useMemo } from 'react'
import type { CountryCode } from '../../../shared/rules/countries.ts'
import type { ComboboxOption } from '../../ui/combobox-field.tsx'
import { otherNamesOf } from './country-names.ts'
import { useLanguage } from './languages.ts'
import { countriesNearFirst } from './names.ts'

/**
 * The near countries, and then all others by their names.
 * @param everywhere what none in particular is called, as the first of them; null where one must be chosen
 */
export function useCountryOptions(everywhere: string | null): ComboboxOption<CountryCode | ''>[] {
  const language = useLanguage()
  return useMemo(() => {
    const { near, others } = countriesNearFirst(language, navigator.languages)
    const last = near.at(-1)?.code
    const none = everywhere === null ? [] : [{ value: '' as const, label: everywhere }]
    return [
      ...none,
      ...[...near, ...others].map(({ code, name }) => ({
        value: code,
        label: name,
        otherNames: otherNamesOf(code),
        endsFirstGroup: code === last,
      })),
    ]
  }, [language, everywhere])
}
