// @ts-check
/**
 * electron-builder's hook after each package, before it is signed. Its native libraries, the
 * keychain's and SQLite's, must be those for the platform and the architecture that the package is
 * for: npm installs this machine's own keychain library, and a package for another would never have a
 * keychain. An installer for Windows gets its uninstaller here.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { libraryNames, machineOf } from './native-library.mjs'
import { addUninstaller } from './windows-uninstaller.mjs'

/** electron-builder's names for its numbers. */
const architectures = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

/**
 * What is wrong with the names of the native libraries of a package; null where they are right.
 * @param {readonly string[]} found their file names
 * @param {string} platform
 * @param {string} arch
 * @returns {string | null}
 */
export function libraryComplaint(found, platform, arch) {
  const wanted = libraryNames({ platform, arch }) ?? [`those for ${platform}`]
  if (found.toSorted().join() === wanted.toSorted().join()) return null
  const held = found.length === 0 ? 'none' : found.join(', ')
  return (
    `The package for ${platform}-${arch} must hold ${wanted.join(' and ')} alone; it holds ${held}. ` +
    `Run "npm ci --os=${platform} --cpu=${arch}" first, and package one architecture a run.`
  )
}

/**
 * What is wrong with a library by what its own header says; null where it is for that machine.
 * @param {string} name
 * @param {Buffer} content
 * @param {string} platform
 * @param {string} arch
 * @returns {string | null}
 */
export function machineComplaint(name, content, platform, arch) {
  const made = machineOf(content)
  if (made?.platform === platform && made.arch === arch) return null
  const kind = made === null ? 'no library' : `for ${made.platform}-${made.arch}`
  return `${name}, in the package for ${platform}-${arch}, is ${kind} by its own header. Install it again.`
}

/**
 * electron-builder lets an app for macOS fetch anything unencrypted, which this one never does: its
 * updates come through the loopback address alone, by a permission of their own.
 * @param {string} file the app's property list
 */
function requireEncryption(file) {
  const text = readFileSync(file, 'utf8')
  const refused = text.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>')
  if (refused === text) throw new Error(`${file} no longer holds NSAllowsArbitraryLoads.`)
  writeFileSync(file, refused)
}

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'appOutDir' | 'arch' | 'electronPlatformName' | 'packager' | 'targets'>} context
 */
export async function afterPack(context) {
  const { appOutDir, arch, electronPlatformName, packager } = context
  const resources = packager.getResourcesDir(appOutDir)
  const unpacked = join(resources, 'app.asar.unpacked')
  const files = existsSync(unpacked)
    ? readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    : []
  const libraries = files.filter((file) => file.endsWith('.node'))
  const names = libraries.map((file) => basename(file))
  const name = architectures[arch] ?? ''
  const complaints = [
    libraryComplaint(names, electronPlatformName, name),
    ...libraries.map((file) =>
      machineComplaint(
        basename(file),
        readFileSync(join(unpacked, file)),
        electronPlatformName,
        name,
      ),
    ),
  ]
  const complaint = complaints.find((one) => one !== null)
  if (complaint !== undefined && complaint !== null) throw new Error(complaint)
  if (electronPlatformName === 'darwin') requireEncryption(join(resources, '..', 'Info.plist'))
  await addUninstaller(context)
}
