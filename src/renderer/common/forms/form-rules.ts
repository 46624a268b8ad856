/** The rules of passwords and answers as issues of a form, beside what the contract's schemas say. */
import type { z } from 'zod'
import { answerFailures, type AnswerContext } from '../../../shared/identity/answers.ts'
import { passwordFailures } from '../../../shared/identity/password-policy.ts'
import type { PasswordContext } from '../../../shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/contract/identity/password-policy.ts'
import type { Answer } from '../../../shared/contract/identity/security-questions.ts'
import { writeFailure } from './field-failures.ts'

export type PasswordRules = {
  /** Null while the policy is not known: the portal then judges alone. */
  readonly policy: PasswordPolicy | null
  readonly context: PasswordContext & { readonly username: string }
}

/** Every rule that the new password fails, at `path`. */
export function addPasswordIssues(
  issues: z.RefinementCtx,
  path: string,
  password: string,
  { policy, context }: PasswordRules,
): void {
  // An empty field is already said to be required.
  if (password === '' || policy === null) return
  for (const failure of passwordFailures(policy, password, context)) {
    issues.addIssue({ code: 'custom', path: [path], message: writeFailure(failure) })
  }
}

/** Everything wrong with the chosen questions and their answers, under `answers`. */
export function addAnswerIssues(
  issues: z.RefinementCtx,
  answers: readonly Answer[],
  context: AnswerContext,
): void {
  for (const { index, field, code } of answerFailures(answers, context)) {
    // An empty field is already said to be required.
    if (answers[index]?.[field] === '') continue
    issues.addIssue({ code: 'custom', path: ['answers', index, field], message: code })
  }
}

/** The code for what zod itself found; for `zodResolver`'s parse options. */
export function issueCode(issue: z.core.$ZodRawIssue): string {
  const field = issue.path?.at(-1)
  if (issue.code === 'too_small') return field === 'questionId' ? 'question_required' : 'required'
  if (issue.code === 'too_big') {
    return writeFailure({ code: 'too_long', params: { max: Number(issue.maximum) } })
  }
  if (issue.code === 'invalid_format') {
    if (issue.input === '') return 'required'
    return formats.get(issue.format) ?? 'invalid'
  }
  return issue.message ?? 'invalid'
}

const formats: ReadonlyMap<string, string> = new Map([
  ['email', 'email_invalid'],
  ['email_accents', 'email_accents'],
])
