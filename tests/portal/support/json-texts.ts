/** Texts that are JSON of a schema, or nearly, or nothing of the kind. */
import * as fc from 'fast-check'
import { resolved, type JsonSchema } from './api-document.ts'

/** Values that mean something to the portal, by the name of the member or parameter. */
export type KnownValues = Readonly<Record<string, readonly string[]>>

/** Texts that databases, terminals, mail and pages trip over. */
const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud83d',
  '\udc00x',
  '\ufeff',
  '\u202Eabc\u202C',
  '\u200b',
  'e\u0301',
  '\u0130',
  '\ufb03',
  '\ufdfa'.repeat(64),
  '\u0344'.repeat(128),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  `${'ß'.repeat(64)}ẞ`,
  'x'.repeat(1023),
  'x'.repeat(5000),
  "' or 1=1 --",
  '"; drop table users; --',
  '%',
  '_%',
  '\\',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  'a\r\nSet-Cookie: a=b',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9007199254740993',
  '__proto__',
  'constructor',
] as const

/** Any text, mostly an odd one. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // Half characters too.
  fc
    .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 64 })
    .map((units) => String.fromCharCode(...units)),
)

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const chained = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
const wide = (width: number) =>
  `{${Array.from({ length: width }, (_, index) => `"k${index}":${index}`).join(',')}}`

/** Values that fit nowhere, and what is no JSON at all. */
const oddValues = [
  'null',
  'true',
  '[]',
  '{}',
  '-0',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '0.1',
  '"\\u0000"',
  '"\\ud800"',
  '"\\ud800\\ud800"',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":null,"length":-1}',
  nested(30),
  nested(1500),
  nested(3500),
  nested(100_000),
  chained(1300),
  wide(300),
  'NaN',
  'undefined',
  "'x'",
  '{',
  '"',
  '01',
  '[1,]',
] as const

const anyValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddValues),
  anyText.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
)

/** JSON of `schema` in most cases, and otherwise anything, in any of its places. */
export function jsonTextOf(
  schema: JsonSchema,
  known: KnownValues,
  name = '',
): fc.Arbitrary<string> {
  const fitting = fittingText(resolved(schema), known, name)
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: anyValue })
}

function fittingText(schema: JsonSchema, known: KnownValues, name: string): fc.Arbitrary<string> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => jsonTextOf(one, known, name)))
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.map(quoted))
  switch (schema.type) {
    case 'object':
      return objectText(schema.properties ?? {}, known)
    case 'array':
      return fc
        .array(jsonTextOf(schema.items ?? {}, known, name), {
          minLength: schema.minItems ?? 0,
          maxLength: schema.maxItems ?? 5,
        })
        .map((items) => `[${items.join(',')}]`)
    case 'string':
      return fittingString(schema, known, name).map((text) => JSON.stringify(text))
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 }).map(String)
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case undefined:
    default:
      return anyValue
  }
}

const quoted = (value: unknown) => JSON.stringify(value)

/** A text that `schema` lets through, as far as it says, and rather one that means something. */
export function fittingString(
  { pattern, format, minLength = 0, maxLength = 300 }: JsonSchema,
  known: KnownValues,
  name: string,
): fc.Arbitrary<string> {
  const meaningful = (known[name] ?? []).filter(
    (text) => text.length >= minLength && text.length <= maxLength,
  )
  const made =
    format === 'date-time'
      ? fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
      : format === 'idn-email'
        ? fc.emailAddress()
        : pattern !== undefined
          ? fc.stringMatching(new RegExp(pattern))
          : fc.string({ unit: 'grapheme', minLength, maxLength })
  return meaningful.length === 0
    ? made
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...meaningful) }, made)
}

/** An object's members as text: some left out, sometimes one twice, sometimes one too many. */
function objectText(
  properties: Readonly<Record<string, JsonSchema>>,
  known: KnownValues,
): fc.Arbitrary<string> {
  const members = Object.entries(properties).map(([name, schema]) =>
    fc.option(
      jsonTextOf(schema, known, name).map((value) => `${JSON.stringify(name)}:${value}`),
      { freq: 15 },
    ),
  )
  const extra = fc
    .tuple(anyText, anyValue)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
  const trailing = fc.oneof(
    { weight: 12, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: extra.map((one) => [one]) },
    // What is passed over when the rest is right, but was read.
    {
      weight: 1,
      arbitrary: fc.constantFrom(200, 1800, 3500).map((depth) => [`"x":${nested(depth)}`]),
    },
    { weight: 1, arbitrary: fc.tuple(...members).map((again) => again.slice(0, 1)) },
  )
  return fc
    .tuple(fc.tuple(...members), trailing)
    .map(([own, more]) => `{${[...own, ...more].filter((one) => one !== null).join(',')}}`)
}
