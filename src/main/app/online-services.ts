/** The four online services in main, put together over what is kept of their data. */
import type { EventName } from '../../shared/contract/channels.ts'
import type { EventPayload } from '../../shared/contract/routes.ts'
import { createCollectnet, type CollectnetOptions } from '../services/collectnet/handlers.ts'
import { createClientScope } from '../services/credit/client-scope.ts'
import { createCreditHandlers } from '../services/credit/handlers.ts'
import {
  createDocumentFiles,
  type DocumentFilesOptions,
} from '../services/documents/document-files.ts'
import { preferencesResource } from '../services/identity/profile/profile-resources.ts'
import { createInsightsHandlers } from '../services/insights/handlers.ts'
import { createKeptRates } from '../services/insights/kept-rates.ts'
import { createPartnersHandlers } from '../services/partners/handlers.ts'
import { createServnet, type ServnetOptions } from '../services/servnet/handlers.ts'
import { createPalette } from './palette.ts'

/** What is made here, once for all of them. */
type Shared =
  | 'clients'
  | 'preferredCurrency'
  | 'ratesOfDay'
  | 'onLedgerChanged'
  | 'files'
  | 'onNewsChanged'
  | 'waitingApplications'
  | 'narrowedCases'
  | 'followedBatch'

export type OnlineServicesOptions = Omit<
  ServnetOptions &
    CollectnetOptions &
    Parameters<typeof createCreditHandlers>[0] &
    Parameters<typeof createInsightsHandlers>[0] &
    Parameters<typeof createPartnersHandlers>[0] &
    DocumentFilesOptions,
  Shared
> & {
  readonly tell: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
}

/** Their handlers, the palette's among them, and what the rest of the app asks of them. */
export function createOnlineServices(options: OnlineServicesOptions) {
  const { resources, tell } = options
  const files = createDocumentFiles(options)
  const base = {
    ...options,
    files,
    clients: createClientScope(options),
    preferredCurrency: async () =>
      (await resources.last(preferencesResource, {}))?.data.currency ?? null,
  }
  const servnet = createServnet({
    ...base,
    ratesOfDay: createKeptRates(resources),
    onLedgerChanged: () => tell('resource.changed', { resources: ['exposure'] }),
  })
  const collectnet = createCollectnet(base)
  const credit = createCreditHandlers({
    ...base,
    onNewsChanged: () => tell('resource.changed', { resources: ['news'] }),
    ...servnet,
    ...collectnet,
  })
  return {
    handlers: {
      ...servnet.handlers,
      ...credit,
      ...createPalette(base),
      ...collectnet.handlers,
      ...createInsightsHandlers(base),
      ...createPartnersHandlers(base),
    },
    servnetContact: servnet.lastContact,
    forgetOpened: files.forgetOpened,
  }
}
