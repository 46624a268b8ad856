/** What a portal tells whoever runs it: whether it lives and is ready, its metrics, its log; how it ends. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startOperations, type Operations } from '../../../src/portal/operations/listener.ts'
import { createReadiness } from '../../../src/portal/operations/readiness.ts'
import type { MailSettings } from '../../../src/portal/platform/mail/transport.ts'
import { createClient } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device, startPortal } from '../support/portal.ts'
import { spawnPortal, type PortalProcess } from '../support/process.ts'

const marie = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
const watched = ['--demo', '--operations-port', '0', '--trusted-proxies', '127.0.0.1']

/** Attempts on one name: more than the throttle leaves free. */
const tooMany = 12

const ask = async (address: string, path: string) => {
  const response = await fetch(`${address}${path}`)
  return { status: response.status, text: await response.text() }
}
const statusOf = async (address: string) => (await ask(address, '/health/ready')).status

describe('ready', () => {
  let operations: Operations
  beforeEach(async () => {
    operations = await startOperations({ host: '127.0.0.1', port: 0 })
  })
  afterEach(() => operations.close())

  test('only while it can serve: not before, not once it ends', async () => {
    expect((await ask(operations.address, '/health/live')).status).toBe(200)
    expect(await ask(operations.address, '/health/ready')).toEqual({
      status: 503,
      text: '{"status":"starting"}',
    })
    const it = await startPortal('SQLite')
    operations.serve(it.portal.context)
    expect(await statusOf(operations.address)).toBe(200)
    operations.end()
    expect(await ask(operations.address, '/health/ready')).toEqual({
      status: 503,
      text: '{"status":"ending"}',
    })
    expect((await ask(operations.address, '/health/live')).status).toBe(200)
    await it.stop()
  })

  test('not with another’s database: its pepper, its migrations', async () => {
    const it = await startPortal('SQLite')
    const { context } = it.portal
    operations.serve(context)
    const sealed = await context.db.selectFrom('pepper_seals').selectAll().executeTakeFirstOrThrow()
    await context.db.updateTable('pepper_seals').set({ sealed: 'another' }).execute()
    expect(await createReadiness(context)()).toMatchObject({ checks: { pepper: 'failed' } })
    expect(await statusOf(operations.address)).toBe(503)
    await context.db.updateTable('pepper_seals').set({ sealed: sealed.sealed }).execute()
    expect(await statusOf(operations.address)).toBe(200)
    await it.stop()
    expect(await createReadiness(context)()).toMatchObject({
      isReady: false,
      checks: { database: 'failed' },
    })
  })

  test('not where messages cannot leave; a mail server that is away they wait for', async () => {
    const it = await startPortal('SQLite')
    const { context } = it.portal
    const readyWith = (mail: Partial<MailSettings>) =>
      createReadiness({
        ...context,
        settings: { ...context.settings, mail: { ...context.settings.mail, ...mail } },
      })()
    const nowhere = { folder: '/nowhere/at/all/mail' }
    expect(await readyWith(nowhere)).toMatchObject({ isReady: false, checks: { mail: 'failed' } })
    expect(await readyWith({ smtpUrl: 'smtp://127.0.0.1:9' })).toMatchObject({ isReady: true })
    await it.stop()
  })
})

const linesSchema = z.array(
  z.looseObject({ msg: z.string(), reqId: z.string().optional(), route: z.string().nullish() }),
)
const linesOf = (log: string) =>
  linesSchema.parse(
    log
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line)),
  )

