/** The address of an enrolment, until the code that was sent to it is entered. */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prune } from '../../../src/portal/operations/prune.ts'
import { queueAlertDigests } from '../../../src/portal/servnet/alert-digest.ts'
import { queueExpiryNotices } from '../../../src/portal/identity/passwords/expiry-notices.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  address,
  answers,
  password,
  personalData,
  requestOf,
  startEnrolmentPortal,
  type EnrolmentPortal,
} from '../support/enrolling.ts'
import { day, device, minute } from '../support/portal.ts'
import { countOf, eventsOf } from '../support/profile.ts'

describe.each(databaseKinds)('an address that is not confirmed, on %s', (kind) => {
  let it: EnrolmentPortal
  beforeEach(async () => {
    it = await startEnrolmentPortal(kind)
  })
  afterEach(() => it.stop())

  const raiseAlert = async (username: string) => {
    const { db, now } = it.portal.context
    const { id } = await db
      .selectFrom('users')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    const alert = { kind: 'limit_reduced', buyer: 'Horeca Sambre', policy_id: '17386' }
    await db.insertInto('policy_grants').values({ user_id: id, policy_id: '17386' }).execute()
    await db
      .insertInto('alerts')
      .values({ id: `of-${id}`, user_id: id, at: now(), ...alert })
      .execute()
  }
  const passwordExpiresSoon = (username: string) => {
    const { db, now } = it.portal.context
    const soon = { password_expires_at: now() + 5 * day }
    return db.updateTable('users').set(soon).where('username', '=', username).execute()
  }

  test('gets its code and nothing else, and no name; all the rest once it is confirmed', async () => {
    const { token, code } = await it.enrol('nadia')
    expect(await it.me(token)).toMatchObject({
      email: address,
      emailConfirmed: false,
      pendingEmail: { email: address },
    })
    const { context } = it.portal
    await raiseAlert('nadia')
    await it.enter('nadia', { ...device, platform: 'macos' })
    await it.enter('nadia', { ...device, name: 'Another' })
    const change = { currentPassword: password, newPassword: 'Encore-Une-Autre-77!' }
    await it.client.succeed('passwordChange', { token, body: change })
    await passwordExpiresSoon('nadia')
    await queueExpiryNotices(context)
    await queueAlertDigests(context)
    await it.settled()
    const [only, ...others] = it.sentTo(address)
    expect(others).toEqual([])
    expect(only?.mail.text).toContain(`${code.slice(0, 3)} ${code.slice(3)}`)
    expect(only?.source).not.toMatch(/nadia\b(?!\.claes@)|Claes\b(?!@)/u)

    // A change of the password took the code back: another one is sent.
    it.pass(minute)
    const confirmed = await it.confirm(token, await it.anotherCode(token))
    expect(confirmed).toMatchObject({ email: address, emailConfirmed: true, pendingEmail: null })
    expect(await it.me(token)).toEqual(confirmed)
    const kinds = (await eventsOf(it, 'nadia')).map((event) => event.kind)
    expect(kinds.at(-1)).toBe('email_confirmed')
    expect(kinds).not.toContain('email_change_requested')
    await queueExpiryNotices(context)
    await queueAlertDigests(context)
    await it.settled()
    const subjects = it.sentTo(address).map(({ mail }) => mail.subject)
    expect(subjects).toContain('Votre mot de passe expire dans 5 jours')
    expect(subjects).toContain('Serv@Net\u202f: une nouvelle alerte')
  })

  test('is taken by the first who confirms it; the other is told, and corrects theirs', async () => {
    const mistyped = await it.enrol('other')
    const owner = await it.enrol('nadia', address.toUpperCase())
    await it.confirm(owner.token, owner.code)
    const { errors } = await it.client.fail('emailChangeConfirm', 'email_taken', {
      token: mistyped.token,
      params: await it.waiting(mistyped.token),
      body: { code: mistyped.code },
    })
    expect(errors).toEqual([{ pointer: '/email', code: 'email_taken' }])
    expect((await it.me(mistyped.token)).emailConfirmed).toBe(false)
    it.pass(minute)
    await it.client.fail('emailChangeCreate', 'email_taken', requestOf(mistyped.token))

    const right = 'other.claes@firm.example'
    const correction = requestOf(mistyped.token, right)
    await it.client.fail('emailChangeCreate', 'reauthentication_required', correction)
    await it.client.succeed('reauthenticate', { token: mistyped.token, body: { password } })
    const code = await it.anotherCode(mistyped.token, right)
    expect(await it.me(mistyped.token)).toMatchObject({ email: right, emailConfirmed: false })
    const confirmed = await it.confirm(mistyped.token, code)
    expect(confirmed).toMatchObject({ email: right, emailConfirmed: true })
    const subjects = it.sentTo(address).map(({ mail }) => mail.subject)
    expect(new Set(subjects)).toEqual(new Set(['Confirmez votre adresse e-mail']))
  })

  test('confirmed by two at once, is one person’s', async () => {
    const people = [await it.enrol('one'), await it.enrol('two')]
    const statuses = await Promise.all(
      people.map(async ({ token, code }) => {
        const sent = { token, params: await it.waiting(token), body: { code } }
        return (await it.client.send('emailChangeConfirm', sent)).status
      }),
    )
    expect(countOf(statuses)).toEqual({ 200: 1, 409: 1 })
  })

  test('is not taken from who confirmed it before', async () => {
    const owner = await it.enrol('nadia')
    await it.confirm(owner.token, owner.code)
    const { accessToken: token } = await it.invited('late')
    const security = { newPassword: password, answers }
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = personalData(address)
    await it.client.fail('enrolmentPersonalData', 'email_taken', { token, body })
  })

  test('is sent another code after a minute, and only that one counts', async () => {
    const { token } = await it.enrol('nadia')
    const params = await it.waiting(token)
    const { retryAfter } = await it.client.fail(
      'emailChangeCreate',
      'too_many_attempts',
      requestOf(token),
    )
    expect(retryAfter).toBeLessThanOrEqual(60)
    it.pass(minute)
    const code = await it.anotherCode(token)
    await it.client.fail('emailChangeConfirm', 'not_found', { token, params, body: { code } })
    await it.confirm(token, code)
  })

  test('is not sent codes endlessly', async () => {
    await it.enrol('nadia')
    const statuses = []
    // Each session has tries of its own, and all of them together a ceiling.
    for (let count = 0; count < 36; count += 1) {
      it.pass(minute)
      const asked = requestOf(await it.enter('nadia'))
      statuses.push((await it.client.send('emailChangeCreate', asked)).status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(statuses).toContain(429)
  })

  test('waits without end, though its code does not', async () => {
    const { token, code } = await it.enrol('nadia')
    const params = await it.waiting(token)
    it.pass(day)
    let later = await it.enter('nadia')
    const late = { token: later, params, body: { code } }
    await it.client.fail('emailChangeConfirm', 'code_expired', late)
    expect(await it.me(later)).toMatchObject({ email: address, emailConfirmed: false })
    it.pass(120 * day)
    await prune(it.portal.context)
    later = await it.enter('nadia')
    expect(await it.me(later)).toMatchObject({ email: address, pendingEmail: null })
    const confirmed = await it.confirm(later, await it.anotherCode(later))
    expect(confirmed.emailConfirmed).toBe(true)
  })

  test('given up, is still the one that waits', async () => {
    const { token } = await it.enrol('nadia')
    await it.client.succeed('emailChangeCancel', { token, params: await it.waiting(token) })
    expect(await it.me(token)).toMatchObject({ email: address, emailConfirmed: false })
  })

  test('does not hold up the answer to step 2 that got lost, even once it is confirmed', async () => {
    const { enrolling, token, code } = await it.enrol('nadia')
    const again = { token: enrolling, body: personalData(address) }
    await it.client.succeed('enrolmentPersonalData', again)
    await it.confirm(token, code)
    await it.client.succeed('enrolmentPersonalData', again)
    await it.settled()
    expect(it.sentTo(address)).toHaveLength(1)
    const other = { token: enrolling, body: personalData('other@firm.example') }
    await it.client.fail('enrolmentPersonalData', 'invalid_state', other)
  })
})
