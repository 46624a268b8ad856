/**
 * Packages the built app with electron-builder, which refuses a configuration that its schema does
 * not know, and looks into the package: all that the app needs, nothing that it does not, the fuses
 * and the signing as configured, and the native libraries of exactly its architecture. Electron
 * itself is a stand-in.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '../lib/build.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { runCaptured, type Finished } from '../lib/processes.ts'

type Arch = 'x64' | 'arm64'

const next = 'Mend electron-builder.yml (https://www.electron.build/configuration).'
const modules = join(root, 'node_modules')
const builder = 'electron-builder/cli.js'
const needed = [
  '/package.json',
  '/out/main/index.js',
  '/out/preload/index.cjs',
  '/out/renderer/index.html',
  '/out/renderer/prerendered/fr/services.html',
  '/out/renderer/prerendered/it/sign-in.html',
  '/node_modules/@napi-rs/keyring/index.js',
  '/node_modules/better-sqlite3-multiple-ciphers/lib/linux-x64.js',
  '/node_modules/better-sqlite3-multiple-ciphers/LICENSE',
]
/** Everything else is bundled. */
const allowed =
  /^\/(?:out|out\/(?:main|preload|renderer)(?:\/.*)?|package\.json|node_modules|node_modules\/@napi-rs(?:\/.*)?|node_modules\/better-sqlite3-multiple-ciphers(?:\/(?:package\.json|LICENSE|lib(?:\/.*)?|prebuilds(?:\/[^/]*\.node)?))?)$/
/** What may lie in `out/` beside the app, and must not be packed: the build's mark, pictures. */
const litter = 'out/tour/01-services.png'
const fuses = [
  'RunAsNode is Disabled',
  'EnableCookieEncryption is Enabled',
  'EnableNodeOptionsEnvironmentVariable is Disabled',
  'EnableNodeCliInspectArguments is Disabled',
  'EnableEmbeddedAsarIntegrityValidation is Enabled',
  'OnlyLoadAppFromAsar is Enabled',
  'GrantFileProtocolExtraPrivileges is Disabled',
]
/** What the configuration says; a release without one of them does not start, or is no one's. */
const settings = [
  'forceCodeSigning: true',
  'resetAdHocDarwinSignature: true',
  'hardenedRuntime: true',
  'script: resources/installer/installer.nsi',
]
const unsignedSettings = ['forceCodeSigning: false', 'hardenedRuntime: false']

/** Electron's own marker for its fuses; after it come a version, a count and a byte a fuse. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9

/**
 * A folder in the shape of Electron's distribution for Linux, so that packaging can be checked
 * where the real one can't be had. It holds what packaging touches: a program with the block of
 * fuses, the version, and Chromium's texts.
 */
function writeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit\n'),
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ])
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  for (const language of ['fr', 'nl', 'en-US', 'en-GB', 'de', 'es', 'it', 'ja']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  }
}

function requireAll(found: string, wanted: readonly string[], what: string): void {
  const missing = wanted.filter((line) => !found.includes(line))
  if (missing.length > 0) throw new Failure(`${what}: ${missing.join(', ')}`, next)
}

async function runTool(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runCaptured(process.execPath, [join(modules, program), ...args], {
    cwd: root,
  })
  if (code !== 0) throw new Failure(`${program} failed:\n${output}`, next)
  return output
}

/** SQLite's library comes with the builds for every machine, and with its sources. */
const installed = [
  'node_modules/@napi-rs/keyring',
  'node_modules/better-sqlite3-multiple-ciphers',
  'node_modules/node-addon-api',
]

