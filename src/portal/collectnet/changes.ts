/** What of Collect@Net changes for whom. */
import { readersOf, wholePortfolio } from '../credit/concerned.ts'
import { noteChanges } from '../platform/changes/log.ts'
import type { ServiceChanges } from '../platform/changes/service-changes.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'

/** Cases stand under policies, and nothing of them is in a person's language. */
export const collectnetChanges: ServiceChanges = {
  service: 'collectnet',
  find: async (_db, _userId, scope) =>
    scope.kind === 'policies' && scope.ids.length > 0 ? wholePortfolio(['collectnet']) : [],
}

/** Notes a case as changed for everybody who sees it, within the transaction that changed it. */
export async function noteCase(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  { id, policyId }: { readonly id: string; readonly policyId: string },
): Promise<void> {
  for (const { userId, services } of await readersOf(db, policyId)) {
    if (!services.includes('collectnet')) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await noteChanges(db, context, userId, [{ resource: 'cases', id, deleted: false }])
  }
}
