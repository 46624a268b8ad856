import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Failure } from '../../../scripts/lib/failure.mjs'
import { root } from '../../../scripts/lib/paths.mjs'
import { electronDistribution } from '../../../scripts/packaging/electron-distribution.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/package.ts'), ...args], { encoding: 'utf8' })

const target = { platform: 'win', arch: 'arm64' } as const

describe('Electron’s distribution', () => {
  it('is the one that is named', async () => {
    const file = join(temporaryFolder(), 'electron.zip')
    writeFileSync(file, '')
    vi.stubEnv('ELECTRON_DIST', file)
    expect(await electronDistribution(target)).toBe(file)
  })

  it('is said to be missing where the named one is not there, with the name of the file', async () => {
    vi.stubEnv('ELECTRON_DIST', join(temporaryFolder(), 'elsewhere'))
    const refused = await electronDistribution(target).catch((error: unknown) => error)
    if (!(refused instanceof Failure)) throw new Error('not refused')
    expect(refused.message).toContain('which is not there')
    expect(refused.next).toMatch(/electron-v[\d.]+-win32-arm64\.zip/)
  })
})

describe('the command', () => {
  it.each([
    ['--platform', 'amiga'],
    ['--arch', 'ia32'],
    ['--everything', ''],
  ])('does not guess what %s %s means', (...args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toContain('mean nothing')
    expect(stderr).toContain('npm run package')
  })
})
