/** Codes that come back from whoever was sent them. */
import { randomInt } from 'node:crypto'
import { readCode, type CodeFormat, codeShapes } from '../../../shared/rules/codes.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/**
 * The code in what was typed or pasted.
 * @throws ProblemError `invalid_request` where it holds none: that is said, and takes no try
 */
export function parseTypedCode(text: string, format: CodeFormat): string {
  const code = readCode(text, format)
  if (code !== null) return code
  throw new ProblemError('invalid_request', {
    errors: [{ pointer: '/code', code: `code_${format}` }],
  })
}

/** A code that nobody can foretell, each character drawn by itself. */
export function createCode(format: CodeFormat): string {
  const { length, alphabet } = codeShapes[format]
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
