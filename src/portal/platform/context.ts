/** What everything in the portal works with, whatever domain it is of. */
import type { Pepper } from './crypto/pepper.ts'
import type { Database } from './db/open.ts'
import type { Hasher } from './hashing/hasher.ts'
import type { MailSettings } from './mail/transport.ts'

export type PlatformSettings = { readonly mail: MailSettings }

export type PlatformContext = Database & {
  /** The time in milliseconds UTC. */
  readonly now: () => number
  readonly hasher: Hasher
  readonly pepper: Pepper
  readonly settings: PlatformSettings
}
