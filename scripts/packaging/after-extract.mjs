// @ts-check
/**
 * electron-builder's hook once Electron's distribution lies where the app will be. It does by itself
 * what electron-builder does only for a distribution that it fetched: what is Electron's alone goes,
 * and its licences stay, also on macOS, where they lie outside the bundle.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's licences, and their names in a package. */
const licences = [
  ['LICENSE', 'LICENSE.electron.txt'],
  ['LICENSES.chromium.html', 'LICENSES.chromium.html'],
]

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'appOutDir' | 'electronPlatformName' | 'packager'>} context
 */
export function afterExtract({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin'
  const resources = isMac
    ? join(appOutDir, 'Electron.app', 'Contents', 'Resources')
    : join(appOutDir, 'resources')
  // An app that would be started where ours is missing.
  rmSync(join(resources, 'default_app.asar'), { force: true })
  rmSync(join(appOutDir, 'version'), { force: true })
  const distribution = packager.config.electronDist
  if (!isMac || typeof distribution !== 'string') return
  for (const [name = '', packaged = ''] of licences) {
    const source = join(distribution, name)
    if (existsSync(source)) copyFileSync(source, join(resources, packaged))
  }
}
