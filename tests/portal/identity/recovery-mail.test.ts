import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeIn } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { demoPasswords, minute } from '../support/portal.ts'
import { countOf } from '../support/profile.ts'
import {
  marie,
  newPassword,
  startRecoveryPortal,
  type Begun,
  type RecoveryPortal,
} from '../support/recovery.ts'

const patience = { timeout: 20_000 }

describe.each(databaseKinds)('the messages of a recovery, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind)
  })
  afterEach(() => it.stop())

  const mails = () =>
    it.portal.context.db.selectFrom('mails').selectAll().orderBy('created_at').execute()
  const codeMails = async () => (await mails()).filter((mail) => mail.kind === 'recovery_code')
  const again = ({ id }: Pick<Begun, 'id'>) => it.client.succeed('recoveryCode', { params: { id } })
  /** Until the message number `count` with a code was tried in vain. */
  const delayed = (count: number) =>
    expect
      .poll(async () => (await codeMails()).map((mail) => mail.last_error), patience)
      .toEqual(Array.from({ length: count }, () => 'ESOCKET'))
  const settled = () =>
    expect
      .poll(async () => (await mails()).map((mail) => mail.state), patience)
      .not.toContain('queued')
  const received = () => it.mailbox.received.filter(({ to }) => to === marie.email)
  const passesWith = async ({ id }: Begun, code: string) => {
    expect(await it.answer(id, { code, answers: marie.answers })).toMatchObject({
      state: 'password',
    })
  }

  test('bring only the code that counts, where the server was away for the others', async () => {
    await it.mailbox.goDown()
    const begun = await it.begin(marie.username)
    await delayed(1)
    it.pass(minute)
    await again(begun)
    await delayed(2)
    await it.mailbox.comeUp()
    it.pass(minute)
    await settled()
    const [message, ...others] = received()
    if (message === undefined) throw new Error('No message came')
    expect(others).toEqual([])
    await passesWith(begun, codeIn(message))
  })

  test('do not try again with a code that was replaced while it was being sent', async () => {
    const greet = it.mailbox.holdGreetings()
    const begun = await it.begin(marie.username)
    await expect.poll(async () => (await codeMails())[0]?.attempts, patience).toBe(1)
    it.pass(minute)
    await again(begun)
    await it.mailbox.goDown()
    greet()
    await expect.poll(async () => (await codeMails())[1]?.last_error, patience).toBeTruthy()
    await it.mailbox.comeUp()
    it.pass(minute)
    await settled()
    expect(received()).toHaveLength(1)
    const [message] = received()
    if (message !== undefined) await passesWith(begun, codeIn(message))
  })

  test('bring no code of a recovery that has ended', async () => {
    await it.mailbox.goDown()
    await it.begin(marie.username)
    await delayed(1)
    const { accessToken: token } = await it.signIn(marie.username)
    const body = { currentPassword: demoPasswords[marie.username], newPassword }
    await it.client.succeed('passwordChange', { token, body })
    await expect.poll(async () => (await mails()).at(-1)?.last_error, patience).toBeTruthy()
    await it.mailbox.comeUp()
    it.pass(minute)
    await settled()
    expect(received()).toHaveLength(1)
    expect(() => received().map(codeIn)).toThrow('No code in')
  })

  test('are one, where another code is asked for many times at once', async () => {
    const { id } = await it.begin(marie.username)
    it.pass(minute)
    const asked = Array.from({ length: 6 }, () =>
      it.client.send('recoveryCode', { params: { id } }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 202: 1, 429: 5 })
    expect(await codeMails()).toHaveLength(2)
  })
})
