/**
 * Rotating refresh tokens. The predecessor works until its successor is first used, so that a lost
 * answer signs nobody out; used after that, it was stolen by one side or the other, and the whole
 * session ends. That is known for as long as the session lives, though a token that was replaced is
 * not kept: it says itself that it was issued here.
 */
import type { Session } from '../../../shared/contract/identity/sessions.ts'
import { readAccount } from '../accounts/read-account.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import type { Client } from '../../platform/network/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { hashRefreshToken, sessionOf, signedMark } from './refresh-tokens.ts'
import { endSessions, issueTokens } from './sessions.ts'
import { addressCounters } from '../throttling/address-counters.ts'
import { consumeAttempt } from '../../platform/throttle/throttle.ts'
import { inTransaction } from '../../platform/changes/log.ts'

type Outcome =
  | { readonly kind: 'refreshed'; readonly session: Session }
  | { readonly kind: 'refused'; readonly code: 'unauthenticated' | 'token_expired' }

/**
 * Exchanges `refreshToken` for new tokens.
 * @throws ProblemError `unauthenticated`, `token_expired`, `too_many_attempts`
 */
export async function refreshSession(
  context: Context,
  refreshToken: string,
  client: Client,
): Promise<Session> {
  const { refresh } = context.settings.throttle
  const counters = addressCounters('refresh', client.networks, refresh)
  // What was issued here is nobody's guess: junk from the same address must not sign its person out.
  // Junk is recognised before anything is written.
  const outcome = (await wasIssued(context, refreshToken))
    ? await inTransaction(context, (transaction) => rotate(transaction, context, refreshToken))
    : unauthenticated
  if (outcome.kind === 'refreshed') return outcome.session
  if (outcome.code === 'unauthenticated') await consumeAttempt(context.db, counters, context.now())
  throw new ProblemError(outcome.code)
}

/** Answers that got lost one after the other. */
const mostSiblings = 20

const unauthenticated: Outcome = { kind: 'refused', code: 'unauthenticated' }

async function wasIssued({ db, pepper }: Context, refreshToken: string): Promise<boolean> {
  if (sessionOf(pepper, refreshToken) !== null) return true
  const hash = hashRefreshToken(pepper, refreshToken)
  const query = db.selectFrom('refresh_tokens').select('hash').where('hash', '=', hash)
  return (await query.executeTakeFirst()) !== undefined
}

async function rotate(db: Db, context: Context, refreshToken: string): Promise<Outcome> {
  const now = context.now()
  const tokenHash = hashRefreshToken(context.pepper, refreshToken)
  const found = await db
    .selectFrom('refresh_tokens')
    .select('session_id')
    .where('hash', '=', tokenHash)
    .executeTakeFirst()
  const sessionId = found?.session_id ?? sessionOf(context.pepper, refreshToken)
  if (sessionId === null) return unauthenticated
  // Writing to the session first makes two refreshes of it wait for each other.
  const session = await db
    .updateTable('sessions')
    .set({ last_used_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning(['id', 'user_id', 'expires_at'])
    .executeTakeFirst()
  if (session === undefined) return unauthenticated
  if (session.expires_at <= now) return { kind: 'refused', code: 'token_expired' }
  const token = await db
    .selectFrom('refresh_tokens')
    .select(['used_at', 'retired'])
    .where('hash', '=', tokenHash)
    .executeTakeFirst()
  if (token === undefined || token.retired === 1) return revoke(db, context, session)
  if (token.used_at === null) await confirm(db, tokenHash, session.id, now)
  else await dropSiblings(db, session.id)
  await db
    .updateTable('sessions')
    .set({ expires_at: now + lifetimes.session })
    .where('id', '=', session.id)
    .execute()
  const user = await readAccount(db, session.user_id)
  return { kind: 'refreshed', session: await issueTokens(db, context, session.id, user) }
}

/** The first use of a token proves that it arrived: its predecessor and siblings are done with. */
async function confirm(db: Db, tokenHash: string, sessionId: string, now: number): Promise<void> {
  await db
    .deleteFrom('refresh_tokens')
    .where('session_id', '=', sessionId)
    .where('hash', '!=', tokenHash)
    .where('hash', 'like', `${signedMark}%`)
    .execute()
  await db
    .updateTable('refresh_tokens')
    .set({ retired: 1 })
    .where('session_id', '=', sessionId)
    .where('hash', '!=', tokenHash)
    .where('retired', '=', 0)
    .execute()
  await db
    .updateTable('refresh_tokens')
    .set({ used_at: now })
    .where('hash', '=', tokenHash)
    .execute()
}

/** Who uses one token time and again gathers successors: the latest will do. */
async function dropSiblings(db: Db, sessionId: string): Promise<void> {
  await db
    .deleteFrom('refresh_tokens')
    .where('session_id', '=', sessionId)
    .where('used_at', 'is', null)
    .where('hash', 'like', `${signedMark}%`)
    .where('hash', 'not in', (query) =>
      query
        .selectFrom('refresh_tokens')
        .select('hash')
        .where('session_id', '=', sessionId)
        .where('used_at', 'is', null)
        .orderBy('issued_at', 'desc')
        .limit(mostSiblings),
    )
    .execute()
}

async function revoke(
  db: Db,
  context: Context,
  session: { readonly id: string; readonly user_id: string },
): Promise<Outcome> {
  await endSessions(db, session.user_id, context.now(), { kind: 'only', sessionId: session.id })
  await recordEvent(db, context, {
    kind: 'refresh_token_reused',
    userId: session.user_id,
    details: { session: session.id },
  })
  return unauthenticated
}
