/** Starts a host and attaches to its window, as tests and the tour do. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { runCaptured, type Finished } from '../../scripts/lib/processes.ts'
import { isAlive } from '../../scripts/lib/process-alive.mjs'
import type { PowerEvent } from './power-monitor.ts'

export type HostOptions = {
  /** Arguments after `run.ts`: the app's main module, then what it is given. */
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Where the host publishes how to attach. */
  readonly controlFile: string
}

export type HostProcess = {
  readonly page: Page
  /** What the app has printed so far, both streams. */
  readonly output: () => string
  /** The exit code, once the process has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Asks the app to quit, as closing its last window would, and waits for its end. */
  readonly close: () => Promise<void>
  /** Ends it as a crash would: nothing of it runs any more. */
  readonly kill: () => Promise<void>
  /** Ends it as Windows ends a session: asked, told, and gone without quitting. */
  readonly endSession: () => Promise<void>
  /** The system tells of it: the computer sleeps, its screen locks. */
  readonly power: (event: PowerEvent) => void
  /** For so many seconds nobody has touched the computer. */
  readonly idle: (seconds: number) => void
}

const controlSchema = z.object({ cdp: z.url(), browserPid: z.number() })
const runFile = path.join(import.meta.dirname, 'run.ts')

/** A window is there within a second or two, on a machine with much else to do within a minute. */
const startTimeoutMs = 90_000

/** Starts the app and waits until its first page has loaded; throws its output when it ends first. */
export async function startHost(options: HostOptions): Promise<HostProcess> {
  await rm(options.controlFile, { force: true })
  const env = { ...options.env, HOST_CONTROL: options.controlFile }
  const [main = '', ...args] = options.args
  const child = spawn(process.execPath, [runFile, main, ...sandboxArguments(env), ...args], { env })
  const output = collect(child)
  const ended = once(child, 'exit').then(([code]: unknown[]) => z.number().nullable().parse(code))
  try {
    const { cdp, browserPid } = await waitForControl(options.controlFile, child, output)
    const browser = await chromium.connectOverCDP(cdp)
    const page = await appPage(browser)
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await ended
      // A Chromium that lost its host ends by itself, but may write to its folder until then.
      if (signal !== 'SIGTERM') killGroup(browserPid)
      // oxlint-disable-next-line no-await-in-loop -- each look must follow the wait before it
      while (isAlive(browserPid)) await delay(10)
      await browser.close().catch(() => undefined)
    }
    return {
      page,
      output,
      ended,
      close: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
      endSession: () => end('SIGUSR2'),
      power: (event) => void child.stdin.write(`power ${event}\n`),
      idle: (seconds) => void child.stdin.write(`idle ${seconds}\n`),
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** Ends Chromium with all its processes: Playwright starts it as the leader of a group. */
function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}

/** Runs an app that ends by itself, and answers how. */
export function runHost(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  const [main = '', ...given] = args
  return runCaptured(process.execPath, [runFile, main, ...sandboxArguments(env), ...given], { env })
}

/** As Electron asks of root; a packaged app is never run so, and takes no such switch. */
export function sandboxArguments(env: NodeJS.ProcessEnv): readonly string[] {
  return process.getuid?.() === 0 && env['HOST_PACKAGED'] !== '1' ? ['--no-sandbox'] : []
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const add = (chunk: unknown) => {
    text += String(chunk)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => text
}

async function waitForControl(file: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    // oxlint-disable-next-line no-await-in-loop -- each look must follow the wait before it
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) return controlSchema.parse(JSON.parse(text))
    // oxlint-disable-next-line no-await-in-loop -- see above
    await delay(20)
  }
  const outcome = child.exitCode ?? child.signalCode ?? 'no window in time'
  throw new Error(`The app opened no window (${outcome}):\n${output()}`)
}

/** The first page of the app's own: Chromium starts on an empty one. */
async function appPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL(/^https:/u, { timeout: startTimeoutMs })
  return page
}
