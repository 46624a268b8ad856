import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../../src/main/platform/configuration/configuration.ts'
import {
  onlyRootWrites,
  type Ownership,
} from '../../../../src/main/platform/managed-file/posix-writers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const path = '/etc/app/config.json'
const chain = ['/', '/etc', '/etc/app', path]
const roots: Ownership = { uid: 0, gid: 0, mode: 0o755, isSymbolicLink: () => false }

/** Whether `path` counts where one part of it is otherwise than root's alone. */
function trusted(
  part: string,
  otherwise: Partial<Ownership>,
  platform: NodeJS.Platform = 'linux',
): boolean {
  const statusOf = (asked: string) => (asked === part ? { ...roots, ...otherwise } : roots)
  return onlyRootWrites(path, platform, statusOf, (same) => same)
}

/** Where `path` is a link of root's, and Marie has a folder of her own. */
const linkThere = (asked: string): Ownership =>
  asked === path
    ? { ...roots, mode: 0o777, isSymbolicLink: () => true }
    : { ...roots, uid: asked.startsWith('/home/marie') ? 1000 : 0 }

const read = (managedFile: string, mustBeManaged: boolean) =>
  readConfiguration({ portalUrl: undefined, managedFile, mustBeManaged })

describe('a managed file of macOS or Linux', () => {
  it('counts where it and every folder above it are root’s alone', () => {
    expect(trusted(path, { mode: 0o644 })).toBe(true)
  })

  it.each(chain)('does not where others write or own %s', (part) => {
    expect(trusted(part, { mode: 0o777 })).toBe(false)
    expect(trusted(part, { mode: 0o757 })).toBe(false)
    // Sticky, as /tmp: everyone may still put something there first.
    expect(trusted(part, { mode: 0o1777 })).toBe(false)
    expect(trusted(part, { uid: 1000 })).toBe(false)
    expect(trusted(part, { mode: 0o775, gid: 1000 })).toBe(false)
  })

  it.each(chain)('may be written by a group of administrators: %s', (part) => {
    expect(trusted(part, { mode: 0o775, gid: 0 })).toBe(true)
    expect(trusted(part, { mode: 0o775, gid: 80 }, 'darwin')).toBe(true)
    expect(trusted(part, { mode: 0o775, gid: 80 }, 'linux')).toBe(false)
  })

  it('is looked at where links lead, too', () => {
    expect(onlyRootWrites(path, 'linux', linkThere, () => '/etc/other.json')).toBe(true)
    expect(onlyRootWrites(path, 'linux', linkThere, () => '/home/marie/x.json')).toBe(false)
  })

  it('whatever the modes: one that others can write is enough', () => {
    const mode = fc.integer({ min: 0, max: 0o7777 })
    fc.assert(
      fc.property(
        fc.constantFrom(...chain),
        mode,
        fc.integer({ min: 0, max: 3 }),
        (part, bits, uid) => {
          const safe = uid === 0 && (bits & 0o002) === 0
          expect(trusted(part, { mode: bits, uid })).toBe(safe)
        },
      ),
    )
  })
})

describe.skipIf(process.platform === 'win32')('on this computer', () => {
  let stack: AsyncDisposableStack
  let folder: string
  beforeEach(() => {
    stack = new AsyncDisposableStack()
    folder = temporaryFolder(stack)
  })
  afterEach(() => stack.disposeAsync())

  it('the system’s own files are managed', () => {
    expect(onlyRootWrites('/etc/hosts', process.platform)).toBe(true)
  })

  it('a file below a folder that everyone writes is none, and nothing falls back past it', async () => {
    const file = join(folder, 'config.json')
    writeFileSync(file, '{"portalUrl": "https://portal.example.be/"}')
    chmodSync(file, 0o600)
    expect(await read(file, true)).toEqual({ ok: false, source: file })
    expect(await read(file, false)).toMatchObject({ ok: true })
    const link = join(folder, 'link.json')
    symlinkSync('/etc/hosts', link)
    expect(await read(link, true)).toEqual({ ok: false, source: link })
  })

  it('a file that is not there leaves the packaged one', async () => {
    mkdirSync(join(folder, 'empty'))
    expect(await read(join(folder, 'empty', 'config.json'), true)).toMatchObject({ ok: true })
  })
})
