import { expect, test } from 'vitest'
import { docstringComplaints } from '../../scripts/lib/docstrings.ts'

const complaints = (source: string) => docstringComplaints('example.ts', source)

test.each([
  ['a declaration', 'export function area() {}'],
  ['one that is asynchronous', 'export async function area() {}'],
  ['an arrow function', 'export const area = () => 1'],
  ['one whose comment is for readers of the file alone', '// The area.\nexport function area() {}'],
  ['one whose comment is of another kind', '/* The area. */\nexport function area() {}'],
  [
    'one below the docstring of something else',
    '/** A. */\nconst a = 1\nexport function area() {}',
  ],
])('asks for a docstring: %s', (_, source) => {
  expect(complaints(source)).toEqual(['example.ts: area has no docstring'])
})

test.each([
  ['with a docstring', '/** The area. */\nexport function area() {}'],
  ['of the module itself', 'function area() {}\nconst width = () => 1'],
  ['that is no function', 'export const area = 1\nexport type Area = () => number'],
  [
    'with several signatures, of which the first has it',
    '/** The area. */\nexport function area(a: 1): 1\nexport function area(a: unknown) { return a }',
  ],
])('leaves alone what is exported %s', (_, source) => {
  expect(complaints(source)).toEqual([])
})

test('asks for @throws where the function itself throws, and only there', () => {
  const body = 'export function area() { if (true) throw new Error() }'
  expect(complaints(`/** The area. */\n${body}`)).toEqual([
    'example.ts: area throws, but its docstring has no @throws',
  ])
  expect(complaints(`/** The area. @throws Error always */\n${body}`)).toEqual([])
  const within = 'export const area = () => () => { throw new Error() }'
  expect(complaints(`/** The area. */\n${within}`)).toEqual([])
})
