/** Which rules of the policy a password fails, whosever it is to be. */
import type { z } from 'zod'
import type {
  passwordCheckRequestSchema,
  PasswordFailure,
  PasswordPolicy,
} from '../../../shared/contract/identity/password-policy.ts'
import {
  isInList,
  passwordFailures,
  type PasswordContext,
} from '../../../shared/identity/password-policy.ts'
import { isPredictablePassword } from '../../../shared/identity/predictable-password.ts'
import type { Client } from '../../platform/network/client.ts'
import { consumeAttempt } from '../../platform/throttle/throttle.ts'
import type { Context } from '../context.ts'
import { addressCounters } from '../throttling/address-counters.ts'

/**
 * Looks at a password before it is chosen, for whoever asks.
 * @throws ProblemError `too_many_attempts`
 */
export async function checkPassword(
  { db, now, settings }: Context,
  { password, username }: z.output<typeof passwordCheckRequestSchema>,
  { networks }: Client,
): Promise<{ failures: PasswordFailure[] }> {
  const counters = addressCounters('password-check', networks, settings.throttle.passwordCheck)
  await consumeAttempt(db, counters, now())
  const known = username === undefined ? {} : { username }
  return { failures: await ruleFailures(settings.passwordPolicy, password, known) }
}

/** Every rule of `policy` that `password` fails, by itself and by what is known of the person. */
export async function ruleFailures(
  policy: PasswordPolicy,
  password: string,
  known: PasswordContext,
): Promise<PasswordFailure[]> {
  const failures = passwordFailures(policy, password, known)
  // Who is told that a name must not be in it need not hear of that name twice.
  const isTold = failures.some(({ code }) => code.startsWith('contains_'))
  if (policy.forbidCommon && (await isCommonPassword(password, isTold ? {} : known))) {
    failures.push({ code: 'too_common', params: {} })
  }
  return failures
}

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
