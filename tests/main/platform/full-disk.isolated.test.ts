/** The settings file on a disk that is full. */
import type * as fsPromises from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { openSettings } from '../../../src/main/platform/settings/settings.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// A disk that is full is made up: the name that is written to cannot be foreseen.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>()
  return { ...real, open: vi.fn(real.open) }
})

it('says so, and goes on with what was chosen', async () => {
  await using stack = new AsyncDisposableStack()
  const path = join(temporaryFolder(stack), 'settings.json')
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  vi.mocked(open).mockRejectedValueOnce(full)
  const notices: Notice[] = []
  const settings = openSettings(path, (notice) => void notices.push(notice))
  await settings.update({ language: 'it' })
  expect(settings.values().language).toBe('it')
  expect(notices).toEqual([{ code: 'disk_full' }])
})
