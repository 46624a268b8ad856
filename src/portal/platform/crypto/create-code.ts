/** Codes that are sent by e-mail. */
import { randomInt } from 'node:crypto'
import { codeShapes, type CodeFormat } from '../../../shared/rules/codes.ts'

/** A code that nobody can foretell, each character drawn by itself. */
export function createCode(format: CodeFormat): string {
  const { length, alphabet } = codeShapes[format]
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
