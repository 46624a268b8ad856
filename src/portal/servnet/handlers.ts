/** Which code serves which endpoint of Serv@Net. */
import type { servnetEndpoints } from '../../shared/contract/servnet/endpoints.ts'
import { listApplications, readApplication } from '../credit/applications.ts'
import { apply } from '../credit/apply.ts'
import { listBuyers } from '../credit/buyer-list.ts'
import { readBuyer, viewerOf } from '../credit/buyers.ts'
import { declareTurnover, listDeclarations } from '../credit/declarations.ts'
import { listLimits, readLimit } from '../credit/limits.ts'
import { listPolicies, readPolicy } from '../credit/policies.ts'
import type { HandlersOf } from '../identity/handler.ts'
import type { PlatformContext } from '../platform/context.ts'
import { listAlerts, readAlert, setAlertHandled } from './alerts.ts'
import { createReadHome } from './home.ts'
import { listMessages, readMessage, readMessages } from './messages.ts'

/** The handlers of Serv@Net; each answers only with what is the caller's own. */
export function createServnetHandlers(
  context: PlatformContext,
): HandlersOf<typeof servnetEndpoints> {
  const readHome = createReadHome(context)
  return {
    servnetHome: ({ principal }) => readHome(principal),
    servnetAlerts: ({ principal, query }) => listAlerts(context, principal.user.id, query),
    servnetAlert: ({ principal, params }) => readAlert(context, principal.user.id, params.id),
    servnetAlertHandle: async ({ principal, params }) => {
      await setAlertHandled(context, principal.user.id, params.id, true)
    },
    servnetAlertReopen: async ({ principal, params }) => {
      await setAlertHandled(context, principal.user.id, params.id, false)
    },
    servnetMessages: ({ principal: { user }, query }) =>
      listMessages(context, { userId: user.id, language: user.language }, query),
    servnetMessageRead: async ({ principal, params }) => {
      await readMessage(context, principal.user.id, params.id)
    },
    servnetMessagesRead: async ({ principal, body }) => {
      await readMessages(context, principal.user.id, body.publishedUntil)
    },
    servnetPolicies: ({ principal: { user }, query }) => listPolicies(context.db, user.id, query),
    servnetPolicy: ({ principal: { user }, params }) => readPolicy(context.db, user.id, params.id),
    servnetBuyers: ({ principal, query }) => listBuyers(context, viewerOf(principal, query), query),
    servnetBuyer: ({ principal, params, query }) =>
      readBuyer(context, viewerOf(principal, query), params.id),
    servnetCreditLimits: ({ principal: { user }, query }) => listLimits(context, user.id, query),
    servnetCreditLimit: ({ principal: { user }, params }) => readLimit(context, user.id, params.id),
    servnetApplications: ({ principal: { user }, query }) =>
      listApplications(context.db, user.id, query),
    servnetApplication: ({ principal: { user }, params }) =>
      readApplication(context.db, user.id, params.id),
    servnetApply: ({ principal: { user }, body }) => apply(context, user.id, body),
    servnetDeclarations: ({ principal: { user }, query }) =>
      listDeclarations(context.db, user.id, query),
    servnetDeclareTurnover: ({ principal: { user }, body }) =>
      declareTurnover(context, user.id, body),
  }
}
