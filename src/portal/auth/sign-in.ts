/**
 * Signing in. A username that nobody has takes the same path, the same hashing and the same writes
 * as a wrong password, so that neither words nor time tell who has an account.
 */
import { normalizePassword } from '../../shared/password-policy.ts'
import type { Session } from '../../shared/portal/sessions.ts'
import type { z } from 'zod'
import type { sessionCreateRequestSchema } from '../../shared/portal/sessions.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import { foldName } from '../accounts/fold-name.ts'
import type { Context } from '../context.ts'
import type { User } from '../db/schema.ts'
import { recordEvent } from '../events/security-events.ts'
import { ProblemError } from '../problem-error.ts'
import { lifetimes } from '../settings.ts'
import { openSession } from './sessions.ts'
import {
  addressKey,
  assertFree,
  chargeAttempt,
  forgetFailures,
  refundAttempt,
  type Charge,
} from './throttle.ts'

type Credentials = z.output<typeof sessionCreateRequestSchema>

type Attempt = {
  readonly credentials: Credentials
  readonly password: string
  readonly address: string
  readonly accountKey: string
  readonly addressKey: string
}

/**
 * Checks the credentials and opens a session.
 * @throws ProblemError `invalid_credentials`, `too_many_attempts`, `flow_expired` (right, but the
 * initial password's days are over), `unavailable`
 */
export async function signIn(
  context: Context,
  credentials: Credentials,
  address: string,
): Promise<Session> {
  const attempt: Attempt = {
    credentials,
    password: normalizePassword(credentials.password),
    address,
    accountKey: accountKey(context, credentials.username),
    addressKey: addressKey('sign-in', address),
  }
  const { account, address: addressPolicy } = context.settings.throttle
  const charges: Charge[] = [
    { key: attempt.addressKey, policy: addressPolicy },
    { key: attempt.accountKey, policy: account },
  ]
  // Asked twice: here so that a flood is refused before it queues, in turn so that it is exact.
  await assertFree(context.db, charges, context.now())
  return context.hasher.inTurn(async () => {
    await chargeAttempt(context.db, charges, context.now())
    const user = await context.db
      .selectFrom('users')
      .selectAll()
      .where('username_key', '=', foldName(credentials.username))
      .executeTakeFirst()
    const right = await context.hasher.verify(
      user?.password_hash ?? context.hasher.nobody,
      attempt.password,
    )
    if (user === undefined || !right) return refuse(context, attempt, user)
    return accept(context, attempt, user)
  })
}

/** The throttle's key of an account, whether or not anybody has it. */
export function accountKey(context: Pick<Context, 'pepper'>, username: string): string {
  return `account:${context.pepper.hideName(foldName(username))}`
}

async function refuse(context: Context, attempt: Attempt, user: User | undefined): Promise<never> {
  await context.db.transaction().execute(async (transaction) => {
    await recordEvent(
      transaction,
      context,
      { kind: 'sign_in_failed', userId: user?.id ?? null, details: { address: attempt.address } },
      context.pepper.hideName(foldName(attempt.credentials.username)),
    )
  })
  throw new ProblemError('invalid_credentials')
}

async function accept(context: Context, attempt: Attempt, user: User): Promise<Session> {
  const now = context.now()
  const expired = enrolmentStateOf(user) === 'security' && user.enrolment_expires_at <= now
  const rehashed = context.hasher.isOutdated(user.password_hash)
    ? await context.hasher.hash(attempt.password)
    : null
  const session = await context.db.transaction().execute(async (transaction) => {
    await refundAttempt(transaction, attempt.addressKey)
    await forgetFailures(transaction, attempt.accountKey)
    if (expired) {
      const details = { address: attempt.address }
      await recordEvent(transaction, context, {
        kind: 'initial_password_expired',
        userId: user.id,
        details,
      })
      return null
    }
    if (rehashed !== null) {
      await transaction
        .updateTable('users')
        .set({ password_hash: rehashed })
        .where('id', '=', user.id)
        .where('password_hash', '=', user.password_hash)
        .execute()
    }
    if (enrolmentStateOf(user) === 'personalData') {
      await transaction
        .updateTable('users')
        .set({ enrolment_expires_at: now + lifetimes.initialPassword })
        .where('id', '=', user.id)
        .execute()
    }
    const { device } = attempt.credentials
    const opened = await openSession(transaction, context, user, device)
    await recordEvent(transaction, context, {
      kind: 'signed_in',
      userId: user.id,
      details: {
        session: opened.sessionId,
        device: device.name,
        platform: device.platform,
        address: attempt.address,
      },
    })
    return opened
  })
  if (session === null) throw new ProblemError('flow_expired')
  return session
}
