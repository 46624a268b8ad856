/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken, hashToken } from '../../../src/portal/platform/crypto/tokens.ts'
import { prune } from '../../../src/portal/operations/prune.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'
import { eventsOf } from '../support/profile.ts'

describe.each(databaseKinds)('renewing a session for months, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    // Without passwords that expire in the meantime.
    it = await startPortal(kind, { passwordPolicy: 'modern' })
  })
  afterAll(() => it.stop())

  const refresh = (refreshToken: string) =>
    it.client.succeed('sessionRefresh', { body: { refreshToken } })
  const refuse = (refreshToken: string) =>
    it.client.fail('sessionRefresh', 'unauthenticated', { body: { refreshToken } })
  const rowsOf = async (sessionId: string) => {
    const { db } = it.portal.context
    const count = async (table: 'access_tokens' | 'refresh_tokens') =>
      (await db.selectFrom(table).select('hash').where('session_id', '=', sessionId).execute())
        .length
    return { access: await count('access_tokens'), refresh: await count('refresh_tokens') }
  }
  const reuses = async () =>
    (await eventsOf(it, 'marie.lambert')).filter(({ kind: of }) => of === 'refresh_token_reused')

  test('keeps a handful of rows, however often it is renewed', async () => {
    const { sessionId, ...session } = await it.signIn('marie.lambert')
    let { refreshToken } = session
    for (let time = 0; time < 60; time += 1) {
      it.pass(2 * day)
      refreshToken = (await refresh(refreshToken)).refreshToken
      if (time % 7 === 0) await prune(it.portal.context)
    }
    await prune(it.portal.context)
    const rows = await rowsOf(sessionId)
    expect(rows.refresh).toBeLessThanOrEqual(2)
    expect(rows.access).toBeLessThanOrEqual(2)
  })

  test.each([0, 1, 30])(
    'knows a stolen predecessor for what it is as long as the session lives: number %i',
    async (index) => {
      const first = await it.signIn('marie.lambert')
      const used = [first.refreshToken]
      let last = first
      for (let time = 0; time < 40; time += 1) {
        it.pass(3 * day)
        last = await refresh(last.refreshToken)
        used.push(last.refreshToken)
        await prune(it.portal.context)
      }
      const before = (await reuses()).length
      await refuse(used[index] ?? '')
      await it.client.fail('me', 'unauthenticated', { token: last.accessToken })
      await refuse(last.refreshToken)
      const events = await reuses()
      expect(events).toHaveLength(before + 1)
      expect(JSON.parse(events.at(-1)?.details ?? '')).toEqual({ session: first.sessionId })
    },
  )

  test('ends nothing for a token that was never issued, however like one it is', async () => {
    const { refreshToken, accessToken: token } = await it.signIn('marie.lambert')
    const before = (await reuses()).length
    const bytes = Buffer.from(refreshToken, 'base64url')
    for (const position of [0, 20, 50, 63]) {
      const altered = Buffer.from(bytes)
      altered[position] = (altered[position] ?? 0) ^ 1
      await refuse(altered.toString('base64url'))
    }
    await refuse(Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'))
    await it.client.succeed('me', { token })
    expect(await reuses()).toHaveLength(before)
  })

  test('keeps few successors of a token that is used time and again, and those work', async () => {
    const first = await it.signIn('marie.lambert')
    const second = await refresh(first.refreshToken)
    let latest = second
    for (let time = 0; time < 60; time += 1) {
      it.pass(minute)
      latest = await refresh(second.refreshToken)
    }
    await prune(it.portal.context)
    expect((await rowsOf(first.sessionId)).refresh).toBeLessThan(30)
    await refresh(latest.refreshToken)
  })

  test('tells an expired access token from an unknown one after a long sleep', async () => {
    const first = await it.signIn('marie.lambert')
    it.pass(minute)
    const { accessToken: token } = await refresh(first.refreshToken)
    it.pass(20 * day)
    await prune(it.portal.context)
    await it.client.fail('me', 'token_expired', { token })
    await it.client.fail('me', 'unauthenticated', { token: first.accessToken })
  })

  test('goes on for sessions whose tokens are of the former kind', async () => {
    const { sessionId } = await it.signIn('marie.lambert')
    const { db, now } = it.portal.context
    const former = createToken()
    const row = { session_id: sessionId, issued_at: now(), used_at: null, retired: 0 }
    await db
      .insertInto('refresh_tokens')
      .values({ ...row, hash: hashToken(former) })
      .execute()
    const next = await refresh(former)
    const last = await refresh(next.refreshToken)
    await refuse(former)
    await it.client.fail('me', 'unauthenticated', { token: last.accessToken })
  })

  test('forgets which notices were sent of an expiry that is long over', async () => {
    const { db, now } = it.portal.context
    const row = { user_id: 'demo-marie.lambert', threshold: 14, noticed_at: now() }
    const coming = now() + 5 * day
    for (const expiry of [now() - 60 * day, coming]) {
      await db
        .insertInto('expiry_notices')
        .values({ ...row, password_expires_at: expiry })
        .execute()
    }
    await prune(it.portal.context)
    const kept = await db.selectFrom('expiry_notices').select('password_expires_at').execute()
    expect(kept.map((notice) => notice.password_expires_at)).toEqual([coming])
  })
})
