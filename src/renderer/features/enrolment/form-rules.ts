/** The contract's schemas as the two forms need them: with the rules that span several fields. */
import type { z } from 'zod'
import { answerFailures } from '../../../shared/answers.ts'
import { passwordFailures } from '../../../shared/password-policy.ts'
import type { PasswordContext } from '../../../shared/password-policy.ts'
import {
  enrolmentSecurityRequestSchema,
  personalDataSchema,
} from '../../../shared/portal/enrolment.ts'
import type { PasswordPolicy } from '../../../shared/portal/password-policy.ts'
import { writeFailure, type Failure } from '../../lib/field-failures.ts'

export type SecurityRules = {
  /** Null while the policy is not known: the portal then judges alone. */
  readonly policy: PasswordPolicy | null
  readonly context: PasswordContext & { readonly username: string }
}

/** Step 1: every rule of password and answers, all failures at once. */
export function securityFormSchema({ policy, context }: SecurityRules) {
  return enrolmentSecurityRequestSchema.superRefine(({ newPassword, answers }, issues) => {
    const add = (path: (string | number)[], failure: Failure) =>
      issues.addIssue({ code: 'custom', path, message: writeFailure(failure) })
    if (newPassword !== '' && policy !== null) {
      const failures = passwordFailures(policy, newPassword, context)
      for (const failure of failures) add(['newPassword'], failure)
    }
    const answerContext = { ...context, password: newPassword }
    for (const { index, field, code } of answerFailures(answers, answerContext)) {
      // An empty field is already said to be required.
      if (answers[index]?.[field] !== '') add(['answers', index, field], { code })
    }
  })
}
export type SecurityForm = z.input<ReturnType<typeof securityFormSchema>>

/** Step 2. The language is not among its fields: it is the app's own, and already in force. */
export const personalDataFormSchema = personalDataSchema
  .omit({ language: true })
  .superRefine(({ email, emailConfirmation }, issues) => {
    if (email === '' || emailConfirmation === '') return
    if (email.toLowerCase() !== emailConfirmation.toLowerCase()) {
      issues.addIssue({ code: 'custom', path: ['emailConfirmation'], message: 'emails_differ' })
    }
  })
export type PersonalDataForm = z.input<typeof personalDataFormSchema>

/** The code for what zod itself found; for `zodResolver`'s parse options. */
export function issueCode(issue: z.core.$ZodRawIssue): string {
  const field = issue.path?.at(-1)
  if (issue.code === 'too_small') return field === 'questionId' ? 'question_required' : 'required'
  if (issue.code === 'too_big') {
    return writeFailure({ code: 'too_long', params: { max: Number(issue.maximum) } })
  }
  if (issue.code === 'invalid_format') return issue.input === '' ? 'required' : 'email_invalid'
  return issue.message ?? 'invalid'
}
