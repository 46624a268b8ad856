/** Documents of cases, on the real portal: looked at here, kept sealed, sent once behind their case. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  largestDocument,
  type Attached,
} from '../../../../src/shared/contract/collectnet/documents.ts'
import { pdfFile, pngFile } from '../../../support/files.ts'
import { type TestMain } from '../../support/main.ts'
import {
  bakery,
  casesOf,
  desk,
  documentsOf,
  lay,
  network,
  newApp,
  pick,
  request,
  sendAll,
  setUpDesk,
  start,
  system,
  waiting,
} from '../../support/case-desk.ts'

setUpDesk()

it('of a case that is entered without a network outlive the app, and are sent once, behind it', async () => {
  const app = newApp()
  const main = await start(app)
  await casesOf(main)
  network.isIn = false
  const { kept, refused } = await pick(main, { 'Facture.pdf': pdfFile('F-77'), 'Bon.png': pngFile })
  expect(refused).toEqual([])
  expect(kept.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['Facture.pdf', pdfFile('F-77').length],
    ['Bon.png', pngFile.length],
  ])
  // What was chosen is read by now: it may go from where it was.
  writeFileSync(join(desk().folder, 'Facture.pdf'), 'gone')
  const id = randomUUID()
  await main.ask('collectnet.enter', { id, request, documents: kept })
  await main.services.close()
  expectSealed(app.folder, 'F-77')

  network.isIn = true
  // Of each of the three writes, the first answer is lost.
  network.losesAnswers = 1
  const again = await start(app)
  await expect.poll(() => network.sent.length).toBeGreaterThan(0)
  network.losesAnswers = 1
  await sendAll(again)
  expect(network.sent[0]).toBe('case')
  expect(network.sent.indexOf('document')).toBeGreaterThan(network.sent.lastIndexOf('case') - 1)
  await expect.poll(async () => (await bakery(again)).length).toBe(1)
  const [one] = await bakery(again)
  await expect.poll(async () => (await documentsOf(again, one?.id ?? '')).length).toBe(2)
  const [first] = await documentsOf(again, one?.id ?? '')
  await again.ask('collectnet.openDocument', {
    kind: 'ofCase',
    caseId: one?.id ?? '',
    id: first?.id ?? '',
  })
  expect(readFileSync(system.opened[0] ?? '')).toEqual(pdfFile('F-77'))
  expect(await keptFiles(again, kept)).toEqual([false, false])
})

/** Whether a file that waited is still kept. */
function keptFiles(main: TestMain, documents: readonly Attached[]): Promise<boolean[]> {
  return Promise.all(
    documents.map(
      async (document) =>
        (await main.call('collectnet.openDocument', { kind: 'kept', document })).ok,
    ),
  )
}

/** Nothing on the disk has the text in clear. */
function expectSealed(folder: string, text: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    expect(readFileSync(join(entry.parentPath, entry.name)).includes(text)).toBe(false)
  }
}

it('of one that waits are changed in its place: what it has no more is not kept', async () => {
  const main = await start()
  await casesOf(main)
  network.isIn = false
  const { kept } = await pick(main, { 'a.pdf': pdfFile('a'), 'b.pdf': pdfFile('b') })
  const id = randomUUID()
  await main.ask('collectnet.enter', { id, request, documents: kept })
  // Removed in a form that is left again: it waits with the case all the same.
  await main.ask('collectnet.dropDocuments', { ids: kept.map((one) => one.id) })
  expect(await keptFiles(main, kept)).toEqual([true, true])
  const { kept: more } = await pick(main, { 'c.pdf': pdfFile('c') })
  const [, second] = kept
  await main.ask('collectnet.enter', {
    id,
    request,
    documents: [...(second ? [second] : []), ...more],
  })
  expect(await waiting(main)).toHaveLength(1)
  expect(await keptFiles(main, [...kept, ...more])).toEqual([false, true, true])
  network.isIn = true
  await sendAll(main)
  const [one] = await bakery(main)
  const names = (await documentsOf(main, one?.id ?? '')).map(({ name }) => name)
  expect(names).toEqual(['b.pdf', 'c.pdf'])
})

it('that come to a case just after it was sent go to it, and those that it has do not go again', async () => {
  const main = await start()
  await casesOf(main)
  const { kept } = await pick(main, { 'a.pdf': pdfFile('a') })
  const id = randomUUID()
  expect(await main.ask('collectnet.enter', { id, request, documents: kept })).toMatchObject({
    kind: 'sent',
  })
  await sendAll(main)
  const { kept: more } = await pick(main, { 'b.pdf': pdfFile('b') })
  const all = { id, request, documents: [...kept, ...more] }
  expect(await main.ask('collectnet.enter', all)).toMatchObject({ kind: 'sent' })
  await sendAll(main)
  const [one] = await bakery(main)
  const names = (await documentsOf(main, one?.id ?? '')).map(({ name }) => name)
  expect(names).toEqual(['a.pdf', 'b.pdf'])
})

