/** Reading what changed: pages, cursors, what is no longer kept, and writers all the while. */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { inTransaction, noteChanges } from '../../../../src/portal/platform/changes/log.ts'
import { listChanges } from '../../../../src/portal/platform/changes/read.ts'
import { createPortal } from '../../../../src/portal/portal.ts'
import { prune } from '../../../../src/portal/operations/prune.ts'
import type { Change } from '../../../../src/shared/contract/portal/changes.ts'
import { createClient, type Client } from '../../support/client.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../../support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../../support/portal.ts'

const marie = 'marie.lambert'
const day = 24 * 60 * 60 * 1000

async function read(client: Client, token: string, since?: string, limit = 200) {
  const query = { limit: String(limit), ...(since !== undefined && { since }) }
  return client.succeed('changes', { token, query })
}

/** The end of what there is for `token`. */
async function endOf(client: Client, token: string): Promise<string> {
  const page = await read(client, token)
  return page.hasMore ? endOf(client, token) : page.nextCursor
}

const rename = (client: Client, token: string, firstName: string) =>
  client.succeed('mePatch', { token, headers: { 'if-match': '*' }, body: { firstName } })

/** A portal on `database` until the end of the test, on which marie has signed in. */
async function open(database: TestDatabase) {
  const portal = await createPortal({ ...database, demo: true, logLevel: 'silent' })
  onTestFinished(() => portal.close())
  const client = createClient(await portal.listen())
  const body = { username: marie, password: demoPasswords[marie], device }
  const { accessToken: token } = await client.succeed('sessionCreate', { body })
  return { client, token }
}

