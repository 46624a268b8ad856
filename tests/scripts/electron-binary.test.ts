import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureElectron, findElectron } from '../../scripts/lib/electron-binary.ts'
import type { ElectronPlace } from '../../scripts/lib/electron-binary.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Leaves what Electron's own installer leaves. */
const install = `
  const fs = require('node:fs'), path = require('node:path')
  fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true })
  fs.writeFileSync(path.join(__dirname, 'dist', 'version'), 'v45.4.1')
  fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
`
const count = `require('node:fs').appendFileSync(__dirname + '/tries', '.');`

/** npm's package with an installer of the test's own. */
function place(installer: string, patienceMs = 10_000): ElectronPlace {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'electron'))
  writeFileSync(join(folder, 'electron', 'package.json'), '{"version":"45.4.1"}')
  writeFileSync(join(folder, 'electron', 'install.js'), count + installer)
  return { package: join(folder, 'electron'), cache: join(folder, 'cache'), patienceMs }
}

const tries = (where: ElectronPlace) => readFileSync(join(where.package, 'tries'), 'utf8').length

describe('Electron’s binary', () => {
  it('is fetched once', async () => {
    const where = place(install)
    const path = join(where.package, 'dist', 'electron')
    await expect(ensureElectron(where)).resolves.toEqual({ kind: 'present', path })
    await expect(ensureElectron(where)).resolves.toEqual({ kind: 'present', path })
    expect(tries(where)).toBe(1)
  })

  it('is not taken from another version of the package', async () => {
    const where = place(install)
    await ensureElectron(where)
    writeFileSync(join(where.package, 'package.json'), '{"version":"46.0.0"}')
    expect(findElectron(where)).toBeNull()
  })

  it('is done without where the network refuses, and not asked for again that day', async () => {
    const where = place(`console.error('HTTPError: 403 Forbidden'); process.exit(1)`)
    const absent = { kind: 'absent', reason: 'HTTPError: 403 Forbidden' }
    await expect(ensureElectron(where)).resolves.toEqual(absent)
    await expect(ensureElectron(where)).resolves.toEqual(absent)
    expect(tries(where)).toBe(1)
  })

  it('is asked for again after a day', async () => {
    const where = place(install)
    mkdirSync(where.cache)
    const yesterday = Date.now() - 25 * 60 * 60_000
    const refusal = { version: '45.4.1', mirror: '', at: yesterday, reason: 'refused' }
    writeFileSync(join(where.cache, 'refusal.json'), JSON.stringify(refusal))
    await expect(ensureElectron(where)).resolves.toMatchObject({ kind: 'present' })
  })

  it('is given up where nothing comes, and leaves no half download', async () => {
    const where = place('setInterval(() => {}, 1000)', 1)
    await expect(ensureElectron(where)).resolves.toMatchObject({ kind: 'absent' })
    expect(existsSync(join(where.cache, 'download'))).toBe(false)
  })
})