it('of a case that is given up go with it, and so do those of a draft', async () => {
  const main = await start()
  network.isIn = false
  const { kept } = await pick(main, { 'a.pdf': pdfFile('a') })
  await main.ask('collectnet.enter', { id: randomUUID(), request, documents: kept })
  const [item] = (await main.ask('outbox.read', {})).items
  await main.ask('outbox.discard', { id: item?.id ?? '' })
  expect(await keptFiles(main, kept)).toEqual([false])
  const { kept: typed } = await pick(main, { 'b.pdf': pdfFile('b') })
  expect(await keptFiles(main, typed)).toEqual([true])
  await main.ask('collectnet.dropDocuments', { ids: typed.map((one) => one.id) })
  expect(await keptFiles(main, typed)).toEqual([false])
})

it('of a case that the portal refuses are still the form’s', async () => {
  const main = await start()
  await casesOf(main)
  await main.ask('collectnet.enter', { id: randomUUID(), request })
  const { kept } = await pick(main, { 'a.pdf': pdfFile('a') })
  const id = randomUUID()
  const draft = {
    buyerId: null,
    buyerName: '',
    country: 'BE',
    registrationNumber: '',
    town: '',
    policyId: '',
    currency: 'EUR',
    invoices: [],
    remarks: '',
    documents: kept,
  }
  await main.ask('collectnet.saveCaseDraft', { id, isWaiting: false, draft })
  const again = await main.ask('collectnet.enter', { id, request, documents: kept })
  expect(again).toMatchObject({ kind: 'refused', error: { code: 'case_exists' } })
  expect(await keptFiles(main, kept)).toEqual([true])
  const back = await main.ask('collectnet.caseDraft', { id: randomUUID(), isWaiting: false })
  expect(back.draft?.documents).toEqual(kept)
})

it('that are no documents are refused one by one, with why; the others are kept', async () => {
  const main = await start()
  mkdirSync(join(desk().folder, 'folder.pdf'))
  lay({
    'good.pdf': pdfFile('a'),
    'program.exe': Buffer.from('MZ'),
    'program.pdf': Buffer.from('MZ'),
    'empty.pdf': Buffer.alloc(0),
    'large.txt': Buffer.alloc(largestDocument + 1, 'a'),
    'also good.png': pngFile,
    'one too many.png': pngFile,
  })
  system.chosen.unshift(join(desk().folder, 'folder.pdf'), join(desk().folder, 'none.pdf'))
  const { kept, refused } = await main.ask('collectnet.pickDocuments', { room: 2 })
  expect(kept.map(({ name }) => name)).toEqual(['good.pdf', 'also good.png'])
  expect(refused.map(({ name, error }) => [name, error.code])).toEqual([
    ['folder.pdf', 'document_unreadable'],
    ['none.pdf', 'document_unreadable'],
    ['program.exe', 'document_type'],
    ['program.pdf', 'document_mismatch'],
    ['empty.pdf', 'document_empty'],
    ['large.txt', 'document_too_large'],
    ['one too many.png', 'documents_full'],
  ])
})

it('are added to a case that there is, from the outbox, and one that is refused says why there', async () => {
  const main = await start()
  const [one] = await casesOf(main)
  const caseId = one?.id ?? ''
  network.isIn = false
  lay({ 'a.pdf': pdfFile('a'), 'b.png': pngFile })
  await main.ask('collectnet.addDocuments', { caseId, room: 20 })
  const { items } = await main.ask('outbox.read', {})
  expect(items).toMatchObject([
    { subject: one?.buyerName, edit: { kind: 'addDocument', document: { name: 'a.pdf' } } },
    { edit: { kind: 'addDocument', document: { name: 'b.png' } } },
  ])
  network.isIn = true
  network.losesAnswers = 1
  await sendAll(main)
  await expect
    .poll(async () => (await documentsOf(main, caseId)).map(({ name }) => name))
    .toEqual(expect.arrayContaining(['a.pdf', 'b.png']))
  const names = (await documentsOf(main, caseId)).map(({ name }) => name)
  expect(names.filter((name) => name === 'a.pdf')).toHaveLength(1)

  lay(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.png`, pngFile])))
  await main.ask('collectnet.addDocuments', { caseId, room: 20 })
  await expect
    .poll(async () => (await main.ask('outbox.read', {})).items.map(({ error }) => error?.code))
    .toEqual(Array(names.length).fill('documents_full'))
})

it('of the largest size go through', { timeout: 30_000 }, async () => {
  const main = await start()
  const [one] = await casesOf(main)
  const content = Buffer.concat([pdfFile('a'), Buffer.alloc(largestDocument, 7)])
  lay({ 'a.pdf': content.subarray(0, largestDocument) })
  await main.ask('collectnet.addDocuments', { caseId: one?.id ?? '', room: 20 })
  await sendAll(main)
  await expect
    .poll(async () => (await documentsOf(main, one?.id ?? '')).at(-1)?.bytes)
    .toBe(largestDocument)
})
