/** Initial passwords: read from paper or over the telephone, typed once. */
import { randomInt } from 'node:crypto'
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import { visibleText } from '../../../shared/rules/typed-text.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import type { User } from '../../platform/db/schema.ts'

/** No character that looks or sounds like another (0 O, 1 l I, …); 31 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** Four groups of four, e.g. `k7mp-3xwe-9ahr-tc4d`: 79 random bits. */
export function createInitialPassword(): string {
  return Array.from({ length: groups }, createGroup).join('-')
}

const issued = new RegExp(`^[${alphabet}]{${groups * groupLength}}$`, 'u')
const groupStart = new RegExp(`(?<!^)(?=(?:.{${groupLength}})+$)`, 'gu')
const dashes = /[\p{Pd}\u2212]/gu
/** What people and word processors put between the groups, or leave in their place. */
const betweenGroups = /[\p{Pd}\u2212\s._]/gu

/**
 * An initial password as it was issued, from however it was typed or pasted: in capitals, without its
 * dashes, with other dashes or spaces. Any other text keeps all but the spaces around it.
 */
export function readInitialPassword(typed: string): string {
  const text = visibleText(normalizePassword(typed))
  const letters = text.replaceAll(betweenGroups, '').toLowerCase()
  return issued.test(letters) ? letters.replaceAll(groupStart, '-') : text.replaceAll(dashes, '-')
}

/**
 * What is compared with the password of `user` (undefined for nobody). Only one that was issued, and
 * not chosen, may be typed in other dress; both readings are made for everybody.
 */
export function enteredPassword(
  user: Pick<User, 'enrolment_state'> | undefined,
  typed: string,
): string {
  const asChosen = normalizePassword(typed)
  const asIssued = readInitialPassword(typed)
  return user !== undefined && enrolmentStateOf(user) === 'security' ? asIssued : asChosen
}

function createGroup(): string {
  return Array.from({ length: groupLength }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  ).join('')
}
