import { expect, it } from 'vitest'
import { formatDayOfYear, formatLongDay } from '../../../src/shared/i18n/days.ts'

const first = Date.UTC(2026, 8, 1)
const eleventh = Date.UTC(2026, 8, 11)

it('the first of a month is counted in French, and no other day', () => {
  expect(formatLongDay('fr', first, 'UTC')).toBe('1er septembre 2026')
  expect(formatDayOfYear('fr', first)).toBe('1er septembre')
  expect(formatLongDay('fr', eleventh, 'UTC')).toBe('11 septembre 2026')
  expect(formatDayOfYear('fr', eleventh)).toBe('11 septembre')
})

it.each([
  ['nl', '1 september 2026'],
  ['de', '1. September 2026'],
  ['es', '1 de septiembre de 2026'],
  ['it', '1 settembre 2026'],
  ['en', '1 September 2026'],
] as const)('%s writes it as the language does', (language, words) => {
  expect(formatLongDay(language, first, 'UTC')).toBe(words)
})

it('a day is that of its zone', () => {
  const late = Date.UTC(2026, 7, 31, 23)
  expect(formatLongDay('fr', late, 'UTC')).toBe('31 août 2026')
  expect(formatLongDay('fr', late, 'Europe/Brussels')).toBe('1er septembre 2026')
})
