/**
 * NSIS and 7-Zip of Debian or Ubuntu in the shape in which electron-builder looks for its own, which it
 * would download. Installers for Windows are made on Linux: NSIS' builds for Windows come without the
 * 64-bit stub that the installer is made of.
 */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from '../lib/debian.ts'
import { Failure } from '../lib/failure.mjs'
import { findProgram } from '../lib/processes.ts'

/** Where Debian has what does not depend on a machine: stubs, plug-ins, texts of the pages. */
const sharedFolder = '/usr/share/nsis'
const parts = ['Stubs', 'Plugins', 'Include', 'Contrib', 'Bin']

function required(program: string): string {
  const path = findProgram(program)
  if (path !== null) return path
  throw new Failure(`${program} is not to be found.`, 'Install it, then run again.')
}

/**
 * Installs NSIS and 7-Zip where that is needed.
 * @param folder where to put the links to them
 * @returns the environment in which electron-builder finds both
 * @throws {Failure} where they are not there and may not be installed
 */
export async function nsisEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  await ensureDebianPackages(['nsis', 'p7zip-full'])
  if (!existsSync(folder)) {
    mkdirSync(join(folder, 'linux'), { recursive: true })
    symlinkSync(required('makensis'), join(folder, 'linux', 'makensis'))
    for (const part of parts) symlinkSync(join(sharedFolder, part), join(folder, part))
    // The same plug-ins once more, under the name in electron-builder's own collection.
    symlinkSync(join(sharedFolder, 'Plugins'), join(folder, 'plugins'))
  }
  return {
    ELECTRON_BUILDER_NSIS_DIR: folder,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: folder,
    ELECTRON_BUILDER_7ZIP_PATH: required('7z'),
  }
}
