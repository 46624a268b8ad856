import { assert, constantFrom, integer, nat, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPredictablePassword } from '../../../src/shared/identity/predictable-password.ts'
import { predictableWords } from '../../../src/shared/identity/predictable-words.ts'

const person = {
  username: 'marie.lambert',
  names: ['Marie', 'Lambert-Dupré'],
  email: 'm.lambert@dedert-icesticks.example',
}

const word = constantFrom(...predictableWords)
const year = integer({ min: 1950, max: 2049 }).map(String)
const sign = constantFrom('!', '!!', '-', '_', '#', '.', '?!', ' ', '*', '')
const leet: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '$', t: '7' }
/** As people write a word where the rules ask for capitals and symbols. */
const spelled = tuple(word, nat(3)).map(([text, how]) => {
  switch (how) {
    case 0:
      return text
    case 1:
      return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
    case 2:
      return text.toUpperCase()
    default:
      return text.replaceAll(/[aeiost]/g, (letter) => leet[letter] ?? letter)
  }
})
/** Words that nothing here knows. */
const otherWord = constantFrom('cheval', 'parapluie', 'vlinder', 'kangoeroe', 'zwiebel', 'lluvia')

describe('a predictable password', () => {
  test.each([
    'Atradius2026!',
    'atradius-2026',
    'Servnet-2026!',
    'Serv@Net-2026!',
    'Collect@Net_26!!',
    'Insights2027!!',
    'Printemps2026!!',
    'Été-2026-Été-26',
    '2026-Février!!',
    'Oktober-2026!',
    '15-Oktober-2026!',
    'März#2026#März',
    'Sommer!2026',
    'Zomer2026!Zomer',
    'Otoño.2026.Otoño',
    'Luglio_2026_!',
    'Atr4d1us-2026!',
    '0ct0bre_2026!',
    'S.e.r.v.n.e.t-26!',
    'ＡＴＲＡＤＩＵＳ２０２６！',
    'Atradius12345678!',
    'AtradiusAtradius1!',
    'Atradius-Sommer-2026!',
    'Motdepasse-2026!',
    'Welkom-Januari-26',
    'Mon-Atradius-2026',
  ])('is %s', (password) => {
    expect(isPredictablePassword(password)).toBe(true)
  })

  test.each([
    'Icesticks-2026!',
    'Dedert!Icesticks1',
    'Lambert-2026!!',
    'Marie.Dupre.2026',
    'M4r1e-2026-!!',
  ])('of someone who is known is %s', (password) => {
    expect(isPredictablePassword(password, person)).toBe(true)
    expect(isPredictablePassword(password)).toBe(false)
  })

  test.each([
    '',
    '2026-2026-2026!',
    'Confiance-En-Route-2026!',
    'Winter-Is-Coming-Again-2026!',
    'cheval au frein',
    'Novembre-Pluie-Parapluie-3',
    'Mon assurance est un éléphant bleu',
    'Kmai9#ete2xQ7!w',
    'дорога ночью и красный свет',
    'Atradius-83620175594',
  ])('is not %s', (password) => {
    expect(isPredictablePassword(password, person)).toBe(false)
  })

  test('is any of the words with a year, however it is spelled', () => {
    assert(
      property(spelled, year, sign, sign, sign, (text, when, first, second, third) => {
        expect(isPredictablePassword(`${text}${first}${when}${second}`)).toBe(true)
        expect(isPredictablePassword(`${first}${when}${second}${text}${third}`)).toBe(true)
      }),
    )
  })

  test('is two of the words side by side', () => {
    assert(
      property(spelled, spelled, year, (first, second, when) => {
        expect(isPredictablePassword(`${first}-${second}-${when}!`)).toBe(true)
      }),
    )
  })

  test('is none that has such a word beside much else', () => {
    assert(
      property(spelled, otherWord, otherWord, year, (text, one, other, when) => {
        expect(isPredictablePassword(`${one}-${text}-${other}-${when}!`)).toBe(false)
        expect(isPredictablePassword(`${text} ${one} ${when} ${other}`)).toBe(false)
      }),
    )
  })

  test('is never one without such a word, whatever it is', () => {
    assert(
      property(
        string({ unit: constantFrom('q', 'x', 'k', 'w', 'j', 'z', '0', '2', '4', '6', '!', '-') }),
        (text) => {
          expect(isPredictablePassword(text)).toBe(false)
        },
      ),
    )
  })

  test('is told without a failure of any text and of whatever is known', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (text, name) => {
        const context = { username: name, names: [name], email: `${name}@${name}` }
        expect(typeof isPredictablePassword(text, context)).toBe('boolean')
      }),
    )
  })
})
