/**
 * Signing in. A username that nobody has takes the same path, the same hashing and the same writes
 * as a wrong password, so that neither words nor time tell who has an account.
 */
import type { Session } from '../../shared/portal/sessions.ts'
import type { z } from 'zod'
import type { sessionCreateRequestSchema } from '../../shared/portal/sessions.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import { foldName } from '../accounts/fold-name.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { User } from '../db/schema.ts'
import { recordEvent } from '../events/security-events.ts'
import type { Client } from '../network/client.ts'
import { ProblemError } from '../problem-error.ts'
import { lifetimes } from '../settings.ts'
import { enteredPassword } from './initial-password.ts'
import { rememberSignIn } from './known-clients.ts'
import { openSession } from './sessions.ts'
import {
  addressKey,
  assertFree,
  countAttempt,
  forgetFailures,
  refundAttempt,
  type Charge,
} from './throttle.ts'

type Credentials = z.output<typeof sessionCreateRequestSchema>

type Attempt = {
  readonly credentials: Credentials
  readonly client: Client
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
  client: Client,
): Promise<Session> {
  const attempt: Attempt = {
    credentials,
    client,
    accountKey: accountKey(context, credentials.username),
    addressKey: addressKey('sign-in', client.networks),
  }
  const { account, address: addressPolicy } = context.settings.throttle
  const charges: Charge[] = [
    { key: attempt.addressKey, policy: addressPolicy },
    { key: attempt.accountKey, policy: account },
  ]
  // Asked here so that a flood is refused before it queues; counting asks again, and exactly.
  await assertFree(context.db, charges, context.now())
  const check = async (): Promise<Session> => {
    await context.db.transaction().execute((db) => countAttempt(db, charges, context.now()))
    const [user] = await findUser(context.db, { nameKey: foldName(credentials.username) })
    const password = enteredPassword(user, credentials.password)
    const right = await context.hasher.verify(
      user?.password_hash ?? context.hasher.nobody,
      password,
    )
    if (user === undefined || !right) return refuse(context, attempt, user)
    return accept(context, attempt, user, password)
  }
  return context.hasher.inTurn(check, { account: attempt.accountKey, client, known: false })
}

const findUser = prepare((db, { nameKey }: Slots<{ nameKey: string }>) =>
  db.selectFrom('users').selectAll().where('username_key', '=', nameKey),
)

/** The throttle's key of an account, whether or not anybody has it. */
export function accountKey(context: Pick<Context, 'pepper'>, username: string): string {
  return `account:${context.pepper.hideName(foldName(username))}`
}

async function refuse(context: Context, attempt: Attempt, user: User | undefined): Promise<never> {
  await context.db.transaction().execute(async (transaction) => {
    await recordEvent(
      transaction,
      context,
      {
        kind: 'sign_in_failed',
        userId: user?.id ?? null,
        details: { address: attempt.client.address },
      },
      context.pepper.hideName(foldName(attempt.credentials.username)),
    )
  })
  throw new ProblemError('invalid_credentials')
}

async function accept(
  context: Context,
  attempt: Attempt,
  verified: User,
  password: string,
): Promise<Session> {
  const rehashed = context.hasher.isOutdated(verified.password_hash)
    ? await context.hasher.hash(password)
    : verified.password_hash
  const outcome = await context.db
    .transaction()
    .execute((transaction) => enter(transaction, context, attempt, { verified, rehashed }))
  switch (outcome) {
    case 'password_changed':
      return refuse(context, attempt, verified)
    case 'expired':
      throw new ProblemError('flow_expired')
    default:
      return outcome
  }
}

async function enter(
  db: Db,
  context: Context,
  attempt: Attempt,
  { verified, rehashed }: { readonly verified: User; readonly rehashed: string },
): Promise<Session | 'expired' | 'password_changed'> {
  const now = context.now()
  // Verifying takes long enough for the password to be changed meanwhile, which ends all sessions:
  // what was verified must still hold, and must not change before this one is opened.
  const [user] = await lockVerified(db, {
    id: verified.id,
    verifiedHash: verified.password_hash,
    rehashed,
  })
  if (user === undefined) return 'password_changed'
  await refundAttempt(db, attempt.addressKey)
  await forgetFailures(db, attempt.accountKey)
  const { address } = attempt.client
  const event = { userId: user.id, details: { address } }
  if (enrolmentStateOf(user) === 'security' && user.enrolment_expires_at <= now) {
    await recordEvent(db, context, { ...event, kind: 'initial_password_expired' })
    return 'expired'
  }
  if (enrolmentStateOf(user) === 'personalData') {
    await db
      .updateTable('users')
      .set({ enrolment_expires_at: now + lifetimes.initialPassword })
      .where('id', '=', user.id)
      .execute()
  }
  const { device } = attempt.credentials
  const session = await openSession(db, context, user, device)
  await rememberSignIn(db, context, user, { device, client: attempt.client })
  await recordEvent(db, context, {
    kind: 'signed_in',
    userId: user.id,
    details: {
      session: session.sessionId,
      device: device.name,
      platform: device.platform,
      address,
    },
  })
  return session
}

type Verified = { readonly id: string; readonly verifiedHash: string; readonly rehashed: string }

const lockVerified = prepare((db, { id, verifiedHash, rehashed }: Slots<Verified>) =>
  db
    .updateTable('users')
    .set({ password_hash: rehashed })
    .where('id', '=', id)
    .where('password_hash', '=', verifiedHash)
    .returningAll(),
)
