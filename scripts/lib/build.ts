/** Builds main, preload and renderer, and only when something that they are made of changed. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure } from './failure.mjs'
import { withLock } from './lock.mjs'
import { locksFolder, root } from './paths.mjs'
import { runCaptured } from './processes.ts'

const sources = [
  'src/main',
  'src/preload',
  'src/renderer',
  'src/shared',
  'resources',
  'electron.vite.config.ts',
  'vite.renderer.config.ts',
  'scripts/bundled-packages.ts',
  'scripts/prerender.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
  'tsconfig.preload.json',
  'tsconfig.node.json',
]
const out = join(root, 'out')
/** Lies in `out`, so that deleting `out` by hand asks for a new build. */
const stampFile = join(out, '.sources')

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [path]
  }
}

/** A hash over the names and contents of everything that the build reads. */
export function hashSources(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  const files = paths.flatMap((path) => filesOf(join(folder, path)))
  for (const file of files.toSorted()) {
    hash.update(`${relative(folder, file)}\0`)
    hash.update(readFileSync(file))
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** What a variable puts into the bundle counts as its files do. */
function currentHash(): string {
  const keys = process.env['UPDATE_PUBLIC_KEYS'] ?? ''
  const hash = createHash('sha256').update(hashSources(root, sources))
  return hash.update(`UPDATE_PUBLIC_KEYS=${keys}`).digest('hex')
}

function isCurrent(hash: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
}

/**
 * Builds the app into `out/` where its sources changed since the last build.
 * @returns whether it had to be built
 * @throws {Failure} with the compiler's own words where it does not build
 */
export async function ensureBuilt(): Promise<boolean> {
  if (isCurrent(currentHash())) return false
  return withLock(join(locksFolder, 'build'), async () => {
    const hash = currentHash()
    if (isCurrent(hash)) return false
    // What a build leaves that was ended in the middle is nothing's result.
    rmSync(stampFile, { force: true })
    const bundler = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { code, output } = await runCaptured(process.execPath, [bundler, 'build'], { cwd: root })
    if (code !== 0) {
      throw new Failure(
        `The app does not build:\n${output}`,
        'Mend the error above, then run again.',
      )
    }
    writeFileSync(stampFile, hash)
    return true
  })
}
