import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ProfileDraft } from '../../../../shared/contract/identity/profile-view.ts'
import { emailKeyOf } from '../../../../shared/rules/email-address.ts'
import { emailChangeRequestSchema } from '../../../../shared/contract/identity/email-changes.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'

const emailFormSchema = emailChangeRequestSchema.superRefine(
  ({ email, emailConfirmation }, issues) => {
    if (emailKeyOf(email) !== emailKeyOf(emailConfirmation)) {
      issues.addIssue({ code: 'custom', path: ['emailConfirmation'], message: 'emails_differ' })
    }
  },
)
export type EmailForm = z.input<typeof emailFormSchema>

export const noEmail: EmailForm = { email: '', emailConfirmation: '' }

/** The new address, typed twice. */
export function useEmailForm(kept: ProfileDraft['email']): UseFormReturn<EmailForm> {
  return useForm<EmailForm>({
    resolver: zodResolver(emailFormSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: kept ?? noEmail,
  })
}
