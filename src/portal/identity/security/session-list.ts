/** Where a person is signed in. */
import type { z } from 'zod'
import type { PageQuery } from '../../../shared/contract/paging.ts'
import {
  deviceSchema,
  type sessionListItemSchema,
} from '../../../shared/contract/identity/sessions.ts'
import { timestamp } from '../accounts/account.ts'
import type { Context } from '../context.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { Principal } from '../sessions/principal.ts'

type SessionPage = {
  items: z.output<typeof sessionListItemSchema>[]
  nextCursor: string | null
}

const platform = deviceSchema.shape.platform

/**
 * A page of the open sessions, newest first.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listSessions(
  context: Context,
  principal: Principal,
  page: PageQuery,
): Promise<SessionPage> {
  const after = page.cursor === undefined ? null : readCursor(page.cursor)
  const query = context.db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', principal.user.id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', context.now())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  const rows = await (
    after === null
      ? query
      : query.where((row) =>
          row.or([
            row('created_at', '<', after.createdAt),
            row.and([row('created_at', '=', after.createdAt), row('id', '<', after.id)]),
          ]),
        )
  ).execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((session) => ({
      id: session.id,
      device: { name: session.device_name, platform: platform.parse(session.device_platform) },
      createdAt: timestamp(session.created_at),
      lastUsedAt: timestamp(session.last_used_at),
      current: session.id === principal.sessionId,
    })),
    nextCursor: rows.length > shown.length && last ? cursorOf(last.created_at, last.id) : null,
  }
}

function cursorOf(createdAt: number, id: string): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url')
}

function readCursor(cursor: string): { createdAt: number; id: string } {
  const match = /^(\d{1,15}) ([\w-]{1,128})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match?.[1] || !match[2]) {
    throw new ProblemError('invalid_request', { errors: [{ pointer: '/cursor', code: 'invalid' }] })
  }
  return { createdAt: Number(match[1]), id: match[2] }
}
