/** What someone who is signed in does, told with the device and the address it was done from. */
import type { SecurityEventKind } from '../../../shared/contract/identity/security-events.ts'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { Client } from '../network/client.ts'
import { recordEvent, type SecurityEvent } from './security-events.ts'

/** The session that somebody acts in, and its account. */
export type ActingSession = { readonly sessionId: string; readonly user: { readonly id: string } }

export type Actor = { readonly principal: ActingSession; readonly client: Client }

/** Appends an act of `actor`, within its transaction; `details` come on top of where from. */
export async function recordAct(
  db: Db,
  context: Pick<PlatformContext, 'now' | 'pepper'>,
  { principal, client }: Actor,
  kind: SecurityEventKind,
  details: SecurityEvent['details'] = {},
): Promise<void> {
  const { device_name, device_platform } = await db
    .selectFrom('sessions')
    .select(['device_name', 'device_platform'])
    .where('id', '=', principal.sessionId)
    .executeTakeFirstOrThrow()
  await recordEvent(db, context, {
    kind,
    userId: principal.user.id,
    details: {
      session: principal.sessionId,
      device: device_name,
      platform: device_platform,
      address: client.address,
      ...details,
    },
  })
}
