/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '../../../src/portal/identity/sign-in.ts'
import { verifyAnswers } from '../../../src/portal/identity/recovery/answers.ts'
import { recoverPassword } from '../../../src/portal/identity/recovery/new-password.ts'
import { callerFrom } from '../support/callers.ts'
import { databaseKinds } from '../support/databases.ts'
import { interrupted, interruptedRead } from '../support/interrupted.ts'
import { demoPasswords, device, second } from '../support/portal.ts'
import { eventsOf } from '../support/profile.ts'
import {
  jan,
  marie,
  newPassword,
  otherThan,
  startRecoveryPortal,
  type RecoveryPortal,
} from '../support/recovery.ts'

const anotherPassword = 'Autre-Chemin-Encore-9'

describe.each(databaseKinds)('the new password of a recovery, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind)
  })
  afterEach(() => it.stop())

  const mayEnter = async (password: string, username: string = marie.username) => {
    const body = { username, password, device }
    const { status } = await it.client.send('sessionCreate', { body })
    return status === 201
  }
  const refuse = (id: string, password: string, code: 'invalid_state' | 'flow_expired') => {
    const request = { params: { id }, body: { newPassword: password } }
    return it.client.fail('recoveryPassword', code, request)
  }
  const codesOf = async (id: string, password: string) => {
    const request = { params: { id }, body: { newPassword: password } }
    const { errors } = await it.client.fail('recoveryPassword', 'password_policy', request)
    expect(new Set(errors?.map(({ pointer }) => pointer))).toEqual(new Set(['/newPassword']))
    return errors?.map(({ code }) => code)
  }

  test('is refused with every rule that it fails, as often as one likes', async () => {
    const id = await it.verified(marie)
    expect(await codesOf(id, 'lambert')).toEqual([
      'too_short',
      'missing_upper',
      'missing_digit',
      'missing_symbol',
      'contains_name',
      'too_common',
    ])
    expect(await codesOf(id, `${marie.email} A1`)).toEqual([
      'contains_username',
      'contains_name',
      'contains_email',
    ])
    expect(await codesOf(id, 'Password-1234')).toContain('too_common')
    expect(await codesOf(id, `A-1${'b'.repeat(254)}`)).toContain('too_long')
    expect((await it.setPassword(id, newPassword)).state).toBe('done')
  })

  test('is none of the last five, the present one included', async () => {
    const passwords: string[] = [demoPasswords['marie.lambert']]
    for (let time = 1; time <= 5; time += 1) {
      const id = await it.verified(marie)
      const next = `Route-Numero-${time}${time}`
      await it.setPassword(id, next)
      passwords.push(next)
    }
    const id = await it.verified(marie)
    const [first = '', ...lastFive] = passwords
    for (const used of lastFive) {
      expect(await codesOf(id, used)).toEqual(['used_before'])
    }
    expect((await it.setPassword(id, first)).state).toBe('done')
    const { db } = it.portal.context
    const kept = await db.selectFrom('password_history').selectAll().execute()
    expect(kept).toHaveLength(5)
  })

  test('comes after the answers, never before', async () => {
    const { id } = await it.beginWithCode(marie)
    await refuse(id, newPassword, 'invalid_state')
    const nobody = await it.begin('nobody.at.all')
    await refuse(nobody.id, newPassword, 'invalid_state')
    expect(await mayEnter(demoPasswords['marie.lambert'])).toBe(true)
  })

  test('can be sent again where the answer got lost, and is not replaced by another', async () => {
    const id = await it.verified(marie)
    expect(await it.setPassword(id, newPassword)).toEqual({ id, state: 'done' })
    expect(await it.setPassword(id, newPassword)).toEqual({ id, state: 'done' })
    await refuse(id, anotherPassword, 'invalid_state')
    expect(await mayEnter(newPassword)).toBe(true)
    const mails = it.portal.context.db.selectFrom('mails').select('id')
    expect(await mails.where('kind', '=', 'password_recovered').execute()).toHaveLength(1)
  })

  test('is told by e-mail and among the events', async () => {
    const before = (await eventsOf(it, marie.username)).length
    const failed = await it.beginWithCode(marie)
    const body = { code: otherThan(failed.code), answers: marie.answers }
    const request = { params: { id: failed.id }, body }
    await it.client.fail('recoveryAnswers', 'verification_failed', request)
    const id = await it.verified(marie)
    await it.setPassword(id, newPassword)
    const { db } = it.portal.context
    const told = await db
      .selectFrom('mails')
      .select(['recipient', 'language'])
      .where('kind', '=', 'password_recovered')
      .execute()
    expect(told).toEqual([{ recipient: marie.email, language: 'fr' }])
    const events = await eventsOf(it, marie.username)
    expect(events.slice(before).map((event) => event.kind)).toEqual([
      'recovery_started',
      'recovery_failed',
      'recovery_started',
      'password_recovered',
    ])
  })

  test('ends waiting after wrong passwords, expiry, and what a contact person asked for', async () => {
    for (let time = 0; time < 5; time += 1) expect(await mayEnter('Wrong-1!')).toBe(false)
    const locked = { username: marie.username, password: newPassword, device }
    await it.client.fail('sessionCreate', 'too_many_attempts', { body: locked })
    const { db } = it.portal.context
    await db
      .updateTable('users')
      .set({ password_change_required: 1, password_expires_at: Date.now() - second })
      .where('username', '=', marie.username)
      .execute()
    await it.setPassword(await it.verified(marie), newPassword)
    const session = await it.client.succeed('sessionCreate', { body: locked })
    expect(session.next).toBe('ready')
  })

  test('counts once where two recoveries of one person end at the same time', async () => {
    const ids = [await it.verified(marie), await it.verified(marie)]
    const passwords = [newPassword, anotherPassword]
    const responses = await Promise.all(
      ids.map((id, index) => {
        const body = { newPassword: passwords[index] }
        return it.client.send('recoveryPassword', { params: { id }, body })
      }),
    )
    const statuses = responses.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 410]))
    const winner = passwords[statuses.indexOf(200)] ?? ''
    const loser = passwords[statuses.indexOf(410)] ?? ''
    expect(await mayEnter(winner)).toBe(true)
    expect(await mayEnter(loser)).toBe(false)
  })

  test('counts once where it is sent many times at once', async () => {
    const id = await it.verified(marie)
    await Promise.all(Array.from({ length: 8 }, () => it.setPassword(id, newPassword)))
    const history = await it.portal.context.db.selectFrom('password_history').selectAll().execute()
    expect(history).toHaveLength(1)
  })

  test('answers the same where it was set while the same request was about to look', async () => {
    const id = await it.verified(marie)
    const context = interruptedRead(it.portal.context, () => it.setPassword(id, newPassword))
    const late = await recoverPassword(context, id, newPassword, callerFrom())
    expect(late).toEqual({ id, state: 'done' })
    const other = await it.verified(marie)
    const overtaken = interruptedRead(it.portal.context, () =>
      it.setPassword(other, anotherPassword),
    )
    const refused = recoverPassword(overtaken, other, 'lambert', callerFrom())
    await expect(refused).rejects.toMatchObject({ code: 'invalid_state' })
  })

  test('ends other recoveries of the person, and nobody else’s', async () => {
    const first = await it.verified(marie)
    const begun = await it.begin(marie.username)
    const other = await it.begin(jan.username)
    await it.setPassword(first, newPassword)
    await it.client.fail('recovery', 'flow_expired', { params: { id: begun.id } })
    await it.client.succeed('recovery', { params: { id: other.id } })
  })

  test('gives way to a password that is changed in the profile meanwhile', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const id = await it.verified(marie)
    const body = {
      currentPassword: demoPasswords['marie.lambert'],
      newPassword: anotherPassword,
    }
    const context = await interrupted(it.portal.context, 'hash', () =>
      it.client.succeed('passwordChange', { token, body }),
    )
    const late = recoverPassword(context, id, newPassword, callerFrom())
    await expect(late).rejects.toMatchObject({ code: 'flow_expired' })
    expect(await mayEnter(newPassword)).toBe(false)
    expect(await mayEnter(anotherPassword)).toBe(true)
  })

  test('is not reached by answers that are replaced while they are verified', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const password = demoPasswords['marie.lambert']
    await it.client.succeed('reauthenticate', { token, body: { password } })
    const { id, code } = await it.beginWithCode(marie)
    const replacement = [
      { questionId: 'first-car', answer: 'Lada' },
      { questionId: 'first-school', answer: 'Saint-Aubain' },
      { questionId: 'favourite-dish', answer: 'Vol-au-vent' },
    ]
    const context = await interrupted(it.portal.context, 'verify', () =>
      it.client.succeed('chosenQuestionsReplace', { token, body: { answers: replacement } }),
    )
    const late = verifyAnswers(context, id, { code, answers: [...marie.answers] }, callerFrom())
    await expect(late).rejects.toMatchObject({ code: 'flow_expired' })
    await refuse(id, newPassword, 'flow_expired')
  })

  test('opens nothing for a sign-in that verified the former one', async () => {
    const id = await it.verified(marie)
    const context = await interrupted(it.portal.context, 'verify', () =>
      it.setPassword(id, newPassword),
    )
    const former = { username: marie.username, password: demoPasswords['marie.lambert'], device }
    const late = signIn(context, former, callerFrom())
    await expect(late).rejects.toMatchObject({ code: 'invalid_credentials' })
  })
})
