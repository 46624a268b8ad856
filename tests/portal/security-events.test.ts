import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseKinds } from './support/databases.ts'
import { device, startPortal, type TestPortal } from './support/portal.ts'

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

  /** Whether every hash of `chain` follows from the one before, up to the head. */
  const holds = async (chain: string): Promise<boolean> => {
    const { db, pepper } = it.portal.context
    const head = await db
      .selectFrom('event_chains')
      .selectAll()
      .where('chain', '=', chain)
      .executeTakeFirstOrThrow()
    const rows = await events(chain)
    const last = rows.reduce((before, { hash, ...row }, index) => {
      const parts = [before, row.chain, row.position, row.at, row.user_id, row.kind, row.details]
      const follows = row.position === index + 1 && pepper.sealEvent(JSON.stringify(parts)) === hash
      return follows ? hash : 'broken'
    }, '')
    return last === head.head && rows.length === head.length
  }

  test('tell what happened, in order, without secrets', async () => {
    const { accessToken, refreshToken } = await it.signIn('marie.lambert')
    const body = { username: 'marie.lambert', password: 'Wrong-Password-1!', device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    await it.client.succeed('sessionEndCurrent', { token: accessToken })
    const rows = await events('demo-marie.lambert')
    expect(rows.map((row) => row.kind)).toEqual(['signed_in', 'sign_in_failed', 'signed_out'])
    const text = JSON.stringify(rows)
    for (const secret of [accessToken, refreshToken, body.password]) {
      expect(text).not.toContain(secret)
    }
    expect(await holds('demo-marie.lambert')).toBe(true)
  })

  test('of one account at once make one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 12 }, () => it.signIn('jan.peeters')))
    expect(await events('demo-jan.peeters')).toHaveLength(12)
    expect(await holds('demo-jan.peeters')).toBe(true)
  })

  test('show when one was altered or the last one removed', async () => {
    await it.signIn('sofia.alvarez')
    await it.signIn('sofia.alvarez')
    const chain = 'demo-sofia.alvarez'
    const { db } = it.portal.context
    const [first] = await events(chain)
    await db
      .updateTable('security_events')
      .set({ details: '{}' })
      .where('chain', '=', chain)
      .where('position', '=', 1)
      .execute()
    expect(await holds(chain)).toBe(false)
    await db
      .updateTable('security_events')
      .set({ details: first?.details ?? '' })
      .where('chain', '=', chain)
      .where('position', '=', 1)
      .execute()
    expect(await holds(chain)).toBe(true)
    await db
      .deleteFrom('security_events')
      .where('chain', '=', chain)
      .where('position', '=', 2)
      .execute()
    expect(await holds(chain)).toBe(false)
  })

  test('of names that nobody has are kept without the names', async () => {
    const body = { username: 'typed-a-password-here', password: 'x', device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    const { db } = it.portal.context
    const rows = await db
      .selectFrom('security_events')
      .selectAll()
      .where('user_id', 'is', null)
      .execute()
    expect(rows.map((row) => row.kind)).toEqual(['sign_in_failed'])
    const throttles = await db.selectFrom('throttles').select('key').execute()
    expect(JSON.stringify([rows, throttles])).not.toContain(body.username)
    expect(await holds(rows[0]?.chain ?? '')).toBe(true)
  })
})
