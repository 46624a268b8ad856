/** Which code serves which endpoint: each domain brings its own. */
import { createCollectnetHandlers } from '../collectnet/handlers.ts'
import type { Handlers } from '../identity/handler.ts'
import { createIdentityHandlers } from '../identity/handlers.ts'
import type { Context } from '../identity/context.ts'
import { createInsightsHandlers } from '../insights/handlers.ts'
import { createPartnersHandlers } from '../partners/handlers.ts'
import { createServnetHandlers } from '../servnet/handlers.ts'
import { createPortalHandlers } from './meta.ts'

/** The handlers of all domains. A domain that is added has its line here, or this does not compile. */
export function createHandlers(context: Context): Handlers {
  return {
    ...createPortalHandlers(context),
    ...createIdentityHandlers(context),
    ...createServnetHandlers(context),
    ...createInsightsHandlers(context),
    ...createCollectnetHandlers(context),
    ...createPartnersHandlers(context),
  }
}
