import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerFailures, normalizeAnswer, shortestAnswer } from '../../src/shared/answers.ts'
import { securityQuestionIds } from '../../src/shared/portal/security-questions.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
const three = (...answers: readonly string[]) =>
  answers.map((answer, index) => ({ questionId: securityQuestionIds[index] ?? '', answer }))
const found = (...given: Parameters<typeof answerFailures>) =>
  answerFailures(...given).map(({ index, field, code }) => `${index} ${field} ${code}`)

describe('answers', () => {
  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (answer) => {
        const once = normalizeAnswer(answer)
        expect(normalizeAnswer(once)).toBe(once)
      }),
    )
  })

  test('are the same in any composition, with any spaces', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '\t', '\u00a0', '  '), (answer, space) => {
        const typed = `${space}${answer.normalize('NFD')}${space}`
        expect(normalizeAnswer(typed)).toBe(normalizeAnswer(answer.normalize('NFC')))
      }),
    )
  })

  test.each([
    ['NAMUR', 'namur'],
    ['Straße', 'STRASSE'],
    ['Straße', 'STRAẞE'],
    ['Saint   Denis', 'saint denis'],
    ['ﬁlou', 'FILOU'],
    ['Élodie', 'E\u0301LODIE'],
    ['ΟΔΟΣ', 'οδος'],
  ])('take %s for %s', (one, other) => {
    expect(normalizeAnswer(one)).toBe(normalizeAnswer(other))
  })

  test('keep apart what differs by an accent', () => {
    expect(normalizeAnswer('peche')).not.toBe(normalizeAnswer('pêche'))
  })

  test('that are distinct, long enough and nobody’s secret are accepted', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/)
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 3 }), (words) => {
        expect(found(three(...words), { username: 'marie.lambert', password: 'X-1' })).toEqual([])
      }),
    )
  })

  test('that repeat each other are found in every order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}$/), fc.nat(2), (word, other) => {
        const answers = [word, word.toUpperCase(), ` ${word} `]
        answers[other] = 'something else'
        expect(
          found(three(...answers)).filter((one) => one.endsWith('answers_alike')),
        ).toHaveLength(1)
      }),
    )
  })

  test('list everything that is wrong, each where it is', () => {
    const answers = [
      { questionId: 'first-pet', answer: 'x'.repeat(shortestAnswer - 1) },
      { questionId: 'first-pet', answer: ' MARIE@example.com ' },
      { questionId: 'first-car', answer: 'marie' },
    ]
    const context = { username: 'Marie', email: 'marie@example.com', password: 'MARIE' }
    expect(found(answers, context)).toEqual([
      '0 answer answer_too_short',
      '1 questionId question_repeated',
      '1 answer answer_is_email',
      '2 answer answer_is_username',
      '2 answer answer_is_password',
    ])
  })
})
