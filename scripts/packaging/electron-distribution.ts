/** Electron's own distribution for a target: given, installed, fetched, or said to be missing. */
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureElectron } from '../lib/electron-binary.ts'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { describeTarget, electronVersion, nodePlatforms, type Target } from './target.ts'

/** Whoever has the distribution already names its folder or its zip file. */
const variable = 'ELECTRON_DIST'
const patienceMs = 15_000

/** Electron's package of npm once more, for another machine: its installer fetches beside itself. */
function packageFor({ platform, arch }: Target): string {
  const own = join(root, 'node_modules', 'electron')
  if (nodePlatforms[platform] === process.platform && arch === process.arch) return own
  // Within node_modules, where the installer finds what it needs.
  const copy = join(root, 'node_modules/.cache/packaging', `electron-${platform}-${arch}`)
  if (!existsSync(copy)) {
    mkdirSync(copy, { recursive: true })
    for (const name of ['package.json', 'install.js', 'checksums.json']) {
      cpSync(join(own, name), join(copy, name))
    }
  }
  return copy
}

/**
 * The folder, or the zip file, of Electron's distribution for `target`.
 * @throws {Failure} saying in a line what is missing
 */
export async function electronDistribution(target: Target): Promise<string> {
  const { platform, arch } = target
  const given = process.env[variable]
  const zip = `electron-v${electronVersion()}-${nodePlatforms[platform]}-${arch}.zip`
  const next = `Set ${variable} to a folder that holds ${zip}, or to what was unpacked from it.`
  if (given !== undefined && given !== '') {
    if (existsSync(resolve(given))) return resolve(given)
    throw new Failure(`${variable} names ${given}, which is not there.`, next)
  }
  const folder = packageFor(target)
  const found = await ensureElectron({
    package: folder,
    cache: join(root, 'node_modules/.cache/electron-binary', describeTarget(target)),
    patienceMs,
    machine: { platform: nodePlatforms[platform], arch },
  })
  if (found.kind === 'present') return join(folder, 'dist')
  throw new Failure(
    `Electron ${electronVersion()} for ${describeTarget(target)} is not here: ${found.reason}.`,
    next,
  )
}
