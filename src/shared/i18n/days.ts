/** Days as each language writes them in a sentence. */
import type { Language } from '../languages.ts'
import { localeOf } from './locale.ts'

/**
 * A day with its year, "23 novembre 2026", "1er septembre 2026".
 * @param at a moment of it, in ms since 1970
 * @param timeZone whose day it is; left out, this computer's
 */
export function formatLongDay(language: Language, at: number, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  return withFirst(language, format.format(at))
}

/**
 * A day of a year that goes without saying, "23 novembre", "1er septembre".
 * @param at a moment of it in UTC, in ms since 1970
 */
export function formatDayOfYear(language: Language, at: number): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return withFirst(language, format.format(at))
}

/**
 * A text that begins with a day, or names it behind its weekday, as French counts it: the first of a month as such,
 * which Intl does not.
 */
export function withFirst(language: Language, words: string): string {
  return language === 'fr' ? words.replace(/\b1 (?=\p{L})/u, '1er ') : words
}
