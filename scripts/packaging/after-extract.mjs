// @ts-check
/**
 * electron-builder's hook once Electron's distribution lies where the app will be: what is
 * Electron's alone goes. electron-builder does so only for a distribution that it fetched itself.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'appOutDir' | 'electronPlatformName'>} context
 */
export function afterExtract({ appOutDir, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, 'Electron.app', 'Contents', 'Resources')
      : join(appOutDir, 'resources')
  // An app that would be started where ours is missing.
  rmSync(join(resources, 'default_app.asar'), { force: true })
  rmSync(join(appOutDir, 'version'), { force: true })
}
