import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../../src/portal/admin/invite.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'

const marie = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }

describe.each(databaseKinds)('signing in, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  test('opens a session that is ready', async () => {
    const session = await it.client.succeed('sessionCreate', { body: marie })
    expect(session.next).toBe('ready')
    expect(session.user).toEqual({
      username: 'marie.lambert',
      displayName: 'Marie Lambert',
      language: 'fr',
      services: ['servnet', 'collectnet', 'insights'],
    })
    const me = await it.client.succeed('me', { token: session.accessToken })
    expect(me.email).toBe('marie.lambert@dedert-icesticks.example')
  })

  test('takes the username in any case, with spaces around it', async () => {
    const body = { ...marie, username: '  Marie.LAMBERT ' }
    const session = await it.client.succeed('sessionCreate', { body })
    expect(session.user.username).toBe('marie.lambert')
  })

  test('takes the username in any case of any script, and in any width', async () => {
    const { password } = await it.invited('Éva.Strauß')
    const names = ['ÉVA.STRAUSS', 'éva.strauẞ', 'E\u0301VA.STRAUß', 'éva．ｓｔｒａｕß']
    const sessions = await Promise.all(
      names.map((username) =>
        it.client.succeed('sessionCreate', { body: { username, password, device } }),
      ),
    )
    for (const { user } of sessions) expect(user.username).toBe('Éva.Strauß')
  })

  test('takes the password in any Unicode composition', async () => {
    const { password } = await enrolled(it, 'composed', 'Pâtisserie-Ménagère-9')
    const body = { username: 'composed', password: password.normalize('NFD'), device }
    await it.client.succeed('sessionCreate', { body })
  })

  test('says that an expired password must be changed, and opens nothing else', async () => {
    const session = await it.signIn('sofia.alvarez')
    expect(session.next).toBe('password_change')
    await it.client.fail('me', 'password_change_required', { token: session.accessToken })
  })

  test('answers a wrong password and an unknown username alike, byte for byte', async () => {
    const answers = await Promise.all(
      ['marie.lambert', 'nobody.at.all'].map(async (username) => {
        const response = await it.client.send('sessionCreate', {
          body: { username, password: 'Wrong-Password-1!', device },
        })
        const headers = [...response.headers].filter(
          ([name]) => !['date', 'request-id'].includes(name),
        )
        return { status: response.status, headers, body: await response.text() }
      }),
    )
    expect(answers[0]?.status).toBe(401)
    expect(answers[0]).toEqual(answers[1])
  })

  test('tells an initial password whose days are over only to who knows it', async () => {
    const invitation = { username: 'late.comer', language: 'fr', services: ['servnet'] } as const
    const { password } = await invite(it.portal.context, invitation)
    it.pass(14 * day)
    const body = { username: 'late.comer', password, device }
    await it.client.fail('sessionCreate', 'flow_expired', { body })
    const wrong = { ...body, password: 'Wrong-Password-1!' }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body: wrong })
  })

  test('makes an initial password useless by a newer one', async () => {
    const invitation = { username: 'twice.invited', language: 'nl', services: ['servnet'] } as const
    const first = await invite(it.portal.context, invitation)
    const second = await invite(it.portal.context, invitation)
    const body = { username: 'twice.invited', password: first.password, device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    const session = await it.client.succeed('sessionCreate', {
      body: { ...body, password: second.password },
    })
    expect(session.next).toBe('enrolment')
  })
})

/** Invites and enrols someone with `password`. */
async function enrolled(it: TestPortal, username: string, password: string) {
  const { accessToken: token } = await it.invited(username)
  const answers = [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'first-pet', answer: 'Rex' },
    { questionId: 'first-car', answer: 'Volvo' },
  ]
  await it.client.succeed('enrolmentSecurity', { token, body: { newPassword: password, answers } })
  return { password }
}
