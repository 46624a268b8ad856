/** What a packaged app knows of how it was installed. */
import { app } from 'electron'
import type { PackagedApp } from '../../updates/open-updates.ts'

/** But for the keys, which are built in. Nothing of it is looked at here. */
export function packagedApp(): Omit<PackagedApp, 'keys'> {
  return {
    version: app.getVersion(),
    platform: process.platform,
    program: process.execPath,
    resources: process.resourcesPath,
    // Set by the runtime of an AppImage for what it runs.
    appImage: process.env['APPIMAGE'],
    quit: () => app.quit(),
    relaunch: () => app.relaunch(),
  }
}
