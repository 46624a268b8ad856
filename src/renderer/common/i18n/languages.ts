import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/languages.ts'

/**
 * Each language by its own name. The list comes from here and not from the contract's `languages`,
 * whose module brings zod along; the type keeps the two the same.
 */
export const languageNames = {
  fr: 'Français',
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
} as const satisfies Record<Language, string>

/** Whether `value` names one of the six languages. */
export function isLanguage(value: string): value is Language {
  return value in languageNames
}

/** The six languages, French first. */
export const languageList: readonly Language[] = Object.keys(languageNames).filter(isLanguage)

/** The language on screen, for Intl. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('common')
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}
