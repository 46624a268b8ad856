/** Texts and lists have an end, in what is answered and in what is sent. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { routes } from '../../../src/shared/contract/routes.ts'
import { schemaValues } from '../../support/schema-values.ts'

/** Caught where a field of the answer itself is called so. */
const jsonSchema = z.object({
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  enum: z.array(z.unknown()).optional().catch(undefined),
  const: z.string().optional().catch(undefined),
  maxLength: z.number().optional().catch(undefined),
  maxItems: z.number().optional().catch(undefined),
})

/** Where `schema` takes a text or a list without an end, as paths. */
function endless(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const within = Object.entries(schema).flatMap(([key, value]) => endless(value, `${path}/${key}`))
  if (Array.isArray(schema)) return within
  const { type, maxLength, maxItems, ...chosen } = jsonSchema.parse(schema)
  const types = new Set([type ?? []].flat())
  const isChosen = chosen.enum !== undefined || chosen.const !== undefined
  const isEndless =
    (types.has('string') && !isChosen && maxLength === undefined) ||
    (types.has('array') && maxItems === undefined)
  return isEndless ? [path, ...within] : within
}

const toJson = (schema: z.ZodType, io: 'input' | 'output' = 'output') =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io })
// What is sent part by part is as long as it takes, in the memory of a part.
const answers = Object.entries(endpoints).flatMap(([name, { answer, mediaType }]) =>
  answer === null || mediaType !== 'application/json' ? [] : [{ name, answer }],
)

describe('nothing that the portal answers may be without an end', () => {
  it.each(answers)('$name', ({ name, answer }) => {
    expect(endless(toJson(answer), name)).toEqual([])
  })

  it('a problem', () => {
    expect(endless(toJson(problemSchema), 'problem')).toEqual([])
  })

  it('is noticed in lists, choices, records and what is nested', () => {
    const schema = z.object({
      list: z.array(z.string().max(3)),
      choice: z.union([z.number(), z.string()]),
      record: z.record(z.string().max(3), z.string()),
      nested: z.object({ name: z.string() }).nullable(),
      fine: z.enum(['a', 'b']),
    })
    expect(endless(toJson(schema), '')).toHaveLength(4)
  })
})

const sent = [
  ...Object.entries(routes).map(([name, { input }]) => ({ name, input })),
  ...Object.entries(endpoints).flatMap(([name, { body }]) =>
    body === null ? [] : [{ name: `body of ${name}`, input: body }],
  ),
].filter(({ input }) => JSON.stringify(toJson(input, 'input')).includes('maxLength'))

/** What every rule about texts has something against, and many take long over. */
const monstrous = '\0www.x@\ud800'.repeat(2_000)
/** Files are longer than any text, so that for them nothing here is too long. */
function isTooLong(input: z.ZodType, value: unknown): boolean {
  return input.safeParse(value).error?.issues.some(({ code }) => code === 'too_big') === true
}

/** How many rules of our own a value breaks. */
function brokenRules(input: z.ZodType, value: unknown): number {
  const { error } = input.safeParse(value)
  return error?.issues.filter(({ code }) => code === 'custom').length ?? 0
}

const words = ['marie@example.be', 'rivière au soir', 'aGFsbG8=']

/** `value` with `text` in the place of one of its own texts, for each of them. */
function eachReplaced(value: unknown, text: string): unknown[] {
  if (typeof value === 'string') return [text]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    eachReplaced(member, text).map((replaced) =>
      Array.isArray(value)
        ? value.map((one: unknown, index) => (String(index) === key ? replaced : one))
        : { ...value, [key]: replaced },
    ),
  )
}

describe('nothing that is sent may be without an end', () => {
  it.each(sent)('$name', ({ name, input }) => {
    expect(endless(toJson(input, 'input'), name)).toEqual([])
  })

  // Rules that look for links, say, would take minutes over a text that a page makes up.
  it.each(sent)('no rule is asked about a text that is too long: $name', ({ input }) => {
    for (const value of fc.sample(schemaValues(input, { words }), { seed: 1, numRuns: 20 })) {
      // What another text of it is told anyway is none of the long one's affair.
      const before = brokenRules(input, value)
      for (const replaced of eachReplaced(value, monstrous)) {
        if (isTooLong(input, replaced)) {
          expect(brokenRules(input, replaced)).toBeLessThanOrEqual(before)
        }
      }
    }
  })
})
