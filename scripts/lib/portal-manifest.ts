/**
 * What npm installs beside the built portal: the packages that cannot be bundled, each exactly as the
 * project's own lock file has it. Made anew by every build, so that the two cannot differ.
 */
import { z } from 'zod'

const versions = z.record(z.string(), z.string()).default({})
/** Beside what is read here, an entry has its hash, its systems and its licence: all of it is taken over. */
const entrySchema = z.looseObject({
  version: z.string(),
  dependencies: versions,
  optionalDependencies: versions,
})
const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
})
const projectSchema = z.object({
  version: z.string(),
  license: z.string(),
  devDependencies: z.record(z.string(), z.string()),
})

/** What cannot be bundled, as it comes with native code. */
export const installedPackages = ['@node-rs/argon2'] as const

/** The least Node that the portal runs on: the first with `node:sqlite` and its backup. */
const node = '>=24'

export type Manifest = {
  /** `package.json`. */
  readonly manifest: Readonly<Record<string, unknown>>
  /** `package-lock.json`. */
  readonly lock: Readonly<Record<string, unknown>>
}

/**
 * The portal's manifest and lock file.
 * @param project the text of the project's `package.json`
 * @param projectLock the text of its `package-lock.json`
 * @throws where one of them is not of a shape that is known, or lacks a package
 */
export function portalManifest(project: string, projectLock: string): Manifest {
  const { version, license, devDependencies } = projectSchema.parse(JSON.parse(project))
  const { lockfileVersion, packages } = lockSchema.parse(JSON.parse(projectLock))
  const dependencies: Record<string, string> = {}
  for (const name of installedPackages) {
    const exact = devDependencies[name]
    if (exact === undefined) throw new Error(`package.json names no ${name}`)
    dependencies[name] = exact
  }
  const name = 'services-online-portal'
  const own = { name, version, license, dependencies, engines: { node } }
  return {
    manifest: { ...own, private: true, type: 'module' },
    lock: {
      name,
      version,
      lockfileVersion,
      requires: true,
      packages: { '': own, ...entriesOf(Object.keys(dependencies), packages) },
    },
  }
}

/** The entries of `names` and of all that they need; none of them is for development here. */
function entriesOf(
  names: readonly string[],
  packages: Readonly<Record<string, object>>,
): Record<string, object> {
  const found = new Map<string, object>()
  const wanted = [...names]
  for (let name = wanted.shift(); name !== undefined; name = wanted.shift()) {
    const path = `node_modules/${name}`
    const entry = packages[path]
    if (found.has(path)) continue
    if (entry === undefined) throw new Error(`package-lock.json names no ${name}`)
    const { dependencies, optionalDependencies } = entrySchema.parse(entry)
    const { dev: _, ...kept } = z.looseObject({ dev: z.boolean().optional() }).parse(entry)
    found.set(path, kept)
    wanted.push(...Object.keys(dependencies), ...Object.keys(optionalDependencies))
  }
  return Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
