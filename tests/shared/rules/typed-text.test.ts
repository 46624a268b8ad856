import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usernameSchema } from '../../../src/shared/contract/common.ts'
import { nameSchema } from '../../../src/shared/contract/identity/me.ts'
import { deviceSchema } from '../../../src/shared/contract/identity/sessions.ts'
import {
  foldLetters,
  foldTyped,
  invisibleIn,
  isAssigned,
  tidyName,
  visibleText,
} from '../../../src/shared/rules/typed-text.ts'

/** One of each kind that Unicode has, by the name under which people meet them. */
const invisible = {
  'soft hyphen': '\u00ad',
  'grapheme joiner': '\u034f',
  'Arabic letter mark': '\u061c',
  'Hangul filler': '\u115f',
  'Hangul compatibility filler': '\u3164',
  'half-width Hangul filler': '\uffa0',
  'Khmer inherent vowel': '\u17b4',
  'Mongolian vowel separator': '\u180e',
  'zero-width space': '\u200b',
  'zero-width non-joiner': '\u200c',
  'zero-width joiner': '\u200d',
  'left-to-right mark': '\u200e',
  'right-to-left override': '\u202e',
  'word joiner': '\u2060',
  'invisible times': '\u2062',
  'first strong isolate': '\u2068',
  'variation selector 16': '\ufe0f',
  'byte order mark': '\ufeff',
  'interlinear annotation': '\ufff9',
  'musical control': '\u{1d173}',
  'tag letter': '\u{e0061}',
  'variation selector 17': '\u{e0100}',
  'unassigned, to be ignored': '\u{e0fff}',
}

const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
const word = fc.stringMatching(/^[a-z]{2,12}$/)
const wordPair = fc.tuple(word, word)

describe.each(Object.entries(invisible))('%s', (_, character) => {
  test('neither makes nor breaks a name', () => {
    fc.assert(
      fc.property(wordPair, ([one, other]) => {
        const name = `${one}${other}`
        for (const typed of [
          `${one}${character}${other}`,
          `${character}${name}`,
          `${name}${character}${character}`,
        ]) {
          expect(foldTyped(typed)).toBe(foldTyped(name))
          expect(usernameSchema.parse(typed)).toBe(name)
          expect(nameSchema.parse(typed)).toBe(name)
          expect(deviceSchema.shape.name.parse(typed)).toBe(name)
        }
      }),
    )
  })

  test('is no name by itself', () => {
    expect(usernameSchema.safeParse(character.repeat(3)).success).toBe(false)
    expect(nameSchema.min(1).safeParse(character.repeat(3)).success).toBe(false)
    expect(deviceSchema.shape.name.safeParse(character.repeat(3)).success).toBe(false)
  })

  test('is told of', () => {
    expect(invisibleIn(`${character}paul${character}`)).toEqual([character])
  })
})

test('whatever Unicode ignores by default is ignored', () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code)
    if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) continue
    expect([code, visibleText(`a${character}b`)]).toEqual([code, 'ab'])
    expect([code, foldTyped(`a${character}b`)]).toEqual([code, 'ab'])
  }
})

test('folding twice, and in any composition, changes nothing more', () => {
  fc.assert(
    fc.property(fc.array(anyCharacter, { maxLength: 8 }), (characters) => {
      const text = characters.join('').toWellFormed()
      const once = foldTyped(text)
      expect(foldTyped(once)).toBe(once)
      expect(foldTyped(text.normalize('NFD'))).toBe(once)
      expect(visibleText(visibleText(text))).toBe(visibleText(text))
      expect(tidyName(tidyName(text))).toBe(tidyName(text))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u2007',
  '\u2009',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\u2800',
  ' \u00a0 ',
])('the space %j is a space', (space) => {
  expect(usernameSchema.parse(`${space}jean${space}marie${space}`)).toBe('jean marie')
  expect(nameSchema.parse(`${space}De${space}Smet${space}`)).toBe('De Smet')
  expect(foldTyped(`Jean${space}Marie`)).toBe('jean marie')
})

test.each([
  ['ＭＡＲＩＥ．ｌａｍｂｅｒｔ', 'marie.lambert'],
  ['ISTANBUL', 'istanbul'],
  ['İSTANBUL', 'istanbul'],
  ['ıstanbul', 'istanbul'],
  ['Strauß', 'STRAUSS'],
  ['STRAUẞ', 'strauss'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
  ['ﬁona', 'FIONA'],
  ['e\u0301lodie', 'ÉLODIE'],
])('%s is %s', (one, other) => {
  expect(foldTyped(one)).toBe(foldTyped(other))
})

test.each([
  ['Société Générale', 'societe generale'],
  ['SOCIE\u0301TE\u0301 GE\u0301NE\u0301RALE', 'societe generale'],
  ['Ångström\u00a0AB', 'angstrom ab'],
  ['Straße', 'strasse'],
])('%s is searched as %s', (text, searched) => {
  expect(foldLetters(text)).toBe(searched)
})

describe('names of people', () => {
  test.each([
    ['Persian, with its non-joiner', 'علی\u200cرضا'],
    ['Sinhala, with its joiner', 'ක්\u200dරිශාන්'],
    ['Malayalam, with one at the end', 'അവന്\u200d'],
    ['Marathi, with an eyelash', 'र्\u200dया'],
    ['Japanese, with the shape of one’s own', '葛\u{e0100}城'],
    ['Mongolian, with a form', 'ᠭ\u180bᠠ'],
  ])('keep what their script needs: %s', (_, name) => {
    expect(nameSchema.parse(name)).toBe(name)
  })

  test.each(['\u200c', '\u200d', '\ufe0f', '\u{e0100}'])(
    'leave out %j where it does nothing',
    (mark) => {
      expect(tidyName(`${mark}An${mark}na ${mark}${mark}Meyer${mark}`)).toBe('Anna Meyer')
      expect(tidyName(`علی\u200c${mark}${mark}رضا`)).toBe('علی\u200cرضا')
    },
  )

  test.each(['\ue000', '\u{f0000}', '\u0378', '\uffff', '\u{1fffe}', '\ufffd', '\ud800'])(
    'hold nothing that no font knows, as %j',
    (character) => {
      expect(isAssigned(`An${character}na`)).toBe(false)
      expect(nameSchema.safeParse(`An${character}na`).success).toBe(false)
    },
  )

  test.each(['Zoë', 'Łukasz', 'Þórr', 'Nguyễn', '山田', 'Дмитрий', 'O’Brien', '李🙂'])(
    'are kept as they are: %s',
    (name) => {
      expect(nameSchema.parse(name)).toBe(name)
    },
  )
})
