/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { createClient } from '../support/client.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { typed } from '../support/command.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'
import { runCommand, spawnPortal, type PortalProcess } from '../support/process.ts'

const invitation = ['invite', '--username', 'Anna.Meyer', '--language', 'de', '--services']

/** Whole processes start here, on a machine that may be busy. */
const timeout = 120_000

describe.each(databaseKinds)('the command line, on %s', { timeout }, (kind) => {
  let database: TestDatabase
  let portal: PortalProcess | undefined
  let opened: TestPortal | undefined
  beforeEach(async () => {
    database = await createDatabase(kind)
  })
  afterEach(async () => {
    await portal?.end('SIGKILL')
    portal = undefined
    await opened?.stop()
    opened = undefined
    await database.remove()
  })

  /** A portal that runs here, with a database of its own; `spawnPortal` is for what processes alone show. */
  const open = async () => {
    opened = await startPortal(kind)
    return opened
  }

  test('invites someone who then signs in, while the portal runs', async () => {
    portal = await spawnPortal(database, [])
    const { code, out } = await runCommand(database, [...invitation, 'servnet,insights'])
    expect(code).toBe(0)
    const password = /Initial password: (\S+)/.exec(out)?.[1] ?? ''
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    const client = createClient(portal.address)
    const body = { username: 'anna.meyer', password, device }
    const session = await client.succeed('sessionCreate', { body })
    expect(session).toMatchObject({
      next: 'enrolment',
      user: { username: 'Anna.Meyer', language: 'de', services: ['servnet', 'insights'] },
    })
  })

  test('lists accounts, and never a password', async () => {
    const { out: invited } = await typed(database, [...invitation, 'servnet'])
    const password = /Initial password: (\S+)/.exec(invited)?.[1] ?? 'none'
    const { code, out } = await typed(database, ['list'])
    expect(code).toBe(0)
    expect(out.split('\n')[0]?.split('\t')).toEqual([
      'Anna.Meyer',
      'security',
      'servnet',
      '',
      '',
      '',
    ])
    expect(out).not.toContain(password)
  })

  test('adds organisations and policies, grants and withdraws, while the portal runs', async () => {
    const it = await open()
    const adding = ['add-organisation', '--name', 'L’Oréal\u00a0Belgilux', '--country', 'BE']
    const made = await typed(it.place, adding)
    const organisation = /^Organisation: ([\w-]{36})\n$/.exec(made.out)?.[1] ?? ''
    const policy = ['add-policy', '--organisation', 'l’oréal belgilux', '--number', '00-17']
    const rules = ['--name', 'L’Oréal', '--currency', 'EUR', '--maximum-terms-days', '120']
    const added = await typed(it.place, [...policy, ...rules])
    expect(added.out).toBe('Policy 00-17 of L’Oréal Belgilux was added.\n')
    const again = await typed(it.place, [...policy, ...rules])
    expect([again.code, again.err]).toEqual([1, 'There is a policy 00-17 already.\n'])

    const access = ['--organisation', organisation, '--policies', '00-17']
    const invited = await typed(it.place, [...invitation, 'servnet,insights', ...access])
    const password = /Initial password: (\S+)/.exec(invited.out)?.[1] ?? ''
    const line = ['Anna.Meyer', 'security', 'servnet,insights', '', 'L’Oréal Belgilux', '00-17']
    const list = await typed(it.place, ['list'])
    expect(list.out.split('\n').map((one) => one.split('\t'))).toContainEqual(line)

    const { client } = it
    const body = { username: 'anna.meyer', password, device }
    const { refreshToken } = await client.succeed('sessionCreate', { body })
    const withdrawing = ['withdraw', '--username', 'anna.meyer', '--services', 'insights']
    const left = await typed(it.place, [...withdrawing, '--policies', '00-17'])
    expect(left.out.split('\n').slice(1, 4)).toEqual([
      'Organisation: L’Oréal Belgilux',
      'Services:     servnet',
      'Policies:     none',
    ])
    const { user } = await client.succeed('sessionRefresh', { body: { refreshToken } })
    expect(user.services).toEqual(['servnet'])
  })

  test('signs someone out everywhere, while the portal runs', async () => {
    portal = await spawnPortal(database)
    const client = createClient(portal.address)
    const body = { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!', device }
    const { accessToken: token } = await client.succeed('sessionCreate', { body })
    // Asked twice: what the portal remembers must not outlive the write of another process.
    await client.succeed('me', { token })
    await client.succeed('me', { token })
    const { out } = await runCommand(database, ['revoke-sessions', '--username', 'Jan.Peeters'])
    expect(out).toBe('Sessions ended: 1\n')
    await client.fail('me', 'unauthenticated', { token })
  })

  test('ends the waiting after wrong passwords, while the portal runs', async () => {
    const it = await open()
    const { client } = it
    const body = { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!', device }
    for (let time = 0; time < 5; time += 1) {
      const wrong = { ...body, password: 'Wrong-Password-1!' }
      await client.fail('sessionCreate', 'invalid_credentials', { body: wrong })
    }
    await client.fail('sessionCreate', 'too_many_attempts', { body })
    const command = ['unlock', '--username', 'JAN.Peeters']
    const { code, out } = await typed(it.place, command)
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Ended: signing in \(until [\d-]+T[\d:.]+Z\)\.\nJAN\.Peeters can sign in at once\.\n$/,
    )
    await client.succeed('sessionCreate', { body })
    expect((await typed(it.place, command)).out).toBe('JAN.Peeters can sign in at once.\n')
  })

  test('asks someone for a new password, while the portal runs, and lists it', async () => {
    const it = await open()
    const { client } = it
    const body = { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!', device }
    const { accessToken: token } = await client.succeed('sessionCreate', { body })
    await client.succeed('me', { token })
    const command = ['require-password-change', '--username', 'Jan.Peeters']
    const { code, out } = await typed(it.place, command)
    expect(code).toBe(0)
    expect(out).toBe('Jan.Peeters must choose a new password.\n')
    await client.fail('me', 'password_change_required', { token })
    const { out: list } = await typed(it.place, ['list'])
    expect(list).toContain('jan.peeters\tpassword_change\t')
    const again = ['require-password-change', '--username', 'nouveau.client']
    const refused = await typed(it.place, again)
    expect(refused.code).toBe(1)
    expect(refused.err).toBe('nouveau.client has not enrolled yet: invite them again instead.\n')
  })

  test('verifies security events, and fails naming the first one that is not right', async () => {
    const it = await open()
    const whole = await typed(it.place, ['verify-events'])
    expect(whole.code).toBe(0)
    expect(whole.out).toMatch(
      /^Checked: 5 events in 5 chains\. Broken chains: 0\.\nRegister: 5 entries, the latest sealed [\w-]{43}\n$/,
    )
    const seal = /\S+$/.exec(whole.out.trim())?.[0] ?? ''
    const noted = await typed(it.place, ['verify-events', '--noted', seal])
    expect({ code: noted.code, out: noted.out }).toEqual({ code: 0, out: whole.out })
    const never = await typed(it.place, ['verify-events', '--noted', 'x'.repeat(43)])
    expect(never.code).toBe(1)
    expect(never.out).toContain('Chain register is broken at event 6: removed.\n')
    const { db } = await openDatabase(it.place)
    await db
      .updateTable('security_events')
      .set({ at: 0 })
      .where('chain', '=', 'demo-marie.lambert')
      .execute()
    await db.destroy()
    const broken = await typed(it.place, ['verify-events'])
    expect(broken.code).toBe(1)
    expect(broken.out).toContain(
      'Chain demo-marie.lambert is broken at event 1: altered or moved.\n',
    )
    expect(broken.out).toContain('Broken chains: 1.')
  })

  test.each([
    ['nobody’s name', ['unlock', '--username', 'nobody'], 'Nobody is called nobody.'],
    ['a service that does not exist', [...invitation, 'servnet,casino'], "'--services"],
    ['no username', ['revoke-sessions'], '--username'],
    ['a port that is none', ['serve', '--port', '99999'], '--port'],
    ['a grant of nothing', ['grant', '--username', 'x'], '--services or --policies'],
    ['a policy of nobody', [...invitation, 'servnet', '--policies', '1,2'], 'name it, too'],
    ['no policy number', ['withdraw', '--username', 'x', '--policies', '1,,2'], "'--policies"],
    [
      'an organisation that does not exist',
      ['grant', '--username', 'x', '--organisation', 'Nowhere'],
      'Nobody is called x',
    ],
    [
      'a country that is none',
      ['add-organisation', '--name', 'Atlantis', '--country', 'XX'],
      "'--country",
    ],
    ['an unknown command', ['celebrate'], 'error'],
    ['a proxy that is none', ['serve', '--trusted-proxies', '10.0.0.0/8,gateway'], '"gateway"'],
    [
      'a recovery that asks for nothing',
      ['serve', '--no-recovery-code', '--no-recovery-questions'],
      'the code or the questions',
    ],
  ])('refuses %s in a sentence', async (_, args, words) => {
    const { code, err } = await typed(database, args)
    expect(code).toBe(1)
    expect(err).toContain(words)
    expect(err).not.toContain('    at ')
  })

  test.each([
    ['SMTP_URL', 'http://hush@mail.example'],
    ['MAIL_FROM', 'hush'],
    ['DATABASE_URL', 'hush'],
    ['DATABASE_URL', 'mysql://portal:hush@db.example/portal'],
    ['DATABASE_URL', 'postgres://portal:hush@db.example:99999/portal'],
    ['DATABASE_URL', 'postgres://portal:hush@db.example/portal?sslmode=allow'],
  ] as const)('refuses what %s cannot be, without repeating it', async (variable, value) => {
    const { code, err } = await typed(database, ['list'], { [variable]: value })
    expect(code).toBe(1)
    expect(err).toMatch(new RegExp(`^${variable} is not .*\\n$`))
    expect(err).not.toContain('hush')
  })

  test.each(['list', 'serve'])('%s says in a sentence that the database is away', async (name) => {
    // Nobody listens on the port for multiplexing, which nobody uses.
    const DATABASE_URL = 'postgres://portal:hush@127.0.0.1:1/portal'
    const { code, err } = await typed(database, [name], { DATABASE_URL })
    expect(code).toBe(1)
    expect(err).toMatch(/^The PostgreSQL server .*ECONNREFUSED.*DATABASE_URL.*\n$/)
    expect(err).not.toContain('hush')
  })

  test('says in a sentence what is wrong with its folder', async () => {
    const { dataFolder } = database
    writeFileSync(join(dataFolder, 'pepper'), 'short')
    const damaged = await runCommand(database, ['list'])
    expect([damaged.code, damaged.err]).toEqual([
      1,
      `${join(dataFolder, 'pepper')} is damaged: it holds no secret. Put the file back from a backup, or set PORTAL_PEPPER to what it held.\n`,
    ])
    const file = { ...database, dataFolder: join(dataFolder, 'pepper') }
    const none = await runCommand(file, ['list'])
    expect(none.code).toBe(1)
    expect(none.err).toMatch(/^The portal cannot use its data \(.*--data.*\n$/)
  })

  test('does not serve the demonstration, nor on a port that is taken, and says so', async () => {
    portal = await spawnPortal(database)
    const { port } = new URL(portal.address)
    const taken = await runCommand(database, ['serve', '--demo', '--port', port])
    expect(taken.code).toBe(1)
    expect(taken.err).toContain(`port ${port}`)
    const refused = await runCommand(database, ['serve', '--port', '0'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('--demo')
    expect(taken.err + refused.err).not.toContain('    at ')
  })

  test('does not invite who is enrolled', async () => {
    const it = await open()
    const { code, err } = await typed(it.place, [
      'invite',
      '--username',
      'marie.lambert',
      '--services',
      'servnet',
    ])
    expect(code).toBe(1)
    expect(err).toBe('marie.lambert is enrolled already.\n')
  })
})
