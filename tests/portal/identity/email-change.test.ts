/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prune } from '../../../src/portal/operations/prune.ts'
import { codeIn, openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, minute, startPortal, type DemoName, type TestPortal } from '../support/portal.ts'
import { countOf, eventsOf } from '../support/profile.ts'

const name = 'marie.lambert'
const former = 'marie.lambert@dedert-icesticks.example'
const address = 'Marie.Dupont@nouvelle-adresse.example'

const bodyOf = (email: string) => ({ email, emailConfirmation: email })
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe.each(databaseKinds)('a new e-mail address, on %s', (kind) => {
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
  const ask = (email = address, of = token) =>
    it.client.succeed('emailChangeCreate', { token: of, body: bodyOf(email) })
  const refuse = (code: Parameters<typeof it.client.fail>[1], body: object, of = token) =>
    it.client.fail('emailChangeCreate', code, { token: of, body })
  const mailTo = (to: string, skip = 0) => {
    const isOne = (one: { readonly to: string }) => one.to === to
    return mailbox.waitFor(
      (one) => isOne(one) && mailbox.received.filter(isOne).indexOf(one) >= skip,
    )
  }
  const request = (id: string, code = '', of = token) => ({
    token: of,
    params: { id },
    ...(code !== '' && { body: { code } }),
  })
  const delivery = async (id: string) =>
    (await it.client.succeed('emailChange', request(id))).delivery

  test('counts once the code is entered that was sent to it; the former one is told', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ email: address, attemptsLeft: 5 })
    expect((await it.client.succeed('me', { token })).pendingEmail).toEqual({
      id: asked.id,
      email: address,
    })
    const told = await mailTo(former)
    expect(told.mail.text).toContain(address)
    const sent = await mailTo(address)
    expect(sent.mail.text).toMatch(/24\sheures/)
    const code = codeIn(sent)
    expect((await it.client.succeed('me', { token })).email).toBe(former)

    const grouped = `${code.slice(0, 3)} ${code.slice(3)}`
    const me = await it.client.succeed('emailChangeConfirm', request(asked.id, grouped))
    expect(me).toMatchObject({ email: address, pendingEmail: null })
    expect(await it.client.succeed('me', { token })).toEqual(me)
    const last = await mailTo(former, 1)
    expect(last.mail.text).toContain(address)
    const events = await eventsOf(it, name)
    expect(events.map((event) => event.kind).slice(-2)).toEqual([
      'email_change_requested',
      'email_changed',
    ])
    expect(JSON.stringify(events)).not.toContain(code)
  })

  test('entered again after it counted, the same code succeeds again, another does not', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(address))
    await it.client.succeed('emailChangeConfirm', request(id, code))
    const again = await it.client.succeed('emailChangeConfirm', request(id, code))
    expect(again.email).toBe(address)
    await it.client.fail('emailChangeConfirm', 'not_found', request(id, wrongFor(code)))
    await it.client.fail('emailChange', 'not_found', request(id))
    await it.client.fail('emailChangeCancel', 'not_found', request(id))
    const kinds = (await eventsOf(it, name)).map((event) => event.kind)
    expect(kinds.filter((one) => one === 'email_changed')).toHaveLength(1)
  })

  test('typed twice differently, or the present one, or none is refused', async () => {
    const differ = { email: address, emailConfirmation: 'other@example.com' }
    expect((await refuse('invalid_request', differ)).errors).toEqual([
      { pointer: '/emailConfirmation', code: 'emails_differ' },
    ])
    expect((await refuse('invalid_request', bodyOf(former.toUpperCase()))).errors).toEqual([
      { pointer: '/email', code: 'email_unchanged' },
    ])
    await refuse('invalid_request', bodyOf('no-address'))
    expect(mailbox.received).toEqual([])
  })

  test('that someone else has is refused, without regard to case', async () => {
    const taken = 'Jan.Peeters@Peeters-Groep.example'
    const problem = await refuse('email_taken', bodyOf(taken))
    expect(problem.errors).toEqual([{ pointer: '/email', code: 'email_taken' }])
  })

  test('that two people want at once is the first one’s', async () => {
    const jan = await enter('jan.peeters')
    const hers = await ask()
    const code = codeIn(await mailTo(address))
    const his = await ask(address.toLowerCase(), jan)
    const hisCode = codeIn(await mailTo(address.toLowerCase()))
    await it.client.succeed('emailChangeConfirm', request(hers.id, code))
    const late = request(his.id, hisCode, jan)
    const problem = await it.client.fail('emailChangeConfirm', 'email_taken', late)
    expect(problem.errors).toEqual([{ pointer: '/email', code: 'email_taken' }])
    const me = await it.client.succeed('me', { token: jan })
    expect(me.email).toBe('jan.peeters@peeters-groep.example')
  })

  test('takes five wrong codes, however many come at once', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(address))
    const first = request(id, wrongFor(code))
    const problem = await it.client.fail('emailChangeConfirm', 'verification_failed', first)
    expect(problem.errors).toEqual([
      { pointer: '', code: 'attempts_left', params: { attemptsLeft: 4 } },
    ])
    const sent = Array.from({ length: 100 }, () => it.client.send('emailChangeConfirm', first))
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 422: 4, 410: 96 })
    await it.client.fail('emailChangeConfirm', 'flow_expired', request(id, code))
    expect(await it.client.succeed('emailChange', request(id))).toMatchObject({ attemptsLeft: 0 })
    expect((await it.client.succeed('me', { token })).email).toBe(former)
  })

  test('asked for again after a minute is sent another code, and only that one counts', async () => {
    const first = await ask()
    const firstCode = codeIn(await mailTo(address))
    const { retryAfter } = await refuse('too_many_attempts', bodyOf(address.toUpperCase()))
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(60)
    it.pass(minute)
    const second = await ask()
    const secondCode = codeIn(await mailTo(address, 1))
    await it.client.fail('emailChangeConfirm', 'not_found', request(first.id, firstCode))
    await it.client.succeed('emailChangeConfirm', request(second.id, secondCode))
    // The present address was told once of the wish and once of the change.
    const told = await it.portal.context.db
      .selectFrom('mails')
      .select('kind')
      .where('recipient', '=', former)
      .orderBy('kind')
      .execute()
    expect(told.map((mail) => mail.kind)).toEqual(['email_change_requested', 'email_changed'])
  })

  test('replaces one that was mistyped at once', async () => {
    const mistyped = await ask('marie.dupont@nouvele-adresse.example')
    const meant = await ask()
    await it.client.fail('emailChange', 'not_found', request(mistyped.id))
    expect((await it.client.succeed('me', { token })).pendingEmail?.id).toBe(meant.id)
  })

  test('can be given up, which is no way around the wait', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(address))
    await it.client.succeed('emailChangeCancel', request(id))
    expect((await it.client.succeed('me', { token })).pendingEmail).toBeNull()
    await it.client.fail('emailChangeConfirm', 'not_found', request(id, code))
    await it.client.fail('emailChangeCancel', 'not_found', request(id))
    await refuse('too_many_attempts', bodyOf(address))
    const kinds = (await eventsOf(it, name)).map((event) => event.kind)
    expect(kinds).toContain('email_change_cancelled')
  })

  test('waits a week, and is forgotten a month later', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(address))
    it.pass(7 * day)
    token = await enter(name)
    expect((await it.client.succeed('me', { token })).pendingEmail).toBeNull()
    await it.client.fail('emailChange', 'flow_expired', request(id))
    await it.client.fail('emailChangeConfirm', 'flow_expired', request(id, code))
    await prune(it.portal.context)
    await it.client.fail('emailChange', 'flow_expired', request(id))
    it.pass(30 * day)
    token = await enter(name)
    await prune(it.portal.context)
    await it.client.fail('emailChange', 'not_found', request(id))
  })

  test('is nobody else’s affair', async () => {
    const { id } = await ask()
    const code = codeIn(await mailTo(address))
    const jan = await enter('jan.peeters')
    await it.client.fail('emailChange', 'not_found', request(id, '', jan))
    await it.client.fail('emailChangeConfirm', 'not_found', request(id, code, jan))
    await it.client.fail('emailChangeCancel', 'not_found', request(id, '', jan))
    await it.client.succeed('emailChangeConfirm', request(id, code))
  })

  test('tells how its message fares: delayed by a server that is away, then sent', async () => {
    await mailbox.goDown()
    const { id } = await ask()
    await expect.poll(() => delivery(id), { timeout: 20_000 }).toBe('delayed')
    await mailbox.comeUp()
    it.pass(minute)
    await expect.poll(() => delivery(id), { timeout: 20_000 }).toBe('sent')
    expect(codeIn(await mailTo(address))).toMatch(/^\d{6}$/)
  })

  test('is sent only the code that counts, where the server was away for the others', async () => {
    await mailbox.goDown()
    for (const [index, code] of ['one', 'two', 'three'].entries()) {
      if (index > 0) it.pass(minute)
      const { id } = await ask()
      await expect.poll(() => delivery(id), { timeout: 20_000, message: code }).toBe('delayed')
    }
    await mailbox.comeUp()
    it.pass(minute)
    await mailTo(former)
    const code = codeIn(await mailTo(address))
    expect(mailbox.received.filter(({ to }) => to === address)).toHaveLength(1)
    const { pendingEmail } = await it.client.succeed('me', { token })
    await it.client.succeed('emailChangeConfirm', request(pendingEmail?.id ?? '', code))
  })

  test('tells when it is refused for good', async () => {
    mailbox.judge((to) => (to === address ? 'refuse' : 'accept'))
    const { id } = await ask()
    await expect.poll(() => delivery(id), { timeout: 20_000 }).toBe('refused')
    await mailTo(former)
  })

  test('is not asked for endlessly', async () => {
    for (let count = 1; count <= 10; count += 1) await ask(`marie-${count}@example.com`)
    await refuse('too_many_attempts', bodyOf('marie-11@example.com'))
  })

  test('asked for twice at once is sent one code', async () => {
    const body = bodyOf(address)
    const sent = Array.from({ length: 12 }, () =>
      it.client.send('emailChangeCreate', { token, body }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 201: 1, 429: 11 })
  })
})
