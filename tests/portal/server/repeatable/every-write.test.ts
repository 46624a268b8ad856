/** What holds for every write of who is signed in, whichever it is. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { databaseKinds } from '../../support/databases.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { mailsThatWait, named, prepareWrite, repeatableNames } from '../../support/writes.ts'

/** Status, body and version: what a client goes by. */
async function told(response: Response) {
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    type: response.headers.get('content-type'),
    kept: response.headers.get('cache-control'),
    body: await response.text(),
  }
}

/** Without what the sending of messages writes besides. */
function settled(row: unknown): object {
  const {
    attempts: _,
    next_attempt_at: __,
    claimed_until: ___,
    last_error: ____,
    ...rest
  } = z.looseObject({}).parse(row)
  return rest
}

/** All that is written, but for counts of attempts: those are taken before anything else, and stay. */
async function contentOf({ portal: { context } }: TestPortal): Promise<unknown> {
  const tables = await context.db.introspection.getTables()
  const contents = tables.map(async ({ name }) => {
    if (name === 'throttles') return []
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(context.db)
    return [name, rows.map((row) => JSON.stringify(settled(row))).toSorted()]
  })
  return Promise.all(contents)
}

/** All but the one after which nobody is signed in who could ask again. */
const staying = repeatableNames.filter((name) => name !== 'sessionEndCurrent')

describe.each(databaseKinds)('a write that names itself, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind, mailsThatWait)
  })
  afterAll(() => it.stop())

  test.each(staying)('%s is done once, and answered the same again', async (name) => {
    const { request } = await prepareWrite(it, name)
    const key = `once-${name}`
    const first = await told(await it.client.send(name, named(request, key)))
    expect(first.status).toBeLessThan(300)
    const content = await contentOf(it)
    expect(await told(await it.client.send(name, named(request, key)))).toEqual(first)
    expect(await contentOf(it)).toEqual(content)
  })

  test('signing out is done once; who is signed out is told so', async () => {
    const { request } = await prepareWrite(it, 'sessionEndCurrent')
    const repeated = named(request, 'out')
    expect((await it.client.send('sessionEndCurrent', repeated)).status).toBe(204)
    const content = await contentOf(it)
    await it.client.fail('sessionEndCurrent', 'unauthenticated', repeated)
    expect(await contentOf(it)).toEqual(content)
  })

  test.each(repeatableNames)('%s is refused under the key of another', async (name) => {
    const { request, other } = await prepareWrite(it, name)
    if (other === null) return
    const key = `other-${name}`
    expect((await it.client.send(name, named(request, key))).status).toBeLessThan(300)
    const content = await contentOf(it)
    await it.client.fail(name, 'idempotency_conflict', named(other, key))
    expect(await contentOf(it)).toEqual(content)
  })

  test.each(repeatableNames)('%s leaves nothing where its answer cannot be kept', async (name) => {
    const { request } = await prepareWrite(it, name)
    const content = await contentOf(it)
    const { pepper } = it.portal.context
    const seal = vi.spyOn(pepper, 'sealAnswer').mockImplementation(() => {
      throw new Error('The process ends here')
    })
    onTestFinished(() => seal.mockRestore())
    const key = `lost-${name}`
    await it.client.fail(name, 'internal', named(request, key))
    expect(await contentOf(it)).toEqual(content)
    seal.mockRestore()
    expect((await it.client.send(name, named(request, key))).status).toBeLessThan(300)
  })

  test.each(staying)('%s is told while it is under way', async (name) => {
    const { request } = await prepareWrite(it, name)
    const send = () => it.client.send(name, named(request, `twice-${name}`))
    const [first, second] = await Promise.all([send(), send()])
    const statuses = [first.status, second.status].toSorted((one, other) => one - other)
    expect(statuses[0]).toBeLessThan(300)
    expect(statuses[1]).toBe(409)
    const refused = first.status === 409 ? first : second
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'in_progress', retryAfter: 1 })
  })
})
