/** Builds main, preload and renderer, or the portal, and only when something that they are made of changed. */
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

type Target = {
  /** Of its lock. */
  readonly name: string
  /** A hash over all that goes into it. */
  readonly hash: () => string
  /** Lies in what is built, so that deleting that by hand asks for a new build. */
  readonly stampFile: string
  /** @throws {Failure} where it does not build */
  readonly build: () => Promise<void>
}

/** @returns whether it had to be built */
async function ensure({ name, hash: currentHash, stampFile, build }: Target): Promise<boolean> {
  const isCurrent = (hash: string) =>
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
  if (isCurrent(currentHash())) return false
  return withLock(join(locksFolder, name), async () => {
    const hash = currentHash()
    if (isCurrent(hash)) return false
    // What a build leaves that was ended in the middle is nothing's result.
    rmSync(stampFile, { force: true })
    await build()
    writeFileSync(stampFile, hash)
    return true
  })
}

/** What a variable puts into the bundle counts as its files do. */
function appHash(): string {
  const keys = process.env['UPDATE_PUBLIC_KEYS'] ?? ''
  const hash = createHash('sha256').update(hashSources(root, sources))
  return hash.update(`UPDATE_PUBLIC_KEYS=${keys}`).digest('hex')
}

async function buildApp(): Promise<void> {
  const bundler = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await runCaptured(process.execPath, [bundler, 'build'], { cwd: root })
  if (code === 0) return
  throw new Failure(`The app does not build:\n${output}`, 'Mend the error above, then run again.')
}

/**
 * Builds the app into `out/` where its sources changed since the last build.
 * @returns whether it had to be built
 * @throws {Failure} with the compiler's own words where it does not build
 */
export function ensureBuilt(): Promise<boolean> {
  const stampFile = join(root, 'out', '.sources')
  return ensure({ name: 'build', hash: appHash, stampFile, build: buildApp })
}

const portalSources = [
  'src/portal',
  'src/shared',
  'package.json',
  'package-lock.json',
  'scripts/lib/portal-build.ts',
  'scripts/lib/portal-manifest.ts',
]
/** Where it finds what is installed and is in nobody's way. */
const portalFolder = join(root, 'node_modules', '.cache', 'portal')

/**
 * Builds the portal, where its sources changed, for those who start it often: so it is up in half the time.
 * @returns its program
 * @throws {Failure} where it does not build
 */
export async function ensurePortalBuilt(): Promise<string> {
  await ensure({
    name: 'portal-build',
    hash: () => hashSources(root, portalSources),
    stampFile: join(portalFolder, '.sources'),
    build: async () => {
      const { buildPortal } = await import('./portal-build.ts')
      await buildPortal(portalFolder)
    },
  })
  return join(portalFolder, 'main.js')
}
