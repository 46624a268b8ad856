/** What a lock file must not hold: packages from elsewhere, unsealed, that run code, or of unclear licence. */
import { z } from 'zod'
import { isLicenceAccepted, shippedLicences, toolLicences } from './licences.ts'

const entrySchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  license: z.unknown().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), entrySchema),
})

/** Package names that are let pass, each with the reason. */
export type Reviewed = {
  readonly installScripts: Readonly<Record<string, string>>
  readonly licences: Readonly<Record<string, string>>
}

const registry = 'https://registry.npmjs.org/'

/** The name of the package at `path`, such as `node_modules/a/node_modules/@b/c`. */
const nameAt = (path: string) => path.replace(/^.*node_modules\//, '')

/**
 * What is wrong with a lock file, a sentence each.
 * @param lock its text, as JSON has it
 * @throws where it is no lock file of npm's third version
 */
export function lockComplaints(lock: unknown, reviewed: Reviewed): readonly string[] {
  const packages = Object.entries(lockSchema.parse(lock).packages).filter(([path]) => path !== '')
  const complaints = packages.flatMap(([path, entry]) =>
    complaintsOf(nameAt(path), entry, reviewed).map((complaint) => `${path}: ${complaint}`),
  )
  const names = new Set(packages.map(([path]) => nameAt(path)))
  const idle = [...Object.keys(reviewed.installScripts), ...Object.keys(reviewed.licences)]
    .filter((name) => !names.has(name))
    .map((name) => `${name}: is let pass, and not there`)
  return [...complaints, ...idle]
}

function complaintsOf(
  name: string,
  { version, resolved, integrity, link, license, hasInstallScript }: z.infer<typeof entrySchema>,
  { installScripts, licences }: Reviewed,
): string[] {
  const complaints: string[] = []
  if (link === true || version === undefined) complaints.push('is not a package of the registry')
  if (resolved !== undefined && !resolved.startsWith(registry)) {
    complaints.push(`comes from ${resolved}`)
  }
  if (!/^sha512-[\w+/]{86}==$/.test(integrity ?? '')) complaints.push('has no sha512')
  if (hasInstallScript === true && !Object.hasOwn(installScripts, name)) {
    complaints.push('runs a script when it is installed')
  }
  const isAccepted = typeof license === 'string' && isLicenceAccepted(license, toolLicences)
  if (!isAccepted && !Object.hasOwn(licences, name)) {
    complaints.push(`has a licence that is not accepted: ${JSON.stringify(license) ?? 'none'}`)
  }
  return complaints
}

const rangesSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
})

/** What `package.json` asks for other than one version of the registry's. */
export function rangeComplaints(manifest: unknown): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies } = rangesSchema.parse(manifest)
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))
    .map(([name, range]) => `${name}: asks for ${range}, which is not one version`)
}

/**
 * Which of the packages that `names` bring along may not be passed on with a product, a sentence each.
 * @param lock as above
 * @throws as `lockComplaints` does, and where the lock file has no such package
 */
export function shippedComplaints(lock: unknown, names: readonly string[]): readonly string[] {
  const { packages } = lockSchema.parse(lock)
  const left = names.map((name) => placeOf(packages, '', name) ?? missing(name))
  const seen = new Set<string>()
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      const found = placeOf(packages, path, name)
      if (found !== undefined) left.push(found)
    }
  }
  return [...seen].toSorted().flatMap((path) => {
    const license = packages[path]?.license
    const isAccepted = typeof license === 'string' && isLicenceAccepted(license, shippedLicences)
    return isAccepted ? [] : [`${path}: is passed on, under ${JSON.stringify(license) ?? 'none'}`]
  })
}

function missing(name: string): never {
  throw new Error(`The lock file has no ${name}`)
}

/** Where Node finds `name` for the package at `from`: the innermost folder around it that has one. */
function placeOf(packages: object, from: string, name: string): string | undefined {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (Object.hasOwn(packages, path)) return path
  const outer = /^(?:(.*)\/)?node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(from)
  return outer === null ? undefined : placeOf(packages, outer[1] ?? '', name)
}
