/** What the handlers of identity, and all that is above them, work with. */
import type { ServiceChanges } from '../platform/changes/service-changes.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { IdentitySettings } from './settings.ts'

export type Context = PlatformContext & {
  readonly settings: IdentitySettings
  /** What of each service changes along with grants and the language. */
  readonly serviceChanges: readonly ServiceChanges[]
}
