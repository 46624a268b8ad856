/** How the built app is started: by Electron where its binary is, else by the Chromium host. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import type { ElectronBinary } from './electron-binary.ts'
import { root } from './paths.mjs'

export type Runtime =
  | { readonly kind: 'electron'; readonly binary: string }
  | { readonly kind: 'chromium'; readonly browser: string }

/** The runtime for this machine; brings a Chromium where Electron's binary is missing. */
export async function chooseRuntime(electron: ElectronBinary): Promise<Runtime> {
  if (electron.kind === 'present') return { kind: 'electron', binary: electron.path }
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
  if (runtime.kind === 'electron') {
    // Electron refuses its sandbox to root, as Chromium does.
    const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return spawn(runtime.binary, [root, ...rootArgs, ...args], { env, stdio: 'inherit' })
  }
  const host = join(root, 'tests', 'host', 'run.ts')
  return spawn(process.execPath, [host, ...args], {
    env: { ...env, HOST_CHROMIUM: runtime.browser },
    stdio: 'inherit',
  })
}
