/** Alerts: what they carry, all of them in pages, and the tick; each person's own. */
/* oxlint-disable no-await-in-loop -- pages follow one another */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('alerts, on %s', (kind) => {
  let it: TestPortal
  let token: string
  beforeAll(async () => {
    it = await startPortal(kind)
    token = (await it.signIn('marie.lambert')).accessToken
  })
  afterAll(() => it.stop())

  const userId = 'demo-marie.lambert'
  const home = () => it.client.succeed('servnetHome', { token })

  /** Follows the pages to the end. */
  async function all(limit: number): Promise<ServnetAlert[]> {
    const items: ServnetAlert[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { limit: String(limit), ...(cursor && { cursor }) }
      const page = await it.client.succeed('servnetAlerts', { token, query })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return items
  }

  /** Puts these in the place of all alerts that she had. */
  async function replaceAlerts(
    alerts: readonly { readonly at: number; readonly isHandled?: boolean }[],
  ): Promise<void> {
    const { db } = it.portal.context
    await db.deleteFrom('alerts').where('user_id', '=', userId).execute()
    if (alerts.length === 0) return
    const rows = alerts.map(({ at, isHandled }, index) => ({
      id: `a${index}`,
      user_id: userId,
      kind: 'limit_reduced',
      buyer: `Buyer ${index}`,
      policy_id: '17386',
      at,
      handled_at: isHandled === true ? at : null,
    }))
    await db.insertInto('alerts').values(rows).execute()
  }

  test('say from what to what, from when on and why, where that is known', async () => {
    const { db, now } = it.portal.context
    await replaceAlerts([{ at: now() }])
    const rest = { user_id: userId, policy_id: '17386', buyer: 'Horeca Sambre', at: now() + 1 }
    const figures = { currency: 'EUR', from_amount: '250000.00', to_amount: '0.00' }
    await db
      .insertInto('alerts')
      .values([
        {
          ...rest,
          ...figures,
          id: 'known',
          kind: 'limit_withdrawn',
          buyer_id: '4471',
          effective_on: '2026-12-23',
          reason: 'insolvency',
        },
        // Of a version that knows more reasons, and figures that are none.
        {
          ...rest,
          ...figures,
          id: 'unreadable',
          kind: 'limit_reduced',
          from_amount: 'much',
          effective_on: 'soon',
          reason: 'of_the_future',
        },
      ])
      .execute()
    const read = (id: string) => it.client.succeed('servnetAlert', { token, params: { id } })
    expect(await read('known')).toMatchObject({
      buyerId: '4471',
      from: { amount: '250000.00', currency: 'EUR' },
      to: { amount: '0.00', currency: 'EUR' },
      effectiveOn: '2026-12-23',
      reason: 'insolvency',
      handled: false,
    })
    const unknown = { buyerId: null, from: null, effectiveOn: null, reason: null }
    expect(await read('unreadable')).toMatchObject({ ...unknown, to: { amount: '0.00' } })
    expect(await read('a0')).toMatchObject({ ...unknown, to: null, handled: false })
    expect((await all(2)).map(({ id }) => id)).toEqual(['unreadable', 'known', 'a0'])
  })

  test('come whole and newest first in pages of any size, also where times are the same', async () => {
    const times = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 12 }), async (ats, limit) => {
        await replaceAlerts(ats.map((at) => ({ at })))
        const listed = await all(limit)
        const sorted = listed.toSorted(
          (one, other) => other.at.localeCompare(one.at) || (one.id < other.id ? 1 : -1),
        )
        expect(listed).toEqual(sorted)
        expect(new Set(listed.map(({ id }) => id)).size).toBe(ats.length)
      }),
      { numRuns: 25 },
    )
  })

  test('are all counted on the first page, however many it shows', async () => {
    const some = fc.array(
      fc.record({ age: fc.integer({ min: 1, max: 72 }), isHandled: fc.boolean() }),
      {
        maxLength: 60,
      },
    )
    const hour = 60 * 60 * 1000
    await fc.assert(
      fc.asyncProperty(some, async (alerts) => {
        const now = it.portal.context.now()
        // Half an hour off, so that none is a day old to the minute.
        await replaceAlerts(
          alerts.map(({ age, isHandled }) => ({ at: now - age * hour + hour / 2, isHandled })),
        )
        const { counts, newAlerts, alerts: shown } = await home()
        const unhandled = alerts.filter(({ isHandled }) => !isHandled).length
        expect(counts.alerts).toEqual({ total: alerts.length, unhandled })
        expect(newAlerts).toBe(alerts.filter(({ age }) => age <= 24).length)
        expect(shown).toHaveLength(Math.min(alerts.length, 20))
        // What is open is never pushed off the page by what is done.
        const open = shown.filter(({ handled }) => !handled)
        expect(open).toHaveLength(Math.min(unhandled, 20))
        expect(shown.slice(0, open.length)).toEqual(open)
      }),
      { numRuns: 15 },
    )
  })

  test('are ticked off and opened again, as often as one asks', async () => {
    await replaceAlerts([{ at: 1 }, { at: 2 }])
    const request = { token, params: { id: 'a0' } }
    const handledAt = async () => {
      const query = it.portal.context.db.selectFrom('alerts').select('handled_at')
      return (await query.where('id', '=', 'a0').executeTakeFirstOrThrow()).handled_at
    }
    await it.client.succeed('servnetAlertHandle', request)
    const first = await handledAt()
    expect(first).not.toBeNull()
    it.pass(1000)
    await it.client.succeed('servnetAlertHandle', request)
    expect(await handledAt()).toBe(first)
    expect((await home()).counts.alerts).toEqual({ total: 2, unhandled: 1 })
    expect((await it.client.succeed('servnetAlert', request)).handled).toBe(true)
    await it.client.succeed('servnetAlertReopen', request)
    await it.client.succeed('servnetAlertReopen', request)
    expect((await home()).counts.alerts).toEqual({ total: 2, unhandled: 2 })
  })

  test('of somebody else are not found, and stay as they are', async () => {
    await replaceAlerts([{ at: 1 }])
    const { accessToken: other } = await it.signIn('jan.peeters')
    for (const [owner, id] of [
      [other, 'a0'],
      [token, 'none'],
      [token, 'none\u0020at all'],
    ] as const) {
      const request = { token: owner, params: { id: encodeURIComponent(id) } }
      for (const name of ['servnetAlert', 'servnetAlertHandle', 'servnetAlertReopen'] as const) {
        await it.client.fail(name, 'not_found', request)
      }
    }
    expect((await home()).counts.alerts).toEqual({ total: 1, unhandled: 1 })
  })

  test('are asked for from a cursor that the portal made, or not at all', async () => {
    for (const text of [
      '',
      '1',
      '[1]',
      '["1","a"]',
      '[1,""]',
      '[-1,"a"]',
      '[1,"a\\u0000"]',
      '[1,"\\ud800"]',
    ]) {
      const cursor = Buffer.from(text).toString('base64url')
      await it.client.fail('servnetAlerts', 'invalid_request', { token, query: { cursor } })
      await it.client.fail('servnetMessages', 'invalid_request', { token, query: { cursor } })
    }
  })
})
