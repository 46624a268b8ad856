// @ts-check
/**
 * Compiles the uninstaller into a package for Windows before its programs are signed, so that it is
 * signed with them. electron-builder would have NSIS make one while it makes the installer, unsigned
 * where the script is not its own.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** As `resources/installer/include/product.nsh` has it. */
export const uninstallerName = 'Uninstall Atradius Services Online.exe'

export const uninstallerScript = 'resources/installer/uninstaller.nsi'

/** Warnings are errors; the sources are UTF-8. */
const flags = ['-V2', '-WX', '-INPUTCHARSET', 'UTF8']

/**
 * Runs NSIS' compiler.
 * @param {string} nsis a folder as `nsis.ts` makes it
 * @param {string} project the project's folder
 * @param {string} script its path within the project
 * @param {Readonly<Record<string, string>>} defines
 * @throws with what the compiler wrote, where it found something wrong
 */
export async function compileNsis(nsis, project, script, defines) {
  const given = Object.entries({ PROJECT_DIR: project, ...defines })
  await run(
    join(nsis, 'linux', 'makensis'),
    [...flags, ...given.map(([name, value]) => `-D${name}=${value}`), join(project, script)],
    { env: { ...process.env, NSISDIR: nsis } },
  )
}

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'appOutDir' | 'packager' | 'targets'>} context
 * @throws where NSIS is not there, or finds something wrong
 */
export async function addUninstaller({ appOutDir, packager, targets }) {
  if (!targets.some(({ name }) => name === 'nsis')) return
  const nsis = process.env['ELECTRON_BUILDER_NSIS_DIR']
  if (nsis === undefined) {
    throw new Error('An installer for Windows is made by "npm run package", which brings NSIS.')
  }
  await compileNsis(nsis, packager.projectDir, uninstallerScript, {
    VERSION: packager.appInfo.version,
    UNINSTALLER_FILE: join(appOutDir, uninstallerName),
  })
}
