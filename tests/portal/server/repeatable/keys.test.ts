/** The names of writes: their form, whose they are, for how long, and across portals and restarts. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createPortal } from '../../../../src/portal/portal.ts'
import { prune } from '../../../../src/portal/operations/prune.ts'
import { createClient, type Request } from '../../support/client.ts'
import { demoData } from '../../../support/demo-data.ts'
import { createDatabase, databaseKinds } from '../../support/databases.ts'
import { eventsOf, versionOf } from '../../support/profile.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../../support/portal.ts'
import { mailsThatWait, named, prepareWrite } from '../../support/writes.ts'

const day = 24 * 60 * 60 * 1000
const marie = 'marie.lambert'

const rename = (token: string, firstName: string): Request => ({
  token,
  headers: { 'if-match': '*' },
  body: { firstName },
})

describe.each(databaseKinds)('an Idempotency-Key, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind, mailsThatWait)
  })
  afterAll(() => it.stop())

  const enter = async (username: 'marie.lambert' | 'jan.peeters' = marie) =>
    (await it.signIn(username)).accessToken
  const renamed = async () =>
    (await eventsOf(it, marie)).filter((event) => event.kind === 'personal_data_changed').length

  test.each(['', 'x'.repeat(129), 'clé', 'a\tb'])('%j is none', async (key) => {
    const request = named(rename(await enter(), 'No'), key)
    const { errors } = await it.client.fail('mePatch', 'invalid_request', request)
    expect(errors).toEqual([{ pointer: '', code: 'invalid_idempotency_key' }])
  })

  test.each(['!', 'a key with spaces ~', 'x'.repeat(128)])('%j is one', async (key) => {
    const request = named(rename(await enter(), key.slice(0, 3)), key)
    const { firstName } = await it.client.succeed('mePatch', request)
    await it.client.succeed('mePatch', rename(request.token ?? '', 'Other'))
    expect(await it.client.succeed('mePatch', request)).toMatchObject({ firstName })
  })

  test('is looked at by nobody where nobody is signed in', async () => {
    const body = { username: marie, password: demoPasswords[marie], device }
    const sign = () => it.client.succeed('sessionCreate', named({ body }, 'not looked at'))
    expect((await sign()).sessionId).not.toBe((await sign()).sessionId)
    await it.client.succeed('sessionCreate', named({ body }, 'x'.repeat(500)))
  })

  test('names a request of one person to one endpoint', async () => {
    const tokens = [await enter(), await enter('jan.peeters')]
    const names = await Promise.all(
      tokens.map((token) => it.client.succeed('mePatch', named(rename(token, 'Same'), 'shared'))),
    )
    expect(names.map(({ username }) => username)).toEqual([marie, 'jan.peeters'])
    const body = { defaultSearchCountry: 'BE' }
    const other = named({ token: tokens[0], headers: { 'if-match': '*' }, body }, 'shared')
    expect(await it.client.succeed('preferencesPatch', other)).toMatchObject(body)
  })

  test('is of its account, whichever session asks again', async () => {
    const before = await renamed()
    await it.client.succeed('mePatch', named(rename(await enter(), 'Session'), 'sessions'))
    await it.client.succeed('mePatch', named(rename(await enter(), 'Session'), 'sessions'))
    expect(await renamed()).toBe(before + 1)
  })

  test('names the version that an edit was made on, too, and no order of fields', async () => {
    const token = await enter()
    const version = await versionOf(it, 'me', token)
    const headers = { 'if-match': version }
    const body = { firstName: 'Ordered', lastName: 'Fields' }
    await it.client.succeed('mePatch', named({ token, headers, body }, 'version'))
    const turned = { lastName: 'Fields', firstName: 'Ordered' }
    await it.client.succeed('mePatch', named({ token, headers, body: turned }, 'version'))
    const later = { 'if-match': await versionOf(it, 'me', token) }
    const again = named({ token, headers: later, body }, 'version')
    await it.client.fail('mePatch', 'idempotency_conflict', again)
  })

  test('is free again after a refusal that wrote nothing', async () => {
    const token = await enter()
    const stale = { token, headers: { 'if-match': '"stale"' }, body: { firstName: 'Late' } }
    await it.client.fail('mePatch', 'precondition_failed', named(stale, 'refused'))
    await it.client.fail('mePatch', 'invalid_request', named({ token, body: 1 }, 'refused'))
    const me = await it.client.succeed('mePatch', named(rename(token, 'Late'), 'refused'))
    expect(me.firstName).toBe('Late')
  })

  test('repeats a refusal that was counted, and counts it no more', async () => {
    const token = await enter()
    const wrong = named({ token, body: { password: 'wrong' } }, 'counted')
    const problem = await it.client.fail('reauthenticate', 'invalid_credentials', wrong)
    const failures = async () =>
      (await eventsOf(it, marie)).filter((event) => event.kind === 'reauthentication_failed').length
    const counted = await failures()
    for (let time = 0; time < 10; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each would be a try
      expect(await it.client.fail('reauthenticate', 'invalid_credentials', wrong)).toEqual(problem)
    }
    expect(await failures()).toBe(counted)
  })

  test('leaves nothing readable of what was asked and answered', async () => {
    const { request } = await prepareWrite(it, 'enrolmentPersonalData')
    const sent = await it.client.send('enrolmentPersonalData', named(request, 'sealed'))
    const text = await sent.text()
    const token = /"accessToken":"([^"]+)"/.exec(text)?.[1] ?? 'none'
    const row = await it.portal.context.db
      .selectFrom('kept_answers')
      .selectAll()
      .where('key', '=', 'sealed')
      .executeTakeFirstOrThrow()
    const kept = JSON.stringify(row)
    for (const secret of [token, 'Claes', 'firm.example']) expect(kept).not.toContain(secret)
  })

  test('keeps of a request with a password what only hashing like a password’s can guess', async () => {
    const { request } = await prepareWrite(it, 'passwordChange')
    await it.client.succeed('passwordChange', named(request, 'hashed'))
    const { fingerprint } = await it.portal.context.db
      .selectFrom('kept_answers')
      .select('fingerprint')
      .where('key', '=', 'hashed')
      .executeTakeFirstOrThrow()
    expect(fingerprint).toMatch(/^\$argon2id\$/)
  })

  test('counts for thirty days, and is then as new', async () => {
    const own = await startPortal(kind)
    onTestFinished(own.stop)
    const kept = async () =>
      (await own.portal.context.db.selectFrom('kept_answers').select('key').execute()).length
    const send = async (firstName: string) => {
      const { accessToken } = await own.signIn(marie)
      return own.client.send('mePatch', named(rename(accessToken, firstName), 'days'))
    }
    expect((await send('First')).status).toBe(200)
    own.pass(30 * day - 60_000)
    await prune(own.portal.context)
    expect((await send('Second')).status).toBe(409)
    own.pass(60_000)
    expect((await send('Second')).status).toBe(200)
    expect(await kept()).toBe(1)
    own.pass(30 * day)
    await prune(own.portal.context)
    expect(await kept()).toBe(0)
  })

  test('is known after a restart, and to another portal', async () => {
    const database = await createDatabase(kind, demoData(kind))
    onTestFinished(database.remove)
    const open = async () => {
      const portal = await createPortal({ ...database, demo: true, logLevel: 'silent' })
      return { portal, client: createClient(await portal.listen()) }
    }
    const one = await open()
    const body = { username: marie, password: demoPasswords[marie], device }
    const { accessToken: token } = await one.client.succeed('sessionCreate', { body })
    const request = named(rename(token, 'Kept'), 'restart')
    const first = await one.client.send('mePatch', request)
    const other = await open()
    onTestFinished(() => other.portal.close())
    await one.portal.close()
    const again = await other.client.send('mePatch', request)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await again.text()).toBe(await first.text())
  })

  test('has one of two portals do it, where both are asked at once', async () => {
    const database = await createDatabase(kind, demoData(kind))
    onTestFinished(database.remove)
    const portals = []
    for (let number = 0; number < 2; number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the first makes the database
      const portal = await createPortal({ ...database, demo: true, logLevel: 'silent' })
      onTestFinished(() => portal.close())
      // oxlint-disable-next-line no-await-in-loop
      portals.push({ portal, client: createClient(await portal.listen()) })
    }
    const [one] = portals
    const body = { username: marie, password: demoPasswords[marie], device }
    const session = await one?.client.succeed('sessionCreate', { body })
    const token = session?.accessToken ?? ''
    const version = await one?.client.send('me', { token })
    const headers = { 'if-match': version?.headers.get('etag') ?? '' }
    const request = named({ token, headers, body: { firstName: 'Once' } }, 'both')
    const answers = await Promise.all(
      portals.map(async ({ client }) => (await client.send('mePatch', request)).text()),
    )
    expect(answers[0]).toContain('"firstName":"Once"')
    expect(answers[1]).toBe(answers[0])
    const { rows } = await sql<{ events: number }>`select count(*) as events from security_events
      where kind = 'personal_data_changed'`.execute(
      portals[0]?.portal.context.db ?? it.portal.context.db,
    )
    expect(Number(rows[0]?.events)).toBe(1)
  })
})
