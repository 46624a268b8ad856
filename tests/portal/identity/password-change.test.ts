/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requirePasswordChange } from '../../../src/portal/admin/password-change.ts'
import { codeIn, openMailbox, type Mailbox } from '../../support/mailbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'
import { countOf, eventsOf, lastEventOf } from '../support/profile.ts'

const name = 'marie.lambert'
const currentPassword = demoPasswords[name]
const newPassword = 'Nouvelle-Route-2027!'

describe.each(databaseKinds)('changing the password, on %s', (kind) => {
  let it: TestPortal
  let mailbox: Mailbox
  let token: string
  beforeEach(async () => {
    mailbox = await openMailbox()
    it = await startPortal(kind, { smtpUrl: mailbox.url })
    token = (await it.signIn(name)).accessToken
  })
  afterEach(async () => {
    await it.stop()
    await mailbox.close()
  })

  const change = (body: object, of = token) =>
    it.client.succeed('passwordChange', { token: of, body })
  const refuse = (code: Parameters<typeof it.client.fail>[1], body: object) =>
    it.client.fail('passwordChange', code, { token, body })
  const enter = (password: string, username: string = name) =>
    it.client.send('sessionCreate', { body: { username, password, device } })

  test('makes the new one count and the former one not, and tells by e-mail', async () => {
    const changed = await change({ currentPassword, newPassword })
    expect(changed.endedSessions).toBe(0)
    const expiry = Date.parse(changed.passwordExpiresAt ?? '') - Date.now()
    expect(Math.round(expiry / day)).toBe(180)
    expect((await enter(currentPassword)).status).toBe(401)
    expect((await enter(newPassword)).status).toBe(201)
    const { mail } = await mailbox.waitFor(({ to }) => to.startsWith('marie.lambert@'))
    expect(mail.subject).toContain('mot de passe')
    const events = JSON.stringify(await eventsOf(it, name))
    expect(events).toContain('password_changed')
    for (const secret of [currentPassword, newPassword]) {
      expect(events).not.toContain(secret)
      expect(mail.text).not.toContain(secret)
    }
  })

  test.each([{}, { keepOtherSessions: false }, { endOtherSessions: false }])(
    'ends every other session unless told not to: %j',
    async (said) => {
      const others = [await it.signIn(name), await it.signIn(name)]
      const changed = await change({ currentPassword, newPassword, ...said })
      expect(changed.endedSessions).toBe(2)
      for (const { accessToken, refreshToken } of others) {
        await it.client.fail('me', 'unauthenticated', { token: accessToken })
        await it.client.fail('sessionRefresh', 'unauthenticated', { body: { refreshToken } })
      }
      await it.client.succeed('me', { token })
      expect((await lastEventOf(it, name)).details).toMatchObject({ endedSessions: '2' })
    },
  )

  test('takes nothing but yes or no for keeping other sessions', async () => {
    for (const keepOtherSessions of ['true', 1, null]) {
      const body = { currentPassword, newPassword, keepOtherSessions }
      const problem = await refuse('invalid_request', body)
      expect(problem.errors).toEqual([{ pointer: '/keepOtherSessions', code: 'invalid_type' }])
    }
  })

  test('keeps other sessions where told to, but nothing delicate open there', async () => {
    const other = (await it.signIn(name)).accessToken
    await it.reauthenticate(other, name)
    await change({ currentPassword, newPassword, keepOtherSessions: true })
    await it.client.succeed('me', { token: other })
    await it.client.fail('chosenQuestions', 'reauthentication_required', { token: other })
  })

  test('forgets an e-mail address that waits for its code, whoever asked for it', async () => {
    const thief = (await it.signIn(name)).accessToken
    await it.reauthenticate(thief, name)
    const email = 'thief@example.com'
    const asked = { token: thief, body: { email, emailConfirmation: email } }
    const { id } = await it.client.succeed('emailChangeCreate', asked)
    const code = codeIn(await mailbox.waitFor(({ to }) => to === email))
    await change({ currentPassword, newPassword, keepOtherSessions: true })
    const confirmed = { token: thief, params: { id }, body: { code } }
    await it.client.fail('emailChangeConfirm', 'not_found', confirmed)
    expect(await it.client.succeed('me', { token })).toMatchObject({ pendingEmail: null })
  })

  test('with a wrong current one is refused, recorded, and shows no rule', async () => {
    const problem = await refuse('invalid_credentials', {
      currentPassword: 'Wrong-Password-1!',
      newPassword: 'short',
    })
    expect(problem.errors).toEqual([{ pointer: '/currentPassword', code: 'invalid_credentials' }])
    expect((await lastEventOf(it, name)).kind).toBe('password_change_failed')
    expect((await enter(currentPassword)).status).toBe(201)
  })

  test('to one against the rules names all of them', async () => {
    const problem = await refuse('password_policy', { currentPassword, newPassword: 'lambertine' })
    expect(problem.errors).toEqual([
      { pointer: '/newPassword', code: 'too_short', params: { min: 12 } },
      { pointer: '/newPassword', code: 'missing_upper', params: {} },
      { pointer: '/newPassword', code: 'missing_digit', params: {} },
      { pointer: '/newPassword', code: 'missing_symbol', params: {} },
      { pointer: '/newPassword', code: 'contains_name', params: {} },
    ])
    expect((await enter(currentPassword)).status).toBe(201)
  })

  test('back to the present one or one of those before it is refused', async () => {
    const earlier: string[] = [currentPassword]
    const usedBefore = { errors: [{ pointer: '/newPassword', code: 'used_before' }] }
    for (let year = 2031; year < 2036; year += 1) {
      const present = earlier.at(-1) ?? ''
      for (const old of earlier) {
        const problem = await refuse('password_policy', {
          currentPassword: present,
          newPassword: old,
        })
        expect(problem).toMatchObject(usedBefore)
      }
      const next = `Nouvelle-Route-${year}!`
      await change({ currentPassword: present, newPassword: next })
      earlier.push(next)
    }
    // The history has five: the first one is free again.
    await change({ currentPassword: earlier.at(-1), newPassword: currentPassword })
  })

  test('of four at once exactly one succeeds', async () => {
    const bodies = Array.from({ length: 4 }, (_, index) => ({
      currentPassword,
      newPassword: `Nouvelle-Route-${index}-2027!`,
    }))
    const sent = bodies.map((body) => it.client.send('passwordChange', { token, body }))
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 200: 1, 401: 3 })
    const winner = bodies[statuses.indexOf(200)]?.newPassword ?? ''
    expect((await enter(winner)).status).toBe(201)
  })

  test('is what an expired one still opens, and opens everything', async () => {
    const { accessToken, next, user } = await it.signIn('sofia.alvarez')
    expect({ next, due: user.passwordDue }).toEqual({ next: 'password_change', due: 'expired' })
    await it.client.fail('me', 'password_change_required', { token: accessToken })
    await it.client.fail('reauthenticate', 'password_change_required', {
      token: accessToken,
      body: { password: demoPasswords['sofia.alvarez'] },
    })
    await change({ currentPassword: demoPasswords['sofia.alvarez'], newPassword }, accessToken)
    await it.client.succeed('me', { token: accessToken })
  })

  test('asked for by a contact person closes all else until it is done, then other sessions for sure', async () => {
    const other = (await it.signIn(name)).accessToken
    await requirePasswordChange(it.portal.context, name)
    await it.client.fail('me', 'password_change_required', { token })
    expect(await (await enter(currentPassword)).json()).toMatchObject({
      next: 'password_change',
      user: { passwordDue: 'requested' },
    })
    const kept = { currentPassword, newPassword, keepOtherSessions: true }
    expect(await change(kept)).toMatchObject({ endedSessions: 2 })
    await it.client.succeed('me', { token })
    await it.client.fail('me', 'unauthenticated', { token: other })
    const after: unknown = await (await enter(newPassword)).json()
    expect(after).toMatchObject({ next: 'ready' })
    expect(after).not.toHaveProperty('user.passwordDue')
  })

  test('is not for who has not enrolled', async () => {
    const { accessToken, password } = await it.invited('not.enrolled')
    const body = { currentPassword: password, newPassword }
    await it.client.fail('passwordChange', 'enrolment_required', { token: accessToken, body })
  })
})
