/** What the meter says, with the lists that it brings along. */
import { expect, test } from 'vitest'
import {
  passwordStrength,
  strengthLevels,
} from '../../../src/renderer/common/passwords/password-strength.ts'

const levelOf = (password: string) =>
  strengthLevels.indexOf(passwordStrength(password, { username: 'marie.lambert' }))

test.each([
  'Motdepasse-2026!',
  'Motdepasse2026!!',
  'Wachtwoord-2026!',
  'Password-2026!',
  'Bienvenue-2026!',
  'Atradius-2026!',
  'Servnet-Janvier-2026!',
  'Zomer-2026!!',
  'marie.lambert-2026!',
])('%s, which the portal refuses, is very weak', (password) => {
  expect(levelOf(password)).toBe(0)
})

test.each([
  'aardappelen',
  'schilderij12',
  'grenouille1',
  'Schmetterling',
  'zanahorias',
  'butterflies',
  'farfalla99',
])('%s is a word of one of the six languages, and not good', (password) => {
  expect(levelOf(password)).toBeLessThan(3)
})

test.each(['Confiance-En-Route-2026!', 'kX9$vLq2!pWz7#', 'Lumiere-Du-Matin-88!'])(
  '%s is strong',
  (password) => {
    expect(levelOf(password)).toBe(4)
  },
)
