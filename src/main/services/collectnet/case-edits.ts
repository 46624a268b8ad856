/** Cases and documents that were entered: how they wait, are sent, and where they show once they are. */
import {
  caseDetailSchema,
  collectionCaseSchema,
  type CollectionCase,
} from '../../../shared/contract/collectnet/cases.ts'
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
    attached: ({ documents }) => documents.map(({ id }) => id),
    next({ at, documents }, answer) {
      const entered = caseDetailSchema.safeParse(answer)
      if (!entered.success) return []
      const { id: caseId } = entered.data
      return documents.map((document) => addDocumentEdit({ at, caseId, document }))
    },
    merge: (_former, later) => later,
  }),
  addDocument: editKind({
    kind: 'addDocument',
    resource: ({ id }) => `document:${id}`,
    request: ({ caseId, document: { name } }) => ({
      endpoint: 'collectnetAddDocument',
      params: { id: caseId },
      body: { name },
    }),
    makes: ({ id }) => id,
    attached: ({ id }) => [id],
    content: ({ id }) => id,
    merge: (_former, later) => later,
  }),
} as const satisfies Pick<EditKinds, 'enterCase' | 'addDocument'>

type AddDocument = Extract<Edit, { readonly kind: 'addDocument' }>

/** A document that is kept here, on its way to a case; the file and the edit go by one name. */
export function addDocumentEdit(fields: Omit<AddDocument, 'kind' | 'id'>): AddDocument {
  return { kind: 'addDocument', id: fields.document.id, ...fields }
}

/** The case that an edit has become. */
export function answeredCase(
  edit: Edit,
  answer: unknown,
): Answered<CollectionCase, CollectionCase> | null {
  const entered = caseDetailSchema.safeParse(answer)
  if (edit.kind !== 'enterCase' || !entered.success) return null
  const row = collectionCaseSchema.parse(entered.data)
  // What is here already is newer: the portal told of it before its answer was taken down.
  return { id: row.id, revise: (kept) => kept ?? row }
}
