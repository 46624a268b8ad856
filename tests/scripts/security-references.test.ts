import { expect, it } from 'vitest'
import { untrueReferences } from '../../scripts/lib/security-references.ts'

const files = new Map([
  ['src/main/window.ts', 'const preferences = { sandbox: true }'],
  ['tests/main/window.test.ts', "it('has a sandbox', () => undefined)"],
  ['package.json', '{ "electron": "45.4.1" }'],
])
const untrue = (text: string) => untrueReferences(text, (path) => files.get(path) ?? null)

it('takes what is there', () => {
  const row =
    '| 4 | `src/main/window.ts`: `sandbox: true`, `package.json`: `"45.` | `tests/main/window.test.ts` › has a sandbox; `src/main/window.ts` |'
  expect(untrue(row)).toEqual([])
})

it('tells what is not: a file, a line, a test', () => {
  expect(untrue('`src/main/gone.ts`: `x`')).toEqual(['src/main/gone.ts is not there'])
  expect(untrue('| `src/main/window.ts`: `sandbox: false` |')).toEqual([
    'src/main/window.ts has no “sandbox: false”',
  ])
  expect(untrue('| `tests/main/window.test.ts` › has none | x')).toEqual([
    'tests/main/window.test.ts has no “has none”',
  ])
  expect(untrue('`package.json`: `"46.`')).toHaveLength(1)
})
