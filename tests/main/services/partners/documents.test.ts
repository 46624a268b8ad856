/** Documents for brokers in main: listed from the store, opened and saved, and looked at before. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PartnerDocument } from '../../../../src/shared/contract/partners/documents.ts'
import { pdfFile } from '../../../support/files.ts'
import type { TestMain } from '../../support/main.ts'
import { followed, openPortfolioBench, type PortfolioBench } from '../../support/portfolio-bench.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']
/** Where the person saves; null: they close the box. */
let chosen: string | null
let shown: string[]

const content = pdfFile('Conditions')
const document = (id: string, special: Partial<PartnerDocument> = {}): PartnerDocument => ({
  id,
  topic: 'conditions',
  language: 'fr',
  title: `Titre ${id}`,
  fileName: `${id}.pdf`,
  mediaType: 'application/pdf',
  bytes: content.length,
  publishedAt: '2026-11-20T08:00:00.000Z',
  ...special,
})

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  chosen = join(temporaryFolder(stack), 'chosen.pdf')
  shown = []
  bench = await openPortfolioBench(stack, Date.parse('2026-11-29T12:00:00Z'), {
    askWhereToSave: async () => chosen,
    async openFile(path) {
      shown.push(readFileSync(path).toString('latin1'))
      return ''
    },
  })
  network = bench.network
  network.documents = [document('d1'), document('d2', { topic: 'forms' })]
  network.contents.set('d1', content)
})
afterEach(() => stack.disposeAsync())

const listed = async (main: TestMain) =>
  (await main.ask('partners.documents', {})).documents.map(({ id }) => id)
const save = (main: TestMain, id: string) => main.call('partners.saveDocument', { id })

it('all of them are listed without the portal, and what is told of as gone is gone', async () => {
  const main = await bench.signedIn()
  network.isAway = true
  expect(await listed(main)).toEqual(['d1', 'd2'])
  network.isAway = false
  network.documents = [document('d1')]
  network.tell('partner_documents', 'd2', true)
  await followed(main)
  expect(await listed(main)).toEqual(['d1'])
  const gone = await main.call('partners.openDocument', { id: 'd2' })
  expect(gone).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it('one is saved where the person says, under its own name at first, and opened', async () => {
  const main = await bench.signedIn()
  expect(await save(main, 'd1')).toEqual({
    ok: true,
    data: { kind: 'saved', fileName: 'chosen.pdf' },
  })
  expect(readFileSync(chosen ?? '').equals(content)).toBe(true)
  await main.ask('partners.openDocument', { id: 'd1' })
  expect(shown).toEqual([content.toString('latin1')])
  chosen = null
  expect(await save(main, 'd1')).toEqual({ ok: true, data: { kind: 'cancelled' } })
})

it('one that was used before is there without the portal; another says that it cannot be asked', async () => {
  const main = await bench.signedIn()
  await listed(main)
  await save(main, 'd1')
  network.isAway = true
  expect(await save(main, 'd1')).toMatchObject({ ok: true })
  expect(await save(main, 'd2')).toMatchObject({
    ok: false,
    error: { code: 'portal_unreachable' },
  })
})

it.each([
  ['a program', Buffer.from('MZ\u0090'.padEnd(content.length))],
  ['longer than it was said to be', Buffer.concat([content, content])],
  ['nothing', Buffer.alloc(0)],
])('what comes as a document and is %s is neither saved nor opened', async (_what, other) => {
  network.contents.set('d1', other)
  const main = await bench.signedIn()
  await listed(main)
  const refused = { ok: false, error: { code: 'portal_answer_invalid' } }
  expect(await save(main, 'd1')).toMatchObject(refused)
  expect(await main.call('partners.openDocument', { id: 'd1' })).toMatchObject(refused)
  expect(shown).toEqual([])
})
