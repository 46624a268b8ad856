import { passwordFailures, type PasswordContext } from '../../../shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/contract/identity/password-policy.ts'
import { useRemotePasswordCheck, type RemoteCheck } from './use-remote-password-check.ts'

/** What a new password is judged by and what is known of it so far. */
export type PasswordState = {
  readonly value: string
  /** Null while it is not known: the portal then judges alone. */
  readonly policy: PasswordPolicy | null
  readonly context: PasswordContext & { readonly username: string }
  readonly remote: RemoteCheck
}

/** The state of the new password `value`, the portal's own judgement included. */
export function usePasswordState({
  value,
  policy,
  context,
}: Omit<PasswordState, 'remote'>): PasswordState {
  const ready = policy !== null && passwordFailures(policy, value, context).length === 0
  const remote = useRemotePasswordCheck(value, context.username, ready)
  return { value, policy, context, remote }
}
