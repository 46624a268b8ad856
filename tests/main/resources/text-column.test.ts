/** Words of many texts: as somebody types, each letter marks what plain looking would find. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildTextColumn } from '../../../src/main/resources/windows/text-column.ts'

/** Of few letters, so that words begin alike; of several bytes, too. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '株'), minLength: 1, maxLength: 5 })
const text = fc.array(word, { maxLength: 4 }).map((words) => words.map((one) => ` ${one}`).join(''))

it('a word typed letter by letter, after any others, is found where one begins so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text), fc.array(word, { maxLength: 4 }), async (texts, typed) => {
      const builder = buildTextColumn()
      for (const one of texts) builder.add(one)
      const column = builder.finish()
      for (const one of typed) {
        const letters = Array.from(one)
        for (const [at] of letters.entries()) {
          const beginning = letters.slice(0, at + 1).join('')
          // oxlint-disable-next-line no-await-in-loop -- as somebody types
          const marks = await column.mark(beginning)
          expect([...marks]).toEqual(texts.map((of) => Number(of.includes(` ${beginning}`))))
        }
      }
    }),
  )
})
