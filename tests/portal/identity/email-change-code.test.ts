/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeIn, openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, minute, startPortal, type DemoName, type TestPortal } from '../support/portal.ts'

const name = 'marie.lambert'
const address = 'marie.dupont@nouvelle-adresse.example'
const isOne = (one: { readonly to: string }) => one.to === address
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe.each(databaseKinds)('the code of a new e-mail address, on %s', (kind) => {
  let it: TestPortal
  let mailbox: Mailbox
  let token: string
  beforeEach(async () => {
    mailbox = await openMailbox()
    it = await startPortal(kind, { smtpUrl: mailbox.url })
    token = await enter(name)
  })
  afterEach(async () => {
    await it.stop()
    await mailbox.close()
  })

  const enter = async (username: DemoName) => {
    const { accessToken } = await it.signIn(username)
    await it.reauthenticate(accessToken, username)
    return accessToken
  }
  const ask = () => {
    const body = { email: address, emailConfirmation: address }
    return it.client.succeed('emailChangeCreate', { token, body })
  }
  /** The message to the new address after `skip` others. */
  const mailTo = (skip: number) => {
    return mailbox.waitFor(
      (one) => isOne(one) && mailbox.received.filter(isOne).indexOf(one) >= skip,
    )
  }
  const request = (id: string, code = '') => ({
    token,
    params: { id },
    ...(code !== '' && { body: { code } }),
  })

  test('counts for a day, as it says; after that another one, and no try', async () => {
    const { id, codeExpiresAt } = await ask()
    const code = codeIn(await mailTo(0))
    const left = Date.parse(codeExpiresAt) - it.portal.context.now()
    expect(left).toBeGreaterThan(day - minute)
    expect(left).toBeLessThanOrEqual(day)
    it.pass(day)
    token = await enter(name)
    for (const typed of [code, wrongFor(code)]) {
      await it.client.fail('emailChangeConfirm', 'code_expired', request(id, typed))
    }
    expect(await it.client.succeed('emailChange', request(id))).toMatchObject({ attemptsLeft: 5 })
    const { throttle } = it.portal.context.settings
    expect(throttle.emailCode.free).toBeGreaterThan(5)
    const again = await ask()
    const fresh = codeIn(await mailTo(1))
    await it.client.succeed('emailChangeConfirm', request(again.id, fresh))
  })

  test('is read in what was pasted; what holds none is said, and takes no try', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(0))
    for (const text of ['12345', 'code', `${code} ${wrongFor(code)}`]) {
      const unread = request(id, text)
      const problem = await it.client.fail('emailChangeConfirm', 'invalid_request', unread)
      expect(problem.errors).toEqual([{ pointer: '/code', code: 'code_numeric' }])
    }
    expect(await it.client.succeed('emailChange', request(id))).toMatchObject({ attemptsLeft: 5 })
    await it.client.succeed('emailChangeConfirm', request(id, `Votre code : ${code}. Atradius`))
  })

  test('is not had by trying: while the account waits, a right code is refused like any', async () => {
    let last = await ask()
    let letters = 1
    for (let tries = 0; tries < 20; tries += 1) {
      if (tries > 0 && tries % 5 === 0) {
        it.pass(minute)
        last = await ask()
        letters += 1
      }
      const code = codeIn(await mailTo(letters - 1))
      await it.client.send('emailChangeConfirm', request(last.id, wrongFor(code)))
    }
    it.pass(minute)
    const { id } = await ask()
    const code = codeIn(await mailTo(letters))
    const refusals = []
    for (const typed of [code, wrongFor(code)]) {
      const problem = await it.client.fail(
        'emailChangeConfirm',
        'too_many_attempts',
        request(id, typed),
      )
      refusals.push({ ...problem, retryAfter: 0 })
    }
    expect(refusals[0]).toEqual(refusals[1])
    expect(await it.client.succeed('emailChange', request(id))).toMatchObject({ attemptsLeft: 5 })
    it.pass(60 * minute)
    token = await enter(name)
    await it.client.succeed('emailChangeConfirm', request(id, code))
  })
})
