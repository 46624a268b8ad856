import type * as fsPromises from 'node:fs/promises'
import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeAtomically } from '../../../src/main/platform/files/write-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// A virus scanner of Windows that holds the file cannot be had here: its refusals are made up.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>()
  return { ...real, rename: vi.fn(real.rename), open: vi.fn(real.open) }
})

let stack: AsyncDisposableStack
let path: string

beforeEach(() => {
  stack = new AsyncDisposableStack()
  path = join(temporaryFolder(stack), 'draft.sealed')
  writeFileSync(path, 'old')
})
afterEach(() => stack.disposeAsync())

const refusal = (code: string) => Object.assign(new Error(code), { code })

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'waits until a file is free that others hold: %s',
  async (code) => {
    vi.mocked(rename).mockRejectedValueOnce(refusal(code)).mockRejectedValueOnce(refusal(code))
    await writeAtomically(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
  },
)

it('gives up in the end, and leaves what was there', async () => {
  vi.mocked(rename).mockClear()
  const times = 6
  for (let time = 0; time < times; time += 1) {
    vi.mocked(rename).mockRejectedValueOnce(refusal('EPERM'))
  }
  await expect(writeAtomically(path, 'new')).rejects.toThrow('EPERM')
  expect(rename).toHaveBeenCalledTimes(times)
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(join(path, '..'))).toEqual(['draft.sealed'])
})

it.each(['', '.0123456789abcdef'])(
  'writes through no link that was planted at a temporary name (%s)',
  async (random) => {
    const victim = join(path, '../victim')
    writeFileSync(victim, 'precious')
    symlinkSync(victim, `${path}${random}.tmp`)
    await writeAtomically(path, 'new')
    expect(readFileSync(victim, 'utf8')).toBe('precious')
    expect(lstatSync(path).isFile()).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('new')
  },
)

it('writes under a name that is made for it alone, readable to its owner alone', async () => {
  vi.mocked(open).mockClear()
  await writeAtomically(path, 'one')
  await writeAtomically(path, 'two')
  const written = vi.mocked(open).mock.calls.filter(([, flags]) => flags === 'wx')
  expect(new Set(written.map(([file]) => String(file))).size).toBe(2)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('fails rather than take what stands at the temporary name', async () => {
  vi.mocked(open).mockRejectedValueOnce(refusal('EEXIST'))
  await expect(writeAtomically(path, 'new')).rejects.toThrow('EEXIST')
  expect(readFileSync(path, 'utf8')).toBe('old')
})

it('removes what a crash left, and nothing else', async () => {
  const folder = join(path, '..')
  const [leftover, former] = [`${path}.0123456789abcdef.tmp`, `${path}.tmp`]
  const others = [`${path}.txt`, join(folder, 'other.tmp'), `${path}.0123.tmp`]
  for (const file of [leftover, former, ...others]) writeFileSync(file, 'part')
  await writeAtomically(path, 'new')
  expect([leftover, former].filter((file) => existsSync(file))).toEqual([])
  expect(others.filter((file) => !existsSync(file))).toEqual([])
})
