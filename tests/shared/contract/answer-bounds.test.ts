import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'

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

const toJson = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' })
const answers = Object.entries(endpoints).flatMap(([name, { answer }]) =>
  answer === null ? [] : [{ name, answer }],
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
