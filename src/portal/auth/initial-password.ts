/** Initial passwords: read from paper or over the telephone, typed once. */
import { randomInt } from 'node:crypto'

/** No character that looks or sounds like another (0 O, 1 l I, …); 31 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** Four groups of four, e.g. `k7mp-3xwe-9ahr-tc4d`: 79 random bits. */
export function createInitialPassword(): string {
  return Array.from({ length: groups }, createGroup).join('-')
}

function createGroup(): string {
  return Array.from({ length: groupLength }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  ).join('')
}
