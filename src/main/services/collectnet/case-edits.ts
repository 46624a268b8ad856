/** Cases that were entered: how they wait, are sent, and come into the list once the portal has them. */
import { caseDetailSchema, type CollectionCase } from '../../../shared/contract/collectnet/cases.ts'
import type { Edit } from '../../../shared/contract/offline/outbox.ts'
import { editKind, type EditKinds } from '../../outbox/edit-kind.ts'
import type { Answered } from '../../resources/list.ts'

export const collectnetEditKinds = {
  enterCase: editKind({
    kind: 'enterCase',
    resource: ({ id }) => `case:${id}`,
    request: ({ request }) => ({ endpoint: 'collectnetEnterCase', params: {}, body: request }),
    makes: ({ id }) => id,
    draft: 'case-draft',
    merge: (_former, later) => later,
  }),
} as const satisfies Pick<EditKinds, 'enterCase'>

/** The case that an edit has become. */
export function answeredCase(
  edit: Edit,
  answer: unknown,
): Answered<CollectionCase, CollectionCase> | null {
  const entered = caseDetailSchema.safeParse(answer)
  if (edit.kind !== 'enterCase' || !entered.success) return null
  const { course: _course, invoices: _invoices, remarks: _remarks, ...row } = entered.data
  // What is here already is newer: the portal told of it before its answer was taken down.
  return { id: row.id, revise: (kept) => kept ?? row }
}
