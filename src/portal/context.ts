/** What every handler works with. */
import type { Hasher } from './auth/hasher.ts'
import type { Pepper } from './auth/pepper.ts'
import type { Db } from './db/open.ts'
import type { Changes } from './db/remember.ts'
import type { Settings } from './settings.ts'

export type Context = {
  readonly db: Db
  readonly changes: Changes
  /** The time in milliseconds UTC. */
  readonly now: () => number
  readonly hasher: Hasher
  readonly pepper: Pepper
  readonly settings: Settings
}