describe.each(databaseKinds)('what changed, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())
  const enter = async (username: 'marie.lambert' | 'jan.peeters' = marie) =>
    (await it.signIn(username)).accessToken

  test('comes in pages, in the order of writing, each change once, at its latest', async () => {
    const token = await enter()
    const since = await endOf(it.client, token)
    await rename(it.client, token, 'One')
    const id = `demo-${marie}-0`
    await it.client.succeed('servnetAlertHandle', { token, params: { id } })
    await rename(it.client, token, 'Two')
    const first = await read(it.client, token, since, 3)
    const second = await read(it.client, token, first.nextCursor, 3)
    const items = [...first.items, ...second.items]
    expect(items.map(({ resource }) => resource)).toEqual([
      'security_events',
      'alerts',
      'home',
      'me',
      'security_events',
    ])
    expect([first.hasMore, second.hasMore]).toEqual([true, false])
    const sequences = items.map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((one, other) => one - other))
  })

  test('is gone on with later, as often as one likes', async () => {
    const token = await enter()
    const since = await endOf(it.client, token)
    const nothing = await read(it.client, token, since)
    expect(nothing).toEqual({ items: [], nextCursor: since, hasMore: false })
    await rename(it.client, token, 'Later')
    const later = await read(it.client, token, since)
    expect(later.items[0]?.resource).toBe('me')
    expect(await read(it.client, token, since)).toEqual(later)
  })

  test('is refused to a cursor of another person, and to one that was made up', async () => {
    const [own, other] = [await enter(), await enter('jan.peeters')]
    const since = await endOf(it.client, own)
    const text = JSON.stringify([1, '', 'x'])
    const turned = `${since.slice(0, -6)}${since.slice(-6) === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'}`
    const made = [Buffer.from(text).toString('base64url'), 'x', '', '[]', 'ñ', turned]
    await it.client.fail('changes', 'invalid_request', { token: other, query: { since } })
    for (const cursor of made) {
      await it.client.fail('changes', 'invalid_request', { token: own, query: { since: cursor } })
    }
    for (const limit of ['0', '201', 'x']) {
      await it.client.fail('changes', 'invalid_request', { token: own, query: { limit } })
    }
    await it.client.fail('changes', 'unauthenticated')
  })

  test('is kept for thirty days; who had not read that far is told', async () => {
    const own = await startPortal(kind)
    onTestFinished(own.stop)
    const first = (await own.signIn(marie)).accessToken
    const behind = (await read(own.client, first, undefined, 1)).nextCursor
    const end = await endOf(own.client, first)
    own.pass(30 * day + 60_000)
    await prune(own.portal.context)
    const token = (await own.signIn(marie)).accessToken
    const fail = (as: string, since: string) =>
      own.client.fail('changes', 'cursor_expired', { token: as, query: { since } })
    expect((await fail(token, behind)).status).toBe(410)
    // Nothing that followed it is missing.
    expect((await read(own.client, token, end)).items.map(({ resource }) => resource)).toEqual([
      'sessions',
      'security_events',
    ])
    own.pass(30 * day + 60_000)
    await prune(own.portal.context)
    const last = (await own.signIn(marie)).accessToken
    await fail(last, end)
    const { items } = await read(own.client, last)
    expect(items.map(({ resource }) => resource)).toEqual(['sessions', 'security_events'])
  })

  test('begins at the end of what was forgotten, where nothing is left', async () => {
    const { db, pepper, now } = it.portal.context
    const owner = 'of long ago'
    const context = { db, pepper, now: () => now() - 40 * day }
    await noteChanges(db, context, owner, [{ resource: 'me', id: null, deleted: false }])
    await prune(it.portal.context)
    const page = await listChanges(it.portal.context, owner, { limit: 10 })
    expect(page.items).toEqual([])
    const { nextCursor: since } = page
    await noteChanges(db, it.portal.context, owner, [{ resource: 'me', id: null, deleted: false }])
    expect((await listChanges(it.portal.context, owner, { since, limit: 10 })).items).toHaveLength(
      1,
    )
  })

  describe('in a database that was put back to a former state', () => {
    let before: TestDatabase
    let lost: string
    beforeAll(async () => {
      const database = await createDatabase(kind)
      const first = await createPortal({ ...database, demo: true, logLevel: 'silent' })
      await first.close()
      before = await createDatabase(kind, database)
      const portal = await createPortal({ ...database, demo: true, logLevel: 'silent' })
      const client = createClient(await portal.listen())
      const body = { username: marie, password: demoPasswords[marie], device }
      const { accessToken: token } = await client.succeed('sessionCreate', { body })
      for (const name of ['One', 'Two', 'Three']) await rename(client, token, name)
      lost = (await read(client, token)).nextCursor
      await portal.close()
      await database.remove()
    })
    afterAll(() => before.remove())

    test('a cursor of what was lost is not followed, before and after others were written', async () => {
      const { client, token } = await open(before)
      const query = { since: lost }
      await client.fail('changes', 'cursor_expired', { token, query })
      for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await rename(client, token, name)
      await client.fail('changes', 'cursor_expired', { token, query })
    })
  })

  const names = ['a', 'b', 'c']
  const writeArbitrary = fc.record({
    owners: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    ids: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
    deleted: fc.boolean(),
    fails: fc.boolean(),
  })
  type Write = typeof writeArbitrary extends fc.Arbitrary<infer Of> ? Of : never
  let run = 0

  /** Notes what `write` says in a transaction, which is undone where it is to fail. */
  async function commit({ owners, ids, deleted, fails }: Write, of: number): Promise<void> {
    const { context } = it.portal
    const work = inTransaction(context, async (transaction) => {
      for (const name of owners) {
        const changes = ids.map((id) => ({ resource: 'alerts', id: `${id}`, deleted }) as const)
        await noteChanges(transaction, context, `${of}-${name}`, changes)
      }
      if (fails) throw new Error('undone')
    })
    await work.catch(() => undefined)
  }

  /** All that `owner` is told, in pages of `limits`, until nobody `isWriting` and nothing is left. */
  async function follow(owner: string, limits: readonly number[], isWriting: () => boolean) {
    const items: Change[] = []
    let since: string | undefined
    for (let turn = 0; ; turn += 1) {
      const wasWriting = isWriting()
      const limit = limits[turn % limits.length] ?? 1
      const page = await listChanges(it.portal.context, owner, { since, limit })
      items.push(...page.items)
      since = page.nextCursor
      if (!page.hasMore && !wasWriting) return items
    }
  }

  async function check(writes: readonly Write[], limits: readonly number[]): Promise<void> {
    run += 1
    const of = run
    let writing = true
    const written = Promise.all(writes.map((write) => commit(write, of))).finally(() => {
      writing = false
    })
    const seen = await Promise.all(
      names.map((name) => follow(`${of}-${name}`, limits, () => writing)),
    )
    await written
    for (const [index, items] of seen.entries()) {
      const name = names[index] ?? ''
      const sequences = items.map(({ sequence }) => sequence)
      expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other))
      const log = await it.portal.context.db
        .selectFrom('changes')
        .select(['sequence', 'item_id as id', 'deleted'])
        .where('owner', '=', `${of}-${name}`)
        .orderBy('sequence')
        .execute()
      const committed = writes.filter(({ owners, fails }) => owners.includes(name) && !fails)
      const changes = committed.reduce((sum, { ids }) => sum + ids.length, 0)
      expect(log.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: changes }, (_, place) => place + 1),
      )
      const told = new Map(items.map((item) => [item.id, item.deleted]))
      expect(told).toEqual(new Map(log.map(({ id, deleted }) => [id, deleted === 1])))
    }
  }

  test('is each person’s own, whole and in order, whoever writes meanwhile', async () => {
    const writes = fc.array(writeArbitrary, { minLength: 1, maxLength: 30 })
    const limits = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 })
    await fc.assert(fc.asyncProperty(writes, limits, check), { numRuns: 30 })
  })
})