describe.each(databaseKinds)('a portal that is watched, on %s', (kind) => {
  let database: TestDatabase
  let portal: PortalProcess
  beforeEach(async () => {
    database = await createDatabase(kind, demoData(kind))
    portal = await spawnPortal(database, [...watched, '--log-level', 'debug'])
  })
  afterEach(async () => {
    if (portal.child.exitCode === null) await portal.end('SIGKILL')
    await database.remove()
  })

  test('has metrics of a number that no request adds to, and names nobody in them or in its log', async () => {
    const client = createClient(portal.address)
    const session = await client.succeed('sessionCreate', { body: marie })
    const seriesOf = async () => {
      const { text } = await ask(portal.operations, '/metrics')
      // Jobs begin by their own clock, some of them while this asks.
      return text.split('\n').filter((line) => /^portal_(?!job_)/u.test(line))
    }
    const canaries = Array.from({ length: 40 }, (_, index) => `canary-${index}-x`)
    const makeNoise = async (names: readonly string[]) => {
      for (const name of names) {
        const headers = { 'user-agent': name, 'x-forwarded-for': '203.0.113.9', [name]: name }
        const bodies = { username: name, password: name, device: { ...device, name } }
        // oxlint-disable no-await-in-loop -- each as others' limits leave it
        await fetch(`${portal.address}/v1/${name}?${name}=${name}`, { headers, method: 'GET' })
        await fetch(`${portal.address}/v1/recoveries/${name}`, { headers })
        await fetch(`${portal.address}/v1/me`, { headers: { authorization: `Bearer ${name}` } })
        await fetch(`${portal.address}/v1/me`, { method: 'PURGE', headers })
        await client.send('sessionCreate', { body: bodies, headers })
        // oxlint-enable no-await-in-loop
      }
    }
    await client.succeed('me', { token: session.accessToken })
    await makeNoise(canaries.slice(0, 20))
    const again = { username: 'canary-again', password: 'canary', device }
    for (let left = tooMany; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- attempts on one name take turns
      await client.send('sessionCreate', { body: again })
    }
    const before = (await seriesOf()).map((line) => line.replace(/ \S+$/, ''))
    await makeNoise(canaries.slice(20))
    const after = await seriesOf()
    expect(after.map((line) => line.replace(/ \S+$/, ''))).toEqual(before)
    const text = after.join('\n')
    for (const wanted of [
      'route="/v1/sessions",status="201"',
      'route="/v1/recoveries/:id",status="400"',
      'route="none",status="404"',
      'portal_refusals_total{code="too_many_attempts"}',
      'portal_queue_length{queue="hashing",state="waiting"} 0',
      'portal_queue_refused_total{queue="requests"} 0',
      'portal_transaction_duration_seconds_count{outcome="committed"}',
      'portal_mail_queued',
      ...(kind === 'PostgreSQL' ? ['portal_database_connections{state="idle"}'] : []),
    ]) {
      expect(text).toContain(wanted)
    }
    await portal.end('SIGTERM')
    const secrets = ['canary', 'marie', marie.password, session.accessToken, session.refreshToken]
    for (const secret of [...secrets, '203.0.113.9']) {
      expect(text).not.toContain(secret)
      expect(portal.log()).not.toContain(secret)
    }
  })

  test('logs one line of each request, under the name that a gateway gave it, if that is one', async () => {
    const call = async (id: string) => {
      const response = await fetch(`${portal.address}/v1/meta`, { headers: { 'x-request-id': id } })
      await response.text()
      return response.headers.get('request-id') ?? ''
    }
    const named = 'b1946ac92492d2347c6235b4d2611184'
    expect(await call(named)).toBe(named)
    const unsafe = [
      'short',
      'x'.repeat(65),
      'spaces in between',
      'quote","msg":"forged',
      '../../etc',
    ]
    const given = await Promise.all(unsafe.map(call))
    for (const id of given) expect(id).toMatch(/^[\da-f-]{36}$/)
    await portal.end('SIGTERM')
    const lines = linesOf(portal.log()).filter(({ msg }) => msg === 'request')
    const names = lines.map(({ reqId }) => reqId ?? '')
    expect(names.toSorted()).toEqual([named, ...given].toSorted())
    expect(new Set(lines.map(({ route }) => route))).toEqual(new Set(['/v1/meta']))
  })
})

test('takes no name from who is no gateway', async () => {
  const it = await startPortal('SQLite')
  const headers = { 'x-request-id': 'b1946ac92492d2347c6235b4d2611184' }
  const response = await fetch(`${it.address}/v1/meta`, { headers })
  expect(response.headers.get('request-id')).not.toBe(headers['x-request-id'])
  await it.stop()
})

test('asked to stop, it is not ready at once, goes on for as long as it was told, and loses nobody', async () => {
  const database = await createDatabase('SQLite', demoData('SQLite'))
  const portal = await spawnPortal(database, [...watched, '--drain', '6'])
  const client = createClient(portal.address)
  const { accessToken: token } = await client.succeed('sessionCreate', { body: marie })
  const answered: number[] = []
  const ended = new AbortController()
  const working = Array.from({ length: 4 }, async () => {
    while (!ended.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const response = await client.send('me', { token }).catch(() => null)
      // Its listener is gone: what is sent now reaches nobody, and is safe to send elsewhere.
      if (response === null) return
      answered.push(response.status)
      // oxlint-disable-next-line no-await-in-loop -- as people do
      await pause(5)
    }
  })
  const exit = portal.end('SIGTERM')
  await expect.poll(() => statusOf(portal.operations)).toBe(503)
  const sinceThen = answered.length
  await client.succeed('me', { token })
  expect(await exit).toBe(0)
  ended.abort()
  await Promise.all(working)
  expect(answered.length).toBeGreaterThan(sinceThen)
  expect(new Set(answered)).toEqual(new Set([200]))
  await database.remove()
})
