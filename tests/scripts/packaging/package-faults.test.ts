/**
 * Packages as the checks make them, each with one fault put in: what opens them has to say so.
 */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageWithOptions, extractAll } from '@electron/asar'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/lib/build.ts'
import { root } from '../../../scripts/lib/paths.mjs'
import { readArchive } from '../../../scripts/packaging/archive.ts'
import { complaintsAbout } from '../../../scripts/packaging/folder-checks.ts'
import { standInProgram } from '../../../scripts/packaging/stand-in-programs.ts'
import { packagedApp, type PackagedApp, type Target } from '../../../scripts/packaging/target.ts'
import { openWorkshop, type Packaged } from '../../../scripts/packaging/workshop.ts'

const linux = { platform: 'linux', arch: 'x64' } as const
const win = { platform: 'win', arch: 'x64' } as const
const mac = { platform: 'mac', arch: 'arm64' } as const
const targets = [linux, win, mac] as const

const folder = mkdtempSync(join(tmpdir(), 'services-online-faults-'))
const workshop = openWorkshop(folder)

beforeAll(async () => {
  await ensureBuilt()
  await Promise.all(targets.map((target) => workshop.packaged(target)))
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is said about a copy of the package for `target` in which `spoil` has put a fault. */
async function complaintsAfter(
  target: Target,
  spoil: (app: PackagedApp) => void | Promise<void>,
): Promise<string> {
  const made = await workshop.packaged(target)
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(join(made.project.folder, 'dist'), copy, { recursive: true, verbatimSymlinks: true })
  const spoiled: Packaged = { ...made, app: packagedApp(copy, target) }
  await spoil(spoiled.app)
  return (await complaintsAbout(spoiled, root)).join('\n')
}

function edit(file: string, change: (text: string) => string): void {
  const former = readFileSync(file, 'utf8')
  const text = change(former)
  expect(text).not.toBe(former)
  writeFileSync(file, text)
}

/** Packs the archive anew with what `change` did to its files. */
async function repack({ resources }: PackagedApp, change: (content: string) => void) {
  const archive = join(resources, 'app.asar')
  const content = mkdtempSync(join(folder, 'content-'))
  extractAll(archive, content)
  rmSync(archive)
  rmSync(`${archive}.unpacked`, { recursive: true })
  change(content)
  await createPackageWithOptions(content, archive, { unpack: '*.node' })
  // It says that it is done before its last bytes are on the disk.
  await expect
    .poll(() => readArchive(resources).files.every(({ intact }) => intact), { timeout: 60_000 })
    .toBe(true)
}

const archiveOf = ({ resources }: PackagedApp) => join(resources, 'app.asar')
const noticesIn = ({ resources }: PackagedApp) => join(resources, 'THIRD-PARTY.txt')

function libraryIn({ resources, target }: PackagedApp): string {
  const machine = { linux: 'linux-x64', win: 'win32-x64', mac: 'darwin-arm64' }[target.platform]
  const modules = join(resources, 'app.asar.unpacked/node_modules')
  return join(modules, `better-sqlite3-multiple-ciphers/prebuilds/${machine}.node`)
}

describe.each(targets)('a package for $platform', (target) => {
  it('is right as it is made', async () => {
    expect(await complaintsAfter(target, () => {})).toBe('')
  })

  it('with a byte of its archive changed', async () => {
    const said = await complaintsAfter(target, (app) => {
      const bytes = readFileSync(archiveOf(app))
      const last = bytes.length - 1
      bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
      writeFileSync(archiveOf(app), bytes)
    })
    expect(said).toContain('Changed after it was packed')
  })

  it('with a changed library beside its archive', async () => {
    const said = await complaintsAfter(target, (app) => appendFileSync(libraryIn(app), 'x'))
    expect(said).toContain('Changed after it was packed: node_modules/better-sqlite3')
  })

  it('with another machine’s library under the right name', async () => {
    const said = await complaintsAfter(target, (app) => {
      const other = target.arch === 'x64' ? 'arm64' : 'x64'
      writeFileSync(libraryIn(app), standInProgram({ ...target, arch: other }))
    })
    expect(said).toContain(`Not for ${target.platform}-${target.arch} inside`)
  })

  it('with another machine’s library beside its own', async () => {
    const name = 'node_modules/better-sqlite3-multiple-ciphers/prebuilds/freebsd-x64.node'
    const said = await complaintsAfter(target, (app) =>
      repack(app, (content) => writeFileSync(join(content, name), '')),
    )
    expect(said).toContain('freebsd-x64.node')
    expect(said).toContain(`Native libraries for ${target.platform}-${target.arch}`)
  })

  it.each([
    ['RunAsNode', 0, 'off'],
    ['EnableNodeOptionsEnvironmentVariable', 2, 'off'],
    ['EnableEmbeddedAsarIntegrityValidation', 4, 'on'],
    ['OnlyLoadAppFromAsar', 5, 'on'],
  ])('with the fuse %s as Electron has it', async (name, index, wanted) => {
    const said = await complaintsAfter(target, (app) => {
      const program = readFileSync(app.fuseHolder)
      const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
      const first = program.indexOf(sentinel) + sentinel.length + 2
      program.write(wanted === 'off' ? '1' : '0', first + index, 'latin1')
      writeFileSync(app.fuseHolder, program)
    })
    expect(said).toBe(`The fuse ${name} is not ${wanted}`)
  })

  it('without a licence', async () => {
    const said = await complaintsAfter(target, (app) =>
      edit(noticesIn(app), (text) => text.replace('\nkysely ', '\nsomething else ')),
    )
    expect(said).toBe('Licences missing: kysely')
  })

  it('with the text of a licence cut short', async () => {
    const said = await complaintsAfter(target, (app) =>
      edit(noticesIn(app), (text) => text.slice(0, -200)),
    )
    expect(said).toContain('Licences missing: ')
  })

  it('without Chromium’s licences', async () => {
    const said = await complaintsAfter(target, (app) => {
      const place = target.platform === 'mac' ? app.resources : app.folder
      rmSync(join(place, 'LICENSES.chromium.html'))
    })
    expect(said).toBe('Licences missing: LICENSES.chromium.html')
  })

  it('with a language too many, and one missing', async () => {
    const said = await complaintsAfter(target, (app) => {
      const isMac = target.platform === 'mac'
      const place = isMac ? app.resources : join(app.folder, 'locales')
      const ending = isMac ? '.lproj' : '.pak'
      cpSync(join(place, `fr${ending}`), join(place, `ja${ending}`), { recursive: true })
      rmSync(join(place, `nl${ending}`), { recursive: true })
    })
    expect(said).toContain('Texts missing: nl')
    expect(said).toContain('Texts too many: ja')
  })

  it.each(['default_app.asar', '.env', 'app/index.js'])('with %s among its files', async (name) => {
    const said = await complaintsAfter(target, ({ resources }) => {
      cpSync(join(root, 'package.json'), join(resources, name), { recursive: true })
    })
    expect(said).toContain('Neither the app’s nor Electron’s: ')
    expect(said).toContain(name)
  })

  it('that has become too large', async () => {
    const said = await complaintsAfter(target, (app) =>
      appendFileSync(archiveOf(app), Buffer.alloc(5_000_000)),
    )
    expect(said).toContain(`Too large for ${target.platform}-${target.arch}: archive of `)
  })
})

describe('an archive', () => {
  it.each([
    'out/main/index.js.map',
    'out/main/.env',
    'out/portal/main.js',
    'src/main/app/index.ts',
    'out/renderer/assets/picture.png',
    'node_modules/left-behind/index.js',
    'node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3/sqlite3.c',
    'demo.sqlite',
  ])('with %s in its archive', async (path) => {
    const said = await complaintsAfter(linux, (app) =>
      repack(app, (content) => {
        cpSync(join(root, 'package.json'), join(content, path), { recursive: true })
      }),
    )
    expect(said).toContain(`Not for the archive: ${path}`)
  })

  it('without a page', async () => {
    const said = await complaintsAfter(linux, (app) =>
      repack(app, (content) => rmSync(join(content, 'out/renderer/index.html'))),
    )
    expect(said).toContain('Not in the archive: out/renderer/index.html')
  })
})

it('with the program of another machine', async () => {
  const said = await complaintsAfter(linux, (app) => {
    const fuses = readFileSync(app.program)
    writeFileSync(app.program, standInProgram({ ...linux, arch: 'arm64' }, fuses))
  })
  expect(said).toContain('The program is not for linux-x64')
})

/** What is said once `change` has edited the resources of Windows’ program. */
const withResources = (change: (resources: NtExecutableResource) => void) =>
  complaintsAfter(win, ({ program }) => {
    const executable = NtExecutable.from(readFileSync(program))
    const resources = NtExecutableResource.from(executable)
    change(resources)
    resources.outputResource(executable)
    writeFileSync(program, Buffer.from(executable.generate()))
  })
const bytes = (text: string) => new Uint8Array(Buffer.from(text)).buffer

describe('what a program for Windows says of itself', () => {
  it('asks for no administrator', async () => {
    const said = await withResources(({ entries }) => {
      const manifest = entries.find(({ type }) => type === 24)
      if (manifest === undefined) throw new Error('no manifest')
      const text = Buffer.from(manifest.bin).toString('utf8')
      manifest.bin = bytes(text.replace('asInvoker', 'requireAdministrator'))
    })
    expect(said).toBe('level is requireAdministrator, not asInvoker')
  })

  it('is its version', async () => {
    const said = await withResources((resources) => {
      resources.entries = resources.entries.filter(({ type }) => type !== 16)
    })
    expect(said).toContain('ProductName is not there, not Atradius Services Online')
    expect(said).toContain('CompanyName is not there, not Atradius')
  })

  it('is the hash of its archive, and of no other', async () => {
    const other = await complaintsAfter(win, (app) =>
      repack(app, (content) => appendFileSync(join(content, 'out/main/index.js'), '//')),
    )
    expect(other).toMatch(/^integrity is [0-9a-f]{64}, not [0-9a-f]{64}$/)
    const none = await withResources((resources) => {
      resources.entries = resources.entries.filter(({ type }) => type !== 'INTEGRITY')
    })
    expect(none).toMatch(/^integrity is not there, not [0-9a-f]{64}$/)
  })
})

/** What is said once the bundle’s property list has been edited. */
const withProperties = (from: string | RegExp, to: string) =>
  complaintsAfter(mac, ({ folder: contents }) =>
    edit(join(contents, 'Info.plist'), (text) => text.replace(from, to)),
  )

describe('what a bundle for macOS says of itself', () => {
  it.each([
    ['its identifier', /com\.atradius\.services-online(?=<)/, 'com.example.other'],
    ['its link scheme', '<string>atradius-services-online<', '<string>other<'],
    ['the oldest system', '<string>13.0<', '<string>10.13<'],
    ['its category', 'public.app-category.finance', 'public.app-category.games'],
    [
      'that it fetches nothing unencrypted',
      /(<key>NSAllowsArbitraryLoads<\/key>\s*)<false\/>/,
      '$1<true/>',
    ],
    ['the hash of its archive', /(<key>hash<\/key>\s*<string>)[0-9a-f]{8}/, '$100000000'],
    [
      'that it uses no camera',
      '<key>CFBundleName</key>',
      '<key>NSCameraUsageDescription</key><string>so</string><key>CFBundleName</key>',
    ],
  ])('%s', async (_, from, to) => {
    expect((await withProperties(from, to)).split('\n')).toHaveLength(1)
    expect(await withProperties(from, to)).not.toBe('')
  })
})
