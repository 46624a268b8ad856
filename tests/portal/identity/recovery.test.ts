/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashToken } from '../../../src/portal/platform/crypto/tokens.ts'
import { databaseKinds } from '../support/databases.ts'
import { demoPasswords, device, minute, second } from '../support/portal.ts'
import {
  attemptsLeftIn,
  jan,
  marie,
  newPassword,
  otherThan,
  startRecoveryPortal,
  wrongAnswers,
  type Answers,
  type RecoveryPortal,
} from '../support/recovery.ts'

describe.each(databaseKinds)('recovering a password, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind)
  })
  afterEach(() => it.stop())

  const signIn = (username: string, password: string) =>
    it.client.succeed('sessionCreate', { body: { username, password, device } })

  /** Someone new, with `answers` of their own. */
  const enrol = async (username: string, answers: Answers) => {
    const { accessToken: token } = await it.invited(username)
    const security = { newPassword: 'Premiere-Route-2026!', answers }
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const email = `${username}@example.com`
    const body = {
      email,
      emailConfirmation: email,
      lastName: 'Liégeois',
      language: 'fr',
      alertsByEmail: false,
    }
    await it.client.succeed('enrolmentPersonalData', { token, body })
    // The code that confirms the address is no recovery's.
    await it.mailbox.waitFor(({ to }) => to === email)
    return { username, email, answers }
  }

  test('goes from a username to a new password, and signs nobody in', async () => {
    const old = await it.signIn('marie.lambert')
    const { id, code } = await it.beginWithCode(marie)
    const begun = await it.client.succeed('recovery', { params: { id } })
    expect(begun).toMatchObject({
      id,
      state: 'answers',
      codeRequired: true,
      attemptsLeft: 5,
      questions: marie.answers.map(({ questionId }) => ({ id: questionId })),
    })
    expect(await it.answer(id, { code, answers: marie.answers })).toMatchObject({
      id,
      state: 'password',
    })
    expect(await it.setPassword(id, newPassword)).toEqual({ id, state: 'done' })
    await it.client.fail('me', 'unauthenticated', { token: old.accessToken })
    const body = { refreshToken: old.refreshToken }
    await it.client.fail('sessionRefresh', 'unauthenticated', { body })
    const former = { ...marie, password: demoPasswords['marie.lambert'], device }
    await it.client.fail('sessionCreate', 'invalid_credentials', { body: former })
    expect((await signIn('marie.lambert', newPassword)).next).toBe('ready')
    expect(await it.client.succeed('recovery', { params: { id } })).toEqual({ id, state: 'done' })
  })

  test('asks in the language of the request, and writes in that of the profile', async () => {
    const body = { username: 'jan.peeters', language: 'en' }
    const english = await it.client.succeed('recoveryCreate', { body })
    const params = { id: english.id }
    const dutch = await it.client.succeed('recovery', { params, query: { language: 'nl' } })
    const french = await it.client.succeed('recovery', { params })
    const texts = [english, dutch, french].map((recovery) =>
      recovery.state === 'answers' ? recovery.questions[0]?.text : null,
    )
    expect(new Set(texts).size).toBe(3)
    const mail = await it.portal.context.db
      .selectFrom('mails')
      .select(['language', 'recipient'])
      .where('kind', '=', 'recovery_code')
      .executeTakeFirstOrThrow()
    expect(mail).toEqual({ language: 'nl', recipient: jan.email })
  })

  test('takes answers in any order, case, composition and spacing', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const answers = [
      { questionId: 'first-pet', answer: '  rEX ' },
      { questionId: 'favourite-city', answer: 'NAMUR' },
      { questionId: 'mothers-maiden-name', answer: 'ｄｅｌｖａｕｘ' },
    ]
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect((await it.answer(id, { code: spaced, answers })).state).toBe('password')
  })

  test('takes accents composed or not, in any case', async () => {
    const person = await enrol('zoe.liegeois', [
      { questionId: 'favourite-city', answer: 'Liège' },
      { questionId: 'first-pet', answer: 'Zoé l’Éclair' },
      { questionId: 'childhood-street', answer: 'Groß-Straße 9' },
    ])
    const { id, code } = await it.beginWithCode(person)
    const answers = [
      { questionId: 'favourite-city', answer: 'LIÈGE'.normalize('NFD') },
      { questionId: 'first-pet', answer: '\u00a0zoé  l’éclair '.normalize('NFD') },
      { questionId: 'childhood-street', answer: 'GROSS-STRASSE 9' },
    ]
    expect((await it.answer(id, { code, answers })).state).toBe('password')
  })

  test('says how many tries are left and never what was wrong, then ends', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const almost = marie.answers.map(({ questionId }) =>
      marie.answers.map((right) =>
        right.questionId === questionId ? { questionId, answer: 'Max' } : right,
      ),
    )
    const bodies = [
      ...almost.map((answers) => ({ code, answers })),
      { code: otherThan(code), answers: marie.answers },
    ]
    const problems = []
    for (const body of bodies) {
      const request = { params: { id }, body }
      problems.push(await it.client.fail('recoveryAnswers', 'verification_failed', request))
    }
    expect(problems.map(attemptsLeftIn)).toEqual([4, 3, 2, 1])
    const [first, ...others] = problems.map((problem) => ({ ...problem, errors: [] }))
    others.forEach((other) => expect(other).toEqual(first))
    const params = { id }
    const last = { params, body: { code, answers: wrongAnswers } }
    await it.client.fail('recoveryAnswers', 'flow_expired', last)
    const right = { params, body: { code, answers: marie.answers } }
    await it.client.fail('recoveryAnswers', 'flow_expired', right)
    await it.client.fail('recovery', 'flow_expired', { params })
    await it.client.fail('recoveryCode', 'flow_expired', { params })
    await it.client.fail('recoveryPassword', 'flow_expired', { params, body: { newPassword } })
    // Signing in is not the worse for it.
    await it.signIn('marie.lambert')
  })

  test('takes no try for what is incomplete', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const params = { id }
    const halves = [
      [{ answers: marie.answers }, '/code'],
      [{ code, answers: marie.answers.slice(1) }, '/answers'],
      [{ code, answers: jan.answers }, '/answers'],
      [{ code: '12345', answers: marie.answers }, '/code'],
    ] as const
    for (const [body, pointer] of halves) {
      const problem = await it.client.fail('recoveryAnswers', 'invalid_request', { params, body })
      expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer])
    }
    expect((await it.row(id))?.attempts_left).toBe(5)
  })

  test('counts the latest code only, for ten minutes, in its own flow, once', async () => {
    const first = await it.beginWithCode(marie)
    const foreign = await it.beginWithCode(jan)
    it.pass(minute)
    const latest = await it.codeAgain(marie, first.id)
    const other = await it.beginWithCode(marie)
    const params = { id: first.id }
    const codes = [first.code, foreign.code, other.code].filter((code) => code !== latest)
    for (const code of codes) {
      const request = { params, body: { code, answers: marie.answers } }
      await it.client.fail('recoveryAnswers', 'verification_failed', request)
    }
    const body = { code: latest, answers: marie.answers }
    it.pass(10 * minute)
    await it.client.fail('recoveryAnswers', 'code_expired', { params, body })
    it.pass(10 * minute)
    const fresh = await it.codeAgain(marie, first.id)
    expect((await it.answer(first.id, { ...body, code: fresh })).state).toBe('password')
    const again = { params, body: { ...body, code: fresh } }
    await it.client.fail('recoveryAnswers', 'invalid_state', again)
  })

  test('sends another code only after its countdown', async () => {
    const { id, nextCodeAt } = await it.begin('marie.lambert')
    const params = { id }
    const problem = await it.client.fail('recoveryCode', 'too_many_attempts', { params })
    expect(problem.retryAfter).toBeGreaterThan(58)
    expect(problem.retryAfter).toBeLessThanOrEqual(60)
    expect(Date.parse(nextCodeAt ?? '') - Date.now()).toBeLessThanOrEqual(minute)
    it.pass(minute)
    const next = await it.client.succeed('recoveryCode', { params })
    if (next.state !== 'answers') throw new Error(`Sending again led to ${next.state}`)
    expect(Date.parse(next.nextCodeAt ?? '')).toBeGreaterThan(Date.parse(nextCodeAt ?? ''))
  })

  test('ends half an hour after it began', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const verified = await it.verified(jan)
    it.pass(30 * minute)
    const body = { code, answers: marie.answers }
    await it.client.fail('recovery', 'flow_expired', { params: { id } })
    await it.client.fail('recoveryAnswers', 'flow_expired', { params: { id }, body })
    const password = { params: { id: verified }, body: { newPassword } }
    await it.client.fail('recoveryPassword', 'flow_expired', password)
    await it.signIn('jan.peeters')
  })

  test('knows no id that it did not give', async () => {
    const id = 'x'.repeat(43)
    const params = { id }
    await it.client.fail('recovery', 'flow_expired', { params })
    await it.client.fail('recoveryCode', 'flow_expired', { params })
    const body = { code: '123456', answers: marie.answers }
    await it.client.fail('recoveryAnswers', 'flow_expired', { params, body })
    await it.client.fail('recoveryPassword', 'flow_expired', { params, body: { newPassword } })
    await it.client.fail('recovery', 'invalid_request', { params: { id: 'short' } })
  })

  test('keeps neither the id nor the code in the database', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const { db } = it.portal.context
    const rows = await db.selectFrom('recoveries').selectAll().execute()
    const events = await db.selectFrom('security_events').selectAll().execute()
    const mails = await db.selectFrom('mails').selectAll().execute()
    const stored = JSON.stringify([rows, events, mails])
    expect(stored).toContain(hashToken(id))
    expect(stored).not.toContain(id)
    expect(stored).not.toContain(code)
  })

  test('can ask for the code alone, or for the answers alone', async () => {
    for (const recovery of [
      { code: true, questions: false },
      { code: false, questions: true },
    ]) {
      const tenant = await startRecoveryPortal(kind, { recovery })
      const known = recovery.code
        ? await tenant.beginWithCode(marie)
        : { ...(await tenant.begin('marie.lambert')), code: undefined }
      const nobody = await tenant.begin('nobody.at.all')
      const read = await tenant.client.succeed('recovery', { params: { id: known.id } })
      for (const begun of [read, nobody]) {
        expect(begun).toMatchObject({ codeRequired: recovery.code, state: 'answers' })
        if (begun.state !== 'answers') throw new Error('It has moved')
        expect(begun.questions).toHaveLength(recovery.questions ? 3 : 0)
        expect(begun.nextCodeAt === null).toBe(!recovery.code)
      }
      const answers = recovery.questions ? marie.answers : []
      const proof = recovery.code ? { code: known.code, answers } : { answers }
      if (!recovery.code) {
        const mails = await tenant.portal.context.db.selectFrom('mails').selectAll().execute()
        expect(mails).toEqual([])
        await tenant.client.fail('recoveryCode', 'invalid_state', { params: { id: known.id } })
      }
      expect((await tenant.answer(known.id, proof)).state).toBe('password')
      await tenant.setPassword(known.id, newPassword)
      await tenant.stop()
    }
  })

  test('forgets what has expired', async () => {
    const { prune } = await import('../../../src/portal/operations/prune.ts')
    const { id } = await it.begin('marie.lambert')
    it.pass(30 * minute - second)
    await prune(it.portal.context)
    expect(await it.row(id)).toBeDefined()
    it.pass(second)
    await prune(it.portal.context)
    expect(await it.row(id)).toBeUndefined()
  })
})
