/** Drills: a database that is put back to a former moment, by the steps that `docs/operations.md` has. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPostgres, type PostgresServer } from '../../../scripts/lib/postgres.ts'
import { verifyEvents } from '../../../src/portal/platform/events/verify-events.ts'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { createClient, type Client } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, postgresUrl, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device } from '../support/portal.ts'
import { runCommand } from '../support/process.ts'

const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
const pepper = 'kept in a place of its own'

/** What somebody did, and was told, before and after the moment that is gone back to. */
type Told = { readonly token: string; readonly before: string; readonly after: string }

const rename = (client: Client, token: string, firstName: string) =>
  client.succeed('mePatch', { token, headers: { 'if-match': '*' }, body: { firstName } })

/** Follows the feed to its end. */
async function cursorOf(client: Client, token: string, since?: string): Promise<string> {
  const query = { limit: '200', ...(since !== undefined && { since }) }
  const { nextCursor, hasMore } = await client.succeed('changes', { token, query })
  return hasMore ? cursorOf(client, token, nextCursor) : nextCursor
}

/** Writes before and after `moment`. */
async function writeAround(client: Client, moment: () => Promise<void>): Promise<Told> {
  const { accessToken: token } = await client.succeed('sessionCreate', { body })
  await rename(client, token, 'Before')
  const before = await cursorOf(client, token)
  await moment()
  await rename(client, token, 'After')
  return { token, before, after: await cursorOf(client, token, before) }
}

/** What is to be found once the moment is back. */
async function expectMomentBack(portal: Portal, { token, before, after }: Told): Promise<void> {
  const client = createClient(await portal.listen())
  expect(await client.succeed('me', { token })).toMatchObject({ firstName: 'Before' })
  // Who had heard of what is gone notices, also once as much was written again.
  const asked = { token, query: { since: after } }
  await rename(client, token, 'Again')
  await rename(client, token, 'And again')
  await client.fail('changes', 'cursor_expired', asked)
  const { items } = await client.succeed('changes', { token, query: { since: before } })
  expect(items.map(({ resource }) => resource)).toContain('me')
  expect(await verifyEvents(portal.context)).toMatchObject({ breaks: [] })
}

describe('on SQLite', () => {
  let database: TestDatabase
  let portal: Portal
  const open = async () => {
    portal = await createPortal({ ...database, demo: true, logLevel: 'silent' })
    return portal
  }
  beforeEach(async () => {
    database = await createDatabase('SQLite', demoData('SQLite'))
    await open()
  })
  afterEach(async () => {
    await portal.close()
    await database.remove()
  })

  test('a copy that was made while it was served is put back', async () => {
    const copy = join(database.dataFolder, 'copy.sqlite')
    const client = createClient(await portal.listen())
    const told = await writeAround(client, async () => {
      const { code, out, err } = await runCommand(database, ['backup', '--to', copy])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('The pepper is not in it.')
    })
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    await portal.close()
    const file = join(database.dataFolder, 'portal.sqlite')
    for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
    cpSync(copy, file)
    await expectMomentBack(await open(), told)
  })

  test('nothing is overwritten, nothing is made of nothing, and a server is left to its own tools', async () => {
    const copy = join(database.dataFolder, 'copy.sqlite')
    expect((await runCommand(database, ['backup', '--to', copy])).code).toBe(0)
    const before = readFileSync(copy)
    const again = await runCommand(database, ['backup', '--to', copy])
    expect(again).toMatchObject({ code: 1, err: `There is something at ${copy} already.\n` })
    expect(readFileSync(copy).equals(before)).toBe(true)
    const nowhere = { ...database, dataFolder: join(database.dataFolder, 'nowhere') }
    expect(await runCommand(nowhere, ['backup', '--to', `${copy}2`])).toMatchObject({ code: 1 })
    expect(existsSync(nowhere.dataFolder)).toBe(false)
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/portal' }
    const server = await runCommand(database, ['backup', '--to', `${copy}3`], env)
    expect(server).toMatchObject({ code: 1 })
    expect(server.err).toContain('pg_basebackup')
  })
})

// Skipped where no PostgreSQL is asked for; CI does ask for it.
describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () => {
  const stack = new AsyncDisposableStack()
  let server: PostgresServer
  let place: TestDatabase
  let portal: Portal
  beforeEach(async () => {
    server = await createPostgres(stack, (folder) => ({
      archive_mode: 'on',
      archive_command: `test ! -f ${folder}/archive/%f && cp %p ${folder}/archive/%f`,
    }))
    await server.run('mkdir', [join(server.folder, 'archive')])
    place = await createDatabase('SQLite')
    portal = await open()
  })
  afterEach(async () => {
    await portal.close()
    await place.remove()
    await stack.disposeAsync()
  })

  const open = () =>
    createPortal({ ...place, databaseUrl: server.url, pepper, demo: true, logLevel: 'silent' })
  const sql = (statement: string) =>
    server.run('psql', ['--no-psqlrc', '--quiet', '--dbname', server.url, '--command', statement])

  test('a base backup and the archive of what was written since lead to a moment in between', async () => {
    const base = join(server.folder, 'base')
    await server.run('pg_basebackup', [
      '--dbname',
      server.url,
      '--pgdata',
      base,
      '--checkpoint=fast',
    ])
    const client = createClient(await portal.listen())
    const told = await writeAround(client, () => sql("select pg_create_restore_point('before')"))
    await sql('select pg_switch_wal()')
    await portal.close()
    await server.stop('fast')

    // The server's disk is lost; the base backup, the archive and the pepper are not.
    await server.run('rm', ['-r', server.data])
    await server.run('cp', ['-a', base, server.data])
    appendFileSync(
      join(server.data, 'postgresql.auto.conf'),
      [
        `restore_command = 'cp ${server.folder}/archive/%f %p'`,
        `recovery_target_name = 'before'`,
        // Nobody reads from it before it has arrived there.
        `hot_standby = off`,
        `recovery_target_action = 'promote'\n`,
      ].join('\n'),
    )
    await server.run('touch', [join(server.data, 'recovery.signal')])
    await server.start()
    const hasArrived = () =>
      server.run('pg_isready', ['--dbname', server.url]).then(
        () => true,
        () => false,
      )
    await expect.poll(hasArrived).toBe(true)
    portal = await open()
    await expectMomentBack(portal, told)
    await expect(
      createPortal({ ...place, databaseUrl: server.url, pepper: 'another pepper than that one' }),
    ).rejects.toThrow('This database is made with another secret')
  })
})
