import { describe, expect, it } from 'vitest'
import { lockPasswordFailures } from '../../../src/shared/rules/lock-password.ts'

describe('a password for the lock of this computer', () => {
  it.each([
    ['rivière8', []],
    ['une phrase entière', []],
    ['riviere', ['too_short']],
    ['20261129', ['only_digits']],
    ['٢٠٢٦١١٢٩', ['only_digits']],
    ['abababab', ['repeated']],
    ['1111', ['too_short', 'only_digits', 'repeated']],
    ['Marie.Lambert9', ['contains_username']],
    ['MARIE.LAMBERT', ['contains_username']],
    // Characters as a person counts them, however many units they are stored in.
    ['🙂🙃🐟🐠🦑', ['too_short']],
    ['', ['too_short', 'only_digits', 'repeated']],
  ])('%s', (password, failures) => {
    expect(lockPasswordFailures(password, 'marie.lambert')).toEqual(failures)
  })

  it('may be checked where nobody’s name is known', () => {
    expect(lockPasswordFailures('marie.lambert')).toEqual([])
  })
})
