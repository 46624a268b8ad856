/** Tells people of a sign-in from a device that their account has not been seen on before. */
import { hash } from 'node:crypto'
import type { Device } from '../../shared/portal/sessions.ts'
import { recipientOf } from '../accounts/recipient.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
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
  const [added] = await addDevice(db, { userId: user.id, fingerprint, at })
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

type Seen = { readonly userId: string; readonly fingerprint: string; readonly at: number }

const addDevice = prepare((db, of: Slots<Seen>) =>
  db
    .insertInto('known_devices')
    .values({ user_id: of.userId, fingerprint: of.fingerprint, first_seen_at: of.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id'),
)

function fingerprintOf({ name, platform }: Device): string {
  return hash('sha256', JSON.stringify([platform, name]), 'base64url')
}

/** E.g. "PC-MARIE (Windows)". */
function nameOf({ name, platform }: Device): string {
  const platformName = platformNames[platform]
  return platformName === null ? name : `${name} (${platformName})`
}
