/** What happened to an account, for the person whose account it is. */
import { z } from 'zod'
import type { PageQuery } from '../../../shared/contract/common.ts'
import {
  securityEventKindSchema,
  securityEventSchema,
  type SecurityEvent,
} from '../../../shared/contract/identity/security-events.ts'
import { decodeCursor, pageOf, type Page } from '../../platform/paging.ts'
import { timestamp } from '../accounts/account.ts'
import type { Principal } from '../sessions/principal.ts'
import type { Context } from '../context.ts'

const detailsSchema = securityEventSchema.shape.details
/** The event's place in its chain, as far as the column counts. */
const positionSchema = z.tuple([
  z
    .int()
    .positive()
    .max(2 ** 31 - 1),
])

/**
 * A page of the account's events, latest first. Events are only ever appended, so that pages stay
 * as they are while others write.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listEvents(
  { db }: Context,
  { user }: Principal,
  { cursor, limit }: PageQuery,
): Promise<Page<SecurityEvent>> {
  // An account's chain has the account's id; its key finds a page without sorting.
  const latest = db
    .selectFrom('security_events')
    .select(['position', 'at', 'kind', 'details'])
    .where('chain', '=', user.id)
    .orderBy('position', 'desc')
    .limit(limit + 1)
  const query =
    cursor === undefined
      ? latest
      : latest.where('position', '<', decodeCursor(cursor, positionSchema)[0])
  return pageOf(
    await query.execute(),
    limit,
    ({ position, at, kind, details }) => ({
      id: String(position),
      at: timestamp(at),
      kind: securityEventKindSchema.parse(kind),
      details: detailsSchema.parse(JSON.parse(details)),
    }),
    ({ position }) => [position],
  )
}
