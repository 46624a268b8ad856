/**
 * Values that a zod schema takes, as fast-check makes them: drawn from its JSON Schema, which zod
 * itself gives, so that a field that is added is covered by being there. What a JSON Schema cannot
 * say (a rule across fields, say) is left to the schema: what it does not take is drawn again.
 */
import * as fc from 'fast-check'
import { z } from 'zod'
import { assertNever } from '../../src/shared/assert-never.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

export type SchemaValuesOptions = {
  /** `input`: what is parsed; `output`: what comes of it. */
  readonly io?: 'input' | 'output'
  /** Texts that mean something to what is tried: taken, now and then, wherever they fit. */
  readonly words?: readonly string[]
}

/** How often a value is drawn again that a rule beyond JSON Schema refuses. */
const mostTries = 60

/** Arbitrary values that `schema` takes, or, with `io: 'output'`, that it gives. */
export function schemaValues(
  schema: z.ZodType,
  { io = 'input', words = [] }: SchemaValuesOptions = {},
): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  const drawn = valuesOf(json, words)
  const isTaken = ({ value }: { readonly value: unknown }) => schema.safeParse(value).success
  // Not fast-check's own `filter`, which draws without end where chance hardly ever meets a rule.
  return fc
    .infiniteStream(drawn.map((value) => ({ value })))
    .map((stream) => stream.take(mostTries).filter(isTaken).getNthOrLast(0))
    .map((taken) => {
      if (taken === null) throw new Error(`Chance does not meet a rule of ${JSON.stringify(json)}`)
      return io === 'input' ? taken.value : schema.parse(taken.value)
    })
}

function valuesOf(schema: unknown, words: readonly string[]): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return fc.jsonValue({ maxDepth: 2 })
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const options = schema.oneOf ?? schema.anyOf
  if (options !== undefined) return fc.oneof(...options.map((option) => valuesOf(option, words)))
  const types = [schema.type ?? []].flat()
  return types.length === 0
    ? fc.jsonValue({ maxDepth: 2 })
    : fc.oneof(...types.map((type) => valuesOfType(type, schema, words)))
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === 'object' && schema !== null
}

function valuesOfType(
  type: z.core.JSONSchema.SchemaType,
  schema: JsonSchema,
  words: readonly string[],
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer(rangeOf(schema, 1, -(2 ** 31), 2 ** 31))
    case 'number':
      return fc.double({ ...rangeOf(schema, 0, -1e9, 1e9), noNaN: true })
    case 'string':
      return texts(schema, words)
    case 'array':
      return fc.array(valuesOf(schema.items, words), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 4, 4)),
      })
    case 'object':
      return objects(schema, words)
    default:
      return assertNever(type)
  }
}

/** @param step the distance from an exclusive bound */
function rangeOf(schema: JsonSchema, step: number, lowest: number, highest: number) {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum } = schema
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + step : lowest
  const below = typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : highest
  return { min: Math.max(minimum ?? lowest, above), max: Math.min(maximum ?? highest, below) }
}

function texts(schema: JsonSchema, words: readonly string[]): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 300, pattern, format } = schema
  const shape = pattern === undefined ? null : new RegExp(pattern, 'u')
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (shape?.test(text) ?? true)
  const known = words.filter(fits)
  const drawn = formatted(format) ?? patterned(schema, shape)
  return known.length === 0 ? drawn : fc.oneof(drawn, fc.constantFrom(...known))
}

function formatted(format: string | undefined): fc.Arbitrary<string> | null {
  switch (format) {
    case 'date-time':
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString())
    case 'email':
    case 'idn-email':
      return fc.emailAddress()
    case 'uri':
      return addresses
    case 'uuid':
      return fc.uuid()
    case undefined:
    default:
      return null
  }
}

/** Not fast-check's own `webUrl`, which first writes down how each character of Unicode is escaped. */
const addresses = fc
  .tuple(
    fc.domain(),
    fc.stringMatching(/^(?:[\w.~-]|%[\dA-F]{2}|\/){0,24}$/),
    fc.constantFrom('', '?q=1#a'),
  )
  .map(([host, path, rest]) => `https://${host}/${path}${rest}`)

function patterned(schema: JsonSchema, shape: RegExp | null): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 300 } = schema
  if (shape !== null) return fc.stringMatching(shape, { size: 'small' })
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 24)) }
  return fc.oneof(
    { weight: 4, arbitrary: fc.string(lengths) },
    { weight: 1, arbitrary: fc.string({ ...lengths, unit: 'grapheme' }) },
    // As long as it may be.
    { weight: 1, arbitrary: fc.constantFrom('x', ' ', '0').map((one) => one.repeat(maxLength)) },
  )
}

function objects(schema: JsonSchema, words: readonly string[]): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, of]) => [name, valuesOf(of, words)]),
  )
  const required = schema.required ?? []
  const own = fc.record(members, { requiredKeys: required, noNullPrototype: true })
  if (!isSchema(schema.additionalProperties) || schema.properties !== undefined) return own
  return fc.dictionary(
    isSchema(schema.propertyNames) ? texts(schema.propertyNames, words) : fc.string(),
    valuesOf(schema.additionalProperties, words),
    { maxKeys: 4, noNullPrototype: true },
  )
}
