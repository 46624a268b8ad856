/**
 * The portal as it is deployed: a few files of JavaScript with all that is pure JavaScript in them, the
 * licences of that, and what npm needs to install the rest. Source maps lie beside, not inside.
 */
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { Failure } from './failure.mjs'
import { root } from './paths.mjs'
import { installedPackages, portalManifest } from './portal-manifest.ts'

/** Asked for by `pg` where somebody has installed it; nobody has. */
const neverInstalled = ['pg-native']

export type PortalBuild = {
  /** Of all that is deployed, without what npm installs. */
  readonly bytes: number
}

/**
 * Builds the portal into `folder`, and its source maps into the folder of the same name with `-maps`:
 * neither is in the other, and what stood there is gone.
 * @throws {Failure} where something is imported that is neither bundled nor installed beside
 */
export async function buildPortal(folder: string): Promise<PortalBuild> {
  const maps = `${folder}-maps`
  for (const old of [folder, maps]) rmSync(old, { recursive: true, force: true })
  const imported = await bundle(folder)
  const known = new Set<string>([...installedPackages, ...neverInstalled])
  const unknown = imported.filter((name) => !known.has(name) && !isBuiltin(name))
  if (unknown.length > 0) {
    throw new Failure(
      `The built portal would import what is not installed with it: ${unknown.join(', ')}.`,
      'Name it in scripts/lib/portal-manifest.ts if it cannot be bundled.',
    )
  }
  moveMaps(folder, maps)
  writeManifest(folder)
  for (const name of ['nginx.conf', 'services-online-portal.service']) {
    cpSync(join(root, 'deploy', name), join(folder, 'deploy', name))
  }
  return { bytes: sizeOf(folder) }
}

/** @returns what the bundle imports from outside of it */
async function bundle(folder: string): Promise<readonly string[]> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // Everything is put in, save what is named.
    ssr: { noExternal: true, external: [...installedPackages, ...neverInstalled] },
    build: {
      ssr: join(root, 'src', 'portal', 'main.ts'),
      target: 'node24',
      outDir: folder,
      emptyOutDir: true,
      // Stacks name the sources by the maps that are kept apart; nothing of the sources is inside.
      sourcemap: 'hidden',
      minify: false,
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        output: { entryFileNames: 'main.js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const files = new Set(outputs.map(({ fileName }) => fileName))
  const imported = outputs.flatMap((one) =>
    one.type === 'chunk' ? [...one.imports, ...one.dynamicImports] : [],
  )
  return [...new Set(imported)].filter((name) => !files.has(name))
}

function moveMaps(folder: string, maps: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => one.endsWith('.map'))) {
    mkdirSync(join(maps, name, '..'), { recursive: true })
    renameSync(join(folder, name), join(maps, name))
  }
}

function writeManifest(folder: string): void {
  const { manifest, lock } = portalManifest(
    readFileSync(join(root, 'package.json'), 'utf8'),
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const write = (name: string, value: object) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
  write('package.json', manifest)
  write('package-lock.json', lock)
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
