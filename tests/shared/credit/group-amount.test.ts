import { describe, expect, test } from 'vitest'
import { amountText, groupWhileTyping } from '../../../src/shared/credit/group-amount.ts'
import { parseAmount } from '../../../src/shared/credit/parse-amount.ts'
import { languages, type Language } from '../../../src/shared/languages.ts'

/** Types one key after the other at the end of an empty field. */
function typed(language: Language, keys: string): string {
  let text = ''
  for (const key of keys) {
    const next = text + key
    text = groupWhileTyping(language, text, { text: next, caret: next.length }).text
  }
  return text
}

test.each([
  ['fr', '250000', '250\u202f000'],
  ['fr', '1250,5', '1\u202f250,5'],
  ['fr', '1 250 000', '1\u202f250\u202f000'],
  ['nl', '250000', '250.000'],
  ['nl', '1250,5', '1.250,5'],
  ['en', '250000', '250,000'],
  ['en', '1250.5', '1,250.5'],
  ['de', '1250000', '1.250.000'],
  ['es', '1250', '1250'],
  ['es', '12500', '12.500'],
  ['it', '12500,25', '12.500,25'],
] as const)('in %s, %s is grouped as %s', (language, keys, text) => {
  expect(typed(language, keys)).toBe(text)
})

describe('the signs of another language are left as they are typed', () => {
  test.each([
    ['en', '250,5', '250,5', '250.50'],
    ['nl', '1250.5', '1.250.5', null],
    ['fr', '1250.50', '1\u202f250.50', '1250.50'],
    ['de', '250.5', '250.5', '250.50'],
  ] as const)('in %s, %s', (language, keys, text, amount) => {
    const shown = typed(language, keys)
    expect(shown).toBe(text)
    const reading = parseAmount(language, shown, 'EUR')
    expect(reading.kind === 'amount' ? reading.money.amount : null).toBe(amount)
  })
})

test('what is pasted in another writing waits for whoever reads it', () => {
  const pasted = { text: '1.234,56', caret: 8 }
  expect(groupWhileTyping('en', '', pasted)).toBe(pasted)
  expect(groupWhileTyping('fr', '', { text: '1234567', caret: 7 }).text).toBe('1\u202f234\u202f567')
})

test('the caret stays between the digits where it was', () => {
  // 12|345 → 12 9|345: a digit goes in, and the signs move around it.
  expect(groupWhileTyping('en', '12,345', { text: '129,345', caret: 3 })).toEqual({
    text: '129,345',
    caret: 3,
  })
  expect(groupWhileTyping('en', '129,345', { text: '1289,345', caret: 3 })).toEqual({
    text: '1,289,345',
    caret: 4,
  })
  // The sign alone is taken away: it comes back, and the caret is before it.
  expect(groupWhileTyping('en', '1,234', { text: '1234', caret: 1 })).toEqual({
    text: '1,234',
    caret: 1,
  })
  expect(groupWhileTyping('en', '1,234', { text: '234', caret: 0 })).toEqual({
    text: '234',
    caret: 0,
  })
})

test('an emptied field is empty', () => {
  expect(groupWhileTyping('fr', '1', { text: '', caret: 0 })).toEqual({ text: '', caret: 0 })
})

test.each(languages)('in %s, what is written is read as the same amount', (language) => {
  const amounts = [
    { amount: '0.00', currency: 'EUR' },
    { amount: '1234.00', currency: 'EUR' },
    { amount: '1234.50', currency: 'EUR' },
    { amount: '999999999999.99', currency: 'EUR' },
    { amount: '1234567', currency: 'JPY' },
    { amount: '1234.567', currency: 'KWD' },
  ]
  for (const money of amounts) {
    expect(parseAmount(language, amountText(language, money), money.currency)).toEqual({
      kind: 'amount',
      money,
    })
  }
})
