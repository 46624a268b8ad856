/** What happens while a password is being hashed must not be undone by what was known before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAnswers } from '../../../src/portal/identity/questions/answers.ts'
import { createAuthenticate } from '../../../src/portal/identity/sessions/principal.ts'
import { reauthenticate } from '../../../src/portal/identity/security/reauthentication.ts'
import { endSessions } from '../../../src/portal/identity/sessions/sessions.ts'
import { signIn } from '../../../src/portal/identity/sign-in.ts'
import { saveSecurity } from '../../../src/portal/identity/enrolment/security-step.ts'
import { changePassword } from '../../../src/portal/identity/profile/password.ts'
import { replaceQuestions } from '../../../src/portal/identity/profile/questions.ts'
import { callerFrom } from '../support/callers.ts'
import { databaseKinds } from '../support/databases.ts'
import { interrupted } from '../support/interrupted.ts'
import {
  demoPasswords,
  device,
  startPortal,
  type DemoName,
  type TestPortal,
} from '../support/portal.ts'

const security = {
  newPassword: 'Nouvelle-Route-2026!',
  answers: [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'first-pet', answer: 'Rex' },
    { questionId: 'first-car', answer: 'Volvo' },
  ],
}

describe.each(databaseKinds)('while hashing, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  test('a sign-in whose password is changed meanwhile opens nothing', async () => {
    const { accessToken: token, password } = await it.invited('overtaken')
    const context = await interrupted(it.portal.context, 'verify', () =>
      it.client.succeed('enrolmentSecurity', { token, body: security }),
    )
    const late = signIn(context, { username: 'overtaken', password, device }, callerFrom())
    await expect(late).rejects.toMatchObject({ code: 'invalid_credentials' })
    const open = await context.db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .where('users.username', '=', 'overtaken')
      .where('sessions.ended_at', 'is', null)
      .select('sessions.id')
      .execute()
    expect(open).toHaveLength(1)
  })

  test('a first step whose session is ended meanwhile changes nothing', async () => {
    const { accessToken: token, password, sessionId } = await it.invited('ended')
    const principal = await createAuthenticate(it.portal.context)(`Bearer ${token}`, 'enrolling')
    const context = await interrupted(it.portal.context, 'hash', () =>
      endSessions(it.portal.context.db, principal.user.id, Date.now(), { kind: 'only', sessionId }),
    )
    const call = {
      principal,
      client: callerFrom(),
      body: security,
      params: {},
      query: {},
      ifMatch: undefined,
    }
    const late = saveSecurity(context, call)
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
    const body = { username: 'ended', password, device }
    expect((await it.client.succeed('sessionCreate', { body })).next).toBe('enrolment')
  })

  /** A session, and the caller as a handler is given it. */
  async function enter(name: DemoName = 'marie.lambert') {
    const { accessToken: token, sessionId } = await it.signIn(name)
    const principal = await createAuthenticate(it.portal.context)(`Bearer ${token}`, 'signedIn')
    const call = { principal, client: callerFrom(), params: {}, query: {}, ifMatch: undefined }
    const endIt = () =>
      endSessions(it.portal.context.db, principal.user.id, Date.now(), { kind: 'only', sessionId })
    return { token, call, endIt }
  }
  const currentPassword = demoPasswords['marie.lambert']
  const change = (newPassword: string) => ({
    currentPassword,
    newPassword,
    keepOtherSessions: true,
  })

  test('a change of the password whose session is ended meanwhile changes nothing', async () => {
    const { call, endIt } = await enter()
    const context = await interrupted(it.portal.context, 'hash', endIt)
    const late = changePassword(context, { ...call, body: change('Trop-Tard-Venu-2027!') })
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
    await it.signIn('marie.lambert')
  })

  test('entering the password again in a session that is ended meanwhile opens nothing', async () => {
    const { call, endIt } = await enter()
    const context = await interrupted(it.portal.context, 'verify', endIt)
    const late = reauthenticate(context, call, currentPassword)
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('answers whose session is ended meanwhile are not kept', async () => {
    const { call, token, endIt } = await enter()
    await it.reauthenticate(token, 'marie.lambert')
    const context = await interrupted(it.portal.context, 'hash', endIt)
    const body = { answers: security.answers }
    const late = replaceQuestions(context, { ...call, query: { language: 'fr' }, body })
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' })
    const kept = await findAnswers(it.portal.context.db, call.principal.user.id)
    expect(kept.map((answer) => answer.question_id)).toContain('mothers-maiden-name')
  })

  test('a password that is replaced meanwhile opens nothing and replaces nothing', async () => {
    const { call } = await enter()
    const other = await it.signIn('marie.lambert')
    const replaceIt = () =>
      it.client.succeed('passwordChange', {
        token: other.accessToken,
        body: change('Plus-Rapide-2027!'),
      })
    const context = await interrupted(it.portal.context, 'hash', replaceIt)
    const late = changePassword(context, { ...call, body: change('Trop-Tard-Venu-2027!') })
    await expect(late).rejects.toMatchObject({ code: 'invalid_credentials' })
    const back = () =>
      it.client.succeed('passwordChange', {
        token: other.accessToken,
        body: { ...change('Encore-Une-2027!'), currentPassword: 'Plus-Rapide-2027!' },
      })
    const again = await interrupted(it.portal.context, 'verify', back)
    const entering = reauthenticate(again, call, 'Plus-Rapide-2027!')
    await expect(entering).rejects.toMatchObject({ code: 'invalid_credentials' })
  })

  test('answers of one session are not kept once another has changed the password', async () => {
    const name = 'jan.peeters'
    const { call, token } = await enter(name)
    await it.reauthenticate(token, name)
    const other = (await it.signIn(name)).accessToken
    const passwords = { ...change('Plus-Rapide-2027!'), currentPassword: demoPasswords[name] }
    const replaceIt = () => it.client.succeed('passwordChange', { token: other, body: passwords })
    const context = await interrupted(it.portal.context, 'hash', replaceIt)
    const body = { answers: security.answers }
    const late = replaceQuestions(context, { ...call, query: { language: 'fr' }, body })
    await expect(late).rejects.toMatchObject({ code: 'reauthentication_required' })
  })
})
