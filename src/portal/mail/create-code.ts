/** Codes that are sent by e-mail. */
import { randomInt } from 'node:crypto'

const digits = 6

/** A code that nobody can foretell: six digits, zeros in front included. */
export function createCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0')
}
