/** The form of a case: each invoice with its own problems, its deadline, and sending it once. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { EnterPage } from '../../../../src/renderer/features/collectnet/enter/enter-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import { scriptApplying, withOnePolicy } from '../../support/apply.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { show } from '../../support/stage.tsx'

const send = page.getByRole('button', { name: 'Envoyer le dossier' })
const field = (name: string, row = 1) =>
  page.getByRole('group', { name: `Facture ${row}` }).getByLabelText(name)

beforeEach(async () => {
  await page.viewport(1280, 1000)
  scriptApplying()
  withOnePolicy()
  answerFromNowOn({
    'collectnet.caseDraft': () => success({ draft: null, savedAt: null }),
    'collectnet.saveCaseDraft': () => success({ savedAt: '2026-11-23T09:00:00.000Z' }),
    'collectnet.checkCase': () => success({ exists: null, waits: null, isNumberUnlikely: false }),
    'collectnet.enter': () => success({ kind: 'waiting', outboxId: 'o1' }),
  })
})

const open = () => show(<EnterPage />, signedIn, '/collectnet/new?buyer=b1')

async function fill(row = 1, number = 'F-1') {
  await userEvent.fill(field('N° de facture', row), number)
  await userEvent.fill(field('Date', row), '2026-01-05')
  await userEvent.fill(field('Échéance d’origine', row), '2026-02-04')
  await userEvent.fill(field('Montant', row), '1250,50')
}

test('says of each invoice what is wrong with it, and sends nothing', async () => {
  await open()
  await fill()
  await userEvent.click(page.getByRole('button', { name: 'Ajouter une facture' }))
  await userEvent.fill(field('N° de facture', 2), 'f-1')
  await userEvent.fill(field('Montant', 2), '0')
  await userEvent.click(send)
  const summary = page.getByRole('alert')
  await expect.element(summary).toMatchTextContent(/Facture 2, N° de facture.*figure deux fois/u)
  await expect.element(summary).toMatchTextContent(/Facture 2, Montant.*supérieur à zéro/u)
  expect(summary.element().textContent).not.toMatch(/Facture 1/u)
  expect(callsOf('collectnet.enter')).toEqual([])
})

test('says until when it is to be reported, by the conditions of the policy', async () => {
  await open()
  await fill()
  // 60 days of extension, and 30 to report.
  await expect.element(page.getByText(/délai de déclaration est passé depuis le/u)).toBeVisible()
})

test('however often one clicks, it is sent once, and says that it waits', async () => {
  await open()
  await fill()
  const button = send.element()
  if (!(button instanceof HTMLElement)) throw new Error('No button')
  button.click()
  button.click()
  await expect.element(page.getByText('Le dossier attend d’être envoyé')).toBeVisible()
  expect(callsOf('collectnet.enter')).toMatchObject([
    {
      request: {
        policyId: '17386',
        buyerId: 'b1',
        currency: 'EUR',
        invoices: [
          { number: 'F-1', issuedOn: '2026-01-05', dueOn: '2026-02-04', amount: '1250.50' },
        ],
      },
    },
  ])
})

test('a case that there is already is said before, and leads to it', async () => {
  answerFromNowOn({
    'collectnet.checkCase': () =>
      success({ exists: { caseId: 'c7', number: 'F-1' }, waits: null, isNumberUnlikely: false }),
  })
  await open()
  await fill()
  await expect
    .element(page.getByRole('link', { name: 'Ouvrir ce dossier' }))
    .toHaveAttribute('href', '/collectnet/cases/c7')
})

const pdf = { id: 'd1', name: 'Facture.pdf', mediaType: 'application/pdf', bytes: 2_048 } as const

test('documents go with it, are kept with its draft, and those that are none are named', async () => {
  answerFromNowOn({
    'collectnet.pickDocuments': () =>
      success({
        kept: [pdf, { ...pdf, id: 'd2', name: 'Bon.pdf' }],
        refused: [{ name: 'virus.exe', error: { code: 'document_type' } }],
      }),
    'collectnet.dropDocuments': () => success({}),
  })
  await open()
  await fill()
  await userEvent.click(page.getByRole('button', { name: 'Ajouter des documents' }))
  await expect.element(page.getByText('virus.exe n’a pas été ajouté')).toBeVisible()
  const list = page.getByRole('list', { name: 'Documents' })
  await expect.element(list.getByText('Facture.pdf')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Retirer Bon.pdf' }))
  await expect.poll(() => callsOf('collectnet.dropDocuments')).toEqual([{ ids: ['d2'] }])
  const drafts = callsOf('collectnet.saveCaseDraft')
  expect(drafts.at(-1)).toMatchObject({ isWaiting: false, draft: { documents: [pdf] } })
  await userEvent.click(send)
  await expect.element(page.getByText('Le dossier attend d’être envoyé')).toBeVisible()
  expect(callsOf('collectnet.enter')).toMatchObject([{ documents: [pdf] }])
})

test('one that waits is edited with its documents, and what is edited of it is kept', async () => {
  const request = {
    policyId: '17386',
    buyerId: 'b1',
    currency: 'EUR',
    invoices: [{ number: 'F-9', issuedOn: '2026-01-05', dueOn: '2026-02-04', amount: '10' }],
  }
  const at = '2026-11-23T09:00:00.000Z'
  answerFromNowOn({
    'outbox.read': () =>
      success({
        items: [
          {
            id: 'o1',
            edit: { kind: 'enterCase', id: 'e1', at, request, documents: [pdf] },
            subject: 'Café',
            state: 'waiting',
            queuedAt: at,
            nextAttemptAt: null,
            error: null,
            theirs: null,
          },
        ],
      }),
  })
  await show(<EnterPage />, signedIn, '/collectnet/new?edit=e1')
  await expect.element(page.getByText('Facture.pdf')).toBeVisible()
  await userEvent.fill(page.getByLabelText(/Vos remarques/u), 'Contesté')
  await expect
    .poll(() => callsOf('collectnet.saveCaseDraft').at(-1))
    .toMatchObject({ id: 'e1', isWaiting: true, draft: { remarks: 'Contesté', documents: [pdf] } })
  await userEvent.click(send)
  await expect
    .poll(() => callsOf('collectnet.enter'))
    .toMatchObject([{ id: 'e1', request: { remarks: 'Contesté' }, documents: [pdf] }])
})

const draft = {
  buyerId: 'b9',
  buyerName: 'Ørsted A/S',
  country: 'DK',
  registrationNumber: '',
  town: '',
  policyId: '99999',
  currency: 'EUR',
  invoices: [{ number: 'F-1', issuedOn: '', dueOn: '', amount: '' }],
  remarks: 'Du client B',
  documents: [],
}
const keepsDraft = (policyId: string, buyerId = 'b9') => ({
  'collectnet.caseDraft': () =>
    success({ draft: { ...draft, policyId, buyerId }, savedAt: '2026-11-23T09:00:00.000Z' }),
})

test.each([
  ['in a client’s view, one for another client’s policy', '99999', '/collectnet/new?client=orsted'],
  ['beside a case about somebody else', '17386', '/collectnet/new?buyer=b1'],
])('a draft is offered, and not gone on with by itself: %s', async (_what, policyId, path) => {
  answerFromNowOn(keepsDraft(policyId))
  await show(<EnterPage />, signedIn, path)
  await expect.element(page.getByText(/dossier sur Ørsted A\/S/u)).toBeVisible()
  await expect.element(page.getByLabelText(/Vos remarques/u)).toHaveValue('')
})

test.each(['/collectnet/new', '/collectnet/new?client=orsted', '/collectnet/new?buyer=b1'])(
  'at %s a draft that can only be this one is gone on with',
  async (path) => {
    answerFromNowOn(keepsDraft('17386', 'b1'))
    await show(<EnterPage />, signedIn, path)
    await expect.element(page.getByLabelText(/Vos remarques/u)).toHaveValue('Du client B')
  },
)
