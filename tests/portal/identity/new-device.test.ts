/** Telling people of sign-ins from devices that their account was not seen on before. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prune } from '../../../src/portal/operations/prune.ts'
import type { Device } from '../../../src/shared/contract/identity/sessions.ts'
import { openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'

const laptop: Device = { name: 'PC-MARIE', platform: 'windows' }
const office = '203.0.113.7'
/** One that a client made, and always sends. */
const secretOf = (name: string) => name.repeat(43).slice(0, 43)

describe.each(databaseKinds)('new devices, on %s', (kind) => {
  let mailbox: Mailbox
  let portal: TestPortal
  beforeEach(async () => {
    mailbox = await openMailbox()
    portal = await startPortal(kind, { smtpUrl: mailbox.url, trustedProxies: ['127.0.0.1'] })
  })
  afterEach(async () => {
    await portal.stop()
    await mailbox.close()
  })
  const enter = (on: Device, password: string = demoPasswords['marie.lambert']) =>
    portal.client.send('sessionCreate', {
      body: { username: 'marie.lambert', password, device: on },
    })
  /** Signs in on `on` from the address `from`, with a device's secret where there is one. */
  const enterFrom = (from: string, on: Device, secret?: string) =>
    portal.client.succeed('sessionCreate', {
      body: {
        username: 'marie.lambert',
        password: demoPasswords['marie.lambert'],
        device: { ...on, ...(secret !== undefined && { secret }) },
      },
      headers: { 'x-forwarded-for': from },
    })
  const told = () =>
    portal.portal.context.db.selectFrom('mails').select(['kind', 'recipient']).execute()

  test('the first device of an account is its own, and stays known', async () => {
    await enter(device)
    await enter(device)
    expect(await told()).toEqual([])
  })

  test('a second one is told of once, by name', async () => {
    await enter(device)
    await enter(laptop)
    await enter(laptop)
    await enter(device)
    const { to, mail } = await mailbox.waitFor(() => true)
    expect(to).toBe('marie.lambert@dedert-icesticks.example')
    expect(mail.subject).toBe('Connexion depuis un nouvel appareil')
    expect(mail.text).toContain('PC-MARIE (Windows)')
    expect(await told()).toHaveLength(1)
  })

  test('the same name on another system is another device', async () => {
    await enter(laptop)
    await enter({ ...laptop, platform: 'other' })
    const { mail } = await mailbox.waitFor(() => true)
    expect(mail.text).toContain('    PC-MARIE\n')
  })

  test('a wrong password tells nobody', async () => {
    await enter(device)
    await enter(laptop, 'Wrong-Password-1!')
    expect(await told()).toEqual([])
  })

  test('two that sign in at once are told of once each', async () => {
    await enter(device)
    const devices = ['A', 'B', 'A', 'B'].map((name): Device => ({ name, platform: 'macos' }))
    await Promise.all(devices.map((one) => enter(one)))
    expect(await told()).toHaveLength(2)
  })

  test('whoever has not enrolled yet has no address, and gets no message', async () => {
    await portal.signIn('nouveau.client')
    const body = {
      username: 'nouveau.client',
      password: demoPasswords['nouveau.client'],
      device: laptop,
    }
    await portal.client.succeed('sessionCreate', { body })
    expect(await told()).toEqual([])
  })

  test.each([
    ['an address', '198.51.100.4'],
    ['a neighbour', '203.0.113.8'],
    ['an IPv6 network', '2001:db8:1:2::1'],
  ])('what a client from %s elsewhere calls itself makes it known to nobody', async (_, other) => {
    await enterFrom(office, laptop)
    await enterFrom(other, laptop)
    const { mail } = await mailbox.waitFor(() => true)
    expect(mail.text).toContain('PC-MARIE (Windows)')
    // From then on both are known.
    await enterFrom(office, laptop)
    await enterFrom(other, laptop)
    expect(await told()).toHaveLength(1)
  })

  test('a device that brings its secret is known wherever it is, and whatever it is called', async () => {
    await enterFrom(office, laptop, secretOf('a'))
    await enterFrom('198.51.100.4', laptop, secretOf('a'))
    await enterFrom('2001:db8:1:2::1', { name: 'Portable', platform: 'windows' }, secretOf('a'))
    expect(await told()).toEqual([])
  })

  test('one that takes the name of another, with a secret of its own, is told of', async () => {
    await enterFrom(office, laptop, secretOf('a'))
    await enterFrom('198.51.100.4', laptop, secretOf('b'))
    await enterFrom('192.0.2.9', laptop, secretOf('c'))
    expect(await told()).toHaveLength(2)
  })

  test('a client that begins to send a secret stays known where it was before', async () => {
    await enterFrom(office, laptop)
    await enterFrom(office, laptop, secretOf('a'))
    await enterFrom('198.51.100.4', laptop, secretOf('a'))
    expect(await told()).toEqual([])
  })

  test('the secret of one account makes a device known to no other', async () => {
    await enterFrom(office, laptop, secretOf('a'))
    const jan = { username: 'jan.peeters', password: demoPasswords['jan.peeters'] }
    const enterJan = (on: Device, secret: string) =>
      portal.client.succeed('sessionCreate', { body: { ...jan, device: { ...on, secret } } })
    await enterJan(device, secretOf('j'))
    await enterJan(laptop, secretOf('a'))
    expect(await told()).toEqual([
      { kind: 'new_device', recipient: 'jan.peeters@peeters-groep.example' },
    ])
  })

  test('what is kept of a secret is neither the secret nor told to anybody', async () => {
    const secret = secretOf('a')
    const { accessToken: token } = await enterFrom(office, laptop, secret)
    const { db } = portal.portal.context
    const kept = await Promise.all([
      db.selectFrom('known_devices').selectAll().execute(),
      db.selectFrom('sessions').selectAll().execute(),
      db.selectFrom('security_events').selectAll().execute(),
    ])
    expect(JSON.stringify(kept)).not.toContain(secret)
    const list = await portal.client.succeed('sessionList', { token })
    expect(list.items[0]?.device).toEqual(laptop)
    const events = await portal.client.succeed('securityEvents', { token })
    expect(JSON.stringify(events)).not.toContain(secret)
  })

  test.each(['', 'x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(42)}=`, `${'x'.repeat(42)}é`])(
    'refuses %j, which is no secret',
    async (secret) => {
      const body = {
        username: 'marie.lambert',
        password: demoPasswords['marie.lambert'],
        device: { ...laptop, secret },
      }
      const problem = await portal.client.fail('sessionCreate', 'invalid_request', { body })
      expect(problem.errors?.[0]?.pointer).toBe('/device/secret')
      const recovery = { username: 'marie.lambert', language: 'fr', deviceSecret: secret }
      await portal.client.fail('recoveryCreate', 'invalid_request', { body: recovery })
    },
  )

  test('what was not used for long is forgotten, but the latest device', async () => {
    const { context } = portal.portal
    await enterFrom(office, device)
    portal.pass(200 * day)
    await enterFrom('198.51.100.4', laptop)
    portal.pass(201 * day)
    await prune(context)
    const devices = await context.db.selectFrom('known_devices').select('last_seen_at').execute()
    expect(devices).toHaveLength(1)
    expect(await context.db.selectFrom('known_networks').selectAll().execute()).toEqual([])
    portal.pass(400 * day)
    await prune(context)
    expect(await context.db.selectFrom('known_devices').selectAll().execute()).toHaveLength(1)
  })
})
