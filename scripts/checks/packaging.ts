/**
 * Packages the built app with electron-builder, which refuses a configuration that its schema does
 * not know, and looks into the package: all that the app needs, nothing that it does not, and the
 * fuses as configured. Electron itself is a stand-in.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '../lib/build.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { runQuietly } from '../lib/processes.ts'
import { writeStandInElectron } from '../lib/stand-in-electron.ts'

const next = 'Mend electron-builder.yml (https://www.electron.build/configuration).'
const modules = join(root, 'node_modules')
const needed = [
  '/package.json',
  '/out/main/index.js',
  '/out/preload/index.cjs',
  '/out/renderer/index.html',
  '/out/renderer/prerendered/fr/services.html',
  '/out/renderer/prerendered/it/sign-in.html',
  '/node_modules/@napi-rs/keyring/index.js',
]
/** Everything else is bundled. */
const allowed = /^\/(?:out|out\/.*|package\.json|node_modules|node_modules\/@napi-rs(?:\/.*)?)$/
const fuses = [
  'RunAsNode is Disabled',
  'EnableCookieEncryption is Enabled',
  'EnableNodeOptionsEnvironmentVariable is Disabled',
  'EnableNodeCliInspectArguments is Disabled',
  'EnableEmbeddedAsarIntegrityValidation is Enabled',
  'OnlyLoadAppFromAsar is Enabled',
  'GrantFileProtocolExtraPrivileges is Disabled',
]

async function runTool(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runQuietly(process.execPath, [join(modules, program), ...args], {
    cwd: root,
  })
  if (code !== 0) throw new Failure(`${program} failed:\n${output}`, next)
  return output
}

async function packageInto(folder: string): Promise<string> {
  const electron = join(folder, 'electron')
  const manifest = readFileSync(join(modules, 'electron', 'package.json'), 'utf8')
  writeStandInElectron(
    electron,
    z.object({ version: z.string() }).parse(JSON.parse(manifest)).version,
  )
  await runTool('electron-builder/cli.js', [
    '--linux',
    'dir',
    '--publish=never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(folder, 'dist')}`,
  ])
  return join(folder, 'dist', 'linux-unpacked')
}

async function check(): Promise<void> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'services-online-package-'))
  try {
    const unpacked = await packageInto(folder)
    const archive = join(unpacked, 'resources', 'app.asar')
    const entries = (await runTool('@electron/asar/bin/asar.js', ['list', archive]))
      .split('\n')
      .map((line) => line.trim().replaceAll('\\', '/'))
      .filter((line) => line !== '')
    const missing = needed.filter((path) => !entries.includes(path))
    if (missing.length > 0) throw new Failure(`Not in the package: ${missing.join(', ')}`, next)
    const surplus = entries.filter((path) => !allowed.test(path))
    if (surplus.length > 0) throw new Failure(`Not for the package: ${surplus.join(', ')}`, next)
    const native = entries.find((path) => path.endsWith('.node'))
    if (native === undefined || !existsSync(join(`${archive}.unpacked`, native))) {
      throw new Failure('The keychain’s native library is not beside the archive.', next)
    }
    const program = join(unpacked, 'services-online')
    const read = await runTool('@electron/fuses/dist/bin.js', ['read', '--app', program])
    const wrong = fuses.filter((fuse) => !read.includes(fuse))
    if (wrong.length > 0) throw new Failure(`Fuses that are not so: ${wrong.join(', ')}`, next)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await check()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
