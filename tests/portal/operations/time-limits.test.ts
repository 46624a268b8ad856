/** A database that makes one wait: what a client is told, and that nobody waits for ever. */
import { DatabaseSync } from 'node:sqlite'
import { Client as PostgresClient } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReadiness } from '../../../src/portal/operations/readiness.ts'
import { mostConnections } from '../../../src/portal/platform/db/postgres-connections.ts'
import { noMeasures } from '../../../src/portal/platform/measures.ts'
import type { TimeLimits } from '../../../src/portal/platform/db/time-limits.ts'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { createClient, type Client } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, postgresUrl, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device } from '../support/portal.ts'
import { openWire, type Wire } from '../support/wire.ts'

const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
const rename = { headers: { 'if-match': '*' }, body: { firstName: 'Marie' } }
/** Far below what is set in earnest, so that a test need not wait for that. Milliseconds. */
const quick = { connection: 1000, statement: 400, lock: 200, idleInTransaction: 400, answer: 800 }
/** Beside the one that is tested, none is to come into play. */
const patient: TimeLimits = {
  connection: 60_000,
  statement: 60_000,
  lock: 60_000,
  idleInTransaction: 60_000,
  answer: 60_000,
}

let database: TestDatabase
let portal: Portal
let client: Client
let failures: string[]
const open = async (databaseUrl: string | undefined, databaseLimits: Partial<TimeLimits>) => {
  const { dataFolder } = database
  failures = []
  const measures = { ...noMeasures, databaseFailed: (failure: string) => failures.push(failure) }
  const options = { dataFolder, databaseUrl, databaseLimits, measures }
  portal = await createPortal({ ...options, demo: true, logLevel: 'silent' })
  client = createClient(await portal.listen())
}
const expectUnavailable = async (answer: Response) => {
  const problem = problemSchema.parse(await answer.json())
  expect([answer.status, problem.code, answer.headers.get('retry-after')]).toEqual([
    503,
    'unavailable',
    '5',
  ])
}

describe('on SQLite', () => {
  beforeEach(async () => {
    database = await createDatabase('SQLite', demoData('SQLite'))
    await open(undefined, {})
  })
  afterEach(async () => {
    await portal.close()
    await database.remove()
  })

  test('a file that another process keeps to itself', async () => {
    const { accessToken: token } = await client.succeed('sessionCreate', { body })
    const other = new DatabaseSync(`${database.dataFolder}/portal.sqlite`)
    other.exec('begin immediate')
    await expectUnavailable(await client.send('mePatch', { token, ...rename }))
    expect(failures).toEqual(['lock_timeout'])
    // It has waited on its own thread: for a moment it takes itself for overloaded, and says so.
    await expect.poll(async () => (await client.send('me', { token })).status).toBe(200)
    other.exec('rollback')
    other.close()
    await client.succeed('mePatch', { token, ...rename })
  })
})

// Skipped where TEST_DATABASE_URL names no server; CI does name one.
describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () => {
  let wire: Wire
  let other: PostgresClient
  let token: string
  const start = async (limits: Partial<TimeLimits>) => {
    const url = new URL(database.databaseUrl ?? '')
    wire = await openWire(url.hostname, Number(url.port === '' ? 5432 : url.port))
    url.hostname = '127.0.0.1'
    url.port = String(wire.port)
    await open(url.href, { ...patient, ...limits })
    token = (await client.succeed('sessionCreate', { body })).accessToken
  }
  beforeEach(async () => {
    database = await createDatabase('PostgreSQL', demoData('PostgreSQL'))
    other = new PostgresClient({ connectionString: database.databaseUrl })
    await other.connect()
  })
  afterEach(async () => {
    await wire.cut()
    await other.end()
    await portal.close()
    await database.remove()
  })

  test.each([
    ['a lock that is not let go of', { lock: quick.lock }, 'lock_timeout'],
    ['a statement that does not end', { statement: quick.statement }, 'statement_timeout'],
  ] as const)('%s', async (_, limits, failure) => {
    await start(limits)
    await other.query('begin; lock table users in access exclusive mode')
    await expectUnavailable(await client.send('mePatch', { token, ...rename }))
    expect(failures).toEqual([failure])
    await other.query('rollback')
    await client.succeed('mePatch', { token, ...rename })
  })

  test('all connections at work: who needs one is told so, and who does not is served', async () => {
    await start({ connection: quick.connection })
    const { db } = portal.context
    const held = await Promise.all(
      Array.from({ length: mostConnections - 1 }, () => db.startTransaction().execute()),
    )
    await expectUnavailable(await client.send('mePatch', { token, ...rename }))
    expect(failures).toEqual(['no_connection_left'])
    await client.succeed('me', { token })
    await Promise.all(held.map((transaction) => transaction.rollback().execute()))
    await client.succeed('mePatch', { token, ...rename })
  })

  test('a server that has stopped answering, to reads, to writes, and to whether it is ready', async () => {
    await start({ answer: quick.answer, connection: quick.connection })
    const ready = createReadiness(portal.context)
    expect(await ready()).toMatchObject({ isReady: true })
    const held = wire.hold()
    const answers = [client.send('me', { token }), client.send('mePatch', { token, ...rename })]
    await held
    for (const answer of await Promise.all(answers)) {
      // oxlint-disable-next-line no-await-in-loop -- both are there
      await expectUnavailable(answer)
    }
    expect(failures).toContain('statement_timeout')
    expect(await ready()).toMatchObject({ isReady: false, checks: { database: 'failed' } })
    // On the same connections every answer would be taken for that of the question before it.
    wire.free()
    const works = async () => {
      const written = await client.send('mePatch', { token, ...rename })
      const read = await client.send('me', { token })
      return [written.status, read.status]
    }
    await expect.poll(works).toEqual([200, 200])
    await expect.poll(ready).toMatchObject({ isReady: true })
  })

  test('a transaction that pauses too long is ended by the server, and its locks with it', async () => {
    await start({ idleInTransaction: quick.idleInTransaction })
    const { db } = portal.context
    const transaction = await db.startTransaction().execute()
    await transaction
      .updateTable('users')
      .set({ first_name: 'Held' })
      .where('username', '=', 'marie.lambert')
      .execute()
    // It waits for that lock, which nobody else would let go of.
    await client.succeed('mePatch', { token, ...rename })
    await expect(transaction.commit().execute()).rejects.toThrow()
    await expect(transaction.rollback().execute()).rejects.toThrow()
    await client.succeed('me', { token })
  })
})
