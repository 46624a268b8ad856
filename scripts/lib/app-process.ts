/** How the built app is started: by Electron where its binary is, else by the Chromium host. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import type { ElectronBinary } from './electron-binary.ts'
import { sandboxObstacle } from './electron-sandbox.ts'
import { Failure } from './failure.mjs'
import { root } from './paths.mjs'

export type Runtime =
  | { readonly kind: 'electron'; readonly binary: string }
  | { readonly kind: 'chromium'; readonly browser: string }

/**
 * The runtime for this machine; brings a Chromium where Electron's binary is missing, or where the
 * system lets it have no sandbox.
 */
export async function chooseRuntime(electron: ElectronBinary): Promise<Runtime> {
  const obstacle = electron.kind === 'present' ? sandboxObstacle(electron.path) : null
  if (electron.kind === 'present' && obstacle === null) {
    return { kind: 'electron', binary: electron.path }
  }
  if (obstacle !== null) {
    console.log(
      `This system refuses Electron its sandbox (${obstacle}): the app runs on Chromium.\n` +
        `To run it on Electron, change that setting with sysctl, or give Electron's folder an AppArmor profile.`,
    )
  }
  return { kind: 'chromium', browser: await ensureBrowser() }
}

export type AppOptions = {
  readonly profile: string
  readonly portalUrl: string
  readonly environment: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** Starts the app on `profile`, pointed at `portalUrl`; its output goes to this terminal. */
export function startApp(runtime: Runtime, options: AppOptions): ChildProcess {
  const args = options.args ?? []
  const env = {
    ...process.env,
    ...options.environment,
    SERVICES_ONLINE_PROFILE: options.profile,
    PORTAL_URL: options.portalUrl,
  }
  // Electron refuses its sandbox to root, as Chromium does.
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (runtime.kind === 'electron') {
    return spawn(runtime.binary, [root, ...rootArgs, ...args], { env, stdio: 'inherit' })
  }
  const host = join(root, 'tests', 'host', 'run.ts')
  return spawn(process.execPath, [host, ...rootArgs, ...args], {
    env: { ...env, HOST_CHROMIUM: runtime.browser },
    stdio: 'inherit',
  })
}

/** 128 and SIGTRAP's number: so a shell says that Chromium ended itself. */
const trapped = 133

/**
 * Resolves when a person has closed the app.
 * @throws {Failure} where it ended otherwise: what ends it is this command's failure too
 */
export async function closedByPerson(app: ChildProcess): Promise<void> {
  if (app.exitCode === null && app.signalCode === null) await once(app, 'exit')
  const { exitCode, signalCode } = app
  if (exitCode === 0) return
  const ended = signalCode ?? `code ${exitCode}`
  throw exitCode === trapped || signalCode === 'SIGTRAP'
    ? new Failure(
        `The app ended at once (${ended}): Chromium gave up, mostly for want of a sandbox.`,
        'See "sysctl kernel.apparmor_restrict_unprivileged_userns"; 1 refuses it to this folder.',
      )
    : new Failure(`The app ended with ${ended}; its own words are above.`, 'Run the command again.')
}
