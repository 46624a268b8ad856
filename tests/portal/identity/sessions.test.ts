/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeSessions } from '../../../src/portal/admin/accounts.ts'
import { prune } from '../../../src/portal/operations/prune.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('sessions, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const refresh = (refreshToken: string) =>
    it.client.succeed('sessionRefresh', { body: { refreshToken } })
  const refuseRefresh = (refreshToken: string) =>
    it.client.fail('sessionRefresh', 'unauthenticated', { body: { refreshToken } })

  test('an access token ends after ten minutes, and refreshing brings a new one', async () => {
    const session = await it.signIn('marie.lambert')
    it.pass(10 * minute)
    await it.client.fail('me', 'token_expired', { token: session.accessToken })
    const next = await refresh(session.refreshToken)
    expect(next.sessionId).toBe(session.sessionId)
    await it.client.succeed('me', { token: next.accessToken })
  })

  test('an expired access token is told from an unknown one after pruning too', async () => {
    const session = await it.signIn('marie.lambert')
    it.pass(day)
    await prune(it.portal.context)
    await it.client.fail('me', 'token_expired', { token: session.accessToken })
    await it.client.fail('me', 'unauthenticated', { token: 'x'.repeat(43) })
  })

  test('a lost refresh answer signs nobody out: the predecessor still works', async () => {
    const first = await it.signIn('marie.lambert')
    await refresh(first.refreshToken)
    const again = await refresh(first.refreshToken)
    const third = await refresh(again.refreshToken)
    await it.client.succeed('me', { token: third.accessToken })
  })

  test('a predecessor used after its successor ends the whole session', async () => {
    const first = await it.signIn('marie.lambert')
    const second = await refresh(first.refreshToken)
    const third = await refresh(second.refreshToken)
    await refuseRefresh(first.refreshToken)
    await refuseRefresh(third.refreshToken)
    await it.client.fail('me', 'unauthenticated', { token: third.accessToken })
  })

  test('a sibling that lost the race is as good as stolen', async () => {
    const first = await it.signIn('marie.lambert')
    const lost = await refresh(first.refreshToken)
    const kept = await refresh(first.refreshToken)
    await refresh(kept.refreshToken)
    await refuseRefresh(lost.refreshToken)
  })

  test('ten refreshes of one token at once all succeed, and one goes on', async () => {
    const first = await it.signIn('marie.lambert')
    const all = await Promise.all(Array.from({ length: 10 }, () => refresh(first.refreshToken)))
    const chosen = all[4]
    await refresh(chosen?.refreshToken ?? '')
  })

  test('a session slides for thirty days, then has expired', async () => {
    const first = await it.signIn('marie.lambert')
    it.pass(29 * day)
    const second = await refresh(first.refreshToken)
    it.pass(29 * day)
    const third = await refresh(second.refreshToken)
    it.pass(30 * day)
    const body = { refreshToken: third.refreshToken }
    await it.client.fail('sessionRefresh', 'token_expired', { body })
  })

  test('signing out ends this session and no other', async () => {
    const here = await it.signIn('jan.peeters')
    const there = await it.signIn('jan.peeters')
    await it.client.succeed('sessionEndCurrent', { token: here.accessToken })
    await it.client.fail('me', 'unauthenticated', { token: here.accessToken })
    await refuseRefresh(here.refreshToken)
    await it.client.succeed('me', { token: there.accessToken })
  })

  test('another session can be ended, but nobody else’s', async () => {
    const mine = await it.signIn('jan.peeters')
    const other = await it.signIn('jan.peeters')
    const hers = await it.signIn('marie.lambert')
    const token = mine.accessToken
    await it.client.fail('sessionEnd', 'reauthentication_required', {
      token,
      params: { id: other.sessionId },
    })
    await it.client.succeed('me', { token: other.accessToken })
    await it.reauthenticate(token, 'jan.peeters')
    await it.client.succeed('sessionEnd', { token, params: { id: other.sessionId } })
    await it.client.fail('me', 'unauthenticated', { token: other.accessToken })
    await it.client.fail('sessionEnd', 'not_found', { token, params: { id: other.sessionId } })
    await it.client.fail('sessionEnd', 'not_found', { token, params: { id: hers.sessionId } })
    await it.client.succeed('me', { token: hers.accessToken })
  })

  test('the list pages through every open session once, and marks this one', async () => {
    await revokeSessions(it.portal.context, 'jan.peeters')
    const opened = []
    for (let count = 0; count < 5; count += 1) opened.push(await it.signIn('jan.peeters'))
    const token = opened[2]?.accessToken
    const seen: string[] = []
    const current: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '2', ...(cursor !== '' && { cursor }) }
      const page = await it.client.succeed('sessionList', { token, query })
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map((item) => item.id))
      current.push(...page.items.filter((item) => item.current).map((item) => item.id))
      cursor = page.nextCursor
    }
    expect(seen.toSorted()).toEqual(opened.map((session) => session.sessionId).toSorted())
    expect(current).toEqual([opened[2]?.sessionId])
  })

  test('a cursor of someone’s own making is refused', async () => {
    const { accessToken: token } = await it.signIn('jan.peeters')
    const forged = ['[1]', '[-1,"a"]', '[1e99,"a"]', String.raw`[1,"\u0000"]`].map((text) =>
      Buffer.from(text).toString('base64url'),
    )
    for (const cursor of ['made-up', ...forged]) {
      const request = { token, query: { cursor } }
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      const problem = await it.client.fail('sessionList', 'invalid_request', request)
      expect(problem.errors).toEqual([{ pointer: '/cursor', code: 'invalid' }])
    }
  })

  test('pruning keeps what is open and forgets what is long over', async () => {
    const over = await it.signIn('marie.lambert')
    await it.client.succeed('sessionEndCurrent', { token: over.accessToken })
    it.pass(31 * day)
    const open = await it.signIn('marie.lambert')
    await prune(it.portal.context)
    await it.client.succeed('me', { token: open.accessToken })
    const rows = await it.portal.context.db.selectFrom('sessions').select('id').execute()
    const ids = rows.map((row) => row.id)
    expect(ids).toContain(open.sessionId)
    expect(ids).not.toContain(over.sessionId)
  })

  test('all end at once, however many there are', async () => {
    const { accessToken: token, sessionId } = await it.signIn('sofia.alvarez')
    const { db } = it.portal.context
    const { user_id } = await db
      .selectFrom('sessions')
      .select('user_id')
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow()
    // More than the parameters that either database takes in one statement.
    for (let thousand = 0; thousand < 66; thousand += 1) {
      const rows = Array.from({ length: 1000 }, (_, index) => ({
        id: `many-${thousand}-${index}`,
        user_id,
        device_name: 'Test',
        device_platform: 'linux',
        created_at: 0,
        last_used_at: 0,
        expires_at: Number.MAX_SAFE_INTEGER,
        ended_at: null,
      }))
      await db.insertInto('sessions').values(rows).execute()
    }
    expect(await revokeSessions(it.portal.context, 'sofia.alvarez')).toBe(66_001)
    await it.client.fail('sessionEndCurrent', 'unauthenticated', { token })
  })

  test('no token is stored as it is', async () => {
    const { accessToken, refreshToken } = await it.signIn('marie.lambert')
    const { db } = it.portal.context
    const access = await db.selectFrom('access_tokens').select('hash').execute()
    const refreshing = await db.selectFrom('refresh_tokens').select('hash').execute()
    const stored = [...access, ...refreshing].map((row) => row.hash)
    expect(stored.length).toBeGreaterThan(0)
    expect(stored).not.toContain(accessToken)
    expect(stored).not.toContain(refreshToken)
  })
})
