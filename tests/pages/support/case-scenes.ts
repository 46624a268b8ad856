/** Collect@Net's pages with something on each: cases of every status, one with all that happened. */
import type { CaseDetail, CollectionCase } from '../../../src/shared/contract/collectnet/cases.ts'
import type { CaseStatus } from '../../../src/shared/contract/credit/case-filters.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { freshState, type Answers } from './fake-portal.ts'
import { awkwardNames, freshness, portfolio } from './portfolio.ts'
import type { Scene } from './servnet-scenes.ts'
import { outboxItems, waitingDocument } from './waiting-cases.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const at = (day: string) => `${day}T09:00:00.000Z`
const statuses: readonly CaseStatus[] = ['open', 'instalments', 'legal', 'recovered', 'closed']

const caseAt = (index: number): CollectionCase => ({
  id: `c${index}`,
  policyId: '17386',
  buyerId: String(100_000 + index),
  buyerName: awkwardNames[index] ?? `Acheteur ${index}`,
  country: 'BE',
  status: statuses[index % statuses.length] ?? 'open',
  openedAt: at('2026-10-19'),
  claimed: euro(`${15_700 + index}.50`),
  recovered: euro('5000.00'),
  outstanding: euro(`${10_700 + index}.50`),
  invoiceNumbers: ['F2026-10611', 'F2026-10612'],
  oldestDueOn: '2026-08-08',
  lastStep: { kind: 'payment_received', at: at('2026-11-04') },
})

const step = { amount: null, note: null }

const detail: CaseDetail = {
  ...caseAt(6),
  remarks: 'Le client conteste la livraison du 4.\nVoir notre lettre du 12.',
  course: [
    { ...step, id: '1', kind: 'opened', at: at('2026-10-19') },
    { ...step, id: '2', kind: 'reminder_sent', at: at('2026-10-20') },
    { ...step, id: '3', kind: 'debtor_contacted', at: at('2026-10-28') },
    { ...step, id: '4', kind: 'payment_received', at: at('2026-11-04'), amount: euro('5000.00') },
    {
      id: '5',
      kind: 'instalment_plan',
      at: at('2026-11-05'),
      amount: euro('2675.13'),
      note: 'Quatre mensualités, la première le 15 décembre.',
    },
    { ...step, id: '6', kind: 'legal_action', at: at('2026-11-20') },
  ],
  invoices: [
    {
      number: 'F2026-10611',
      issuedOn: '2026-07-09',
      dueOn: '2026-08-08',
      amount: euro('12480.50'),
      paid: euro('5000.00'),
    },
    {
      number: 'F2026-10612',
      issuedOn: '2026-07-20',
      dueOn: '2026-08-19',
      amount: euro('3226.00'),
      paid: euro('0.00'),
    },
  ],
  documents: [
    {
      id: 'd1',
      name: 'Facture F2026-10611.pdf',
      mediaType: 'application/pdf',
      bytes: 184_320,
      addedAt: at('2026-10-19'),
      addedBy: 'Jan Peeters',
    },
    {
      id: 'd2',
      name: 'Bon de livraison signé par le magasinier le 4 juillet, page recto et verso.png',
      mediaType: 'image/png',
      bytes: 2_936_012,
      addedAt: at('2026-10-21'),
      addedBy: null,
    },
  ],
}

const rows = Array.from({ length: 22 }, (_, index) => caseAt(index))

/** What every page of Collect@Net asks for. */
export const caseAnswers: Answers = {
  ...portfolio,
  'app.state': success({
    ...freshState,
    session: {
      kind: 'ready',
      user: {
        username: 'jan.peeters',
        displayName: 'Jan Peeters',
        language: 'fr',
        services: ['servnet', 'collectnet', 'insights'],
      },
    },
    service: 'collectnet',
  }),
  'app.chooseService': success({}),
  'collectnet.cases': success({
    window: { items: rows, total: rows.length, kept: rows.length, isWhole: true },
    freshness,
  }),
  'collectnet.case': success({ detail, isWhole: true, freshness }),
  'collectnet.caseDraft': success({ draft: null, savedAt: null }),
  'collectnet.saveCaseDraft': success({ savedAt: at('2026-11-23') }),
  'collectnet.checkCase': success({ exists: null, waits: null, isNumberUnlikely: false }),
  'collectnet.enter': success({ kind: 'sent', answer: detail }),
}