/** The project as it is installed for `arch`; another machine's library is an empty file here. */
function writeProject(folder: string, arch: Arch): void {
  for (const path of ['package.json', 'electron-builder.yml', 'electron-builder.unsigned.yml']) {
    cpSync(join(root, path), join(folder, path))
  }
  for (const path of ['out', 'resources', 'scripts/packaging', ...installed]) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  cpSync(join(root, 'resources/icon.png'), join(folder, litter))
  const name = `keyring-linux-${arch}-gnu`
  const library = join(folder, 'node_modules', '@napi-rs', name)
  cpSync(join(modules, '@napi-rs', 'keyring', 'LICENSE'), join(library, 'LICENSE'))
  const { version } = readManifest(join(modules, '@napi-rs', 'keyring'))
  const main = `keyring.linux-${arch}-gnu.node`
  writeFileSync(
    join(library, 'package.json'),
    JSON.stringify({ name: `@napi-rs/${name}`, version, main, files: [main] }),
  )
  writeFileSync(join(library, main), '')
}

function readManifest(folder: string): { readonly version: string } {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text))
}

/** Packages the project in `folder` for `arch`; where it is installed for another one, it fails. */
function packageFor(arch: Arch, folder: string, configuration: string): Promise<Finished> {
  return runCaptured(
    process.execPath,
    [
      join(modules, builder),
      '--linux',
      'dir',
      `--${arch}`,
      '--publish=never',
      `--config=${configuration}`,
      `-c.electronDist=${join(folder, '..', 'electron')}`,
      `-c.electronVersion=${readManifest(join(modules, 'electron')).version}`,
    ],
    { cwd: folder, env: { ...process.env, NODE_PATH: modules } },
  )
}

async function inspect(arch: Arch, folder: string): Promise<void> {
  const unpacked = join(
    folder,
    'dist',
    arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`,
  )
  const archive = join(unpacked, 'resources', 'app.asar')
  const entries = (await runTool('@electron/asar/bin/asar.js', ['list', archive]))
    .split('\n')
    .map((line) => line.trim().replaceAll('\\', '/'))
    .filter((line) => line !== '')
  requireAll(
    `\n${entries.join('\n')}\n`,
    needed.map((path) => `\n${path}\n`),
    'Not in the package',
  )
  const surplus = entries.filter((path) => !allowed.test(path))
  if (surplus.length > 0) throw new Failure(`Not for the package: ${surplus.join(', ')}`, next)
  const native = entries.filter((path) => path.endsWith('.node'))
  const wanted = [`keyring.linux-${arch}-gnu.node`, `linux-${arch}.node`]
  const held = native.map((path) => basename(path)).toSorted()
  if (held.join() !== wanted.join()) {
    throw new Failure(`Native libraries for ${arch}: ${native.join(', ') || 'none'}`, next)
  }
  const packed = native.filter((path) => !existsSync(join(`${archive}.unpacked`, path)))
  if (packed.length > 0) throw new Failure(`Not beside the archive: ${packed.join(', ')}`, next)
  const program = join(unpacked, 'services-online')
  const read = await runTool('@electron/fuses/dist/bin.js', ['read', '--app', program])
  requireAll(read, fuses, 'Fuses that are not so')
}

const said = (name: string) => readFileSync(join(root, name), 'utf8')

async function check(folder: string): Promise<void> {
  const { version } = readManifest(join(modules, 'electron'))
  writeStandInElectron(join(folder, 'electron'), version)
  requireAll(said('electron-builder.yml'), settings, 'Not in the configuration')
  requireAll(said('electron-builder.unsigned.yml'), unsignedSettings, 'Not in the unsigned one')
  for (const arch of ['x64', 'arm64'] as const) {
    const project = join(folder, arch)
    writeProject(project, arch)
    // oxlint-disable-next-line no-await-in-loop -- each uses both processors by itself
    const { code, output } = await packageFor(arch, project, 'electron-builder.yml')
    if (code !== 0) throw new Failure(`electron-builder failed for ${arch}:\n${output}`, next)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await inspect(arch, project)
  }

  // Installed for the one, packaged for the other: what a run for both architectures does.
  const wrong = await packageFor('arm64', join(folder, 'x64'), 'electron-builder.unsigned.yml')
  if (
    wrong.code === 0 ||
    !wrong.output.includes('must hold keyring.linux-arm64-gnu.node and linux-arm64.node alone')
  ) {
    throw new Failure(`A package with another’s library was made:\n${wrong.output}`, next)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'services-online-package-'))
try {
  await ensureBuilt()
  await check(folder)
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
