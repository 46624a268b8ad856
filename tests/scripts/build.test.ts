import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashSources } from '../../scripts/lib/build.ts'
import { temporaryFolder } from './temporary-folder.ts'

function sources(): { folder: string; hash: () => string } {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'a')
  writeFileSync(join(folder, 'config.ts'), 'config')
  return { folder, hash: () => hashSources(folder, ['src', 'config.ts', 'absent.json']) }
}

describe('whether the app must be built anew', () => {
  it('is not asked for by a new date alone, as a fresh clone has', () => {
    const { folder, hash } = sources()
    const before = hash()
    utimesSync(join(folder, 'config.ts'), new Date(0), new Date(0))
    expect(hash()).toBe(before)
  })

  it.each([
    ['a changed file', (folder: string) => writeFileSync(join(folder, 'src/deep/a.ts'), 'b')],
    ['a new file', (folder: string) => writeFileSync(join(folder, 'src/b.ts'), '')],
    ['a renamed file', (f: string) => renameSync(join(f, 'src/deep/a.ts'), join(f, 'src/a.ts'))],
    ['a file that was absent', (f: string) => writeFileSync(join(f, 'absent.json'), '')],
  ])('is asked for by %s', (_, change) => {
    const { folder, hash } = sources()
    const before = hash()
    change(folder)
    expect(hash()).not.toBe(before)
  })
})
