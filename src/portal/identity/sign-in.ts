/**
 * Signing in. A username that nobody has takes the same path, the same hashing and the same writes
 * as a wrong password, so that neither words nor time tell who has an account.
 */
import type { z } from 'zod'
import type {
  Session,
  sessionCreateRequestSchema,
} from '../../shared/contract/identity/sessions.ts'
import { grantedServices } from './access/service-grants.ts'
import { enrolmentStateOf, foldName } from './accounts/account.ts'
import type { Context } from './context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows, prepare, type Slots } from '../platform/db/prepare.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import type { Client } from '../platform/network/client.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { lifetimes } from './settings.ts'
import { enteredPassword } from './passwords/initial-password.ts'
import { rememberSignIn, recognizeClient, type Recognition } from './accounts/known-clients.ts'
import { openSession } from './sessions/sessions.ts'
import { addressCounters } from './throttling/address-counters.ts'
import {
  assertMayAttempt,
  countAttempt,
  takeBackAttempt,
  accountCounters,
  type CountedAttempt,
  type AttemptCounters,
} from './throttling/attempts.ts'
import { inTransaction } from '../platform/changes/log.ts'

type Credentials = z.output<typeof sessionCreateRequestSchema>

type Attempt = {
  readonly credentials: Credentials
  readonly client: Client
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
  const attempt = { credentials, client }
  const nameKey = foldName(credentials.username)
  const [account] = await findId(context.db, { nameKey })
  const { secret } = credentials.device
  const recognition = await recognizeClient(context, account?.id ?? '', { client, secret })
  const counters = countersOf(context, attempt, recognition)
  // Asked here so that a flood is refused before it queues; counting asks again, and exactly.
  await assertMayAttempt(context, counters)
  const check = async (): Promise<Session> => {
    const counted = await countAttempt(context.db, counters, context.now())
    const [user] = await findUser(context.db, { nameKey })
    const password = enteredPassword(user, credentials.password)
    const right = await context.hasher.verify(
      user?.password_hash ?? context.hasher.dummyHash,
      password,
    )
    if (user === undefined || !right) return refuse(context, attempt, user)
    return accept(context, attempt, { counted, verified: user, password })
  }
  // One by one with those that count together; who counts apart does not wait for them.
  const turn = { account: counters.own.key, client, known: recognition.kind !== 'stranger' }
  return context.hasher.run(check, turn)
}

function countersOf(
  context: Context,
  { credentials, client }: Attempt,
  recognition: Recognition,
): AttemptCounters {
  const { throttle } = context.settings
  const owner = context.pepper.hmacUsername(foldName(credentials.username))
  const policies = {
    own: throttle.account,
    prefix: throttle.accountPrefix,
    newcomers: throttle.accountNewcomers,
    strangers: throttle.accountStrangers,
    firstAttempts: throttle.account.free,
  }
  const address = addressCounters('sign-in', client.networks, throttle.address)
  // A device that an account knows has no need to answer for its neighbours at the same address.
  const others = recognition.kind === 'device' ? [] : address
  return accountCounters({ owner, kind: 'sign-in' }, { recognition, client }, policies, others)
}

const findId = prepare((db, { nameKey }: Slots<{ nameKey: string }>) =>
  db.selectFrom('users').select('id').where('username_key', '=', nameKey),
)

/** What a sign-in asks of an account. */
const accountColumns = [
  'users.id',
  'users.username',
  'users.email',
  'users.first_name',
  'users.last_name',
  'users.language',
  'users.enrolment_state',
  'users.enrolment_expires_at',
  'users.password_expires_at',
  'users.password_change_required',
  'users.password_hash',
] as const
type Account = Awaited<ReturnType<typeof findUser>>[number]

const findUser = prepare((db, { nameKey }: Slots<{ nameKey: string }>) =>
  db.selectFrom('users').select(accountColumns).where('username_key', '=', nameKey),
)

async function refuse(
  context: Context,
  attempt: Attempt,
  user: Account | undefined,
): Promise<never> {
  await inTransaction(context, async (transaction) => {
    await recordEvent(
      transaction,
      context,
      {
        kind: 'sign_in_failed',
        userId: user?.id ?? null,
        details: { address: attempt.client.address },
      },
      context.pepper.hmacUsername(foldName(attempt.credentials.username)),
    )
  })
  throw new ProblemError('invalid_credentials')
}

/** A password that was right a moment ago, and how the try was counted. */
type Right = {
  readonly counted: CountedAttempt
  readonly verified: Account
  readonly password: string
}

async function accept(context: Context, attempt: Attempt, right: Right): Promise<Session> {
  const { verified, password } = right
  const rehashed = context.hasher.isOutdated(verified.password_hash)
    ? await context.hasher.hash(password)
    : null
  const outcome = await inTransaction(context, (transaction) =>
    enter(transaction, context, attempt, { ...right, rehashed }),
  )
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
  { counted, verified, rehashed }: Right & { readonly rehashed: string | null },
): Promise<Session | 'expired' | 'password_changed'> {
  const now = context.now()
  // Verifying takes long enough for the password to be changed meanwhile, which ends all sessions:
  // what was verified must still hold, and must not change before this one is opened.
  const { id, password_hash: verifiedHash } = verified
  const [user] = await lockVerified(db, { id, verifiedHash })
  if (user === undefined) return 'password_changed'
  if (rehashed !== null) {
    await db.updateTable('users').set({ password_hash: rehashed }).where('id', '=', id).execute()
  }
  await takeBackAttempt(db, counted)
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

type Verified = { readonly id: string; readonly verifiedHash: string }

const lockVerified = prepare((db, { id, verifiedHash }: Slots<Verified>) =>
  lockRows(
    db,
    db
      .selectFrom('users')
      .select([...accountColumns, grantedServices])
      .where('id', '=', id)
      .where('password_hash', '=', verifiedHash),
  ),
)
