/** Documents for brokers: published by the insurer, the same for every broker, and files to save. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { pdfFile, pngFile } from '../../support/files.ts'
import { typed } from '../support/command.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, type TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const folder = mkdtempSync(join(tmpdir(), 'partner-documents-'))
function fileOf(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe.each(databaseKinds)('documents for brokers, on %s', (kind) => {
  let it: TestPortal
  let broker: TestPerson
  beforeAll(async () => {
    it = await startPortal(kind)
    broker = await addReader(it, [], ['partners'])
  })
  afterAll(() => it.stop())

  const listed = async (query: Record<string, string> = {}) =>
    (await it.client.succeed('partnersDocuments', { token: broker.token, query })).items
  const titles = async (query: Record<string, string> = {}) =>
    (await listed(query)).map(({ title }) => title)
  const content = (id: string, { token } = broker) =>
    it.client.send('partnersDocumentContent', { token, params: { id } })
  const command = (name: string, options: Readonly<Record<string, string>>) =>
    typed(it.place, [
      'document',
      name,
      ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]),
    ])
  const publish = (title: string, file: string, special: Record<string, string> = {}) =>
    command('publish', { topic: 'forms', language: 'nl', title, file, ...special })
  const published = async (title: string) => (await listed({ q: title }))[0]?.id ?? ''

  test('of the demonstration are of every topic, newest first', async () => {
    const all = await listed()
    expect(new Set(all.map(({ topic }) => topic)).size).toBe(5)
    expect(all[0]?.title).toBe('Lettre aux courtiers, novembre')
    expect(all.map(({ publishedAt }) => publishedAt)).toEqual(
      all
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .toReversed(),
    )
    expect(await content(all[0]?.id ?? '')).toMatchObject({ status: 200 })
  })

  test.each([
    [{ topic: 'conditions' }, 2],
    [{ topic: 'conditions', language: 'nl' }, 1],
    [{ q: 'generales MODULA' }, 1],
    [{ q: 'modula', topic: 'forms' }, 0],
    [{ q: 'questionnaire-proposition' }, 1],
  ])('are narrowed by %j', async (query, count) => {
    expect(await titles(query)).toHaveLength(count)
  })

  test('come in pages that leave none out', async () => {
    const { token } = broker
    const found: string[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { limit: '2' }
      const page: { items: { title: string }[]; nextCursor: string | null } =
        // oxlint-disable-next-line no-await-in-loop -- each page names the next
        await it.client.succeed('partnersDocuments', {
          token,
          query: cursor === null ? query : { ...query, cursor },
        })
      found.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(found).toEqual(await titles())
  })

  test('are published by a command, told to each broker, and given as files to save', async () => {
    const { token } = broker
    const { nextCursor: since } = await it.client.succeed('changes', { token })
    const bytes = pdfFile('Formulaire')
    const done = await publish('Aanvraag n° 7', fileOf('Aanvraag n° 7.pdf', bytes))
    expect(done).toMatchObject({ code: 0, err: '' })
    const [one] = await listed({ q: 'aanvraag 7' })
    expect(one).toMatchObject({ topic: 'forms', language: 'nl', bytes: bytes.length })
    const { items } = await it.client.succeed('changes', { token, query: { since } })
    expect(items).toMatchObject([{ resource: 'partner_documents', id: one?.id, deleted: false }])
    const answer = await content(one?.id ?? '')
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Aanvraag n_ 7.pdf"; filename*=UTF-8''Aanvraag%20n%C2%B0%207.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(
      await it.client.succeed('partnersDocument', { token, params: { id: one?.id ?? '' } }),
    ).toEqual(one)
  })

  test('that are taken away are there for nobody', async () => {
    await publish('Oud formulier', fileOf('oud.png', pngFile))
    const id = await published('oud formulier')
    const { token } = broker
    const { nextCursor: since } = await it.client.succeed('changes', { token })
    expect(await command('withdraw', { document: id })).toMatchObject({ code: 0 })
    const { items } = await it.client.succeed('changes', { token, query: { since } })
    expect(items).toMatchObject([{ resource: 'partner_documents', id, deleted: true }])
    expect(await titles({ q: 'oud formulier' })).toEqual([])
    await it.client.fail('partnersDocument', 'not_found', { token, params: { id } })
    expect((await content(id)).status).toBe(404)
    const again = await command('withdraw', { document: id })
    expect(again.code).toBe(1)
    expect(again.err).toMatch(/There is no document/u)
  })

  test.each([
    ['a program behind a name', fileOf('offre.pdf', 'MZ\u0090'), {}, /nothing was added/iu],
    ['a kind that runs', fileOf('offre.exe', 'MZ'), {}, /nothing was added/iu],
    ['nothing', fileOf('vide.pdf', ''), {}, /nothing was added/iu],
    ['no file', join(folder, 'missing.pdf'), {}, /cannot be read/u],
    ['no topic', fileOf('offre2.pdf', pdfFile('x')), { topic: 'gossip' }, /topic/u],
    ['no language', fileOf('offre3.pdf', pdfFile('x')), { language: 'xx' }, /language/u],
    ['no title', fileOf('offre4.pdf', pdfFile('x')), { title: ' ' }, /title/u],
  ])('are none where they are %s', async (_what, file, special, words) => {
    const before = await titles()
    const refused = await publish('Offre', file, special)
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(words)
    expect(await titles()).toEqual(before)
  })

  test('are for brokers alone', async () => {
    const { token } = await addReader(it, [], ['servnet', 'insights', 'collectnet'])
    const [one] = await listed()
    const params = { id: one?.id ?? '' }
    await it.client.fail('partnersDocuments', 'forbidden', { token })
    await it.client.fail('partnersDocument', 'forbidden', { token, params })
    const answer = await it.client.send('partnersDocumentContent', { token, params })
    expect(answer.status).toBe(403)
    expect(problemSchema.parse(await answer.json())).toMatchObject({ code: 'forbidden' })
  })
})
