/** What lies around the archive: Electron's own files, texts, licences, and how much it all weighs. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describeTarget, type PackagedApp } from './target.ts'
import type { ThirdParty } from './third-party.ts'
import { sizeBudget } from './size-budget.ts'

/** Chromium's texts: the app's six languages, with the kinds of English and Spanish that it knows. */
const languages = {
  files: ['de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'it', 'nl'],
  folders: ['de', 'en', 'en_GB', 'es', 'es_419', 'fr', 'it', 'nl'],
} as const

/** Where Chromium's texts lie: on macOS folders, in the framework and for the system's own. */
export function languageComplaints({ target, folder, resources }: PackagedApp): readonly string[] {
  const isMac = target.platform === 'mac'
  const places = isMac
    ? [resources, join(folder, 'Frameworks/Electron Framework.framework/Versions/A/Resources')]
    : [join(folder, 'locales')]
  const wanted = isMac ? languages.folders : languages.files
  const ending = isMac ? '.lproj' : '.pak'
  return places.flatMap((place) => {
    const found = readdirSync(place)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
    const complaints = [
      ...wanted.filter((name) => !found.includes(name)).map((name) => `Texts missing: ${name}`),
      ...found
        .filter((name) => !wanted.some((one) => one === name))
        .map((name) => `Texts too many: ${name}`),
    ]
    return complaints
  })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}

/** The programs of Electron have the app's name in a package. */
const renamed = (path: string) => path.replaceAll('Atradius Services Online', 'Electron')

/** What the app adds to Electron's distribution, beside texts and programs. */
const ownFiles =
  /^resources\/(?:app\.asar|app\.asar\.unpacked\/node_modules\/[^.].*\.node|THIRD-PARTY\.txt|icon\.icns)$/i
/** Electron's licences, under the names that they have in a package. */
/** Of Electron's distribution, what no app has: one to be started where its own is missing. */
const electronsAlone = /(?:^version$|\/default_app\.asar$)/
const licenceFiles = ['LICENSE.electron.txt', 'LICENSES.chromium.html']

/**
 * What lies in the folder of `app` that is neither the app's nor Electron's.
 * @param electron the distribution that it was made of
 */
export function strangerComplaints(
  app: PackagedApp,
  electron: string,
  added: readonly string[],
): readonly string[] {
  const isMac = app.target.platform === 'mac'
  const known = new Set(filesIn(isMac ? join(electron, 'Electron.app/Contents') : electron))
  const program = relative(app.folder, app.program).replaceAll(sep, '/')
  return filesIn(app.folder)
    .filter((path) => {
      const isKnown = known.has(renamed(path)) || known.has(path)
      return path !== program && (!isKnown || electronsAlone.test(path))
    })
    .filter((path) => !ownFiles.test(path) && !added.includes(path))
    .filter((path) => !licenceFiles.includes(isMac ? path.replace(/^Resources\//, '') : path))
    .map((path) => `Neither the app’s nor Electron’s: ${path}`)
}

/** Whether every licence of what is inside is inside as well. */
export function licenceComplaints(
  app: PackagedApp,
  parties: readonly ThirdParty[],
): readonly string[] {
  const isMac = app.target.platform === 'mac'
  const place = isMac ? app.resources : app.folder
  const absent = licenceFiles.filter((name) => !readdirSync(place).includes(name))
  const present = readdirSync(app.resources).includes('THIRD-PARTY.txt')
  if (!present) return [...absent, 'THIRD-PARTY.txt'].map((name) => `Licences missing: ${name}`)
  const notices = readFileSync(join(app.resources, 'THIRD-PARTY.txt'), 'utf8')
  const silent = parties.filter(
    ({ manifest, texts }) =>
      !notices.includes(`\n${manifest.name} ${manifest.version} (`) ||
      texts.some((text) => !notices.includes(text)),
  )
  return [...absent, ...silent.map(({ manifest }) => manifest.name)].map(
    (name) => `Licences missing: ${name}`,
  )
}

const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(file).size, 0)

/** How much the app adds to Electron, in bytes. */
export function ownBytes({ resources }: PackagedApp): { archive: number; libraries: number } {
  const unpacked = join(resources, 'app.asar.unpacked')
  return {
    archive: statSync(join(resources, 'app.asar')).size,
    libraries: bytesOf(filesIn(unpacked).map((path) => join(unpacked, path))),
  }
}

/** Whether the app has become larger than it may be. */
export function sizeComplaints(app: PackagedApp): readonly string[] {
  const own = ownBytes(app)
  return Object.entries(own)
    .map(([name, bytes]) => ({
      name,
      bytes,
      budget: name === 'archive' ? sizeBudget.archive : sizeBudget.libraries,
    }))
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) =>
        `Too large for ${describeTarget(app.target)}: ${name} of ${bytes} bytes, ${budget} at most`,
    )
}
