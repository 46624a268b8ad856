/** The portfolio in main, put together: what each of its calls does. */
import type { Application } from '../../../shared/contract/credit/applications.ts'
import type { creditRoutes } from '../../../shared/contract/credit/routes.ts'
import type { Language } from '../../../shared/languages.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { AskWhereToSave } from '../../platform/files/chosen-file.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import type { ClientScope } from './client-scope.ts'
import type { RowSources } from './export/export-rows.ts'
import { createExportTable } from './export/export-service.ts'
import { createDetailService } from './detail-service.ts'
import { createListViews } from './list-views.ts'
import { createNewsService } from './news-service.ts'
import { createNotesService } from './notes-service.ts'
import { createPortfolioService } from './portfolio-service.ts'

/**
 * The handlers of the portfolio; `unauthenticated` where nobody is signed in.
 * @param options.clients whose view a page may be
 * @param options.isReachable whether it is worth waiting for the portal
 * @param options.onNewsChanged told where a tick has changed what is shown
 * @param options.waitingApplications those that the portal does not have yet
 * @param options.narrowedCases the list of cases as it is kept and narrowed
 * @param options.followedBatch what became of applications that were sent together
 * @param options.now this computer's clock, in ms since 1970
 */
export function createCreditHandlers(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly resources: Resources
  readonly clients: ClientScope
  readonly isReachable: () => boolean
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  readonly onNewsChanged: () => void
  readonly waitingApplications: () => Promise<readonly Application[]>
  readonly narrowedCases: RowSources['narrowedCases']
  readonly followedBatch: RowSources['followedBatch']
  readonly now: () => number
}): HandlersOf<keyof typeof creditRoutes> {
  const listViews = createListViews(options)
  const portfolio = createPortfolioService(options)
  const details = createDetailService(options)
  const notes = createNotesService(options.resources)
  const news = createNewsService({ ...options, onTicked: options.onNewsChanged })
  return {
    'credit.policies': portfolio.policies,
    'credit.buyers': portfolio.buyers,
    'credit.buyer': portfolio.buyer,
    'credit.buyerDetail': details.buyer,
    'credit.neighbours': portfolio.neighbours,
    'credit.limits': portfolio.limits,
    'credit.limit': details.limit,
    'credit.note': notes.read,
    'credit.saveNote': notes.save,
    'credit.listView': listViews.read,
    'credit.saveListView': listViews.save,
    'credit.news': news.news,
    'credit.tickNews': news.tick,
    'credit.due': news.due,
    'credit.export': createExportTable(options),
  }
}
