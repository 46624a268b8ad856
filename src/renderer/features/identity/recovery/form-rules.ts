/** The contract's schemas as the three forms need them. */
import { z } from 'zod'
import { normalizeAnswer } from '../../../../shared/identity/answers.ts'
import type { CodeFormat } from '../../../../shared/rules/codes.ts'
import { codeSchemaOf, usernameSchema } from '../../../../shared/contract/common.ts'
import { recoveryPasswordRequestSchema } from '../../../../shared/contract/identity/recoveries.ts'
import { foldTyped } from '../../../../shared/rules/typed-text.ts'
import { addPasswordIssues, type PasswordRules } from '../../../common/forms/form-rules.ts'

export const usernameFormSchema = z.object({ username: usernameSchema })
export type UsernameForm = z.input<typeof usernameFormSchema>

/** Usernames are compared as the portal does. */
export function isSameUsername(one: string, other: string | null): boolean {
  return other !== null && foldTyped(one) === foldTyped(other)
}

/** As many answers as there are questions, and a code of `format` where one is asked for. */
export function answersFormSchema(questions: number, format: CodeFormat | null) {
  return z
    .object({
      code: format === null ? z.string() : codeSchemaOf(format),
      answers: z.array(z.object({ answer: z.string().trim().max(200) })),
    })
    .superRefine(({ answers }, issues) => {
      for (const [index, { answer }] of answers.slice(0, questions).entries()) {
        if (normalizeAnswer(answer) !== '') continue
        issues.addIssue({
          code: 'custom',
          path: ['answers', index, 'answer'],
          message: 'required',
        })
      }
    })
}
export type AnswersForm = z.input<ReturnType<typeof answersFormSchema>>

/** Nothing typed yet. */
export const noAnswers: AnswersForm = {
  code: '',
  answers: [{ answer: '' }, { answer: '' }, { answer: '' }],
}

/** The new password with all its rules, typed twice. */
export function passwordFormSchema(rules: PasswordRules) {
  return recoveryPasswordRequestSchema
    .extend({ confirmation: z.string().min(1) })
    .superRefine(({ newPassword, confirmation }, issues) => {
      addPasswordIssues(issues, 'newPassword', newPassword, rules)
      if (newPassword === '' || confirmation === '' || newPassword === confirmation) return
      issues.addIssue({ code: 'custom', path: ['confirmation'], message: 'passwords_differ' })
    })
}
export type PasswordForm = z.input<ReturnType<typeof passwordFormSchema>>
