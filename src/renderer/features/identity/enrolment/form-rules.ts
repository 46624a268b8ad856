/** The contract's schemas as the two forms need them: with the rules that span several fields. */
import type { z } from 'zod'
import { emailKeyOf } from '../../../../shared/rules/email-address.ts'
import {
  enrolmentSecurityRequestSchema,
  personalDataSchema,
} from '../../../../shared/contract/identity/enrolment.ts'
import {
  addAnswerIssues,
  addPasswordIssues,
  type PasswordRules,
} from '../../../common/forms/form-rules.ts'

/** Step 1: every rule of password and answers, all failures at once. */
export function securityFormSchema(rules: PasswordRules) {
  return enrolmentSecurityRequestSchema.superRefine(({ newPassword, answers }, issues) => {
    addPasswordIssues(issues, 'newPassword', newPassword, rules)
    addAnswerIssues(issues, answers, { ...rules.context, password: newPassword })
  })
}
export type SecurityForm = z.input<ReturnType<typeof securityFormSchema>>

/** Step 2. The language is not among its fields: it is the app's own, and already in force. */
export const personalDataFormSchema = personalDataSchema
  .omit({ language: true })
  .superRefine(({ email, emailConfirmation }, issues) => {
    if (emailKeyOf(email) !== emailKeyOf(emailConfirmation)) {
      issues.addIssue({ code: 'custom', path: ['emailConfirmation'], message: 'emails_differ' })
    }
  })
export type PersonalDataForm = z.input<typeof personalDataFormSchema>
