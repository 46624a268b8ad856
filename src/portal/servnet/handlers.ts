/** Which code serves which endpoint of Serv@Net. */
import type { servnetEndpoints } from '../../shared/contract/servnet/endpoints.ts'
import { ProblemError } from '../platform/problem-error.ts'
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
    servnetPolicies: notYet,
    servnetPolicy: notYet,
    servnetBuyers: notYet,
    servnetBuyer: notYet,
    servnetCreditLimits: notYet,
    servnetCreditLimit: notYet,
    servnetApplications: notYet,
    servnetApplication: notYet,
    servnetApply: notYet,
    servnetDeclarations: notYet,
    servnetDeclareTurnover: notYet,
  }
}

function notYet(): never {
  throw new ProblemError('unavailable')
}
