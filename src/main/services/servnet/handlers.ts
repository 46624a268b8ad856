/** Serv@Net in main, put together: what each of its calls does. */
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import type { servnetRoutes } from '../../../shared/contract/servnet/routes.ts'
import type { Language } from '../../../shared/languages.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { AskWhereToSave } from '../../platform/files/chosen-file.ts'
import type { DeviceSecret } from '../../platform/secrets/device-secret.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import type { ClientScope } from '../credit/client-scope.ts'
import { createAlertsService } from './alerts-service.ts'
import { createTableReader } from '../../tables/table-reader.ts'
import { createApplicationChecks } from './application-checks.ts'
import { createApplicationDrafts } from './application-draft.ts'
import { createApplicationsService } from './applications-service.ts'
import { createFollowedBatches, type FollowedBatches } from './batch/batch-followed.ts'
import { createBatchService, type AskWhichTable } from './batch/batch-service.ts'
import { createExposureService } from './exposure/exposure-service.ts'
import type { KeepingOptions } from './exposure/ledger-keeping.ts'
import { createHomeService } from './home-service.ts'
import { createMessagesService } from './messages-service.ts'
import { createVisits } from './visits.ts'
import { createWaitingApplications, type WaitingApplications } from './waiting-applications.ts'

export type Servnet = {
  readonly handlers: HandlersOf<keyof typeof servnetRoutes>
  /** Whom the first page names as contact, as it was last seen; null where it never was. */
  readonly lastContact: () => Promise<Contact | null>
  /** Applications that the portal does not have yet, newest first. */
  readonly waitingApplications: WaitingApplications['all']
  /** An application of a batch, and what became of it. */
  readonly followedBatch: FollowedBatches['one']
}

export type ServnetOptions = {
  readonly client: PortalClient
  readonly session: SessionService
  readonly outbox: Outbox
  readonly resources: Resources
  readonly settings: Settings
  readonly deviceSecret: DeviceSecret
  readonly documents: Documents
  /** Whose view a page may be. */
  readonly clients: ClientScope
  readonly askWhichTable: AskWhichTable
  readonly askWhereToSave: AskWhereToSave
  readonly language: () => Language
  /** The program of the thread that reads tables. */
  readonly tableWorker: URL | string
  readonly now: () => number
} & Pick<KeepingOptions, 'ratesOfDay' | 'preferredCurrency' | 'onLedgerChanged'>

/**
 * @param options.deviceSecret what visitors are kept under, so that settings name nobody
 * @param options.now this computer's clock, in ms since 1970
 */
export function createServnet(options: ServnetOptions): Servnet {
  const visits = createVisits(options.settings, options.deviceSecret)
  const home = createHomeService({ ...options, visits })
  const alerts = createAlertsService(options)
  const messages = createMessagesService(options)
  const waiting = createWaitingApplications(options)
  const drafts = createApplicationDrafts(options.documents, options.now)
  const applications = createApplicationsService({ ...options, drafts, waiting })
  const checks = createApplicationChecks({ ...options, waiting })
  const tables = createTableReader(options.tableWorker)
  const batch = createBatchService({ ...options, checks, tables })
  const exposure = createExposureService({ ...options, tables })
  const followed = createFollowedBatches(options)
  return {
    handlers: {
      'servnet.home': home.read,
      'servnet.noteVisit': home.noteVisit,
      'servnet.alerts': alerts.list,
      'servnet.alert': alerts.read,
      'servnet.setAlertHandled': alerts.setHandled,
      'servnet.messages': messages.list,
      'servnet.readMessage': messages.read,
      'servnet.readAllMessages': messages.readAll,
      'servnet.applications': applications.list,
      'servnet.application': applications.read,
      'servnet.checkApplication': checks.check,
      'servnet.applicationDraft': applications.draft,
      'servnet.saveApplicationDraft': applications.saveDraft,
      'servnet.apply': applications.apply,
      'servnet.batchDraft': batch.read,
      'servnet.openBatch': batch.open,
      'servnet.pasteBatch': batch.paste,
      'servnet.changeBatch': batch.change,
      'servnet.discardBatch': batch.discard,
      'servnet.sendBatch': batch.send,
      'servnet.batches': followed.all,
      'servnet.batch': ({ id }) => followed.one(id),
      'servnet.exposure': exposure.read,
      'servnet.openLedger': exposure.open,
      'servnet.changeLedger': exposure.change,
      'servnet.removeLedger': exposure.remove,
      'servnet.ledgerCustomers': exposure.customers,
      'servnet.ledgerCustomer': exposure.customer,
      'servnet.matchCustomer': exposure.match,
      'servnet.exportLedgerDays': exposure.exportDays,
      'servnet.declarations': applications.declarations,
      'servnet.declareTurnover': applications.declare,
    },
    lastContact: home.lastContact,
    waitingApplications: waiting.all,
    followedBatch: followed.one,
  }
}
