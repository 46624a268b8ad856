/** Entering a case, on the real portal: kept first, sent once, said when there is one already. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import type { CaseRequest } from '../../../../src/shared/contract/collectnet/cases.ts'
import type { CaseDraft } from '../../../../src/shared/contract/collectnet/routes.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
const network = { isIn: true, losesAnswers: false, keys: [] as (string | null)[] }
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  Object.assign(network, { isIn: true, losesAnswers: false, keys: [] })
})
afterEach(() => stack.disposeAsync())

const fetch: Fetch = async (url, init) => {
  if (!network.isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
  const enters = init.method === 'POST' && url.endsWith('/collectnet/cases')
  if (enters) network.keys.push(new Headers(init.headers).get('idempotency-key'))
  const response = await hostFetch(url, init)
  if (enters && network.losesAnswers) throw new Error('net::ERR_CONNECTION_RESET')
  return response
}

const newApp = () => ({ folder: temporaryFolder(stack), keychain: createMemoryKeychain() })

async function start(app = newApp()): Promise<TestMain> {
  const main = startMain({ ...app, portalUrl: portal.url, fetch, savePatienceMs: 3_000 })
  stack.defer(main.services.close)
  const { session } = await main.ask('app.state', {})
  if (session.kind === 'signedOut') {
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
  }
  return main
}

const request: CaseRequest = {
  policyId: '17386',
  buyer: { name: 'Boulangerie À la Bonne Heure', country: 'BE' },
  currency: 'EUR',
  invoices: [{ number: 'F-77', issuedOn: '2026-05-01', dueOn: '2026-06-01', amount: '1250.50' }],
}

const entered = async (main: TestMain) => {
  const { window } = await main.ask('collectnet.cases', { filters: {}, offset: 0, limit: 100 })
  return window.items.filter(({ buyerName }) => buyerName.startsWith('Boulangerie'))
}

it('is sent once however often one clicks, and stands in the list at once', async () => {
  const main = await start()
  await entered(main)
  const id = randomUUID()
  const twice = await Promise.all([
    main.ask('collectnet.enter', { id, request }),
    main.ask('collectnet.enter', { id, request }),
  ])
  expect(twice).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }])
  expect(network.keys).toHaveLength(1)
  expect(await entered(main)).toMatchObject([{ outstanding: { amount: '1250.50' } }])
})

it('waits without a network with its buyer, is edited in its place, and is sent once', async () => {
  const app = newApp()
  const main = await start(app)
  await entered(main)
  network.isIn = false
  const id = randomUUID()
  expect(await main.ask('collectnet.enter', { id, request })).toMatchObject({ kind: 'waiting' })
  const edited = { ...request, remarks: 'Contesté' }
  expect(await main.ask('collectnet.enter', { id, request: edited })).toMatchObject({
    kind: 'waiting',
  })
  const { items } = await main.ask('outbox.read', {})
  expect(items).toMatchObject([
    { subject: 'Boulangerie À la Bonne Heure', edit: { kind: 'enterCase', request: edited } },
  ])
  await main.services.close()
  network.isIn = true
  network.losesAnswers = true
  const again = await start(app)
  await expect.poll(() => network.keys.length).toBeGreaterThan(0)
  network.losesAnswers = false
  await again.ask('outbox.sendNow', {})
  await expect.poll(async () => (await again.ask('outbox.read', {})).items).toEqual([])
  expect(new Set(network.keys).size).toBe(1)
  await expect.poll(async () => (await entered(again)).length).toBe(1)
})

it('one that there is already is said before, and refused by the portal with the case', async () => {
  const main = await start()
  await entered(main)
  const first = await main.ask('collectnet.enter', { id: randomUUID(), request })
  if (first.kind !== 'sent') throw new Error('not sent')
  const [one] = await entered(main)
  const question = {
    id: randomUUID(),
    policyId: '17386',
    buyerId: one?.buyerId ?? null,
    buyer: { name: '', country: '', registrationNumber: '' },
  }
  const check = (numbers: string[]) => main.ask('collectnet.checkCase', { ...question, numbers })
  expect(await check(['x', ' f-77 '])).toMatchObject({
    exists: { caseId: first.answer.id, number: 'F-77' },
  })
  expect(await check(['F-78'])).toMatchObject({ exists: null, waits: null })
  expect(await main.ask('collectnet.enter', { id: randomUUID(), request })).toMatchObject({
    kind: 'refused',
    error: { code: 'case_exists', params: { caseId: first.answer.id } },
  })
})

it('what is typed is kept as it was typed, and goes once it was handed in', async () => {
  const app = newApp()
  const main = await start(app)
  const draft: CaseDraft = {
    buyerId: null,
    buyerName: 'Boul',
    country: 'BE',
    registrationNumber: '',
    town: '',
    policyId: '',
    currency: 'EUR',
    invoices: [{ number: 'F', issuedOn: '', dueOn: '31/02', amount: '1.234' }],
    remarks: '',
    documents: [],
  }
  const [first, form] = [randomUUID(), { id: randomUUID(), isWaiting: false }]
  await main.ask('collectnet.saveCaseDraft', { id: first, isWaiting: false, draft })
  await main.services.close()
  const again = await start(app)
  expect((await again.ask('collectnet.caseDraft', form)).draft).toEqual(draft)
  await again.ask('collectnet.enter', { id: form.id, request })
  const later = { ...form, id: randomUUID() }
  expect(await again.ask('collectnet.caseDraft', later)).toEqual({ draft: null, savedAt: null })
})

/** Of a case that is not finished. */
const draftWith = (remarks: string): CaseDraft => ({
  buyerId: null,
  buyerName: 'Boulangerie',
  country: 'BE',
  registrationNumber: '',
  town: '',
  policyId: '',
  currency: 'EUR',
  invoices: [],
  remarks,
  documents: [],
})

it('what is edited of one that waits is kept beside the draft of another, and goes with its own', async () => {
  const app = newApp()
  const main = await start(app)
  await entered(main)
  network.isIn = false
  const [waiting, fresh] = [randomUUID(), randomUUID()]
  await main.ask('collectnet.enter', { id: waiting, request })
  const save = (id: string, isWaiting: boolean, remarks: string) =>
    main.ask('collectnet.saveCaseDraft', { id, isWaiting, draft: draftWith(remarks) })
  await save(fresh, false, 'neuf')
  await save(waiting, true, 'changé')
  await main.services.close()
  const again = await start(app)
  const remarksOf = async (id: string, isWaiting: boolean) =>
    (await again.ask('collectnet.caseDraft', { id, isWaiting })).draft?.remarks
  expect(await remarksOf(waiting, true)).toBe('changé')
  expect(await remarksOf(fresh, false)).toBe('neuf')
  // Handed in once more, as it was changed: the other draft is none of its business.
  await again.ask('collectnet.enter', { id: waiting, request: { ...request, remarks: 'changé' } })
  expect(await remarksOf(waiting, true)).toBeUndefined()
  expect(await remarksOf(fresh, false)).toBe('neuf')
})
