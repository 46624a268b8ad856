/** What counts as a file that is too small to be a thing of its own. */
import { describe, expect, test } from 'vitest'
import { fragmentsAmong } from '../../scripts/lib/fragments.ts'

/** A module of `lines` lines that imports `names`. */
function moduleOf(lines: number, ...names: readonly string[]): string {
  const imports = names.map((name) => `import '${name}'\n`)
  return imports.join('') + 'void 0\n'.repeat(lines - imports.length)
}

describe('fragments', () => {
  test('are files under 25 lines, and those under 31 that one file imports', () => {
    const sources = new Map([
      ['src/entry.ts', moduleOf(40, './short.ts', './of-one.ts', './of-two.ts', './long.ts')],
      ['src/other.ts', moduleOf(40, './of-two.ts')],
      ['src/short.ts', moduleOf(24)],
      ['src/of-one.ts', moduleOf(30)],
      ['src/of-two.ts', moduleOf(25)],
      ['src/long.ts', moduleOf(31)],
    ])
    expect(fragmentsAmong(sources)).toEqual(['src/short.ts', 'src/of-one.ts'])
  })

  test('count what is imported when it is asked for', () => {
    const sources = new Map([
      ['src/entry.ts', `${moduleOf(40)}void import('./page.ts')\n`],
      ['src/page.ts', moduleOf(28)],
    ])
    expect(fragmentsAmong(sources)).toEqual(['src/page.ts'])
  })
})
