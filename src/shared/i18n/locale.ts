import type { Language } from '../languages.ts'

/** For Intl: English is Europe's here, with the day before the month and twenty-four hours. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}
