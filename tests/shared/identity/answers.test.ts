import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerFailures,
  normalizeAnswer,
  shortestAnswer,
} from '../../../src/shared/identity/answers.ts'
import { securityQuestionIds } from '../../../src/shared/contract/identity/security-questions.ts'

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
    ['İzmir', 'IZMIR'],
    ['ＲＥＸ', 'rex'],
  ])('take %s for %s', (one, other) => {
    expect(normalizeAnswer(one)).toBe(normalizeAnswer(other))
  })

  test.each([
    [
      'L’Étranger',
      ["L'Étranger", 'L´Étranger', 'L`Étranger', 'Lʼétranger', 'L′etranger', 'l etranger'],
    ],
    ['d’Hooghe', ["D'HOOGHE", 'd‘Hooghe', 'd‛Hooghe', 'd＇Hooghe', 'dhooghe']],
    [
      '«Le Petit Prince»',
      ['"Le Petit Prince"', '„Le Petit Prince“', '‹le petit prince›', '「le petit prince」'],
    ],
    [
      'Saint-Denis',
      [
        'Saint–Denis',
        'Saint—Denis',
        'saint‑denis',
        'Saint−Denis',
        'Saint Denis',
        'Sa\u00adint-Denis',
      ],
    ],
    [
      'Jean\u00a0Marie',
      ['Jean Marie', 'jean\u3000marie', 'jean\u2009marie', 'jean\u200bmarie', 'Jean-Marie'],
    ],
    ['pêche', ['peche', 'PÊCHE', 'pe\u0302che']],
    ['Sœur Æmilia', ['soeur aemilia', 'SOEUR AEMILIA']],
    ['Łódź', ['Lodz', 'LÓDŹ']],
    ['Đặng', ['Dang', 'đang']],
    ['Smørrebrød', ['smorrebrod']],
    ['Ёлка', ['елка']],
    ['Θεσσαλονίκη', ['ΘΕΣΣΑΛΟΝΙΚΗ', 'θεσσαλονικη']],
    ['מִרְיָם', ['מרים']],
    ['مُحَمَّد', ['محمد', 'محـــمد']],
    ['St. Denis…', ['St Denis', 'st.denis']],
    ['AC/DC', ['ac dc', 'AC-DC']],
  ])('take %s for however another keyboard writes it', (typed, others) => {
    for (const other of others)
      expect([other, normalizeAnswer(other)]).toEqual([other, normalizeAnswer(typed)])
  })

  test('are the same with anything that is no letter between the letters', () => {
    const typed = [
      ' ',
      '\u00a0',
      '\u202f',
      '-',
      '–',
      '—',
      '\u2010',
      '−',
      "'",
      '’',
      '´',
      'ʼ',
      '"',
      '“',
    ]
    const unseen = ['\u200b', '\u200d', '\u00ad', '\ufeff', '\u202e', '\ufe0f', '\u0301', '\u0308']
    const between = fc.constantFrom(...typed, '»', '.', '…', ',', '!', ...unseen)
    const word = fc.stringMatching(/^[a-z0-9]{1,12}$/)
    fc.assert(
      fc.property(word, fc.array(between, { maxLength: 6 }), fc.nat(12), (letters, marks, at) => {
        const answer = letters.slice(0, at) + marks.join('') + letters.slice(at)
        expect(normalizeAnswer(answer)).toBe(letters)
      }),
    )
  })

  test.each([
    ['peche', 'poche'],
    ['Volvo 340', 'Volvo 34'],
    ['がく', 'かく'],
    ['राम', 'रोम'],
    ['C++', 'C'],
    ['🐈', '🐕'],
  ])('keep %s apart from %s', (one, other) => {
    expect(normalizeAnswer(one)).not.toBe(normalizeAnswer(other))
  })

  test.each([
    '…',
    '-',
    '’ ’',
    '\u200b\u200b',
    '!!!',
    '« »',
    '\u0301\u0301',
    '\u3164\u3164',
    '--- ---',
  ])('of which nothing is left are refused: %j', (nothing) => {
    const answers = three(nothing, 'Namur', nothing)
    expect(found(answers, { username: '-', password: '!!!' })).toEqual([
      '0 answer answer_too_short',
      '2 answer answer_too_short',
    ])
  })

  test('that differ by what does not count are alike, and are the username all the same', () => {
    expect(
      found(three('L’Étranger', "l'etranger", 'marie–lambert'), { username: 'marie.lambert' }),
    ).toEqual(['1 answer answers_alike', '2 answer answer_is_username'])
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
