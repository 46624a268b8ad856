/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, minute, startPortal, type TestPortal } from '../support/portal.ts'
import { countOf, eventsOf, lastEventOf } from '../support/profile.ts'

const name = 'marie.lambert'
const present = [
  { questionId: 'favourite-city', answer: 'Namur' },
  { questionId: 'mothers-maiden-name', answer: 'Delvaux' },
  { questionId: 'first-pet', answer: 'Rex' },
]
const chosen = [
  { questionId: 'first-car', answer: 'Volvo 340' },
  { questionId: 'childhood-street', answer: 'Rue de la Reine' },
  { questionId: 'favourite-city', answer: 'Gand' },
]

describe.each(databaseKinds)('security questions of one’s own, on %s', (kind) => {
  let it: TestPortal
  let token: string
  beforeEach(async () => {
    // Longer than the tests may take on a busy machine.
    const rehearsal = { ...throttleRules.rehearsal, firstDelay: 4 * minute }
    it = await startPortal(kind, { throttle: { rehearsal } })
    token = (await it.signIn(name)).accessToken
    await it.reauthenticate(token, name)
  })
  afterEach(() => it.stop())

  const replace = (answers: unknown) =>
    it.client.send('chosenQuestionsReplace', { token, body: { answers } })
  const rehearse = async (answers: unknown) => {
    const { results } = await it.client.succeed('rehearsal', { token, body: { answers } })
    return results.map(({ right }) => right)
  }
  const dueIn = async () => {
    const { rehearsalDueAt } = await it.client.succeed('me', { token })
    return Math.round((Date.parse(rehearsalDueAt) - Date.now()) / day)
  }

  test('are read in the order and the language asked for, without answers', async () => {
    const read = (language: string) =>
      it.client.succeed('chosenQuestions', { token, query: { language } })
    const { items } = await read('fr')
    expect(items.map(({ id }) => id)).toEqual(present.map(({ questionId }) => questionId))
    const catalogue = await it.client.succeed('securityQuestions', { query: { language: 'de' } })
    const german = (await read('de')).items
    expect(catalogue.items).toEqual(expect.arrayContaining(german))
    expect(german).not.toEqual(items)
  })

  test('are replaced all three at once, and only the new ones count', async () => {
    const response = await replace(chosen)
    expect(response.status).toBe(200)
    const { items } = await it.client.succeed('chosenQuestions', { token })
    expect(await response.json()).toEqual({ items })
    expect(items.map(({ id }) => id)).toEqual(chosen.map(({ questionId }) => questionId))
    expect(await rehearse(chosen)).toEqual([true, true, true])
    expect(await dueIn()).toBe(90)
    expect((await eventsOf(it, name)).map((event) => event.kind)).toContain('questions_changed')
    const { db } = it.portal.context
    const rows = await db
      .selectFrom('security_answers')
      .innerJoin('users', 'users.id', 'security_answers.user_id')
      .where('username', '=', name)
      .selectAll('security_answers')
      .execute()
    expect(rows).toHaveLength(3)
    expect(JSON.stringify([rows, await eventsOf(it, name)])).not.toMatch(/volvo|reine|gand/i)
  })

  test('against the rules are refused with everything wrong, and the former stay', async () => {
    const body = {
      answers: [
        { questionId: 'first-car', answer: 'MARIE.LAMBERT' },
        { questionId: 'first-car', answer: demoPasswords[name] },
        { questionId: 'made-up', answer: 'x' },
      ],
    }
    const request = { token, body }
    const problem = await it.client.fail('chosenQuestionsReplace', 'answers_policy', request)
    const found = problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()
    expect(found).toEqual([
      '/answers/0/answer answer_is_username',
      '/answers/1/answer answer_is_password',
      '/answers/1/questionId question_repeated',
      '/answers/2/answer answer_too_short',
      '/answers/2/questionId question_unknown',
    ])
    expect(await rehearse(present)).toEqual([true, true, true])
  })

  test('may not have the e-mail address for an answer, nor be fewer than three', async () => {
    const email = 'Marie.Lambert@dedert-icesticks.example'
    const answers = [{ questionId: 'first-car', answer: email }, ...chosen.slice(1)]
    const request = { token, body: { answers } }
    const problem = await it.client.fail('chosenQuestionsReplace', 'answers_policy', request)
    expect(problem.errors).toMatchObject([
      { pointer: '/answers/0/answer', code: 'answer_is_email' },
    ])
    const few = { token, body: { answers: chosen.slice(1) } }
    await it.client.fail('chosenQuestionsReplace', 'invalid_request', few)
  })

  test('replaced twice at once are one choice or the other, never a mixture', async () => {
    const sent = await Promise.all([replace(chosen), replace(present)])
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    const { items } = await it.client.succeed('chosenQuestions', { token })
    const ids = items.map(({ id }) => id)
    const kept = ids.includes('first-car') ? chosen : present
    expect(ids).toEqual(kept.map(({ questionId }) => questionId))
    expect(await rehearse(kept)).toEqual([true, true, true])
  })

  test('can be changed twenty times an hour', async () => {
    await it.stop()
    const questions = { ...throttleRules.questions, free: 1 }
    it = await startPortal(kind, { throttle: { questions } })
    token = (await it.signIn(name)).accessToken
    await it.reauthenticate(token, name)
    expect((await replace(chosen)).status).toBe(200)
    const request = { token, body: { answers: chosen } }
    await it.client.fail('chosenQuestionsReplace', 'too_many_attempts', request)
  })

  test('can be rehearsed, however the answers are typed and in whatever order', async () => {
    expect(await dueIn()).toBeLessThanOrEqual(0)
    const [city, maidenName, pet] = present
    const typed = [
      { ...pet, answer: '  REX ' },
      { ...city, answer: 'NAMUR' },
      { ...maidenName, answer: 'Delvaulx' },
    ]
    const { results } = await it.client.succeed('rehearsal', { token, body: { answers: typed } })
    expect(results).toEqual([
      { questionId: 'first-pet', right: true },
      { questionId: 'favourite-city', right: true },
      { questionId: 'mothers-maiden-name', right: false },
    ])
    expect(await dueIn()).toBe(90)
    expect(await lastEventOf(it, name)).toMatchObject({
      kind: 'questions_rehearsed',
      details: { right: '2' },
    })
    expect(JSON.stringify(await eventsOf(it, name))).not.toMatch(/rex|namur|delvau/i)
  })

  test('are rehearsed by the three chosen ones only, each once', async () => {
    const [first, second] = present
    const answers = [first, first, chosen[0]]
    const request = { token, body: { answers } }
    const problem = await it.client.fail('rehearsal', 'invalid_request', request)
    expect(problem.errors).toEqual([
      { pointer: '/answers/1/questionId', code: 'question_repeated' },
      { pointer: '/answers/2/questionId', code: 'question_unknown' },
    ])
    const few = { token, body: { answers: [first, second] } }
    await it.client.fail('rehearsal', 'invalid_request', few)
  })

  test('are no riddle to solve by rehearsing: five wrong ones, then waiting', async () => {
    const wrong = present.map((answer) => ({ ...answer, answer: 'wrong' }))
    const sent = Array.from({ length: 20 }, () =>
      it.client.send('rehearsal', { token, body: { answers: wrong } }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 200: 5, 429: 15 })
    // No consequence for anything else.
    await it.signIn(name)
    await it.client.succeed('reauthenticate', { token, body: { password: demoPasswords[name] } })
    it.pass(4 * minute)
    expect(await rehearse(present)).toEqual([true, true, true])
    // Knowing them starts the count anew.
    for (let time = 0; time < 5; time += 1) {
      expect(await rehearse(wrong)).toEqual([false, false, false])
    }
  })

  test('rehearsed another day: it is offered again three months later', async () => {
    await it.client.succeed('rehearsalPostpone', { token })
    expect(await dueIn()).toBe(90)
    await it.client.succeed('rehearsalPostpone', { token })
    expect(await dueIn()).toBe(90)
  })
})
