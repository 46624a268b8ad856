/**
 * The project as it is installed for a platform and an architecture, in a folder of its own: what
 * was built, and the libraries with native code that npm chooses for that machine. The
 * developer's own `node_modules` stay as they are.
 */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { withLock } from '../lib/lock.mjs'
import { dataFolder, locksFolder, root } from '../lib/paths.mjs'
import { runCaptured } from '../lib/processes.ts'
import { standInProgram } from './stand-in-programs.ts'
import { noticesOf, thirdParties } from './third-party.ts'
import { describeTarget, nodePlatforms, versionOf, type Target } from './target.ts'

/** What npm installs by. */
const manifests = ['package.json', 'package-lock.json', '.npmrc']
const packaged = ['electron-builder.yml', 'electron-builder.unsigned.yml', 'out', 'resources']
const unfinishedEnding = '.unfinished'
const cacheFolder = join(dataFolder, 'packaging')

export type Project = {
  readonly folder: string
  readonly target: Target
  /** Whether the native libraries are those of the registry, or files that stand for them. */
  readonly libraries: 'real' | 'stand-in'
}

/** Runs npm; under `npm run` it tells where its own program is. */
function npm(args: readonly string[], folder: string) {
  const program = process.env['npm_execpath']
  return program?.endsWith('npm-cli.js')
    ? runCaptured(process.execPath, [program, ...args], { cwd: folder })
    : runCaptured('npm', args, { cwd: folder, shell: process.platform === 'win32' })
}

/** What earlier lock files asked for is not asked for again. */
function forgetFormer(target: Target): void {
  for (const name of readdirSync(cacheFolder)) {
    const isOurs = name.startsWith(`${describeTarget(target)}-`)
    if (isOurs && !name.endsWith(unfinishedEnding)) {
      rmSync(join(cacheFolder, name), { recursive: true, force: true })
    }
  }
}

/** Known to be false once it has not: one waits for it once, and not for each machine. */
let registryAnswers = true

/** Installs the production dependencies for `target` from the registry, once for each lock file. */
async function installedModules(target: Target): Promise<string | null> {
  const hash = createHash('sha256')
  for (const name of manifests) hash.update(readFileSync(join(root, name)))
  const name = `${describeTarget(target)}-${hash.digest('hex').slice(0, 16)}`
  const folder = join(cacheFolder, name)
  return withLock(join(locksFolder, `packaging-${describeTarget(target)}`), async () => {
    if (existsSync(folder)) return join(folder, 'node_modules')
    if (!registryAnswers) return null
    const unfinished = `${folder}${unfinishedEnding}`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    for (const manifest of manifests) cpSync(join(root, manifest), join(unfinished, manifest))
    const { code } = await npm(
      [
        'ci',
        '--omit=dev',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
        '--fetch-retries=1',
        `--os=${nodePlatforms[target.platform]}`,
        `--cpu=${target.arch}`,
        ...(target.platform === 'linux' ? ['--libc=glibc'] : []),
      ],
      unfinished,
    )
    if (code !== 0) {
      registryAnswers = false
      return null
    }
    forgetFormer(target)
    renameSync(unfinished, folder)
    return join(folder, 'node_modules')
  })
}

/** The packages beside which the keychain's library of each machine is installed. */
const portable = ['@napi-rs/keyring', 'better-sqlite3-multiple-ciphers', 'node-addon-api']

/** Stands for what the registry would have brought: the keychain's library, as a bare program. */
function writeStandInModules(modules: string, target: Target): void {
  const installed = join(root, 'node_modules')
  for (const name of portable) {
    cpSync(join(installed, name), join(modules, name), { recursive: true })
  }
  const suffix = { linux: '-gnu', win: '-msvc', mac: '' }[target.platform]
  const machine = `${nodePlatforms[target.platform]}-${target.arch}${suffix}`
  const library = join(modules, '@napi-rs', `keyring-${machine}`)
  const main = `keyring.${machine}.node`
  mkdirSync(library, { recursive: true })
  const manifest = {
    name: `@napi-rs/keyring-${machine}`,
    version: versionOf(join(installed, '@napi-rs/keyring')),
    main,
    files: [main],
    license: 'MIT',
  }
  writeFileSync(join(library, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(library, main), standInProgram(target))
}

/** Makes in `folder` the built project as it is installed for `target`. */
export async function installedProject(folder: string, target: Target): Promise<Project> {
  mkdirSync(folder, { recursive: true })
  for (const path of [...manifests, ...packaged, 'scripts/packaging']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  const modules = join(folder, 'node_modules')
  const installed = await installedModules(target)
  if (installed === null) writeStandInModules(modules, target)
  else cpSync(installed, modules, { recursive: true, verbatimSymlinks: true })
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), noticesOf(thirdParties(folder)))
  return { folder, target, libraries: installed === null ? 'stand-in' : 'real' }
}
