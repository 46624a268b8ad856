/** Cases and their documents in a random session: a person who enters them, and a portal in memory. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { caseRequestSchema } from '../../../src/shared/contract/collectnet/cases.ts'
import { documentRequestSchema } from '../../../src/shared/contract/collectnet/documents.ts'
import type { Taken } from './application-book.ts'
import type { EditModel } from './edit-model.ts'
import type { TestMain } from './main.ts'

const at = '2026-11-29T12:00:00.000Z'
const euro = { amount: '1.00', currency: 'EUR' }

const refused = (status: number, code: string): Taken => ({ kind: 'refused', status, code })

/** As a portal takes them down. @param onMade told of each that is taken, by its remarks or its name */
export function createCaseBook(onMade: (of: string, to: string) => void) {
  const known = new Set<string>()
  return {
    enter(body: unknown): Taken {
      const request = caseRequestSchema.safeParse(body)
      if (!request.success) return refused(400, 'invalid_request')
      const id = `case-${known.size + 1}`
      known.add(id)
      onMade('case', request.data.remarks ?? '')
      const amounts = { claimed: euro, recovered: euro, outstanding: euro }
      const of = { policyId: 'p1', buyerId: 'b1', buyerName: 'b1', country: 'BE', ...amounts }
      const state = { status: 'open', openedAt: at, oldestDueOn: '2026-02-01', invoiceNumbers: [] }
      const parts = { lastStep: { kind: 'opened', at }, course: [], invoices: [], documents: [] }
      return { kind: 'made', body: { id, ...of, ...state, ...parts, remarks: null } }
    },
    addDocument(caseId: string, body: unknown): Taken {
      const request = documentRequestSchema.safeParse(body)
      if (!request.success) return refused(400, 'invalid_request')
      if (!known.has(caseId)) return refused(404, 'not_found')
      const text = Buffer.from(request.data.content, 'base64').toString()
      // What was chosen for this case, and nothing else, is what comes.
      const to = z.string().parse(/^of (\S+)$/u.exec(text)?.[1])
      onMade('document', `document of ${to}`)
      const about = { name: request.data.name, mediaType: 'text/plain', bytes: text.length }
      return { kind: 'made', body: { id: randomUUID(), ...about, addedAt: at, addedBy: null } }
    },
  }
}

/**
 * Enters a case with a document, by one click or two.
 * @param lay puts a file with this text where it is chosen next
 */
export async function enterCase(
  main: TestMain,
  model: EditModel,
  lay: (text: string) => void,
  clicks: number,
): Promise<void> {
  if (main.services.session.view().kind !== 'ready') return
  const [id, remarks] = [randomUUID(), model.fresh('case')]
  lay(`of ${remarks}`)
  const picked = await main.call('collectnet.pickDocuments', { room: 1 })
  const documents = picked.ok ? picked.data.kept : []
  const days = { issuedOn: '2026-01-01', dueOn: '2026-02-01' }
  const request = {
    policyId: 'p1',
    buyerId: 'b1',
    currency: 'EUR',
    invoices: [{ ...days, number: 'F-1', amount: '1' }],
    remarks,
  }
  const [answer] = await Promise.all(
    Array.from({ length: clicks }, () => main.call('collectnet.enter', { id, request, documents })),
  )
  if (answer === undefined) return
  const isKept = answer.ok ? answer.data.kind !== 'refused' : answer.error.code === 'session_ended'
  const fate = isKept ? 'kept' : 'back'
  model.thing(id)(remarks, fate)
  for (const document of documents) model.thing(document.id)(`document of ${remarks}`, fate)
}
