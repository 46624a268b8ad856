/** The main process: what has to be settled before the app is ready, in this order; then its start. */
import { join, resolve } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { appScheme } from '../ipc/app-origin.ts'
import type { Background } from './background.ts'
import { readEnvironment } from '../platform/configuration/environment.ts'
import { effectiveLanguage } from '../platform/settings/settings-values.ts'
import { openSettings } from '../platform/settings/settings.ts'
import { countStart, updatesFolder } from '../updates/trial.ts'
import { start } from './start.ts'
import { refusedSwitches, forgetVariables } from './startup/hardening.ts'
import {
  createFailedStart,
  startFailureOf,
  prepareProfileFolder,
  catchStrayErrors,
} from './startup/failed-start.ts'

forgetVariables(process.env, app.isPackaged)
const environment = readEnvironment(process.env, process.platform, app.isPackaged)
const folder = environment.profile === null ? app.getPath('userData') : resolve(environment.profile)
const loaded = Promise.withResolvers<Background>()
const settings = openSettings(join(folder, 'settings.json'), (notice) => {
  void loaded.promise.then(({ notices }) => notices.raise(notice))
})
const language = () => effectiveLanguage(settings.values(), app.getPreferredSystemLanguages())
const fail = createFailedStart({
  language,
  logFile: join(folder, 'logs', 'main.log'),
  showErrorBox: (title, content) => dialog.showErrorBox(title, content),
  exit: (code) => app.exit(code),
})
const strayErrorsGoTo = catchStrayErrors((error) => fail(startFailureOf(error)))

if (mayStart()) {
  prepare()
  if (app.requestSingleInstanceLock()) {
    begin().catch((error: unknown) => fail(startFailureOf(error)))
  } else app.quit()
}

/** Starts this version, or goes back to the one before where this one has failed to start twice. */
async function begin(): Promise<void> {
  const failing = app.isPackaged ? countStart(updatesFolder(folder), app.getVersion()) : null
  if (failing !== null) {
    const { backToFormer } = await import('./startup/back-to-former.ts')
    if (await backToFormer(failing, folder, language)) return app.exit(0)
  }
  await start({ environment, settings, loaded, language, fail, strayErrorsGoTo })
}

/** Whether nothing speaks against a start; else the person has been told, and the app ends. */
function mayStart(): boolean {
  const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : []
  // Before Chromium looks at them: it starts on, for a moment, while the app ends.
  for (const name of refused) app.commandLine.removeSwitch(name)
  const [name] = refused
  if (name !== undefined) {
    fail({ kind: 'switch', name })
    return false
  }
  try {
    prepareProfileFolder(folder)
    return true
  } catch (error) {
    fail({ kind: 'folder', path: folder, error })
    return false
  }
}

/** What counts only before the app is ready. */
function prepare(): void {
  // As root, where Chromium runs without its sandbox or not at all, this would bring half of it back.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // As the installer names it, so that Windows keeps the app and its pinned button together; it
  // counts only before the first window.
  if (process.platform === 'win32') app.setAppUserModelId('com.atradius.services-online')
  if (environment.profile !== null) app.setPath('userData', folder)
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}
