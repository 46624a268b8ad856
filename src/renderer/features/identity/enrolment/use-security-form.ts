import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import {
  usePasswordState,
  type PasswordState,
} from '../../../common/passwords/use-password-state.ts'
import { issueCode, type PasswordRules } from '../../../common/forms/form-rules.ts'
import { securityFormSchema, type SecurityForm } from './form-rules.ts'

type SecurityFormOptions = PasswordRules & { readonly questionIds: readonly string[] }

/** Step 1's form. It lives as long as the page, so that going back and forth loses nothing. */
export function useSecurityForm({ questionIds, policy, context }: SecurityFormOptions): {
  readonly form: UseFormReturn<SecurityForm>
  readonly password: PasswordState
} {
  const schema = useMemo(() => securityFormSchema({ policy, context }), [policy, context])
  const form = useForm<SecurityForm>({
    resolver: zodResolver(schema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      newPassword: '',
      answers: [0, 1, 2].map((index) => ({ questionId: questionIds[index] ?? '', answer: '' })),
    },
  })
  const value = useWatch({ control: form.control, name: 'newPassword' })
  return { form, password: usePasswordState({ value, policy, context }) }
}
