/** The passwords that everybody tries first. */
import { isInList } from '../../../shared/identity/common-password.ts'
import type { PasswordContext } from '../../../shared/identity/password-policy.ts'
import { isPredictablePassword } from '../../../shared/identity/predictable-password.ts'

let loading: Promise<ReadonlySet<string>> | null = null

/** Loaded with the first password that is chosen: most starts of the portal see none for long. */
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set<string>(dictionary['passwords-common'])
}

/**
 * Whether `password` is one of the 49,000 most used, one dressed up with digits and symbols, or made
 * of what everyone knows of the services and, as far as `context` tells, of the person.
 */
export async function isCommonPassword(
  password: string,
  context: PasswordContext = {},
): Promise<boolean> {
  if (isPredictablePassword(password, context)) return true
  loading ??= load()
  return isInList(await loading, password)
}
