/** What the archive holds: all that the app needs, nothing else, and nothing that was changed. */
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { readArchive } from './archive.ts'
import { libraryNames, machineOf } from './native-library.mjs'
import { describeTarget, nodePlatforms, type PackagedApp } from './target.ts'

/** What is built that is packaged; the rest of `out` is for those who build. */
const builtFiles = ['out/main/**/*.js', 'out/preload/**/*.cjs']
const builtPages = 'out/renderer/**/*.{html,js,css,svg,woff2}'

const files = (names: readonly string[]) => new RegExp(`^(?:${names.join('|')})$`)
/** Of the libraries with native code, what they are loaded by, and what says whose they are. */
const libraryFiles = files([
  'node_modules/@napi-rs/keyring/(?:index\\.js|keytar\\.js|package\\.json|LICENSE)',
  'node_modules/@napi-rs/keyring-[\\w-]+/(?:keyring\\.[\\w-]+\\.node|package\\.json|LICENSE)',
  'node_modules/better-sqlite3-multiple-ciphers/(?:package\\.json|LICENSE)',
  'node_modules/better-sqlite3-multiple-ciphers/lib/[\\w/-]+\\.js',
  'node_modules/better-sqlite3-multiple-ciphers/prebuilds/[\\w-]+\\.node',
])
const neededLibraryFiles = [
  'node_modules/@napi-rs/keyring/index.js',
  'node_modules/@napi-rs/keyring/package.json',
  'node_modules/better-sqlite3-multiple-ciphers/package.json',
  'node_modules/better-sqlite3-multiple-ciphers/lib/binding.js',
]

/** The files of the app's own that belong into an archive, by what was built in `project`. */
function ownFiles(project: string): readonly string[] {
  const built = [...builtFiles, builtPages].flatMap((pattern) =>
    globSync(pattern, { cwd: project }),
  )
  return ['package.json', ...built.map((path) => path.replaceAll(sep, '/'))]
}

const complaint = (what: string, paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? [] : [`${what}: ${paths.join(', ')}`]

function nativeComplaints({ target, resources }: PackagedApp, found: readonly string[]) {
  const machine = { platform: nodePlatforms[target.platform], arch: target.arch }
  const wanted = libraryNames(machine) ?? []
  const held = found.map((path) => path.slice(path.lastIndexOf('/') + 1))
  const name = describeTarget(target)
  if (held.toSorted().join() !== wanted.toSorted().join()) {
    return [`Native libraries for ${name}: ${held.join(', ') || 'none'}`]
  }
  return found.flatMap((path) => {
    const made = machineOf(readFileSync(join(resources, 'app.asar.unpacked', path)))
    return made?.platform === machine.platform && made.arch === machine.arch
      ? []
      : [`Not for ${name} inside: ${path} (${made?.platform ?? 'unknown'}-${made?.arch ?? ''})`]
  })
}

/**
 * What is wrong with the archive of `app`.
 * @param project the folder of what was built, before anything else was put there
 */
export function archiveComplaints(app: PackagedApp, project: string): readonly string[] {
  const archive = readArchive(app.resources)
  const own = new Set(ownFiles(project))
  const held = new Set(archive.files.map(({ path }) => path))
  const missing = [...own, ...neededLibraryFiles].filter((path) => !held.has(path))
  const surplus = [...held].filter((path) => !own.has(path) && !libraryFiles.test(path))
  const changed = archive.files.filter(({ intact }) => !intact)
  const native = archive.files.filter(({ path }) => path.endsWith('.node'))
  const packed = native.filter(({ unpacked }) => !unpacked)
  return [
    ...complaint('Not in the archive', missing),
    ...complaint('Not for the archive', surplus),
    ...complaint(
      'Changed after it was packed',
      changed.map(({ path }) => path),
    ),
    ...complaint(
      'Not beside the archive',
      packed.map(({ path }) => path),
    ),
    ...nativeComplaints(
      app,
      native.map(({ path }) => path),
    ),
  ]
}
