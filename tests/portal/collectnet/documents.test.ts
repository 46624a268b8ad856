/** Documents of cases: what is taken, what is refused and why, and who is given them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addStep } from '../../../src/portal/collectnet/collecting.ts'
import {
  caseDocumentSchema,
  largestDocument,
  mostDocuments,
} from '../../../src/shared/contract/collectnet/documents.ts'
import { problemSchema, type ProblemCode } from '../../../src/shared/contract/problem.ts'
import { officeFile, pdfFile, pngFile } from '../../support/files.ts'
import { openTestCase } from '../support/cases.ts'
import { typed } from '../support/command.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { minute, startPortal, type TestPortal } from '../support/portal.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

describe.each(databaseKinds)('documents of cases, on %s', (database) => {
  let it: TestPortal
  let [reader, colleague, stranger]: TestPerson[] = []
  let policy = ''
  beforeAll(async () => {
    it = await startPortal(database)
    const [own = '', other = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    policy = own
    reader = await addReader(it, [own], ['servnet', 'collectnet'])
    colleague = await addReader(it, [own], ['collectnet'])
    stranger = await addReader(it, [other], ['collectnet'])
    const at = it.portal.context.now() - minute
    const application = applicationOf('a1', { policy_id: own, buyer_id: 'known' }, at)
    await write(it, { buyers: [testBuyer('known')], applications: [application] })
  })
  afterAll(() => it.stop())

  const open = () => openTestCase(it, { policyId: policy, buyerId: 'known' })
  const asked = (id: string, name: string, content: Uint8Array, who = reader) => ({
    token: who?.token,
    params: { id },
    body: { name, content: base64(content) },
  })
  const add = (id: string, name: string, content: Uint8Array) =>
    it.client.succeed('collectnetAddDocument', asked(id, name, content))
  const content = (id: string, document: string, who = reader) =>
    it.client.send('collectnetDocument', { token: who?.token, params: { id, document } })
  const detail = (id: string, who = reader) =>
    it.client.succeed('collectnetCase', { token: who?.token, params: { id } })

  test('are in the case of everybody who sees it, and told; their content is a file to save', async () => {
    const id = await open()
    const { nextCursor: since } = await it.client.succeed('changes', { token: colleague?.token })
    const file = pdfFile('Facture')
    const added = await add(id, 'Facture n° 1.pdf', file)
    expect(added).toMatchObject({
      name: 'Facture n° 1.pdf',
      mediaType: 'application/pdf',
      bytes: file.length,
    })
    expect(added.addedBy).toMatch(/\S/)
    expect((await detail(id, colleague)).documents).toEqual([added])
    const told = await it.client.succeed('changes', { token: colleague?.token, query: { since } })
    expect(told.items).toContainEqual(expect.objectContaining({ resource: 'cases', id }))
    const response = await content(id, added.id, colleague)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Facture n_ 1.pdf"; filename*=UTF-8''Facture%20n%C2%B0%201.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(file))
  })

  test.each([
    ['a.png', pngFile, 'image/png'],
    ['A.JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['a.xlsx', officeFile('xl/workbook.xml'), /spreadsheetml/],
    ['a.docx', officeFile('word/document.xml'), /wordprocessingml/],
    ['a.csv', Buffer.from('\ufeffN°;Montant\r\n1;2,50'), 'text/csv'],
    ['a.txt', Buffer.from('Préavis', 'latin1'), 'text/plain'],
    ['a.eml', Buffer.from('From: a@b.example\r\n\r\nBonjour'), 'message/rfc822'],
  ] as const)('%s is taken for what it is', async (name, file, mediaType) => {
    const added = await add(await open(), name, file)
    expect(added.mediaType).toMatch(mediaType)
  })

  test.each([
    ['a program', 'facture.exe', Buffer.from('MZ\x90'), 'document_type'],
    ['a page', 'facture.html', Buffer.from('<html>'), 'document_type'],
    ['a name without an ending', 'facture', pngFile, 'document_type'],
    ['a workbook for macros', 'a.xlsm', officeFile('xl/workbook.xml'), 'document_type'],
    ['a program that is called a PDF', 'facture.pdf', Buffer.from('MZ\x90'), 'document_mismatch'],
    ['a picture that is called a PDF', 'facture.pdf', pngFile, 'document_mismatch'],
    ['a script that is called a text', 'a.txt', Buffer.from('#!/bin/sh\n'), 'document_mismatch'],
    ['a page that is called a text', 'a.csv', Buffer.from(' <HTML>'), 'document_mismatch'],
    ['bytes that are called a text', 'a.csv', Buffer.from('a\0b'), 'document_mismatch'],
    ['a text that is called a letter', 'a.eml', Buffer.from('Bonjour\n'), 'document_mismatch'],
    [
      'a letter that is called a workbook',
      'a.xlsx',
      officeFile('word/document.xml'),
      'document_mismatch',
    ],
    [
      'half a workbook',
      'a.xlsx',
      officeFile('xl/workbook.xml').subarray(0, -9),
      'document_mismatch',
    ],
    [
      'macros',
      'a.docx',
      officeFile('word/document.xml', 'word/vbaProject.bin'),
      'document_mismatch',
    ],
    ['an ending that is turned round', 'facture\u202efdp.exe', pdfFile('a'), 'document_type'],
    ['nothing', 'a.pdf', Buffer.from(''), 'document_empty'],
    ['too much', 'a.txt', Buffer.alloc(largestDocument + 1, 'a'), 'document_too_large'],
  ] as const)('%s is refused, and nothing is kept', async (_what, name, file, code) => {
    const id = await open()
    await it.client.fail('collectnetAddDocument', code, asked(id, name, file))
    expect((await detail(id)).documents).toEqual([])
  })

  test('of the largest size are taken whole', async () => {
    const id = await open()
    const file = Buffer.concat([pdfFile('a'), Buffer.alloc(largestDocument, 7)])
    const largest = file.subarray(0, largestDocument)
    const { id: document, bytes } = await add(id, 'a.pdf', largest)
    expect(bytes).toBe(largestDocument)
    const sent = Buffer.from(await (await content(id, document)).arrayBuffer())
    expect(sent.equals(largest)).toBe(true)
  })

  test('what is no base64 is no document', async () => {
    const request = { token: reader?.token, params: { id: await open() } }
    for (const text of ['JVBERi0x=', 'JVBE Ri0x', 'JVBE\u00e9i0x', 'JVB']) {
      const body = { name: 'a.pdf', content: text }
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const problem = await it.client.fail('collectnetAddDocument', 'invalid_request', {
        ...request,
        body,
      })
      expect(problem.errors).toEqual([{ pointer: '/content', code: 'invalid_base64' }])
    }
  })

  test('are so many a case, also where many come at once', async () => {
    const id = await open()
    const sent = Array.from({ length: mostDocuments + 3 }, (_, at) =>
      it.client.send('collectnetAddDocument', asked(id, `${at}.png`, pngFile)),
    )
    const answers = await Promise.all(sent)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(mostDocuments)
    const refused = answers.filter(({ status }) => status === 409)
    const codes = await Promise.all(
      refused.map(async (one) => problemSchema.parse(await one.json())),
    )
    expect(codes.map(({ code }): ProblemCode => code)).toEqual(Array(3).fill('documents_full'))
    expect((await detail(id)).documents).toHaveLength(mostDocuments)
  })

  test('are added once under one key, and to a closed case, too', async () => {
    const id = await open()
    await addStep(it.portal.context, id, { kind: 'closed' })
    const headers = { 'idempotency-key': 'once' }
    const request = { ...asked(id, 'a.png', pngFile), headers }
    const [one, two] = [
      await it.client.succeed('collectnetAddDocument', request),
      await it.client.succeed('collectnetAddDocument', request),
    ]
    expect(two).toEqual(one)
    const other = { ...asked(id, 'b.png', pngFile), headers }
    await it.client.fail('collectnetAddDocument', 'idempotency_conflict', other)
    expect((await detail(id)).documents).toEqual([one])
  })

  test('are nobody’s who does not see the case, nor of another case', async () => {
    const [id, another] = [await open(), await open()]
    const { id: document } = await add(id, 'a.png', pngFile)
    const theirs = asked(id, 'b.png', pngFile, stranger)
    await it.client.fail('collectnetAddDocument', 'not_found', theirs)
    expect((await content(id, document, stranger)).status).toBe(404)
    expect((await content(another, document)).status).toBe(404)
    expect((await detail(id)).documents).toHaveLength(1)
  })

  test('of nobody who is signed in are not even read', async () => {
    const response = await fetch(`${it.address}/v1/collectnet/cases/x/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'this is no JSON',
    })
    expect(response.status).toBe(401)
  })

  test.each([
    ['../../etc/Facture.pdf', 'Facture.pdf'],
    ['C:\\Users\\x\\Facture.pdf', 'Facture.pdf'],
    ['  a\u0007b\n\u200b.pdf ', 'a b .pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['a<b>:"c|?*.pdf', 'a b c .pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(116)}.pdf`],
  ])('the name %j becomes %j', async (name, cleaned) => {
    expect((await add(await open(), name, pdfFile('a'))).name).toBe(cleaned)
  })

  test('the insurer adds one by a command, and is told what is wrong with another', async () => {
    const id = await open()
    const folder = mkdtempSync(join(tmpdir(), 'services-online-documents-'))
    const [good, bad] = [join(folder, 'Jugement.pdf'), join(folder, 'Jugement.png')]
    writeFileSync(good, pdfFile('Jugement'))
    writeFileSync(bad, pdfFile('Jugement'))
    const run = (file: string, of = id) =>
      typed(it.place, ['case', 'document', '--case', of, '--file', file])
    const { code, out } = await run(good)
    expect([code, out]).toEqual([
      0,
      'Added as Jugement.pdf, and told to everybody who sees the case.\n',
    ])
    expect(await run(bad)).toMatchObject({
      code: 1,
      err: 'This document is not what its name says: nothing was added.\n',
    })
    expect(await run(join(folder, 'none.pdf'))).toMatchObject({ code: 1 })
    expect(await run(good, 'nobody')).toMatchObject({ code: 1 })
    const { documents } = await detail(id)
    expect(documents).toMatchObject([{ name: 'Jugement.pdf', addedBy: null }])
    expect(caseDocumentSchema.safeParse(documents[0]).success).toBe(true)
  })
})
