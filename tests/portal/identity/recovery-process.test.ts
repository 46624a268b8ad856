/** Recoveries on the portal as people run it: a process, its log, its flags, its `.eml` files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeIn } from '../../support/mailbox.ts'
import { createClient } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { device } from '../support/portal.ts'
import { runCommand, spawnPortal, type PortalProcess } from '../support/process.ts'
import { marie, newPassword, wrongAnswers } from '../support/recovery.ts'

/** Whole processes start here, on a machine that may be busy. */
const timeout = 120_000
const request = { body: { username: marie.username, language: 'fr' } }

describe.each(databaseKinds)('recoveries of a portal process, on %s', { timeout }, (kind) => {
  let database: TestDatabase
  let portal: PortalProcess | undefined
  beforeEach(async () => {
    database = await createDatabase(kind, demoData(kind))
  })
  afterEach(async () => {
    await portal?.end('SIGKILL')
    portal = undefined
    await database.remove()
  })

  /** The code in the only message of the data folder, as soon as there is one. */
  const codeInFolder = async (): Promise<string> => {
    const folder = join(database.dataFolder, 'mail')
    const messages = () => readdirSync(folder).filter((entry) => entry.endsWith('.eml'))
    await expect.poll(messages).toHaveLength(1)
    const source = readFileSync(join(folder, messages().join('')), 'utf8')
    return codeIn({ mail: await simpleParser(source) })
  }

  test('goes all the way with the code of the file, and logs neither id nor secret', async () => {
    portal = await spawnPortal(database)
    const client = createClient(portal.address)
    const { id } = await client.succeed('recoveryCreate', request)
    const code = await codeInFolder()
    const params = { id }
    await client.succeed('recovery', { params })
    await client.fail('recoveryCode', 'too_many_attempts', { params })
    const wrong = { params, body: { code, answers: wrongAnswers } }
    await client.fail('recoveryAnswers', 'verification_failed', wrong)
    await client.fail('recoveryAnswers', 'invalid_request', { params, body: {} })
    for (const path of [`/v1/recoveries/${id}/`, `/v1/recoveries/${id}/nothing`, `/${id}`]) {
      // oxlint-disable-next-line no-await-in-loop -- in order, as the log is read afterwards
      expect((await fetch(portal.address + path)).status).toBe(404)
    }
    expect((await fetch(`${portal.address}/v1/recoveries/${id}%zz`)).status).toBe(400)
    await client.succeed('recoveryAnswers', { params, body: { code, answers: marie.answers } })
    const done = { params, body: { newPassword } }
    expect(await client.succeed('recoveryPassword', done)).toEqual({ id, state: 'done' })
    const body = { username: marie.username, password: newPassword, device }
    await client.succeed('sessionCreate', { body })
    const { end, log: readLog } = portal
    // It ends but once.
    portal = undefined
    expect(await end('SIGTERM')).toBe(0)
    const log = readLog()
    expect(log).toContain('"route":"/v1/recoveries/:id/answers"')
    for (const secret of [id, code, newPassword, 'Delvaux', wrongAnswers[0]?.answer ?? '-']) {
      expect(log).not.toContain(secret)
    }
  })

  test('writes the message of a name that nobody has like any other, and leaves none', async () => {
    portal = await spawnPortal(database)
    const client = createClient(portal.address)
    const body = { username: 'no.such.person', language: 'fr' }
    await client.succeed('recoveryCreate', { body })
    const folder = join(database.dataFolder, 'mail')
    await expect.poll(() => existsSync(folder) && readdirSync(folder)).toEqual(['discarded.tmp'])
    expect(portal.log()).not.toContain('no.such.person')
  })

  test.each([
    ['--no-recovery-code', { codeRequired: false, nextCodeAt: null }, 3],
    ['--no-recovery-questions', { codeRequired: true }, 0],
  ])('asks for less with %s, and says so', async (flag, expected, questions) => {
    portal = await spawnPortal(database, ['--demo', flag])
    const client = createClient(portal.address)
    const begun = await client.succeed('recoveryCreate', request)
    expect(begun).toMatchObject(expected)
    expect(begun.state === 'answers' && begun.questions.length).toBe(questions)
    expect((await client.succeed('meta')).policy).toMatchObject({
      recoveryCode: flag !== '--no-recovery-code',
      recoveryQuestions: flag !== '--no-recovery-questions',
    })
  })

  test('will not do without both', async () => {
    const flags = ['--no-recovery-code', '--no-recovery-questions']
    const { code, err } = await runCommand(database, ['serve', '--port', '0', ...flags])
    expect(code).toBe(1)
    expect(err).toBe(
      'A recovery needs the code or the questions: turn off one of them, not both.\n',
    )
  })
})
