/**
 * How often the portal asks its database, by what for. A sign-in shares its cores with the hashing,
 * and each statement is a round trip on PostgreSQL: more of them are to be meant. Whatever writes what
 * somebody sees has two for the log of changes: one counts, one adds.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../src/portal/platform/db/migrate.ts'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { readCounts } from '../../../src/portal/platform/throttle/throttle.ts'
import { createDatabase, databaseKinds, postgresUrl } from '../support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'
import { recordStatements, type Statement } from '../support/statements.ts'

const marie = 'marie.lambert'
const secret = 'a'.repeat(43)

/** What the worker asks by itself, whenever it was woken. */
const isOfMail = ({ text }: Statement) => text.includes('from "mails"')
const ofRequest = (statements: readonly Statement[]) =>
  statements.filter((statement) => !isOfMail(statement))
const isOfChanges = ({ text }: Statement) => text.startsWith('insert into "change')
const isOfTransaction = ({ text }: Statement) => /^(?:begin|commit)/.test(text)

describe.each(databaseKinds)('statements, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const enter = (password: string, username: string = marie, withSecret = false) => {
    const on = withSecret ? { ...device, secret } : device
    return it.client.send('sessionCreate', { body: { username, password, device: on } })
  }

  test.each([
    ['from a network that the account knows', false],
    ['on a device that the account knows', true],
  ])('a sign-in %s', async (_, withSecret) => {
    await enter(demoPasswords[marie], marie, withSecret)
    const { take } = recordStatements()
    expect((await enter(demoPasswords[marie], marie, withSecret)).status).toBe(201)
    const statements = ofRequest(take())
    expect(statements.map(({ text }) => text)).toHaveLength(18)
    expect(statements.filter(isOfTransaction)).toHaveLength(2)
    expect(statements.filter((one) => !one.named && !isOfTransaction(one))).toEqual([])
  })

  test('a wrong password from where an account is not known, and for a name that nobody has', async () => {
    const names = ['jan.peeters', 'nobody']
    // The first event of a chain enters it into the register of chains.
    await Promise.all(names.map((username) => enter('wrong', username)))
    const { take } = recordStatements()
    await enter('wrong', 'jan.peeters')
    const ofSomebody = ofRequest(take())
    await enter('wrong', 'nobody')
    expect(ofRequest(take())).toEqual(ofSomebody)
    expect(ofSomebody).toHaveLength(13)
    expect(ofSomebody.filter((one) => !one.named && !isOfTransaction(one))).toEqual([])
  })

  test.each([
    ['me', 1],
    ['preferences', 1],
    ['servnetHome', 3],
  ] as const)('a read of %s', async (name, asked) => {
    const { accessToken: token } = await it.signIn(marie)
    const { take } = recordStatements()
    await it.client.succeed(name, { token })
    const first = ofRequest(take())
    expect(first).toHaveLength(asked)
    expect(first.every(({ named }) => named)).toBe(true)
    await it.client.succeed(name, { token })
    // SQLite tells that nothing was written since; PostgreSQL does not.
    expect(ofRequest(take())).toHaveLength(kind === 'SQLite' ? 0 : asked)
  })

  test('a look at what changed', async () => {
    const { accessToken: token } = await it.signIn(marie)
    const { take } = recordStatements()
    await it.client.succeed('changes', { token })
    // Who calls, the page, and whether it is whole.
    const statements = ofRequest(take())
    expect(statements).toHaveLength(3)
    expect(statements.every(({ named }) => named)).toBe(true)
  })

  test.each([
    ['without a key', {}, 0],
    ['with one', { 'idempotency-key': 'of a tick' }, 3],
  ] as const)('a tick at an alert %s', async (_, headers, ofKey) => {
    const { accessToken: token } = await it.signIn(marie)
    const params = { id: `demo-${marie}-${ofKey}` }
    const { take } = recordStatements()
    await it.client.succeed('servnetAlertHandle', { token, params, headers })
    const statements = ofRequest(take())
    expect(statements.filter(({ text }) => text.includes('kept_answers'))).toHaveLength(ofKey)
    expect(statements.filter(isOfChanges)).toHaveLength(2)
    // Who calls, the transaction, and the tick.
    expect(statements).toHaveLength(ofKey + 2 + 4)
  })
})

test.runIf(postgresUrl !== undefined).each([
  ['', true],
  ['?preparedStatements=off', false],
])(
  'PostgreSQL is asked to keep what is prepared, with %j in its address: %s',
  async (query, named) => {
    const place = await createDatabase('PostgreSQL')
    const databaseUrl = `${place.databaseUrl ?? ''}${query}`
    const { db } = await openDatabase({ ...place, databaseUrl })
    onTestFinished(async () => {
      await db.destroy()
      await place.remove()
    })
    await migrate(db, '')
    const { take } = recordStatements()
    const policy = { free: 1, firstDelay: 1, longestDelay: 1, forgetAfter: 1 }
    await readCounts(db, [{ key: 'somebody', rule: policy }])
    expect(take().map((statement) => statement.named)).toEqual([named])
  },
)
