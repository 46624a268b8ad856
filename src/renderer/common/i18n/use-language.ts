import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/languages.ts'
import { isLanguage } from './languages.ts'

/** The language on screen, for Intl. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('common')
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}
