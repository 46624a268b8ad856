/**
 * Whose work a package holds: what the bundler took in, the libraries with native code, and what
 * their licences say. Tools that only make the app are not among it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bundledPackageSchema, bundledPackagesFile } from '../bundled-packages.ts'
import { Failure } from '../lib/failure.mjs'
import { isLicenceAccepted, shippedLicences } from '../lib/licences.ts'
import { root } from '../lib/paths.mjs'
import { electronVersion } from './target.ts'
import { standardText } from './licence-texts.ts'

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  homepage: z.string().optional(),
  description: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
})
export type Manifest = z.infer<typeof manifestSchema>

export type ThirdParty = {
  readonly manifest: Manifest
  /** The files in which it says how it may be used, and whose it is. */
  readonly texts: readonly string[]
}

const licenceFile = /^(?:licen[cs]e|copying|notice)/i
/**
 * A package by its folder.
 * @throws {Failure} where it does not say how it may be used, or where that does not do
 */
export function readThirdParty(folder: string): ThirdParty {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const parsed = manifestSchema.safeParse(JSON.parse(text))
  const next = 'Do without it, or settle its licence and say so in scripts/lib/licences.ts.'
  if (!parsed.success) throw new Failure(`${folder} names no licence.`, next)
  const { license, name } = parsed.data
  if (!isLicenceAccepted(license, shippedLicences)) {
    throw new Failure(`${name} has a licence that is not accepted: ${license}.`, next)
  }
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const left = texts.length === 0 ? standardText(name, license) : null
  if (left !== null) texts.push(left)
  return { manifest: parsed.data, texts }
}

const dependenciesSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
})

/** The folders of what is packaged as npm installed it: what `folder` depends on, and they in turn. */
function installedPackages(folder: string, modules: string): readonly string[] {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const { dependencies, optionalDependencies } = dependenciesSchema.parse(JSON.parse(text))
  // Of the optional ones, npm installed those for this machine.
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .map((name) => join(modules, name))
    .flatMap((one) => (existsSync(one) ? [one, ...installedPackages(one, modules)] : []))
}

/** Packages that come with another one, and share its licence file. */
const familyOf = (name: string) =>
  name.startsWith('@napi-rs/keyring-') ? '@napi-rs/keyring' : name

/**
 * Everything that a project holds of others, by name, each version once.
 * @param project its folder, built and installed
 * @throws {Failure} where the licence of one of them is unknown, not accepted, or without a text
 */
export function thirdParties(project: string): readonly ThirdParty[] {
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) => {
    const file = join(project, 'out', part, bundledPackagesFile)
    return z.array(bundledPackageSchema).parse(JSON.parse(readFileSync(file, 'utf8')))
  })
  const folders = [
    ...bundled.map(({ folder }) => join(root, folder)),
    ...installedPackages(project, join(project, 'node_modules')),
  ]
  const found = new Map<string, ThirdParty>()
  for (const folder of folders) {
    const one = readThirdParty(folder)
    found.set(`${one.manifest.name}@${one.manifest.version}`, one)
  }
  const list = [...found.values()].toSorted((one, other) =>
    one.manifest.name.localeCompare(other.manifest.name),
  )
  const withText = new Set(
    list.filter(({ texts }) => texts.length > 0).map((one) => one.manifest.name),
  )
  const silent = list.filter(({ manifest }) => !withText.has(familyOf(manifest.name)))
  if (silent.length > 0) {
    throw new Failure(
      `Without the text of a licence: ${silent.map(({ manifest }) => manifest.name).join(', ')}.`,
      'Packages have to hold it: add the text, or do without them.',
    )
  }
  return list
}

const rule = '-'.repeat(80)

/** The texts of all licences as one file for people to read. */
export function noticesOf(parties: readonly ThirdParty[]): string {
  const chapters = parties.map(({ manifest, texts }) =>
    [`${manifest.name} ${manifest.version} (${manifest.license})`, manifest.homepage, '', ...texts]
      .filter((line) => line !== undefined)
      .join('\n'),
  )
  const foreword = `Atradius Services Online holds the work of others, under these licences.

Electron ${electronVersion()} (MIT) and Chromium: LICENSE.electron.txt and LICENSES.chromium.html,
which lie beside the program (on macOS, beside this file).`
  return `${[foreword, ...chapters].join(`\n\n${rule}\n`)}\n`
}
