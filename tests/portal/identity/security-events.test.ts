import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyEvents } from '../../../src/portal/platform/events/verify-events.ts'
import { databaseKinds } from '../support/databases.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('security events, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const events = (chain: string) =>
    it.portal.context.db
      .selectFrom('security_events')
      .selectAll()
      .where('chain', '=', chain)
      .orderBy('position')
      .execute()

  test('tell what happened, in order, without secrets', async () => {
    const { accessToken, refreshToken } = await it.signIn('marie.lambert')
    const body = { username: 'marie.lambert', password: 'Wrong-Password-1!', device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    await it.client.succeed('sessionEndCurrent', { token: accessToken })
    const rows = await events('demo-marie.lambert')
    expect(rows.map((row) => row.kind)).toEqual([
      'account_invited',
      'signed_in',
      'sign_in_failed',
      'signed_out',
    ])
    const text = JSON.stringify(rows)
    for (const secret of [accessToken, refreshToken, body.password]) {
      expect(text).not.toContain(secret)
    }
  })

  test('of one account at once make one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 12 }, () => it.signIn('jan.peeters')))
    expect(await events('demo-jan.peeters')).toHaveLength(13)
    expect((await verifyEvents(it.portal.context)).breaks).toEqual([])
  })

  test('are read by the person, page by page, the latest first', async () => {
    const { accessToken: token } = await it.signIn('jan.peeters')
    const read = (query: Record<string, string>) =>
      it.client.succeed('securityEvents', { token, query })
    const all = await read({ limit: '200' })
    const [latest] = all.items
    expect(latest).toMatchObject({
      kind: 'signed_in',
      details: { device: 'Test', platform: 'linux', address: '127.0.0.1' },
    })
    expect(all.items.at(-1)?.kind).toBe('account_invited')
    expect(all.nextCursor).toBeNull()

    const seen = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '3', ...(cursor !== '' && { cursor }) }
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const page = await read(query)
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items)
      // What is recorded between two pages moves none of them.
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      if (cursor === '') await it.signIn('jan.peeters')
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all.items)
  })

  test('of others are not read, nor by a cursor of one’s own making', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const { items } = await it.client.succeed('securityEvents', { token })
    expect(items).toHaveLength((await events('demo-marie.lambert')).length)
    const forged = ['[-1]', '[999999999999999]', '[1,2]', '["1"]', 'null'].map((text) =>
      Buffer.from(text).toString('base64url'),
    )
    for (const cursor of ['made-up', ...forged]) {
      const request = { token, query: { cursor } }
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      const problem = await it.client.fail('securityEvents', 'invalid_request', request)
      expect(problem.errors).toEqual([{ pointer: '/cursor', code: 'invalid' }])
    }
    await it.client.fail('securityEvents', 'unauthenticated')
  })

  test('of names that nobody has are kept without the names', async () => {
    const body = { username: 'typed-a-password-here', password: 'x', device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    const { db } = it.portal.context
    const rows = await db
      .selectFrom('security_events')
      .selectAll()
      .where('user_id', 'is', null)
      .where('chain', '!=', 'register')
      .execute()
    expect(rows.map((row) => row.kind)).toEqual(['sign_in_failed'])
    const throttles = await db.selectFrom('throttles').select('key').execute()
    expect(JSON.stringify([rows, throttles])).not.toContain(body.username)
    expect((await verifyEvents(it.portal.context)).breaks).toEqual([])
  })
})
