/** Names with what nobody sees in them: invited, typed, kept from before, and shown. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { typedText } from '../../../src/portal/platform/db/migrations/0008-typed-text.ts'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { createClient } from '../support/client.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { addPeople } from '../support/people.ts'
import { day, demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'
import { runCommand } from '../support/process.ts'

const password = demoPasswords['marie.lambert']
const invisible = [
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u202e',
  '\u2067',
  '\u{e0041}',
  '\u3164',
  '\ufe0f',
]

describe.each(databaseKinds)('names, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  test.each(invisible)('are found in spite of %j', async (character) => {
    // Codes are sent one now and then.
    it.pass(day)
    const username = `${character}marie${character}.Lambert${character}`
    const session = await it.client.succeed('sessionCreate', {
      body: { username, password, device },
    })
    expect(session.user.username).toBe('marie.lambert')
    const flow = await it.client.succeed('recoveryCreate', { body: { username, language: 'fr' } })
    expect(flow).toMatchObject({
      questions: [{ id: 'favourite-city' }, { id: 'mothers-maiden-name' }, { id: 'first-pet' }],
    })
  })

  test('of devices and people are kept without them', async () => {
    const { accessToken: token } = await it.client.succeed('sessionCreate', {
      body: {
        username: 'jan.peeters',
        password: demoPasswords['jan.peeters'],
        device: { name: '\u202ePC\u200b-JAN\u2066', platform: 'windows' },
      },
    })
    const { items } = await it.client.succeed('sessionList', { token })
    expect(items.map((session) => session.device.name)).toEqual(['PC-JAN'])
    const before = await it.client.send('me', { token })
    await it.client.succeed('mePatch', {
      token,
      headers: { 'if-match': before.headers.get('etag') ?? '' },
      body: { firstName: '\u202eJa\u200bn', lastName: 'Pee\u00adters\ufeff' },
    })
    const me = await it.client.succeed('me', { token })
    expect(me).toMatchObject({ firstName: 'Jan', lastName: 'Peeters' })
  })
})

describe.each(databaseKinds)('inviting, on %s', { timeout: 120_000 }, (kind) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createDatabase(kind)
  })
  afterEach(() => database.remove())

  const invite = (username: string) =>
    runCommand(database, ['invite', '--username', username, '--services', 'servnet'])

  test('leaves out what nobody sees, and says so', async () => {
    const { code, out } = await invite('paul\u200bdu\u00adpont\u200b')
    expect(code).toBe(0)
    expect(out).toContain('Username:         pauldupont\n')
    expect(out).toContain('Left out of it:   U+200B, U+00AD (nobody sees it)\n')
    const listed = await runCommand(database, ['list'])
    expect(listed.out).toBe('pauldupont\tsecurity\tservnet\t\t\t\n')
  })

  test.each(['paul\ue000', 'paul\uffff', 'paul\u0378'])('refuses %j', async (username) => {
    const { code, err } = await invite(username)
    expect(code).not.toBe(0)
    expect(err).toContain('no font knows')
  })

  test('keeps a name from the right in its column', async () => {
    expect((await invite('שלום')).out).toContain('Username:         \u2068שלום\u2069\n')
    const { out } = await runCommand(database, ['list'])
    expect(out).toBe('\u2068שלום\u2069\tsecurity\tservnet\t\t\t\n')
  })
})

type Row = Parameters<typeof addPeople>[2]

const namedRow = (
  username: string,
  username_key: string,
  created_at: number,
  more: Row = {},
): Row => ({ username, username_key, created_at, ...more })

async function namesIn({ context }: Portal) {
  const rows = await context.db
    .selectFrom('users')
    .select(['username', 'username_key'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ username, username_key }) => [username, username_key])
}

describe.each(databaseKinds)('names from before, on %s', (kind) => {
  let database: TestDatabase
  let portal: Portal | undefined
  beforeEach(async () => {
    database = await createDatabase(kind)
  })
  afterEach(async () => {
    await portal?.close()
    portal = undefined
    await database.remove()
  })

  const open = () => createPortal({ ...database, logLevel: 'silent', checkAnswers: true })

  /** A database into which an earlier version wrote `rows`, migrated and opened. */
  async function reopened(rows: readonly Row[], deviceName?: string): Promise<Portal> {
    const before = await open()
    const { db } = before.context
    for (const row of rows) {
      // oxlint-disable-next-line no-await-in-loop -- the order is part of the test
      const [user] = await addPeople(before.context, 1, row)
      if (deviceName === undefined) continue
      const session = { id: randomUUID(), user_id: user?.id ?? '', device_name: deviceName }
      const times = { created_at: 1, last_used_at: 1, expires_at: 2 }
      // oxlint-disable-next-line no-await-in-loop -- the order is part of the test
      await db
        .insertInto('sessions')
        .values({ ...session, ...times, device_platform: 'windows' })
        .execute()
    }
    // What comes after it in the list of migrations does not look at names.
    await typedText(db)
    await before.close()
    return open()
  }

  test('can be signed in to as they look', async () => {
    const before = await open()
    const hash = await before.context.hasher.hash(password)
    await before.close()
    portal = await reopened([
      { username: 'Paul\u200bDupont', username_key: 'paul\u200bdupont', password_hash: hash },
      { username: 'İpek', username_key: 'i̇pek', password_hash: hash },
    ])
    const client = createClient(await portal.listen())
    for (const username of ['pauldupont', 'PAUL\u200bDUPONT', 'ipek', 'İPEK']) {
      // oxlint-disable-next-line no-await-in-loop -- one sign-in after the other
      await client.succeed('sessionCreate', { body: { username, password, device } })
    }
  })

  test('that come to the same get a number, save the one that could be reached', async () => {
    portal = await reopened([
      namedRow('paul\u200b', 'paul\u200b', 1),
      namedRow('Paul', 'paul', 2, { enrolment_state: 'security' }),
      namedRow('pa\u00adul', 'pa\u00adul', 3),
      namedRow('paul-2', 'paul-2', 4),
      namedRow('anna\u200b', 'anna\u200b', 5, { enrolment_state: 'security' }),
      namedRow('an\u200bna', 'an\u200bna', 6),
      namedRow('\u200b', '\u200b', 7),
      namedRow('Éva', 'éva', 8),
    ])
    expect(await namesIn(portal)).toEqual([
      ['paul-3', 'paul-3'],
      ['Paul', 'paul'],
      ['paul-4', 'paul-4'],
      ['paul-2', 'paul-2'],
      ['anna-2', 'anna-2'],
      ['anna', 'anna'],
      ['user', 'user'],
      ['Éva', 'éva'],
    ])
  })

  test('of people and devices turn no list any more', async () => {
    const row = { first_name: '\u202eAnna', last_name: '\u200bMe\u00adyer' }
    portal = await reopened([row], 'PC\u202e-ANNA')
    const { db } = portal.context
    const people = await db.selectFrom('users').select(['first_name', 'last_name']).execute()
    expect(people).toEqual([{ first_name: 'Anna', last_name: 'Meyer' }])
    const [session] = await db.selectFrom('sessions').select('device_name').execute()
    expect(session).toEqual({ device_name: 'PC-ANNA' })
  })
})
