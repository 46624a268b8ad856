/** Tells people of a sign-in from a device that their account has not been seen on before. */
import { createHash } from 'node:crypto'
import type { Device } from '../../shared/portal/sessions.ts'
import { recipientOf } from '../accounts/recipient.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { User } from '../db/schema.ts'
import { queueMail } from '../mail/queue.ts'

const platformNames = { windows: 'Windows', macos: 'macOS', linux: 'Linux', other: null } as const

/**
 * Remembers `device`. The first one of an account is the person's own: they enrol on it, or had
 * signed in on it before devices were remembered. Any later one they are told of.
 */
export async function rememberDevice(
  db: Db,
  context: Context,
  user: User,
  device: Device,
): Promise<void> {
  const at = context.now()
  const fingerprint = fingerprintOf(device)
  const added = await db
    .insertInto('known_devices')
    .values({ user_id: user.id, fingerprint, first_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  if (added === undefined || user.email === null) return
  const other = await db
    .selectFrom('known_devices')
    .select('fingerprint')
    .where('user_id', '=', user.id)
    .where('fingerprint', '!=', fingerprint)
    .limit(1)
    .executeTakeFirst()
  if (other === undefined) return
  await queueMail(db, context, recipientOf(user), {
    kind: 'new_device',
    device: nameOf(device),
    at,
  })
}

function fingerprintOf({ name, platform }: Device): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, name]))
    .digest('base64url')
}

/** E.g. "PC-MARIE (Windows)". */
function nameOf({ name, platform }: Device): string {
  const platformName = platformNames[platform]
  return platformName === null ? name : `${name} (${platformName})`
}
