/** Where a person is signed in. */
import { z } from 'zod'
import type { PageQuery } from '../../../shared/contract/common.ts'
import {
  deviceSchema,
  type sessionListItemSchema,
} from '../../../shared/contract/identity/sessions.ts'
import { decodeCursor, pageOf, type Page } from '../../platform/paging.ts'
import { timestamp } from '../accounts/account.ts'
import type { Context } from '../context.ts'
import type { Principal } from '../sessions/principal.ts'

type SessionItem = z.output<typeof sessionListItemSchema>

const platform = deviceSchema.shape.platform
/** When a session was opened, in milliseconds, and its id. */
const positionSchema = z.tuple([z.int().nonnegative(), z.string().regex(/^[\w-]{1,128}$/)])

/**
 * A page of the open sessions, newest first.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listSessions(
  context: Context,
  principal: Principal,
  { cursor, limit }: PageQuery,
): Promise<Page<SessionItem>> {
  const newest = context.db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', principal.user.id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', context.now())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const query =
    after === null
      ? newest
      : newest.where((row) =>
          row.or([
            row('created_at', '<', after[0]),
            row.and([row('created_at', '=', after[0]), row('id', '<', after[1])]),
          ]),
        )
  return pageOf(
    await query.execute(),
    limit,
    (session) => ({
      id: session.id,
      device: { name: session.device_name, platform: platform.parse(session.device_platform) },
      createdAt: timestamp(session.created_at),
      lastUsedAt: timestamp(session.last_used_at),
      current: session.id === principal.sessionId,
    }),
    (session) => [session.created_at, session.id],
  )
}
