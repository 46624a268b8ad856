/** Sessions and their tokens: made at sign-in, prolonged by refreshing, ended by signing out. */
import { randomUUID } from 'node:crypto'
import type { Device, Session } from '../../../shared/contract/identity/sessions.ts'
import { nextOf, sessionUserOf, timestamp, type SessionAccount } from '../accounts/account.ts'
import type { Context } from '../context.ts'
import { noteChanges } from '../../platform/changes/log.ts'
import type { Db } from '../../platform/db/open.ts'
import { prepare, type Slots, lockRows } from '../../platform/db/prepare.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import type { TokenScope } from './principal.ts'
import { createRefreshToken, hashRefreshToken } from './refresh-tokens.ts'
import { createToken, hashToken } from '../../platform/crypto/tokens.ts'
import type { ActingSession } from '../../platform/events/acts.ts'
import type { User } from '../../platform/db/schema.ts'

/** Opens a session of `user` on `device` and answers its first tokens. */
export async function openSession(
  db: Db,
  context: Context,
  user: SessionAccount,
  device: Device,
): Promise<Session> {
  const now = context.now()
  const id = randomUUID()
  const { name, platform } = device
  await addSession(db, {
    name,
    platform,
    id,
    now,
    userId: user.id,
    expiresAt: now + lifetimes.session,
  })
  await noteChanges(db, context, user.id, [{ resource: 'sessions', id, deleted: false }])
  return issueTokens(db, context, id, user)
}

type NewSession = Device & {
  readonly id: string
  readonly userId: string
  readonly now: number
  readonly expiresAt: number
}

const addSession = prepare((db, of: Slots<NewSession>) =>
  db.insertInto('sessions').values({
    id: of.id,
    user_id: of.userId,
    device_name: of.name,
    device_platform: of.platform,
    created_at: of.now,
    last_used_at: of.now,
    expires_at: of.expiresAt,
    ended_at: null,
  }),
)

/** A new pair of tokens for the session `sessionId`, as far as its person has come. */
export async function issueTokens(
  db: Db,
  context: Context,
  sessionId: string,
  user: SessionAccount,
): Promise<Session> {
  const now = context.now()
  const next = nextOf(user, now)
  const scope: TokenScope = next === 'enrolment' ? 'enrolment' : 'full'
  const accessToken = createToken()
  const refreshToken = createRefreshToken(context.pepper, sessionId)
  const expiresAt = now + lifetimes.accessToken
  await addAccessToken(db, {
    hash: hashToken(accessToken),
    sessionId,
    userId: user.id,
    scope,
    expiresAt,
  })
  await addRefreshToken(db, {
    hash: hashRefreshToken(context.pepper, refreshToken),
    sessionId,
    now,
  })
  return {
    sessionId,
    accessToken,
    accessTokenExpiresAt: timestamp(expiresAt),
    refreshToken,
    next,
    user: sessionUserOf(user, now),
  }
}

type NewToken = { readonly hash: string; readonly sessionId: string }
type NewAccessToken = NewToken & {
  readonly userId: string
  readonly scope: TokenScope
  readonly expiresAt: number
}

const addAccessToken = prepare((db, of: Slots<NewAccessToken>) =>
  db.insertInto('access_tokens').values({
    hash: of.hash,
    session_id: of.sessionId,
    user_id: of.userId,
    scope: of.scope,
    expires_at: of.expiresAt,
  }),
)

const addRefreshToken = prepare((db, of: Slots<NewToken & { readonly now: number }>) =>
  db.insertInto('refresh_tokens').values({
    hash: of.hash,
    session_id: of.sessionId,
    issued_at: of.now,
    used_at: null,
    retired: 0,
  }),
)

/** Which of a person's sessions to end: all, one, or all but the one that asks. */
export type WhichSessions =
  { readonly kind: 'all' } | { readonly kind: 'only' | 'allBut'; readonly sessionId: string }

/**
 * Ends sessions of `userId`. What is ended opens nothing from then on.
 * @returns how many were open.
 */
export async function endSessions(
  db: Db,
  userId: string,
  now: number,
  which: WhichSessions,
): Promise<number> {
  const sessions = db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
  // By person and not by a list of ids: of those a database takes only so many.
  const tokens = db.deleteFrom('access_tokens').where('user_id', '=', userId)
  const comparison = which.kind === 'only' ? '=' : '!='
  const ended = await (
    which.kind === 'all' ? sessions : sessions.where('id', comparison, which.sessionId)
  ).execute()
  await (
    which.kind === 'all' ? tokens : tokens.where('session_id', comparison, which.sessionId)
  ).execute()
  const changes = ended.map(({ id }) => ({ resource: 'sessions', id, deleted: true }) as const)
  await noteChanges(db, { now: () => now }, userId, changes)
  return ended.length
}

/**
 * For what takes long: that `sessionId` has not been ended since it was authenticated. Ask after
 * writing to the account, so that nobody can end it between this and the end of the transaction
 * by changing the password.
 * @throws ProblemError `unauthenticated`
 */
export async function assertStillOpen(db: Db, sessionId: string): Promise<void> {
  const session = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (session === undefined) throw new ProblemError('unauthenticated')
}

/**
 * As `assertStillOpen`, and nobody can end `sessionId` until the transaction is over: for issuing
 * tokens, which outlive a session that ends between the question and the issue.
 * @throws ProblemError `unauthenticated`
 */
export async function holdOpen(db: Db, sessionId: string): Promise<void> {
  const session = await db
    .updateTable('sessions')
    .set((row) => ({ last_used_at: row.ref('last_used_at') }))
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (session === undefined) throw new ProblemError('unauthenticated')
}

/** The account's row as it is now; nobody else writes to it until the transaction ends. */
export async function lockAccount(db: Db, userId: string): Promise<User> {
  const account = db.selectFrom('users').selectAll().where('id', '=', userId)
  return lockRows(db, account).executeTakeFirstOrThrow()
}

/**
 * The caller's own account, locked. Every act on it begins so: a session that was ended since the
 * call arrived changes nothing more.
 * @throws ProblemError `unauthenticated`
 */
export async function lockOwnAccount(db: Db, principal: ActingSession): Promise<User> {
  const user = await lockAccount(db, principal.user.id)
  await assertStillOpen(db, principal.sessionId)
  return user
}
