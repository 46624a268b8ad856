/** What a value of the profile is called, for choosing between two and for saying what has changed. */
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import { languageNames, useLanguage } from '../../../common/i18n/languages.ts'
import { countryName, currencyName } from '../../../common/i18n/names.ts'
import type { PersonalValues, PreferenceValues } from './profile-values.ts'

/** A name or the language, as the person knows it. */
export function usePersonalWords() {
  const { t } = useTranslation('profile')
  return (field: keyof PersonalValues, values: PersonalValues): string => {
    if (field === 'language') return languageNames[values.language]
    return values[field] === '' ? t('conflict.nothing') : values[field]
  }
}

/** A preference as the person knows it, for choosing between two. */
export function usePreferenceWords() {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  return (field: keyof PreferenceValues, values: PreferenceValues): string => {
    switch (field) {
      case 'defaultSearchCountry': {
        const { defaultSearchCountry: country } = values
        return country === '' ? t('preferences.everywhere') : countryName(language, country)
      }
      case 'servnetStartPage':
        return t(`preferences.startPages.${values.servnetStartPage}`)
      case 'currency':
        return currencyName(language, values.currency)
      case 'alertsByEmail':
        return t(values.alertsByEmail ? 'conflict.yes' : 'conflict.no')
      default:
        return assertNever(field)
    }
  }
}
