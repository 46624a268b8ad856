/** What every handler works with. */
import type { Hasher } from './hashing/hasher.ts'
import type { Pepper } from './crypto/pepper.ts'
import type { Database } from './db/open.ts'
import type { Settings } from './settings.ts'

export type Context = Database & {
  /** The time in milliseconds UTC. */
  readonly now: () => number
  readonly hasher: Hasher
  readonly pepper: Pepper
  readonly settings: Settings
}
