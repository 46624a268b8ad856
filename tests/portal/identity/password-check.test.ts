import { describe, expect, test } from 'vitest'
import { isCommonPassword } from '../../../src/portal/identity/passwords/password-check.ts'

describe('common passwords', () => {
  test.each(['password', 'PASSWORD', 'Password1!', '123password!!', 'letmein', '123456789'])(
    'are %s',
    (password) => expect(isCommonPassword(password)).resolves.toBe(true),
  )

  test.each(['', '!!!!', 'a', 'Nouvelle-Route-2026!', 'pass-word-of-mine', '1love1'])(
    'are not “%s”',
    (password) => expect(isCommonPassword(password)).resolves.toBe(false),
  )

  test('are looked for in passwords of any length', async () => {
    // Looking for both ends apart would take the square of its length.
    expect(await isCommonPassword(`a${'1'.repeat(400_000)}a`)).toBe(false)
  })
})
