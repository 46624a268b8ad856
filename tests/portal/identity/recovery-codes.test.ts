/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { groupCode } from '../../../src/shared/rules/codes.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, minute, second } from '../support/portal.ts'
import {
  jan,
  marie,
  newPassword,
  otherThan,
  startRecoveryPortal,
  wrongAnswers,
  type Begun,
  type RecoveryPortal,
} from '../support/recovery.ts'

const nobody = 'nobody.at.all'
const unlimited = { free: 100_000, firstDelay: second, longestDelay: second, forgetAfter: minute }

/** Answers to whatever a flow asks. */
const someAnswers = ({ questions }: Begun) =>
  questions.map(({ id }) => ({ questionId: id, answer: 'Nothing of the kind' }))

/** How long after `from` the code counts, in milliseconds. */
const toldFor = (told: string | null, from: number) => Date.parse(told ?? '') - from

/** What a refusal says, but for the times in it. */
async function refusalOf(response: Response) {
  const { retryAfter: _, ...problem } = problemSchema.parse(await response.json())
  return { status: response.status, problem }
}

describe.each(databaseKinds)('codes of recoveries, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind)
  })
  afterEach(() => it.stop())

  const throttles = () => it.portal.context.db.selectFrom('throttles').selectAll().execute()

  test('say until when they count, whoever asks, and anew when sent again', async () => {
    for (const username of [marie.username, nobody]) {
      const began = await it.begin(username)
      expect(began.codeFormat).toBe('numeric')
      expect(toldFor(began.codeExpiresAt, it.portal.context.now())).toBeGreaterThan(9.9 * minute)
      expect(toldFor(began.codeExpiresAt, it.portal.context.now())).toBeLessThanOrEqual(10 * minute)
      it.pass(2 * minute)
      const params = { id: began.id }
      expect(await it.client.succeed('recovery', { params })).toMatchObject({
        codeExpiresAt: began.codeExpiresAt,
      })
      const again = await it.client.succeed('recoveryCode', { params })
      const later = again.state === 'answers' ? again.codeExpiresAt : null
      expect(toldFor(later, Date.parse(began.codeExpiresAt ?? ''))).toBeGreaterThan(1.9 * minute)
    }
  })

  test('that come too late are refused as such, whatever is entered, and take no try', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const other = await it.begin(nobody)
    it.pass(10 * minute)
    const before = await throttles()
    const proofs = [
      { id, body: { code, answers: marie.answers } },
      { id, body: { code, answers: wrongAnswers } },
      { id, body: { code: otherThan(code), answers: marie.answers } },
      { id: other.id, body: { code, answers: someAnswers(other) } },
    ]
    const refusals: Awaited<ReturnType<typeof refusalOf>>[] = []
    for (const { id: flow, body } of [...proofs, ...proofs]) {
      const params = { id: flow }
      refusals.push(await refusalOf(await it.client.send('recoveryAnswers', { params, body })))
    }
    expect(refusals[0]).toMatchObject({ status: 422, problem: { code: 'code_expired' } })
    refusals.forEach((refusal) => expect(refusal).toEqual(refusals[0]))
    expect((await it.row(id))?.attempts_left).toBe(5)
    expect((await it.row(other.id))?.attempts_left).toBe(5)
    expect(await throttles()).toEqual(before)
    // With another code the same answers are right.
    const fresh = await it.codeAgain(marie, id)
    expect((await it.answer(id, { code: fresh, answers: marie.answers })).state).toBe('password')
  })

  test('count to their last moment', async () => {
    let now = Date.now()
    const still = await startRecoveryPortal(kind, { clock: () => now })
    const { id, code } = await still.beginWithCode(marie)
    now += 10 * minute
    const late = { params: { id }, body: { code, answers: marie.answers } }
    await still.client.fail('recoveryAnswers', 'code_expired', late)
    now -= 1
    expect((await still.answer(id, late.body)).state).toBe('password')
    await still.stop()
  })

  test('are read with words around them; what holds none is said, and takes no try', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const params = { id }
    for (const text of ['12345', '1234567', 'code', `${code} ou ${otherThan(code)}`]) {
      const body = { code: text, answers: marie.answers }
      const problem = await it.client.fail('recoveryAnswers', 'invalid_request', { params, body })
      expect(problem.errors).toEqual([{ pointer: '/code', code: 'code_numeric' }])
    }
    expect((await it.row(id))?.attempts_left).toBe(5)
    const text = `Votre code : ${groupCode(code)}.\u00a0Atradius`
    expect((await it.answer(id, { code: text, answers: marie.answers })).state).toBe('password')
  })

  test('right or wrong are answered alike while the account waits', async () => {
    const open = await startRecoveryPortal(kind, {
      throttle: { recoveryBegin: unlimited, recoveryCodes: unlimited },
    })
    const guess = (id: string, code: string) =>
      open.client.send('recoveryAnswers', { params: { id }, body: { code, answers: wrongAnswers } })
    const first = await open.beginWithCode(marie)
    for (let attempt = 0; attempt < 5; attempt += 1) await guess(first.id, first.code)
    const { id, code } = await open.beginWithCode(marie)
    const right = await refusalOf(await guess(id, code))
    const wrong = await refusalOf(await guess(id, otherThan(code)))
    expect(right).toMatchObject({ status: 429, problem: { code: 'too_many_attempts' } })
    expect(wrong).toEqual(right)
    expect((await open.row(id))?.attempts_left).toBe(5)
    await open.stop()
  })

  test('right or wrong, are counted with as many writes', async () => {
    const { id, code } = await it.beginWithCode(marie)
    const written = async (typed: string) => {
      const { db } = it.portal.context
      await db.deleteFrom('throttles').execute()
      const request = { params: { id }, body: { code: typed, answers: wrongAnswers } }
      await it.client.fail('recoveryAnswers', 'verification_failed', request)
      // Of whom they are is not a matter of how many.
      const keys = (await throttles()).map(({ key }) => key.split('/')[1] ?? key)
      return keys.toSorted()
    }
    const right = await written(code)
    expect(await written(otherThan(code))).toEqual(right)
    // Of the account or the flow two, and of where they came from the address and its /24.
    expect(right).toHaveLength(4)
  })
})

