import { expect, it } from 'vitest'
import { formatDayOfYear, formatLongDay, withFirst } from '../../../src/shared/i18n/days.ts'

const first = Date.UTC(2026, 8, 1)
const eleventh = Date.UTC(2026, 8, 11)

it('the first of a month is counted in French, and no other day', () => {
  expect(formatLongDay('fr', first, 'UTC')).toBe('1er septembre 2026')
  expect(formatDayOfYear('fr', first)).toBe('1er septembre')
  expect(formatLongDay('fr', eleventh, 'UTC')).toBe('11 septembre 2026')
  expect(formatDayOfYear('fr', eleventh)).toBe('11 septembre')
})

it.each([
  ['1 déc. 2026, 08:01', '1er déc. 2026, 08:01'],
  ['mardi 1 décembre 2026', 'mardi 1er décembre 2026'],
  ['1 décembre 2026 à 01:11', '1er décembre 2026 à 01:11'],
  ['21 nov. 2021, 11:31', '21 nov. 2021, 11:31'],
  ['vendredi 11 décembre 2031', 'vendredi 11 décembre 2031'],
])('in “%s” it is the day alone', (written, words) => {
  expect(withFirst('fr', written)).toBe(words)
  expect(withFirst('it', written)).toBe(written)
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
