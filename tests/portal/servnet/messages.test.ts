/** Messages: all of them in pages, in the reader's language, and who has read what. */
/* oxlint-disable no-await-in-loop -- pages follow one another */
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ServnetMessage } from '../../../src/shared/contract/servnet/messages.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('messages, on %s', (kind) => {
  let it: TestPortal
  let marie: string
  let jan: string
  beforeAll(async () => {
    it = await startPortal(kind)
    marie = (await it.signIn('marie.lambert')).accessToken
    jan = (await it.signIn('jan.peeters')).accessToken
  })
  afterAll(() => it.stop())
  beforeEach(() => replaceMessages([]))

  const counts = async (token: string) =>
    (await it.client.succeed('servnetHome', { token })).counts.messages

  /** Puts these in the place of all that there were; for everybody, where no one is named. */
  async function replaceMessages(
    messages: readonly { readonly at: number; readonly for?: string }[],
  ): Promise<void> {
    const { db } = it.portal.context
    await db.deleteFrom('message_reads').execute()
    await db.deleteFrom('message_texts').execute()
    await db.deleteFrom('messages').execute()
    if (messages.length === 0) return
    const rows = messages.map(({ at, for: user }, index) => ({
      id: `m${index}`,
      user_id: user ?? null,
      published_at: at,
    }))
    await db.insertInto('messages').values(rows).execute()
    const texts = rows.flatMap(({ id }) =>
      ['fr', 'nl'].map((language) => ({
        message_id: id,
        language,
        title: `${id} ${language}`,
        body: 'Text',
      })),
    )
    await db.insertInto('message_texts').values(texts).execute()
  }

  async function all(token: string, limit: number): Promise<ServnetMessage[]> {
    const items: ServnetMessage[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { limit: String(limit), ...(cursor && { cursor }) }
      const page = await it.client.succeed('servnetMessages', { token, query })
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return items
  }

  test('come whole and newest first in pages of any size, and are all counted', async () => {
    const times = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 9 }), async (ats, limit) => {
        await replaceMessages(ats.map((at) => ({ at })))
        const listed = await all(marie, limit)
        const published = listed.map(({ publishedAt }) => publishedAt)
        expect(published).toEqual(published.toSorted().toReversed())
        expect(new Set(listed.map(({ id }) => id)).size).toBe(ats.length)
        expect(await counts(marie)).toEqual({ total: ats.length, unread: ats.length })
      }),
      { numRuns: 25 },
    )
  })

  test('are in the reader’s language, and those to somebody else are not there', async () => {
    await replaceMessages([{ at: 1 }, { at: 2, for: 'demo-jan.peeters' }])
    expect((await all(marie, 50)).map(({ title }) => title)).toEqual(['m0 fr'])
    expect((await all(jan, 50)).map(({ title }) => title)).toEqual(['m1 nl', 'm0 nl'])
    expect(await counts(marie)).toEqual({ total: 1, unread: 1 })
    await it.client.fail('servnetMessageRead', 'not_found', { token: marie, params: { id: 'm1' } })
    await it.client.fail('servnetMessageRead', 'not_found', { token: marie, params: { id: 'no' } })
  })

  test('once read stay read, for the one who read them', async () => {
    await replaceMessages([{ at: 1 }, { at: 2 }, { at: 3 }])
    const request = { token: marie, params: { id: 'm1' } }
    await it.client.succeed('servnetMessageRead', request)
    await it.client.succeed('servnetMessageRead', request)
    expect((await all(marie, 50)).map(({ read }) => read)).toEqual([false, true, false])
    expect(await counts(marie)).toEqual({ total: 3, unread: 2 })
    expect(await counts(jan)).toEqual({ total: 3, unread: 3 })
  })

  test('are read all at once up to what was shown; what came meanwhile is not', async () => {
    await replaceMessages([{ at: 1000 }, { at: 2000 }, { at: 2000, for: 'demo-jan.peeters' }])
    const [shown] = await all(marie, 1)
    const late = { id: 'late', user_id: null, published_at: 2001 }
    const { db } = it.portal.context
    await db.insertInto('messages').values(late).execute()
    const text = { message_id: 'late', language: 'fr', title: 'Late', body: 'Text' }
    await db.insertInto('message_texts').values(text).execute()
    const request = { token: marie, body: { publishedUntil: shown?.publishedAt } }
    await it.client.succeed('servnetMessagesRead', request)
    await it.client.succeed('servnetMessagesRead', request)
    expect((await all(marie, 50)).map(({ id, read }) => [id, read])).toEqual([
      ['late', false],
      ['m1', true],
      ['m0', true],
    ])
    expect(await counts(marie)).toEqual({ total: 3, unread: 1 })
    expect(await db.selectFrom('message_reads').select('message_id').execute()).toHaveLength(2)
    expect(await counts(jan)).toMatchObject({ unread: 3 })
  })
})
