/** What everything in the portal works with, whatever domain it is of. */
import type { Pepper } from './crypto/pepper.ts'
import type { Database } from './db/open.ts'
import type { Pacing } from './fairness/pacing.ts'
import type { Hasher } from './hashing/hasher.ts'
import type { MailSettings } from './mail/transport.ts'

export type PlatformSettings = { readonly mail: MailSettings }

export type PlatformContext = Database & {
  /** The time in milliseconds UTC. */
  readonly now: () => number
  readonly hasher: Hasher
  /** For reads that may be one of many: of figures, and of rows. */
  readonly pacing: Pacing
  readonly pepper: Pepper
  readonly settings: PlatformSettings
}
