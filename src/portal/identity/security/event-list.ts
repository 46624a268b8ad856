/** What happened to an account, for the person whose account it is. */
import { z } from 'zod'
import type { PageQuery } from '../../../shared/contract/paging.ts'
import {
  securityEventKindSchema,
  securityEventSchema,
  type SecurityEvent,
} from '../../../shared/contract/identity/security-events.ts'
import { timestamp } from '../accounts/account.ts'
import type { Principal } from '../sessions/principal.ts'
import type { Context } from '../context.ts'
import { ProblemError } from '../../platform/problem-error.ts'

type EventPage = { items: SecurityEvent[]; nextCursor: string | null }

const detailsSchema = securityEventSchema.shape.details
/** As far as the column counts. */
const positionSchema = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1)

/**
 * A page of the account's events, latest first. Events are only ever appended, so that pages stay
 * as they are while others write.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listEvents(
  { db }: Context,
  { user }: Principal,
  { cursor, limit }: PageQuery,
): Promise<EventPage> {
  // An account's chain has the account's id; its key finds a page without sorting.
  const query = db
    .selectFrom('security_events')
    .select(['position', 'at', 'kind', 'details'])
    .where('chain', '=', user.id)
    .orderBy('position', 'desc')
    .limit(limit + 1)
  const rows = await (
    cursor === undefined ? query : query.where('position', '<', readCursor(cursor))
  ).execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ position, at, kind, details }) => ({
      id: String(position),
      at: timestamp(at),
      kind: securityEventKindSchema.parse(kind),
      details: detailsSchema.parse(JSON.parse(details)),
    })),
    nextCursor: rows.length > shown.length && last ? cursorOf(last.position) : null,
  }
}

function cursorOf(position: number): string {
  return Buffer.from(`before ${position}`).toString('base64url')
}

function readCursor(cursor: string): number {
  const digits = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  const position = positionSchema.safeParse(digits)
  if (position.success) return position.data
  throw new ProblemError('invalid_request', { errors: [{ pointer: '/cursor', code: 'invalid' }] })
}
