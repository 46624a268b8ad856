/** A database that cannot serve for a while: the portal says so, and goes on by itself afterwards. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { createClient, type Client } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, postgresUrl, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device } from '../support/portal.ts'
import { openWire, type Wire } from '../support/wire.ts'

const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
/** Far more than fit into the last pages of a file. */
const manySignIns = 300

let database: TestDatabase
let portal: Portal
let client: Client
const open = async (databaseUrl: string | undefined) => {
  const { dataFolder } = database
  portal = await createPortal({ dataFolder, databaseUrl, demo: true, logLevel: 'silent' })
  client = createClient(await portal.listen())
}
const expectUnavailable = async (response: Response) => {
  expect(response.status).toBe(503)
  expect(problemSchema.parse(await response.json()).code).toBe('unavailable')
  expect(response.headers.get('retry-after')).toBe('5')
}

describe('a disk that is full, on SQLite', () => {
  beforeEach(async () => {
    database = await createDatabase('SQLite', demoData('SQLite'))
    await open(undefined)
  })
  afterEach(async () => {
    await portal.close()
    await database.remove()
  })

  test('is told as such; reading goes on, and writing once there is room', async () => {
    const { accessToken: token } = await client.succeed('sessionCreate', { body })
    const { db } = portal.context
    await sql`pragma max_page_count = 1`.execute(db)
    let answer = await client.send('sessionCreate', { body })
    for (let count = 0; answer.status === 201 && count < manySignIns; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- until nothing more fits
      answer = await client.send('sessionCreate', { body })
    }
    await expectUnavailable(answer)
    await client.succeed('me', { token })
    await sql`pragma max_page_count = 1000000`.execute(db)
    await client.succeed('sessionCreate', { body })
  })
})

// Skipped where TEST_DATABASE_URL names no server; CI does name one.
describe.skipIf(postgresUrl === undefined)('a server that goes away, on PostgreSQL', () => {
  let wire: Wire
  beforeEach(async () => {
    database = await createDatabase('PostgreSQL', demoData('PostgreSQL'))
    const url = new URL(database.databaseUrl ?? '')
    wire = await openWire(url.hostname, Number(url.port === '' ? 5432 : url.port))
    url.hostname = '127.0.0.1'
    url.port = String(wire.port)
    await open(url.href)
  })
  afterEach(async () => {
    await portal.close()
    await wire.cut()
    await database.remove()
  })

  test('is told as such, in the middle of a question too, until it is back', async () => {
    await client.succeed('health')
    const asked = wire.hold()
    const underWay = client.send('health')
    await asked
    await wire.cut()
    await expectUnavailable(await underWay)
    await expectUnavailable(await client.send('sessionCreate', { body }))
    await wire.mend()
    await client.succeed('sessionCreate', { body })
  })
})
