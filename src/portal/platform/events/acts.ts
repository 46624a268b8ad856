/** What someone who is signed in does, told with the device and the address it was done from. */
import type { SecurityEventKind } from '../../../shared/contract/identity/security-events.ts'
import type { Principal } from '../../identity/sessions/principal.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { Client } from '../network/client.ts'
import { recordEvent, type SecurityEvent } from './security-events.ts'

export type Actor = {
  readonly principal: Principal
  readonly client: Client
}

/** Appends an act of `actor`, within its transaction; `details` come on top of where from. */
export async function recordAct(
  db: Db,
  context: Pick<Context, 'now' | 'pepper'>,
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
