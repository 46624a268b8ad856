/** Codes that were sent by e-mail, as they are entered. */
import { z } from 'zod'
import { longestCodeText, readCode, type CodeFormat } from '../rules/codes.ts'

/** A text that holds a code, on its way to who knows the code's format. */
export const codeTextSchema = z.string().trim().min(1).max(longestCodeText)

/** For forms: the code of `format` in what was typed, or an issue named as the sentence about it. */
export function codeSchemaOf(format: CodeFormat) {
  return z.string().transform((text, context) => {
    const code = readCode(text, format)
    if (code !== null) return code
    const message = text.trim() === '' ? 'required' : (`code_${format}` as const)
    // The rules of other fields speak as well.
    context.addIssue({ code: 'custom', message, input: text, continue: true })
    return z.NEVER
  })
}
