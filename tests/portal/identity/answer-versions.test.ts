/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { normalizedBy } from '../../../src/portal/identity/questions/answers.ts'
import { databaseKinds } from '../support/databases.ts'
import { day } from '../support/portal.ts'
import { startRecoveryPortal, type Answers, type RecoveryPortal } from '../support/recovery.ts'

const userId = 'demo-marie.lambert'
const email = 'marie.lambert@dedert-icesticks.example'
const questionIds = ['favourite-city', 'mothers-maiden-name', 'first-pet'] as const

const answersOf = (...texts: readonly string[]): Answers =>
  questionIds.map((questionId, index) => ({ questionId, answer: texts[index] ?? '' }))
const asEnrolled = answersOf('L’Étranger', 'De Smet-Pêche', 'Minou')
const asTypedElsewhere = answersOf("l'etranger", 'DE SMET–PECHE', '«Minou»')

describe.each(databaseKinds)('answers that the former rule hashed, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await startRecoveryPortal(kind)
    await keepByFormerRule(it)
  })
  afterEach(() => it.stop())

  const rules = async () => {
    const rows = await it.portal.context.db
      .selectFrom('security_answers')
      .select('normalization')
      .where('user_id', '=', userId)
      .orderBy('position')
      .execute()
    return rows.map(({ normalization }) => normalization)
  }
  /** A whole recovery up to the new password. */
  const recover = async (answers: Answers) => {
    it.pass(day)
    const { id, code } = await it.beginWithCode({ username: 'marie.lambert', email, answers })
    return it.client.send('recoveryAnswers', { params: { id }, body: { code, answers } })
  }

  test('still open, and then by today’s rule', async () => {
    expect((await recover(asTypedElsewhere)).status).toBe(422)
    expect(await rules()).toEqual([1, 1, 1])
    expect((await recover(asEnrolled)).status).toBe(200)
    expect(await rules()).toEqual([2, 2, 2])
    expect((await recover(asTypedElsewhere)).status).toBe(200)
    expect((await recover(asEnrolled)).status).toBe(200)
    expect((await recover(answersOf('L’Étranger', 'De Smet-Pêche', 'Minet'))).status).toBe(422)
  })

  test('stay as they are where the try fails, and compare as often as nobody’s', async () => {
    const verify = vi.spyOn(it.portal.context.hasher, 'verify')
    const hash = vi.spyOn(it.portal.context.hasher, 'hash')
    const right = await it.beginWithCode({ username: 'marie.lambert', email, answers: asEnrolled })
    const params = { id: right.id }
    const wrongCode = right.code.replace(/.$/u, (last) => (last === '7' ? '8' : '7'))
    await it.client.fail('recoveryAnswers', 'verification_failed', {
      params,
      body: { code: wrongCode, answers: asEnrolled },
    })
    await it.client.fail('recoveryAnswers', 'verification_failed', {
      params,
      body: { code: right.code, answers: answersOf('L’Étranger', 'De Smet-Pêche', 'Minet') },
    })
    expect(await rules()).toEqual([1, 1, 1])
    expect(verify).toHaveBeenCalledTimes(6)
    const nobodys = await it.begin('nobody.at.all')
    const answers = nobodys.questions.map(({ id }) => ({ questionId: id, answer: 'L’Étranger' }))
    await it.client.fail('recoveryAnswers', 'verification_failed', {
      params: { id: nobodys.id },
      body: { code: right.code, answers },
    })
    expect(verify).toHaveBeenCalledTimes(9)
    expect(hash).not.toHaveBeenCalled()
  })

  test('are renewed one by one in a rehearsal', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    await it.reauthenticate(token, 'marie.lambert')
    const rehearse = async (answers: Answers) => {
      const { results } = await it.client.succeed('rehearsal', { token, body: { answers } })
      return results.map(({ right }) => right)
    }
    expect(await rehearse(answersOf('L’Étranger', 'wrong', 'wrong'))).toEqual([true, false, false])
    expect(await rules()).toEqual([2, 1, 1])
    expect(await rehearse(asTypedElsewhere)).toEqual([true, false, false])
    expect(await rehearse(asEnrolled)).toEqual([true, true, true])
    expect(await rehearse(asTypedElsewhere)).toEqual([true, true, true])
  })
})

test('where only the code is asked for, nothing that comes with it becomes an answer', async () => {
  const it = await startRecoveryPortal('SQLite', { recovery: { code: true, questions: false } })
  try {
    await keepByFormerRule(it)
    const before = await hashesOf(it)
    const { id, code } = await it.beginWithCode({ username: 'marie.lambert', email, answers: [] })
    await it.answer(id, { code, answers: asEnrolled })
    expect(await hashesOf(it)).toEqual(before)
  } finally {
    await it.stop()
  }
})

/** Puts Marie's answers where the rule of the first release would have. */
async function keepByFormerRule({ portal: { context } }: RecoveryPortal): Promise<void> {
  for (const { questionId, answer } of asEnrolled) {
    const answer_hash = await context.hasher.hash(normalizedBy(1, answer), context.pepper.answers)
    await context.db
      .updateTable('security_answers')
      .set({ answer_hash, normalization: 1 })
      .where('user_id', '=', userId)
      .where('question_id', '=', questionId)
      .execute()
  }
}

async function hashesOf({ portal: { context } }: RecoveryPortal): Promise<string[]> {
  const rows = await context.db.selectFrom('security_answers').select('answer_hash').execute()
  return rows.map(({ answer_hash }) => answer_hash)
}