describe.each(databaseKinds)('where the code is all that is asked for, on %s', (kind) => {
  const codeOnly = { recovery: { code: true, questions: false } }
  const open = { recoveryBegin: unlimited, recoveryCodes: unlimited, recoveryAddress: unlimited }
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind, { ...codeOnly, throttle: open })
  })
  afterEach(() => it.stop())

  const enter = (id: string, code: string) =>
    it.client.send('recoveryAnswers', { params: { id }, body: { code, answers: [] } })

  test('codes are of eight characters that are not taken for others, in any case', async () => {
    for (const shown of [
      (code: string) => code.toLowerCase(),
      (code: string) => groupCode(code).replace(' ', '-'),
      (code: string) => `Votre code : ${groupCode(code)}, valable 10 minutes`,
    ]) {
      const { id, code } = await it.beginWithCode(marie)
      expect(code).toMatch(/^[2-9B-DF-HJKMNP-TV-XZ]{8}$/)
      expect((await it.client.succeed('recovery', { params: { id } })).state).toBe('answers')
      expect((await it.answer(id, { code: shown(code), answers: [] })).state).toBe('password')
    }
  })

  test('what cannot be one takes no try', async () => {
    const flow = await it.begin(marie.username)
    expect(flow.codeFormat).toBe('alphanumeric')
    for (const text of ['123456', 'BCDF-234', 'O2345678', 'Votre code']) {
      const refusal = await refusalOf(await enter(flow.id, text))
      expect(refusal.problem.errors).toEqual([{ pointer: '/code', code: 'code_alphanumeric' }])
    }
    expect((await it.row(flow.id))?.attempts_left).toBe(5)
  })

  test('whoever guesses keeps nobody from entering the right one', async () => {
    for (let flows = 0; flows < 4; flows += 1) {
      const { id } = await it.beginWithCode(marie)
      for (let attempt = 0; attempt < 5; attempt += 1) await enter(id, 'BCDF2345')
      expect((await enter(id, 'BCDF2345')).status).toBe(410)
    }
    const { id, code } = await it.beginWithCode(marie)
    expect((await enter(id, code)).status).toBe(200)
  })

  test('its owner is told of several that were not finished, once', async () => {
    const letters = async (userId: string | null) => {
      const { db } = it.portal.context
      const rows = db
        .selectFrom('mails')
        .select('recipient')
        .where('kind', '=', 'recovery_unfinished')
      return userId === null
        ? rows.where('user_id', 'is', null).execute()
        : rows.where('user_id', '=', userId).execute()
    }
    for (let flows = 0; flows < 3; flows += 1) await it.begin(marie.username)
    expect(await letters('demo-marie.lambert')).toEqual([])
    for (let flows = 0; flows < 5; flows += 1) {
      await it.begin(marie.username.toUpperCase())
      await it.begin(nobody)
    }
    expect(await letters('demo-marie.lambert')).toEqual([{ recipient: marie.email }])
    expect(await letters(null)).toEqual([{ recipient: null }])
    const letter = await it.mailbox.waitFor(({ mail }) =>
      /Plusieurs demandes/.test(mail.subject ?? ''),
    )
    expect(letter.to).toBe(marie.email)
    it.pass(day + minute)
    for (let flows = 0; flows < 4; flows += 1) await it.begin(marie.username)
    expect(await letters('demo-marie.lambert')).toHaveLength(2)
  })

  test('what was finished is not counted among them', async () => {
    for (let flows = 0; flows < 3; flows += 1) await it.begin(jan.username)
    const { id, code } = await it.beginWithCode(marie)
    await it.answer(id, { code, answers: [] })
    await it.setPassword(id, newPassword)
    for (let flows = 0; flows < 3; flows += 1) await it.begin(marie.username)
    const { db } = it.portal.context
    const kinds = await db.selectFrom('mails').select('kind').execute()
    expect(kinds.map((mail) => mail.kind)).not.toContain('recovery_unfinished')
  })
})
