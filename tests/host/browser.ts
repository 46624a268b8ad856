/** The one Chromium that stands for Electron's: its launch, its end, and how a test finds it. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { BrowserContext } from 'playwright-core'
import { isAlive } from '../../scripts/lib/process-alive.mjs'
import { settings } from './settings.ts'

export type BrowserOptions = {
  /** Chromium's own folder; Electron keeps the same files in the app's profile. */
  readonly folder: string
  readonly width: number
  readonly height: number
  /** What main has asked for, of its session and its window. */
  readonly switches: readonly string[]
}

/** Switches that a person may pass to the app and Electron would pass on to Chromium. */
const passedOn = ['--force-dark-mode', '--lang=', '--force-device-scale-factor=', '--ozone-']

/** An end of the earlier Chromium (killed with its host) is a matter of milliseconds. */
const longestWaitForProfile = 10_000

let launched: Promise<BrowserContext> | undefined
let usedFolder: string | undefined

/** Starts Chromium at the first call and answers the same one after that. */
export function openBrowser(options: BrowserOptions): Promise<BrowserContext> {
  launched ??= launch(options)
  return launched
}

/** Ends Chromium, where it runs. */
export async function closeBrowser(): Promise<void> {
  const context = await launched?.catch(() => undefined)
  if (!context || usedFolder === undefined) return
  // Its last window may have ended it by then: nothing may come back that it was closed.
  const pid = await holderOf(usedFolder)
  await (pid === null ? context.close() : Promise.race([context.close(), hasEnded(pid)]))
  await forgetTabs(usedFolder)
}

async function hasEnded(pid: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- each look must follow the wait before it
  while (isAlive(pid)) await delay(20)
}

/** Chromium notes open tabs and what is typed in them; Electron does not. */
async function forgetTabs(folder: string): Promise<void> {
  await rm(path.join(folder, 'Default', 'Sessions'), { recursive: true, force: true })
}

async function launch({
  folder,
  width,
  height,
  switches,
}: BrowserOptions): Promise<BrowserContext> {
  if (!existsSync(settings.chromium)) {
    throw new Error(`No Chromium at ${settings.chromium}. Install it (apt-get install chromium).`)
  }
  await waitUntilFree(folder)
  await forgetTabs(folder)
  usedFolder = folder
  const portFile = path.join(folder, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  await writePreferences(folder)
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: settings.chromium,
    headless: settings.headless,
    // Chromium's sandbox needs a user of one's own; containers run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: null,
    colorScheme: null,
    contrast: null,
    forcedColors: null,
    reducedMotion: null,
    args: [
      // A `data:` page opens as a window without tabs; `about:blank` does not.
      '--app=data:text/html,',
      `--window-size=${width},${height}`,
      '--test-type',
      ...switches,
      ...(settings.controlFile === null ? [] : ['--remote-debugging-port=0']),
      ...process.argv.filter((argument) => passedOn.some((name) => argument.startsWith(name))),
    ],
  })
  const pid = await pidOf(context)
  await writeFile(holderFile(folder), String(pid))
  if (settings.controlFile !== null) await publish(settings.controlFile, pid, portFile)
  return context
}

/** What runs without windows leaves no lock in its folder that would name it. */
async function pidOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  const browser = processInfo.find(({ type }) => type === 'browser')
  if (browser === undefined) throw new Error('Chromium does not say which process it is.')
  await session?.detach()
  return browser.id
}

/** Electron's windows remember no forms and no passwords; Chromium's must not either. */
const preferences = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
}

async function writePreferences(folder: string): Promise<void> {
  const file = path.join(folder, 'Default', 'Preferences')
  if (existsSync(file)) return
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(preferences))
}

async function publish(controlFile: string, browserPid: number, portFile: string): Promise<void> {
  const [port] = (await readFile(portFile, 'utf8')).split('\n')
  const text = JSON.stringify({ cdp: `http://127.0.0.1:${port}`, browserPid })
  await writeFile(`${controlFile}.new`, text)
  await rename(`${controlFile}.new`, controlFile)
}

/** Waits for the Chromium of a host that was killed: it ends when it misses its host. */
async function waitUntilFree(folder: string): Promise<void> {
  const deadline = Date.now() + longestWaitForProfile
  while (Date.now() < deadline) {
    // oxlint-disable-next-line no-await-in-loop -- each look must follow the wait before it
    const pid = await holderOf(folder)
    if (pid === null || !isAlive(pid)) return
    // oxlint-disable-next-line no-await-in-loop -- see above
    await delay(20)
  }
  throw new Error(`Another Chromium still uses ${folder}`)
}

/** Beside Chromium's own files. */
const holderFile = (folder: string) => path.join(folder, 'host-chromium.pid')

/** The process that has `folder` in use, or had. */
async function holderOf(folder: string): Promise<number | null> {
  const text = await readFile(holderFile(folder), 'utf8').catch(() => null)
  return text === null ? null : Number(text)
}
