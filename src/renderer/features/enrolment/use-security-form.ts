import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { passwordFailures, type PasswordContext } from '../../../shared/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/portal/password-policy.ts'
import { issueCode, securityFormSchema, type SecurityForm } from './form-rules.ts'
import { useRemotePasswordCheck, type RemoteCheck } from './use-remote-password-check.ts'

export type PasswordState = {
  readonly value: string
  readonly policy: PasswordPolicy | null
  readonly context: PasswordContext & { readonly username: string }
  readonly remote: RemoteCheck
}

type SecurityFormOptions = {
  readonly questionIds: readonly string[]
  readonly policy: PasswordPolicy | null
  readonly context: PasswordState['context']
}

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
  const ready = policy !== null && passwordFailures(policy, value, context).length === 0
  const remote = useRemotePasswordCheck(value, context.username, ready)
  return { form, password: { value, policy, context, remote } }
}
