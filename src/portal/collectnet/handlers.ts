/** Which code serves which endpoint of Collect@Net. */
import type { collectnetEndpoints } from '../../shared/contract/collectnet/endpoints.ts'
import { listPolicies } from '../credit/policies.ts'
import type { HandlersOf } from '../identity/handler.ts'
import type { PlatformContext } from '../platform/context.ts'
import { listCases, readCase } from './cases.ts'
import { addDocument, readDocument } from './documents.ts'
import { enterCase } from './enter.ts'

/** The handlers of Collect@Net; each answers only with what is of policies granted to the caller. */
export function createCollectnetHandlers(
  context: PlatformContext,
): HandlersOf<typeof collectnetEndpoints> {
  const { db } = context
  return {
    collectnetPolicies: ({ principal: { user }, query }) => listPolicies(db, user.id, query),
    collectnetCases: ({ principal: { user }, query }) => listCases(db, user.id, query),
    collectnetCase: ({ principal: { user }, params }) => readCase(db, user.id, params.id),
    collectnetEnterCase: ({ principal: { user }, body }) => enterCase(context, user.id, body),
    collectnetAddDocument: ({ principal: { user }, params, body }) =>
      addDocument(context, user, params.id, body),
    collectnetDocument: ({ principal: { user }, params }) => readDocument(db, user.id, params),
  }
}
