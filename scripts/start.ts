/**
 * `npm start`: everything that the app needs on this machine, the reference portal with its demo
 * data, and the app itself. `npm start -- --tour DIR` performs the first sign-in by itself.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { languageSchema } from '../src/shared/contract/common.ts'
import { chooseRuntime, closedByPerson, startApp } from './lib/app-process.ts'
import type { Runtime } from './lib/app-process.ts'
import { ensureBuilt } from './lib/build.ts'
import { hasDisplay, startVirtualDisplay } from './lib/display.ts'
import { ensureElectron } from './lib/electron-binary.ts'
import { Failure, reportFailure } from './lib/failure.mjs'
import { tryLock } from './lib/lock.mjs'
import { dataFolder, locksFolder } from './lib/paths.mjs'
import { freePort, startPortal } from './lib/portal-process.ts'
import { stop } from './lib/processes.ts'
import { ensureKeychain } from './lib/secret-service.ts'
import { step } from './lib/steps.ts'
import { playTour } from './tour.ts'

/** Apart from a packaged app's entries, in case this machine has one. */
const keychainName = 'Atradius Services Online (npm start)'
const profile = join(dataFolder, 'profile')

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        tour: { type: 'string' },
        language: { type: 'string', default: 'fr' },
        dark: { type: 'boolean', default: false },
        width: { type: 'string', default: '1280' },
      },
    })
    const width = z.coerce.number().int().min(320).max(2560).parse(values.width)
    return { ...values, width, language: languageSchema.parse(values.language) }
  } catch {
    throw new Failure(
      `These options were not understood: ${process.argv.slice(2).join(' ')}`,
      'npm start [-- [--tour DIR] [--language fr|nl|en|de|es|it] [--dark] [--width PIXELS]]',
    )
  }
}

let isInterrupted = false

/** Stops everything that runs when someone presses Ctrl-C or asks this process to end. */
function endOnSignals(stack: AsyncDisposableStack): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isInterrupted = true
      // A terminal that has gone can be told nothing.
      if (signal === 'SIGINT') console.log('\nEnding everything in order …')
      void stack.disposeAsync().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
}

async function prepare(): Promise<Runtime> {
  const electron = await ensureElectron()
  if (electron.kind === 'absent') {
    console.log(`Electron’s binary can’t be had (${electron.reason}): the app runs on Chromium.`)
  }
  const runtime = await chooseRuntime(electron)
  await step((built) => (built ? 'App built' : 'App is up to date'), ensureBuilt)
  return runtime
}

async function openForPerson(runtime: Runtime, stack: AsyncDisposableStack): Promise<void> {
  const unlock = tryLock(join(locksFolder, 'start'))
  if (unlock === null) {
    console.log('The app runs already: its window comes to the front.')
    const second = { profile, portalUrl: 'http://127.0.0.1:4180', environment: {} }
    await closedByPerson(startApp(runtime, second))
    return
  }
  stack.defer(unlock)
  const keychain = await ensureKeychain(join(dataFolder, 'keyring'), stack)
  const portalUrl = await step(
    (url) => `Portal with demo data at ${url}`,
    async () => startPortal({ folder: join(dataFolder, 'portal'), port: await freePort() }, stack),
  )
  const app = startApp(runtime, {
    profile,
    portalUrl,
    environment: { ...keychain, SERVICES_ONLINE_KEYCHAIN: keychainName },
  })
  stack.defer(() => stop(app))
  console.log('The app is open; close its window or press Ctrl-C to end. People to sign in as:')
  console.log('  nouveau.client / Bienvenue-2016!             invited, never signed in before')
  console.log('  marie.lambert  / Confiance-En-Route-2026!    enrolled')
  console.log(`To begin afresh, delete ${dataFolder}.`)
  await closedByPerson(app)
}

async function main(): Promise<void> {
  const { tour, language, dark, width } = readOptions()
  const runtime = await prepare()
  await using stack = new AsyncDisposableStack()
  endOnSignals(stack)
  if (tour === undefined && hasDisplay()) {
    await openForPerson(runtime, stack)
    return
  }
  let folder = tour
  if (folder === undefined) {
    folder = 'tour'
    console.log(`No display here: the app runs under Xvfb and leaves pictures in ${folder}/.`)
  }
  const display = hasDisplay() ? {} : await startVirtualDisplay(stack)
  const browser = runtime.kind === 'chromium' ? { HOST_CHROMIUM: runtime.browser } : {}
  const environment = { ...display, ...browser }
  await playTour({ folder, language, dark, width, environment }, stack)
}

try {
  await main()
} catch (error) {
  // What ends under a person's hands fails as they meant it to.
  if (!isInterrupted) reportFailure(error)
  process.exitCode = 1
}
