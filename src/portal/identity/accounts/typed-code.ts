/** Codes that come back from whoever was sent them. */
import { readCode, type CodeFormat } from '../../../shared/rules/codes.ts'
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
