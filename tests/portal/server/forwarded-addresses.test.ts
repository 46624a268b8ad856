/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { throttleRules as usual } from '../../../src/portal/identity/throttle-rules.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'
import { spawnPortal, type PortalProcess } from '../support/process.ts'

const spellings = [
  '203.0.113.2',
  '203.0.113.2:40001',
  '203.0.113.2:40002',
  '::ffff:203.0.113.2',
  '::ffff:cb00:7102',
  '[::FFFF:CB00:7102]:443',
  '"203.0.113.2"',
  'for=203.0.113.2;proto=https',
  '198.51.100.9, 203.0.113.2',
] as const

const wrong = (attempt: number) => ({
  username: `nobody-${attempt}`,
  password: 'Wrong-Password-1!',
  device,
})

describe('behind a proxy', () => {
  let it: TestPortal
  const tryFrom = async (forwarded: string, attempt: number) =>
    (
      await it.client.send('sessionCreate', {
        body: wrong(attempt),
        headers: { 'x-forwarded-for': forwarded },
      })
    ).status

  afterEach(() => it.stop())

  test('every spelling of an address is counted as that address', async () => {
    const throttle = { ...usual, address: { ...usual.address, free: spellings.length } }
    it = await startPortal('SQLite', { throttle, trustedProxies: ['127.0.0.1'] })
    for (const [attempt, spelling] of spellings.entries()) {
      expect(await tryFrom(spelling, attempt)).toBe(401)
    }
    for (const [attempt, spelling] of spellings.entries()) {
      expect(await tryFrom(spelling, 100 + attempt)).toBe(429)
    }
    expect(await tryFrom('203.0.113.3', 200)).toBe(401)
  })

  test('events keep the one spelling, and never what is no address', async () => {
    it = await startPortal('SQLite', { trustedProxies: ['127.0.0.1'] })
    const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
    const from = ['203.0.113.2:40001', '[2001:DB8:0::1]:443', '_hidden', 'x'.repeat(5000)]
    let token = ''
    for (const forwarded of from) {
      const headers = { 'x-forwarded-for': forwarded }
      token = (await it.client.succeed('sessionCreate', { body, headers })).accessToken
    }
    const { items } = await it.client.succeed('securityEvents', { token })
    const addresses = items.slice(0, from.length).map((event) => event.details['address'])
    expect(addresses.toReversed()).toEqual(['203.0.113.2', '2001:db8::1', '127.0.0.1', '127.0.0.1'])
  })

  test('several headers are one list', async () => {
    it = await startPortal('SQLite', { trustedProxies: ['127.0.0.1'] })
    const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
    const { accessToken: token } = await it.client.succeed('sessionCreate', { body })
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${it.address}/v1/sessions`, { method: 'POST' }, (response) => {
        response.resume().on('end', resolve)
      })
      sent.setHeader('content-type', 'application/json')
      sent.setHeader('x-forwarded-for', ['192.0.2.66', '198.51.100.1', '203.0.113.2'])
      sent.on('error', reject).end(JSON.stringify(body))
    })
    const { items } = await it.client.succeed('securityEvents', { token })
    expect(items[0]?.details['address']).toBe('203.0.113.2')
  })
})

describe('a peer that is not trusted', () => {
  let database: TestDatabase
  let portal: PortalProcess
  beforeAll(async () => {
    database = await createDatabase('SQLite', demoData('SQLite'))
    portal = await spawnPortal(database)
  })
  afterAll(async () => {
    await portal.end('SIGTERM')
    await database.remove()
  })

  test('is logged once, however often it sends X-Forwarded-For', async () => {
    for (const claim of ['203.0.113.2', '203.0.113.3:40001', 'unknown']) {
      const headers = { 'x-forwarded-for': claim }
      expect((await fetch(`${portal.address}/v1/meta`, { headers })).status).toBe(200)
    }
    await expect.poll(() => portal.log()).toContain('X-Forwarded-For')
    const lines = portal
      .log()
      .split('\n')
      .filter((line) => line.includes('X-Forwarded-For'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"peer":"127.0.0.1"')
    // What is not believed is not written down either.
    expect(portal.log()).not.toContain('203.0.113')
  })
})