const none = { items: [], total: 0, kept: 0, isWhole: true }

const draft = {
  buyerId: '100002',
  buyerName: awkwardNames[2] ?? '',
  country: 'DK',
  registrationNumber: '',
  town: 'Aarhus',
  policyId: '17386',
  currency: 'EUR',
  invoices: [
    { number: 'F2026-10611', issuedOn: '2026-07-09', dueOn: '2026-08-08', amount: '12 480,50' },
    { number: 'F2025-00007', issuedOn: '2025-02-01', dueOn: '2025-03-03', amount: '3 226,00' },
  ],
  remarks: 'Le client conteste la livraison du 4.',
  documents: [waitingDocument],
}
const kept = {
  'collectnet.caseDraft': success({ draft, savedAt: at('2026-11-23') }),
} satisfies Answers

export const caseScenes: readonly Scene[] = [
  { name: 'a new case', path: '/collectnet/new' },
  {
    name: 'a case with nothing filled in, sent',
    path: '/collectnet/new',
    act: (page) => page.getByRole('button', { name: 'Envoyer le dossier' }).click(),
  },
  {
    name: 'a case of which there is one',
    path: '/collectnet/new',
    answers: {
      ...kept,
      'collectnet.checkCase': success({
        exists: { caseId: 'c6', number: 'F2026-10611' },
        waits: null,
        isNumberUnlikely: false,
      }),
    },
    act: (page) => page.getByRole('link', { name: 'Ouvrir ce dossier' }).waitFor(),
  },
  {
    name: 'a case that was entered',
    path: '/collectnet/new',
    answers: kept,
    async act(page) {
      await page.getByRole('button', { name: 'Envoyer le dossier' }).click()
      await page.getByRole('link', { name: 'Suivre le dossier' }).waitFor()
    },
  },

  {
    name: 'a case with files that are no documents',
    path: '/collectnet/new',
    answers: {
      ...kept,
      'collectnet.pickDocuments': success({
        kept: [],
        refused: [
          { name: 'Facture.pdf', error: { code: 'document_mismatch' } },
          { name: 'Film.pdf', error: { code: 'document_too_large' } },
        ],
      }),
      'collectnet.dropDocuments': success({}),
    },
    async act(page) {
      await page.getByRole('button', { name: 'Ajouter des documents' }).click()
      await page.getByText('Film.pdf n’a pas été ajouté').waitFor()
    },
  },
  { name: 'cases', path: '/collectnet' },
  {
    name: 'cases, and some that wait',
    path: '/collectnet',
    answers: { 'outbox.read': success({ items: [...outboxItems] }) },
    act: (page) => page.getByRole('heading', { name: 'En attente d’envoi' }).waitFor(),
  },
  {
    name: 'giving up a case that waits',
    path: '/collectnet',
    answers: { 'outbox.read': success({ items: [...outboxItems] }) },
    async act(page) {
      await page
        .getByRole('button', { name: /^Abandonner : / })
        .first()
        .click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'a case with documents on their way',
    path: '/collectnet/cases/c6',
    answers: { 'outbox.read': success({ items: [...outboxItems] }) },
    act: (page) => page.getByText('Lettre du client.docx').waitFor(),
  },
  {
    name: 'no case',
    path: '/collectnet',
    answers: { 'collectnet.cases': success({ window: none, freshness }) },
  },
  { name: 'a case', path: '/collectnet/cases/c6' },
  {
    name: 'a case of which only the row is kept',
    path: '/collectnet/cases/c6',
    answers: {
      'collectnet.case': success({
        detail: {
          ...detail,
          remarks: null,
          invoices: [],
          documents: [],
          course: detail.course.slice(0, 1),
        },
        isWhole: false,
        freshness: { ...freshness, stale: true },
      }),
    },
  },
]
