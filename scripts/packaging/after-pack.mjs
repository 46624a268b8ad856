// @ts-check
/**
 * electron-builder's hook after each package: its native libraries, the keychain's and SQLite's, must
 * be those for the platform and the architecture that the package is for. npm installs this machine's
 * own keychain library, and a package for another would never have a keychain. An installer for Windows
 * gets its uninstaller here.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { addUninstaller } from './windows-uninstaller.mjs'

/** electron-builder's names for its numbers. */
const architectures = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

/** @type {Readonly<Record<string, (arch: string) => readonly string[]>>} */
const libraries = {
  win32: (arch) => [`keyring.win32-${arch}-msvc.node`, `win32-${arch}.node`],
  darwin: (arch) => [`keyring.darwin-${arch}.node`, `darwin-${arch}.node`],
  linux: (arch) => [`keyring.linux-${arch}-gnu.node`, `linux-${arch}.node`],
}

/**
 * What is wrong with the native libraries of a package; null where they are right.
 * @param {readonly string[]} found their file names
 * @param {string} platform
 * @param {string} arch
 * @returns {string | null}
 */
export function libraryComplaint(found, platform, arch) {
  const wanted = libraries[platform]?.(arch) ?? [`those for ${platform}`]
  if (found.toSorted().join() === wanted.toSorted().join()) return null
  const held = found.length === 0 ? 'none' : found.join(', ')
  return (
    `The package for ${platform}-${arch} must hold ${wanted.join(' and ')} alone; it holds ${held}. ` +
    `Run "npm ci --os=${platform} --cpu=${arch}" first, and package one architecture a run.`
  )
}

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'appOutDir' | 'arch' | 'electronPlatformName' | 'packager' | 'targets'>} context
 */
export async function afterPack(context) {
  const { appOutDir, arch, electronPlatformName, packager } = context
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked')
  const files = existsSync(unpacked)
    ? readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    : []
  const found = files.filter((file) => file.endsWith('.node')).map((file) => basename(file))
  const complaint = libraryComplaint(found, electronPlatformName, architectures[arch] ?? '')
  if (complaint !== null) throw new Error(complaint)
  await addUninstaller(context)
}
