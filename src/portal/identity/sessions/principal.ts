/** Who is calling: the session and the account behind an access token. */
import type { Access } from '../../../shared/contract/endpoint.ts'
import type { Me } from '../../../shared/contract/identity/me.ts'
import { grantedServices } from '../access/service-grants.ts'
import { nextOf } from '../accounts/account.ts'
import type { Account } from '../accounts/read-account.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { isInTime } from '../../platform/clock.ts'
import type { Context } from '../context.ts'
import { prepare, type Slots } from '../../platform/db/prepare.ts'
import { createQueryCache } from '../../platform/db/query-cache.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'

/** What the token itself opens; the enrolment's tokens stay small after it is complete. */
export type TokenScope = 'enrolment' | 'full'

export type Principal = {
  readonly sessionId: string
  readonly scope: TokenScope
  readonly user: Omit<
    Account,
    'password_hash' | 'username_key' | 'email_key' | 'created_at' | 'organisation_id'
  >
  /** The address that waits for its code. */
  readonly pendingEmail: Me['pendingEmail']
}

const findPrincipal = prepare((db, { tokenHash }: Slots<{ tokenHash: string }>) =>
  db
    .selectFrom('access_tokens')
    .innerJoin('users', 'users.id', 'access_tokens.user_id')
    .innerJoin('preferences', 'preferences.user_id', 'users.id')
    .leftJoin('email_changes', (join) =>
      join
        .onRef('email_changes.user_id', '=', 'users.id')
        .on('email_changes.state', '=', 'pending'),
    )
    .where('access_tokens.hash', '=', tokenHash)
    .select([
      'access_tokens.scope',
      'access_tokens.expires_at as token_expires_at',
      'access_tokens.session_id',
      'email_changes.id as pending_id',
      'email_changes.email as pending_email',
      'email_changes.expires_at as pending_until',
      'users.id',
      'users.username',
      'users.email',
      'users.unconfirmed_email',
      'users.first_name',
      'users.last_name',
      'users.language',
      'users.enrolment_state',
      'users.enrolment_expires_at',
      'users.password_expires_at',
      'users.enrolled_at',
      'users.password_change_required',
      'users.rehearsal_due_at',
      'preferences.default_search_country',
      'preferences.servnet_start_page',
      'preferences.currency',
      'preferences.alerts_by_email',
      grantedServices,
    ]),
)

const bearer = /^Bearer ([\w-]{43,256})$/i

/**
 * Resolves an `Authorization` header.
 * @throws ProblemError `unauthenticated`, `token_expired`, `enrolment_required`,
 * `password_change_required`
 */
export type Authenticate = (
  authorization: string | undefined,
  access: Exclude<Access, 'open'>,
) => Promise<Principal>

/** What resolves headers, from a cache while nothing changes where the database can tell. */
export function createAuthenticate(context: Context): Authenticate {
  const find = createQueryCache(
    context.changes,
    (tokenHash: string) => tokenHash,
    async (tokenHash) => {
      const [found] = await findPrincipal(context.db, { tokenHash })
      return found
    },
  )
  return async (authorization, access) => {
    const token = bearer.exec(authorization ?? '')?.[1]
    if (token === undefined) throw new ProblemError('unauthenticated')
    const user = await find(hashToken(token))
    if (user === undefined) throw new ProblemError('unauthenticated')
    const now = context.now()
    if (!isInTime(user.token_expires_at, lifetimes.accessToken, now)) {
      throw new ProblemError('token_expired')
    }
    const scope: TokenScope = user.scope === 'full' ? 'full' : 'enrolment'
    if (access !== 'enrolling') assertOpen(scope, user, access, now)
    return { sessionId: user.session_id, scope, user, pendingEmail: pendingIn(user, now) }
  }
}

type PendingColumns = {
  readonly pending_id: string | null
  readonly pending_email: string | null
  readonly pending_until: number | null
}

function pendingIn(
  { pending_id: id, pending_email: email, pending_until: until }: PendingColumns,
  now: number,
): Me['pendingEmail'] {
  return id === null || email === null || until === null || until <= now ? null : { id, email }
}

function assertOpen(
  scope: TokenScope,
  user: Principal['user'],
  access: 'passwordDue' | 'signedIn',
  now: number,
): void {
  if (scope !== 'full') throw new ProblemError('enrolment_required')
  const next = nextOf(user, now)
  switch (next) {
    case 'ready':
      return
    case 'enrolment':
      throw new ProblemError('enrolment_required')
    case 'password_change':
      if (access === 'passwordDue') return
      throw new ProblemError('password_change_required')
    default:
      assertNever(next)
  }
}
