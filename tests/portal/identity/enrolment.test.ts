/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseKinds } from '../support/databases.ts'
import { day, device, startPortal, type TestPortal } from '../support/portal.ts'

const answers = [
  { questionId: 'favourite-city', answer: 'Namur' },
  { questionId: 'first-pet', answer: 'Rex' },
  { questionId: 'first-car', answer: 'Volvo' },
]
const security = { newPassword: 'Nouvelle-Route-2026!', answers }
const personalData = (email: string) => ({
  email,
  emailConfirmation: email,
  firstName: 'Nadia',
  lastName: 'Claes',
  language: 'nl',
  alertsByEmail: false,
})

describe.each(databaseKinds)('enrolment, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  test('goes from the initial password to a full session', async () => {
    const { accessToken: token, next, password } = await it.invited('first.walk')
    expect(next).toBe('enrolment')
    expect((await it.client.succeed('enrolment', { token })).state).toBe('security')
    const saved = await it.client.succeed('enrolmentSecurity', { token, body: security })
    expect(saved.state).toBe('personalData')
    expect(saved.draft.questionIds).toEqual(['favourite-city', 'first-pet', 'first-car'])
    const body = personalData('first.walk@example.com')
    const { state, session } = await it.client.succeed('enrolmentPersonalData', { token, body })
    expect(state).toBe('complete')
    expect(session.next).toBe('ready')
    const me = await it.client.succeed('me', { token: session.accessToken })
    expect(me).toMatchObject({
      username: 'first.walk',
      email: 'first.walk@example.com',
      firstName: 'Nadia',
      lastName: 'Claes',
      language: 'nl',
      alertsByEmail: false,
      services: ['servnet'],
    })
    const initial = { username: 'first.walk', password, device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body: initial })
    await it.client.succeed('sessionCreate', {
      body: { ...initial, password: security.newPassword },
    })
  })

  test('ends the sessions of whoever else knew the initial password', async () => {
    const { accessToken: token, password } = await it.invited('not.alone')
    const body = { username: 'not.alone', password, device }
    const other = await it.client.succeed('sessionCreate', { body })
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    await it.client.fail('enrolment', 'unauthenticated', { token: other.accessToken })
    const { refreshToken } = other
    await it.client.fail('sessionRefresh', 'unauthenticated', { body: { refreshToken } })
    expect((await it.client.succeed('enrolment', { token })).state).toBe('personalData')
  })

  test('opens nothing else before it is complete', async () => {
    const { accessToken: token } = await it.invited('locked.out')
    for (const name of ['me', 'servnetHome', 'sessionList'] as const) {
      await it.client.fail(name, 'enrolment_required', { token })
    }
    const params = { id: 'any' }
    await it.client.fail('sessionEnd', 'enrolment_required', { token, params })
    await it.client.succeed('sessionEndCurrent', { token })
    await it.client.fail('enrolment', 'unauthenticated', { token })
  })

  test('cannot skip a step', async () => {
    const { accessToken: token } = await it.invited('skipping')
    const body = personalData('skipping@example.com')
    await it.client.fail('enrolmentPersonalData', 'invalid_state', { token, body })
  })

  test('lists every rule that the password and the answers fail', async () => {
    const { accessToken: token } = await it.invited('weak.choice')
    const body = {
      newPassword: 'weak.choice',
      answers: [
        { questionId: 'no-such-question', answer: 'a' },
        { questionId: 'first-pet', answer: ' Weak.Choice ' },
        { questionId: 'first-pet', answer: 'weak.choice' },
      ],
    }
    const problem = await it.client.fail('enrolmentSecurity', 'password_policy', { token, body })
    const found = problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
    expect(found?.toSorted()).toEqual(
      [
        '/newPassword too_short',
        '/newPassword missing_upper',
        '/newPassword missing_digit',
        '/newPassword contains_username',
        '/answers/0/questionId question_unknown',
        '/answers/0/answer answer_too_short',
        '/answers/1/answer answer_is_username',
        '/answers/1/answer answer_is_password',
        '/answers/2/questionId question_repeated',
        '/answers/2/answer answers_alike',
        '/answers/2/answer answer_is_username',
        '/answers/2/answer answer_is_password',
      ].toSorted(),
    )
    const good = { ...body, newPassword: security.newPassword }
    await it.client.fail('enrolmentSecurity', 'answers_policy', { token, body: good })
  })

  test('refuses a common password, and the initial one', async () => {
    const { accessToken: token, password } = await it.invited('old.habits')
    const codes = async (newPassword: string) => {
      const body = { ...security, newPassword }
      const problem = await it.client.fail('enrolmentSecurity', 'password_policy', { token, body })
      return problem.errors?.map((error) => error.code)
    }
    expect(await codes('Password-123!')).toEqual(['too_common'])
    expect(await codes(password)).toContain('used_before')
  })

  test('takes each step again: the last one counts', async () => {
    const { accessToken: token } = await it.invited('second.thoughts')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const newPassword = 'Autre-Chemin-2027?'
    await it.client.succeed('enrolmentSecurity', { token, body: { ...security, newPassword } })
    const body = personalData('second.thoughts@example.com')
    await it.client.succeed('enrolmentPersonalData', { token, body })
    // The answer with the new tokens got lost: the enrolment's own token may ask again.
    const again = await it.client.succeed('enrolmentPersonalData', { token, body })
    await it.client.succeed('me', { token: again.session.accessToken })
    await it.client.fail('me', 'enrolment_required', { token })
    const full = again.session.accessToken
    await it.client.fail('enrolmentPersonalData', 'invalid_state', { token: full, body })
    await it.client.fail('enrolmentSecurity', 'invalid_state', { token: full, body: security })
    const credentials = { username: 'second.thoughts', password: newPassword, device }
    await it.client.succeed('sessionCreate', { body: credentials })
  })

  test('is over once complete: its token changes nothing more, and shows nothing', async () => {
    const { accessToken: token } = await it.invited('completed')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = personalData('completed@example.com')
    const { session } = await it.client.succeed('enrolmentPersonalData', { token, body })
    const full = session.accessToken
    const before = await it.client.succeed('me', { token: full })
    for (const changed of [personalData('thief@example.com'), { ...body, lastName: 'Autre' }]) {
      await it.client.fail('enrolmentPersonalData', 'invalid_state', { token, body: changed })
    }
    expect(await it.client.succeed('me', { token: full })).toEqual(before)
    for (const of of [token, full]) {
      const { state, draft } = await it.client.succeed('enrolment', { token: of })
      expect(state).toBe('complete')
      expect(draft).toMatchObject({ questionIds: [], email: null, firstName: null, lastName: null })
    }
  })

  test('resumes at the second step with what was kept, secrets excepted', async () => {
    const { accessToken: token } = await it.invited('resuming')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = { username: 'resuming', password: security.newPassword, device }
    const session = await it.client.succeed('sessionCreate', { body })
    expect(session.next).toBe('enrolment')
    const enrolment = await it.client.succeed('enrolment', { token: session.accessToken })
    expect(enrolment.state).toBe('personalData')
    expect(enrolment.draft.questionIds).toHaveLength(3)
    expect(JSON.stringify(enrolment)).not.toMatch(/Namur|Nouvelle-Route/)
  })

  test('shares no e-mail address between accounts, whatever its case', async () => {
    const { accessToken: token } = await it.invited('same.mail')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = personalData('MARIE.Lambert@dedert-icesticks.example')
    const problem = await it.client.fail('enrolmentPersonalData', 'email_taken', { token, body })
    expect(problem.errors).toEqual([{ pointer: '/email', code: 'email_taken' }])
  })

  test('points at the confirmation when the e-mails differ', async () => {
    const { accessToken: token } = await it.invited('two.mails')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = { ...personalData('one@example.com'), emailConfirmation: 'two@example.com' }
    const problem = await it.client.fail('enrolmentPersonalData', 'invalid_request', {
      token,
      body,
    })
    expect(problem.errors).toEqual([{ pointer: '/emailConfirmation', code: 'emails_differ' }])
  })

  test('takes no link for a name, and says so', async () => {
    const { accessToken: token } = await it.invited('link.name')
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const names = { firstName: 'https://evil.example', lastName: 'www.evil.example' }
    const body = { ...personalData('link.name@example.com'), ...names }
    const { errors } = await it.client.fail('enrolmentPersonalData', 'invalid_request', {
      token,
      body,
    })
    expect(errors).toEqual([
      { pointer: '/firstName', code: 'name_link' },
      { pointer: '/lastName', code: 'name_link' },
    ])
  })

  test('expires when it is left alone, and signing in with an own password renews it', async () => {
    const { refreshToken } = await it.invited('slow.person')
    const started = await it.invited('slow.starter')
    await it.client.succeed('enrolmentSecurity', { token: started.accessToken, body: security })
    it.pass(14 * day)
    const body = { refreshToken }
    const { accessToken: token } = await it.client.succeed('sessionRefresh', { body })
    await it.client.fail('enrolment', 'flow_expired', { token })
    await it.client.fail('enrolmentSecurity', 'flow_expired', { token, body: security })
    await it.client.fail('enrolmentPersonalData', 'flow_expired', {
      token,
      body: personalData('slow.person@example.com'),
    })
    const own = { username: 'slow.starter', password: security.newPassword, device }
    const renewed = await it.client.succeed('sessionCreate', { body: own })
    await it.client.succeed('enrolmentPersonalData', {
      token: renewed.accessToken,
      body: personalData('slow.starter@example.com'),
    })
  })
})
