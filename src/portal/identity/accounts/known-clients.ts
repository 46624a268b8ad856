/**
 * What an account was signed in to with, and from where. By it a person is told of a sign-in on a
 * device that is new, and by it the failures of strangers do not hold up its owner.
 */
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Device } from '../../../shared/contract/identity/sessions.ts'
import { recipientOf, type Addressed } from './recipient.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { prepare, prepareList, type Slots } from '../../platform/db/prepare.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Client } from '../../platform/network/client.ts'
import type { Pepper } from '../../platform/crypto/pepper.ts'
import { day } from '../../platform/clock.ts'

/** How an account knows who calls; a device by its secret rather than by where it is. */
export type Recognition =
  | { readonly kind: 'device'; readonly fingerprint: string }
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'stranger' }

/** Who calls, as far as that says anything about an account. */
export type Caller = {
  readonly client: Client
  /** The device's own, which not every client sends. */
  readonly secret: string | undefined
}

/** What a client says of its device. */
export type SigningDevice = Device & { readonly secret?: string | undefined }

type Account = { readonly userId: string }

/**
 * How the account of `userId` knows `caller`. Asked for nobody too (by an id that nobody has): the
 * same query, the same time.
 */
export async function recognizeClient(
  { db, pepper }: Pick<Context, 'db' | 'pepper'>,
  userId: string,
  { client, secret }: Caller,
): Promise<Recognition> {
  const fingerprint = secretFingerprint(pepper, userId, secret ?? '')
  const { own: network } = client.networks
  const known = await findStanding(db, { userId, fingerprint, network })
  if (known.some(({ kind }) => kind === 'device')) return { kind: 'device', fingerprint }
  return known.length === 0 ? { kind: 'stranger' } : { kind: 'network', network }
}

/**
 * Remembers what `user` has just signed in on, and tells them of a device that is new. Known is one
 * that brings its secret again, or else the name and platform of one that was seen before, from a
 * network that was: a name is anybody's to give. The first one of an account is the person's own:
 * they enrol on it, or had signed in on it before devices were remembered.
 *
 * Call it with the account locked, so that two that sign in at once are told of once each.
 */
export async function rememberSignIn(
  db: Db,
  context: Context,
  user: Addressed,
  { device, client }: { readonly device: SigningDevice; readonly client: Client },
): Promise<void> {
  const at = context.now()
  const userId = user.id
  const { own: network } = client.networks
  const named = nameFingerprint(device)
  const own =
    device.secret === undefined ? null : secretFingerprint(context.pepper, userId, device.secret)
  const before = await findSeen(db, { userId, network })
  const devices = before.filter(({ kind }) => kind === 'device')
  const isFresh = ({ last_seen_at: seen }: Seen): boolean => Math.abs(at - seen) < seenAnew
  const isKept = (fingerprint: string): boolean =>
    devices.some((row) => row.name === fingerprint && isFresh(row))
  const stale = (own === null ? [named] : [named, own]).filter((name) => !isKept(name))
  if (stale.length > 0) {
    await keepDevices(
      db,
      stale.map((fingerprint) => ({ fingerprint })),
      { userId, at },
    )
  }
  const place = before.find(({ kind }) => kind === 'network')
  if (place === undefined || !isFresh(place)) await keepNetwork(db, { userId, network, at })
  const has = (fingerprint: string | null) => devices.some((row) => row.name === fingerprint)
  const isKnown = has(own) || (has(named) && place !== undefined)
  if (isKnown || devices.length === 0 || user.email === null) return
  const mail = { kind: 'new_device', device: nameOf(device), at } as const
  await queueMail(db, context, recipientOf(user), mail)
}

/** Remembers that the person of `userId` was proven to be where `client` is, at `at`. */
export async function rememberNetwork(
  db: Db,
  userId: string,
  { networks }: Client,
  at: number,
): Promise<void> {
  await keepNetwork(db, { userId, network: networks.own, at })
}

/** Without a sign-in, in milliseconds: whoever stays signed in may not sign in for more than a year. */
const devicesKept = 400 * day
const networksKept = 180 * day
/** Seen again within so long is not written again: of times kept that long nobody needs the hour. */
const seenAnew = day

/**
 * Forgets what was not signed in from for long; not an account's latest device, without which the
 * next one would pass for its first.
 */
export async function pruneKnownClients(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('known_devices')
    .where('last_seen_at', '<', now - devicesKept)
    .where((row) =>
      row.exists(
        row
          .selectFrom('known_devices as later')
          .select('later.user_id')
          .whereRef('later.user_id', '=', 'known_devices.user_id')
          .whereRef('later.last_seen_at', '>', 'known_devices.last_seen_at'),
      ),
    )
    .execute()
  await db
    .deleteFrom('known_networks')
    .where('last_seen_at', '<', now - networksKept)
    .execute()
}

type NetworkKey = Account & { readonly network: string }
type Moment = { readonly at: number }
type Seen = { readonly last_seen_at: number }

const findStanding = prepare((db, of: Slots<NetworkKey & { readonly fingerprint: string }>) =>
  db
    .selectFrom('known_devices')
    .select(sql.lit('device').as('kind'))
    .where('user_id', '=', of.userId)
    .where('fingerprint', '=', of.fingerprint)
    .unionAll(
      db
        .selectFrom('known_networks')
        .select(sql.lit('network').as('kind'))
        .where('user_id', '=', of.userId)
        .where('network', '=', of.network),
    ),
)

/** All devices of an account, and one network if it is known. */
const findSeen = prepare((db, { userId, network }: Slots<NetworkKey>) =>
  db
    .selectFrom('known_devices')
    .select([sql.lit('device').as('kind'), 'fingerprint as name', 'last_seen_at'])
    .where('user_id', '=', userId)
    .unionAll(
      db
        .selectFrom('known_networks')
        .select([sql.lit('network').as('kind'), 'network as name', 'last_seen_at'])
        .where('user_id', '=', userId)
        .where('network', '=', network),
    ),
)

const keepDevices = prepareList(
  (
    db,
    devices: readonly Slots<{ readonly fingerprint: string }>[],
    { userId, at }: Slots<Account & Moment>,
  ) =>
    db
      .insertInto('known_devices')
      .values(
        devices.map(({ fingerprint }) => ({
          user_id: userId,
          fingerprint,
          first_seen_at: at,
          last_seen_at: at,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['user_id', 'fingerprint'])
          .doUpdateSet((row) => ({ last_seen_at: row.ref('excluded.last_seen_at') })),
      ),
)

const keepNetwork = prepare((db, { userId, network, at }: Slots<NetworkKey & Moment>) =>
  db
    .insertInto('known_networks')
    .values({ user_id: userId, network, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'network'])
        .doUpdateSet((row) => ({ last_seen_at: row.ref('excluded.last_seen_at') })),
    ),
)

function nameFingerprint({ name, platform }: Device): string {
  return hash('sha256', JSON.stringify([platform, name]), 'base64url')
}

function secretFingerprint(pepper: Pepper, userId: string, secret: string): string {
  return `secret:${pepper.hmacDevice(userId, secret)}`
}

const platformNames = { windows: 'Windows', macos: 'macOS', linux: 'Linux', other: null } as const

/** E.g. "PC-MARIE (Windows)". */
function nameOf({ name, platform }: Device): string {
  const platformName = platformNames[platform]
  return platformName === null ? name : `${name} (${platformName})`
}
