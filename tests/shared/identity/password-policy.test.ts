import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  localRules,
  normalizePassword,
  passwordFailures,
  passwordLength,
} from '../../../src/shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../src/shared/contract/identity/password-policy.ts'

const classic: PasswordPolicy = {
  name: 'classic',
  minLength: 12,
  maxLength: 256,
  fourClasses: true,
  forbidPersonalData: true,
  forbidCommon: true,
  history: 5,
  expiresAfterDays: 180,
}
const modern: PasswordPolicy = { ...classic, name: 'modern', minLength: 15, fourClasses: false }

const codes = (policy: PasswordPolicy, password: string, context = {}) =>
  passwordFailures(policy, password, context).map((failure) => failure.code)

const unicode = fc.string({ unit: 'grapheme' })
const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters))
/** A password with all four classes and a length within the policy. */
const good = fc
  .tuple(
    fc.array(oneOf('abcdefgh'), { minLength: 3, maxLength: 20 }),
    fc.array(oneOf('ABCDEFÉÀ'), { minLength: 3, maxLength: 20 }),
    fc.array(oneOf('0123456789'), { minLength: 3, maxLength: 20 }),
    fc.array(oneOf('-_!? €§'), { minLength: 3, maxLength: 20 }),
  )
  .chain((parts) => fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }))
  .map((characters) => characters.join(''))

describe('the password policy', () => {
  test('accepts whatever has the length and all four classes', () => {
    fc.assert(
      fc.property(good, (password) => {
        expect(codes(classic, password)).toEqual([])
      }),
    )
  })

  test('names each class that is missing, and the length, all at once', () => {
    expect(codes(classic, '')).toEqual([
      'too_short',
      'missing_lower',
      'missing_upper',
      'missing_digit',
      'missing_symbol',
    ])
    expect(codes(classic, 'abcdefghijkl')).toEqual([
      'missing_upper',
      'missing_digit',
      'missing_symbol',
    ])
    expect(codes(modern, 'abcdefghijkl')).toEqual(['too_short'])
  })

  test('counts what a person sees as a character, however it is typed', () => {
    expect(passwordLength('é'.normalize('NFD'))).toBe(1)
    expect(passwordLength('😀😀')).toBe(2)
    fc.assert(
      fc.property(unicode, (password) => {
        const composed = codes(classic, password.normalize('NFC'))
        expect(codes(classic, password.normalize('NFD'))).toEqual(composed)
      }),
    )
  })

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(unicode, (password) => {
        const once = normalizePassword(password)
        expect(normalizePassword(once)).toBe(once)
      }),
    )
  })

  test('never takes a longer password for a shorter one', () => {
    fc.assert(
      fc.property(good, fc.nat(100), (password, more) => {
        expect(codes(classic, password + 'x'.repeat(more))).not.toContain('too_short')
      }),
    )
    expect(codes(classic, 'Aa1!'.repeat(64))).toEqual([])
    expect(codes(classic, `${'Aa1!'.repeat(64)}x`)).toEqual(['too_long'])
  })

  test('finds the username, a name and the mailbox anywhere in it, in any case', () => {
    const name = fc.stringMatching(/^[a-z]{3,12}$/)
    fc.assert(
      fc.property(name, good, good, (part, before, after) => {
        const password = `${before}${part.toUpperCase()}${after}`
        const context = { username: part, names: ['', part], email: `${part}@example.com` }
        expect(codes(classic, password, context)).toEqual([
          'contains_username',
          'contains_name',
          'contains_email',
        ])
      }),
    )
  })

  test('lets fragments of two letters pass', () => {
    const context = { username: 'li', names: ['An'], email: 'jo@example.com' }
    expect(codes(classic, 'Lilian-Anjou-2026', context)).toEqual([])
  })

  test('announces every rule that the app can check by itself', () => {
    expect(localRules(modern)).toEqual([
      'too_short',
      'contains_username',
      'contains_name',
      'contains_email',
    ])
    fc.assert(
      fc.property(unicode, (password) => {
        const announced = new Set([...localRules(classic), 'too_long'])
        const context = { username: password, names: [password], email: password }
        for (const code of codes(classic, password, context)) expect(announced).toContain(code)
      }),
    )
  })
})
