import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeFormats,
  codeShapes,
  groupCode,
  longestCodeText,
  readCode,
  type CodeFormat,
} from '../../../src/shared/rules/codes.ts'
import { codeSchemaOf, codeTextSchema } from '../../../src/shared/contract/common.ts'
import { mail as de } from '../../../src/shared/i18n/de/mail.ts'
import { mail as en } from '../../../src/shared/i18n/en/mail.ts'
import { mail as es } from '../../../src/shared/i18n/es/mail.ts'
import { mail as fr } from '../../../src/shared/i18n/fr/mail.ts'
import { mail as it } from '../../../src/shared/i18n/it/mail.ts'
import { mail as nl } from '../../../src/shared/i18n/nl/mail.ts'

const codeOf = (format: CodeFormat) => {
  const { alphabet, length } = codeShapes[format]
  return fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''))
}
const space = fc.constantFrom('', ' ', '  ', '-', ' - ', '–', '\u00a0', '\u202f', '.', '·', '\t')
/** `code` with what stands between its characters drawn anew each time. */
const spacedOut = (code: string) =>
  fc
    .array(space, { minLength: code.length, maxLength: code.length })
    .map((spaces) => Array.from(code, (one, index) => `${index > 0 ? spaces[index] : ''}${one}`))
    .map((parts) => parts.join(''))
/** The first digits of other scripts' rows of ten. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x116da, 0x1fbf0]
const invisible = fc.constantFrom('\u200b', '\u2060', '\u202e', '\u200f', '\u00ad', '\ufeff')

describe.each(codeFormats)('a code of the %s format', (format) => {
  test('is read however it is grouped, and in any case', () => {
    const grouped = codeOf(format).chain((code) => fc.tuple(fc.constant(code), spacedOut(code)))
    fc.assert(
      fc.property(grouped, ([code, typed]) => {
        expect(readCode(typed, format)).toBe(code)
        expect(readCode(`  ${typed.toLowerCase()}\n`, format)).toBe(code)
      }),
    )
  })

  test.each([
    ['Votre code : {}.', 'Code {} Atradius', 'Code {}, valable 10 minutes', '« {} »'],
    ['Ihr Code Nr. {} gilt 10 Minuten', 'Uw code is {} (10 minuten geldig)', '[{}]'],
    ['Su código: {} – válido 24 horas', 'Il codice è {}!', 'Votre code\u00a0: {}', '*{}*'],
    ['Ваш код {}', '您的代码：{}。', 'رمزك: {}', 'קוד {}', 'Code:{};'],
    ['Reçu le 29/11/2026 à 14:02 : {}', 'Tél. 01 87 27 84 24, code {}', '1) {}'],
  ])('is read with words around it: %s', (...sentences) => {
    fc.assert(
      fc.property(codeOf(format), fc.constantFrom(...sentences), (code, sentence) => {
        for (const shown of [code, groupCode(code), groupCode(code).replace(' ', '-')]) {
          expect(readCode(sentence.replace('{}', shown), format)).toBe(code)
        }
      }),
    )
  })

  test('that is not divided is read before another number, too', () => {
    fc.assert(
      fc.property(codeOf(format), (code) => {
        expect(readCode(`Code no. ${code} 10 minutes`, format)).toBe(code)
      }),
    )
  })

  test('is read in the digits of any script, and past what cannot be seen', () => {
    fc.assert(
      fc.property(codeOf(format), fc.constantFrom(...zeros), invisible, (code, zero, unseen) => {
        const foreign = code.replaceAll(/\d/g, (digit) =>
          String.fromCodePoint(zero + Number(digit)),
        )
        expect(readCode(foreign, format)).toBe(code)
        expect(readCode(Array.from(code).join(unseen), format)).toBe(code)
        expect(readCode(code.replaceAll(/\d/g, '$&\ufe0f\u20e3'), format)).toBe(code)
      }),
    )
  })

  test('is not read where a character is missing or too many', () => {
    const { alphabet } = codeShapes[format]
    fc.assert(
      fc.property(
        codeOf(format),
        fc.constantFrom(...Array.from(alphabet)),
        space,
        (code, more, between) => {
          expect(readCode(code.slice(1), format)).toBeNull()
          expect(readCode(`${code}${between}${more}`, format)).toBeNull()
          expect(readCode(`${code.slice(1)}?`, format)).toBeNull()
        },
      ),
    )
  })

  test('is not read where it could be one of two', () => {
    fc.assert(
      fc.property(codeOf(format), codeOf(format), (one, other) => {
        fc.pre(one !== other)
        expect(readCode(`Code ${one} ou ${other}`, format)).toBeNull()
        expect(readCode(`Code ${one}, code ${one}`, format)).toBe(one)
      }),
    )
  })

  test('is not found in any text without one, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: longestCodeText }), (text) => {
        const code = readCode(text, format)
        if (code !== null) expect(readCode(code, format)).toBe(code)
      }),
    )
  })

  test('is not found in the messages that bring it, but where it stands', () => {
    for (const texts of [fr, nl, en, de, es, it]) {
      const words = JSON.stringify(texts)
      expect(readCode(words.slice(0, 20_000), format)).toBeNull()
    }
  })
})

test('an alphanumeric code has no character that is taken for another, and no vowel', () => {
  const { alphabet, length } = codeShapes.alphanumeric
  expect(alphabet).not.toMatch(/[0O1ILAEUY]/)
  expect(new Set(alphabet).size).toBe(alphabet.length)
  expect(length).toBeGreaterThanOrEqual(8)
})

test.each(['2026-11-29', 'Réf. 2026 11 29', '12345', '1234567', '123456 7', 'O23456', '', 'code'])(
  '%j holds no numeric code',
  (text) => {
    expect(readCode(text, 'numeric')).toBeNull()
  },
)

const issue = (format: CodeFormat, text: string) =>
  codeSchemaOf(format)
    .safeParse(text)
    .error?.issues.map(({ message }) => message)

test('a form names what is wrong; the wire passes the text on, within bounds', () => {
  expect(issue('numeric', ' ')).toEqual(['required'])
  expect(issue('numeric', '12 34')).toEqual(['code_numeric'])
  expect(issue('alphanumeric', '123456')).toEqual(['code_alphanumeric'])
  expect(codeSchemaOf('numeric').parse('Votre code : 123 456.')).toBe('123456')
  expect(codeTextSchema.parse(' Votre code : 123 456. ')).toBe('Votre code : 123 456.')
  expect(codeTextSchema.safeParse(' ').success).toBe(false)
  expect(codeTextSchema.safeParse('1'.repeat(longestCodeText + 1)).success).toBe(false)
})
