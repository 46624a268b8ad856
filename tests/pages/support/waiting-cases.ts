/** What waits on this computer, for scenes of Collect@Net: documents and cases that the portal does not have. */
import type { CaseRequest } from '../../../src/shared/contract/collectnet/cases.ts'
import {
  outboxItemSchema,
  type Edit,
  type OutboxItem,
} from '../../../src/shared/contract/offline/outbox.ts'
import { awkwardNames } from './portfolio.ts'

const at = '2026-11-23T09:00:00.000Z'

export const waitingDocument = {
  id: 'd3',
  name: 'Lettre du client.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: 41_984,
} as const
const noDocument = { id: 'd4', name: 'Relevé de compte.xlsx', bytes: 912 } as const

/** A document that goes by itself, one that was refused, and two cases. */
export const outboxItems: readonly OutboxItem[] = [
  waits('addDocument', { id: 'd3', caseId: 'c6', document: waitingDocument }, 'waiting'),
  waits(
    'addDocument',
    {
      id: 'd4',
      caseId: 'c6',
      document: {
        ...noDocument,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    },
    'refused',
  ),
  waits(
    'enterCase',
    { id: 'e1', request: caseRequest('F-1', '12480.50'), documents: [] },
    'waiting',
  ),
  waits('enterCase', { id: 'e2', request: caseRequest('F-2', '900.00'), documents: [] }, 'refused'),
]

function caseRequest(number: string, amount: string): CaseRequest {
  const days = { issuedOn: '2026-07-09', dueOn: '2026-08-08' }
  return {
    policyId: '17386',
    buyerId: '100002',
    currency: 'EUR',
    invoices: [{ ...days, number, amount }],
  }
}

function waits<Kind extends 'addDocument' | 'enterCase'>(
  kind: Kind,
  edit: Omit<Extract<Edit, { kind: Kind }>, 'kind' | 'at'>,
  state: 'waiting' | 'refused',
): OutboxItem {
  const isDocument = kind === 'addDocument'
  return outboxItemSchema.parse({
    id: `o-${edit.id}`,
    edit: { kind, at, ...edit },
    subject: awkwardNames[2] ?? null,
    state,
    queuedAt: at,
    nextAttemptAt: null,
    error:
      state === 'waiting'
        ? null
        : isDocument
          ? { code: 'documents_full', params: { max: 20 } }
          : { code: 'case_exists', params: { caseId: 'c6', number: 'F-2' } },
    theirs: null,
  })
}
