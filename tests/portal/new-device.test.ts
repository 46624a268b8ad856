/** Telling people of sign-ins from devices that their account was not seen on before. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Device } from '../../src/shared/portal/sessions.ts'
import { openMailbox, type Mailbox } from '../support/mailbox.ts'
import { databaseKinds } from './support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from './support/portal.ts'

const laptop: Device = { name: 'PC-MARIE', platform: 'windows' }

describe.each(databaseKinds)('new devices, on %s', (kind) => {
  let mailbox: Mailbox
  let portal: TestPortal
  beforeEach(async () => {
    mailbox = await openMailbox()
    portal = await startPortal(kind, { smtpUrl: mailbox.url })
  })
  afterEach(async () => {
    await portal.stop()
    await mailbox.close()
  })
  const enter = (on: Device, password: string = demoPasswords['marie.lambert']) =>
    portal.client.send('sessionCreate', {
      body: { username: 'marie.lambert', password, device: on },
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
})
