import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type * as fsPromises from 'node:fs/promises'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeAtomically } from '../../src/main/offline/atomic-write.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

// A virus scanner of Windows that holds the file cannot be had here: its refusals are made up.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>()
  return { ...real, rename: vi.fn(real.rename) }
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
