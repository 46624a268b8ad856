/** What the handlers of identity, and all that is above them, work with. */
import type { PlatformContext } from '../platform/context.ts'
import type { IdentitySettings } from './settings.ts'

export type Context = PlatformContext & { readonly settings: IdentitySettings }
