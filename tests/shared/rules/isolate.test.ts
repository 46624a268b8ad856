import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isolate } from '../../../src/shared/rules/isolate.ts'

const fsi = '\u2068'
const pdi = '\u2069'
const letters = ['a', ' ', '1', 'é', 'ש', 'م']
const marks = ['\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e']
const part = fc.constantFrom(...letters, ...marks, '\u2066', '\u2067', fsi, pdi)

/** How many isolates are open at the end; below 0 where one ends that did not begin. */
function depthOf(text: string): number {
  let depth = 0
  for (const character of text) {
    if (character === fsi) depth += 1
    if (character === pdi) depth -= 1
    if (depth < 0) return depth
  }
  return depth
}

test('nothing in it reaches beyond it, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const typed = parts.join('')
      const isolated = isolate(typed)
      expect(depthOf(isolated)).toBe(0)
      expect(isolated).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]/u)
      if (/[שم]/u.test(typed)) expect(isolated).toMatch(/^\u2068.*\u2069$/su)
      else expect(isolated.length).toBeLessThanOrEqual(typed.length)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['שלום', `${fsi}שלום${pdi}`],
  ['محمد 12', `${fsi}محمد 12${pdi}`],
  ['PC \u202egnp.exe', 'PC gnp.exe'],
  [`PC${pdi}\u2067`, 'PC'],
])('%j becomes %j', (typed, isolated) => {
  expect(isolate(typed)).toBe(isolated)
})

test.each(['', 'Marie', 'PC-MARIE (Windows)', 'r&d@firm.example', '山田', 'O’Brien'])(
  '%j stays as it is',
  (typed) => {
    expect(isolate(typed)).toBe(typed)
  },
)

test('what is isolated may stand in what is', () => {
  const sentence = `Le nom ${isolate('שלום')} ne convient pas`
  expect(isolate(sentence)).toBe(`${fsi}${sentence}${pdi}`)
})
