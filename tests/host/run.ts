/**
 * Runs the built app on Chromium: `node tests/host/run.ts [main.js] [arguments for the app]`.
 * The environment's `HOST_…` variables are described in `settings.ts`.
 */
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { obeyStandardInput } from './power-monitor.ts'
import { settings } from './settings.ts'

const hostUrl = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: hostUrl, shortCircuit: true } : next(specifier, context),
})

const [executable = process.execPath, own = '', first, ...rest] = process.argv
const named = first !== undefined && /\.[jt]s$/u.test(first)
const main = path.resolve(named ? first : path.join(import.meta.dirname, '../../out/main/index.js'))
// As Electron has it: the executable, the app, then what the person gave.
const given = named || first === undefined ? rest : [first, ...rest]
process.argv = settings.packaged ? [executable, ...given] : [executable, own, ...given]

// Where electron-builder puts what lies beside the archive.
if (settings.packaged) Object.assign(process, { resourcesPath: path.join(main, '../../..') })

if (process.getuid?.() === 0 && !settings.packaged && !given.includes('--no-sandbox')) {
  console.error('Running as root without --no-sandbox is not supported.')
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => app.quit())
}
// Windows' own end of its session cannot be had elsewhere: this signal stands for it.
process.on('SIGUSR2', () => BrowserWindow.endSession())
if (settings.controlFile !== null) obeyStandardInput()
await import(pathToFileURL(main).href)
app.becomeReady()
