/** `app`: the life of the process. */
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { App, Certificate, Event } from 'electron'
import { z } from 'zod'
import { closeBrowser } from './browser.ts'
import { commandLine } from './command-line.ts'
import { preventableEvent, refuseUnknownEvents } from './events.ts'
import { requestLock } from './instance-lock.ts'
import { closeWindows } from './open-windows.ts'
import { settings } from './settings.ts'
import type { HostWebContents } from './web-contents.ts'

type AppEvents = {
  ready: []
  activate: [event: Event, hasVisibleWindows: boolean]
  'window-all-closed': []
  'before-quit': [event: Event]
  'will-quit': [event: Event]
  quit: [event: Event, exitCode: number]
  'second-instance': [event: Event, argv: string[], cwd: string, data: unknown]
  /** macOS only: never raised here. */
  'open-url': [event: Event, url: string]
  'web-contents-created': [event: Event, contents: HostWebContents]
  'select-client-certificate': [
    event: Event,
    webContents: null,
    url: string,
    list: Certificate[],
    callback: (certificate?: Certificate) => void,
  ]
}
const appEvents = [
  'ready',
  'activate',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'open-url',
  'web-contents-created',
  'select-client-certificate',
] as const satisfies readonly (keyof AppEvents)[]

type Used = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'getPath'
  | 'setPath'
  | 'setName'
  | 'getName'
  | 'getAppPath'
  | 'getVersion'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'isPackaged'
> & { readonly commandLine: typeof commandLine }

const root = path.resolve(import.meta.dirname, '../..')
const packageSchema = z.object({ version: z.string(), productName: z.string() })
const packageJson = packageSchema.parse(
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
)

class HostApp extends EventEmitter<AppEvents> implements Used {
  readonly isPackaged = settings.packaged
  readonly commandLine = commandLine
  #name = packageJson.productName
  readonly #paths = new Map<string, string>()
  #ready = false
  #quitting = false

  isReady(): boolean {
    return this.#ready
  }

  async whenReady(): Promise<void> {
    if (this.#ready) return
    await new Promise<void>((resolve) => this.once('ready', resolve))
  }

  /** Called by the entry once main's module has run. */
  becomeReady(): void {
    // An app that quits while its module runs (a second instance) never becomes ready.
    if (this.#quitting) return
    this.#ready = true
    this.emit('ready')
  }

  quit(): void {
    if (!this.#quitting) void this.#quit()
  }

  async #quit(): Promise<void> {
    this.#quitting = true
    const before = preventableEvent()
    this.emit('before-quit', before)
    const proceed = !before.defaultPrevented && (await closeWindows())
    const will = preventableEvent()
    if (proceed) this.emit('will-quit', will)
    if (!proceed || will.defaultPrevented) {
      this.#quitting = false
      return
    }
    await this.#leave(0)
  }

  exit(exitCode = 0): void {
    void this.#leave(exitCode)
  }

  async #leave(exitCode: number): Promise<void> {
    this.#quitting = true
    this.emit('quit', preventableEvent(), exitCode)
    await closeBrowser()
    process.exit(exitCode)
  }

  /** What Electron does when nobody listens for the end of the last window. */
  lastWindowClosed(): void {
    if (this.#quitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  focus(): void {}
  setAppUserModelId(): void {}

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    // It would undo the switch, and Chromium's network service would end this process.
    if (process.getuid?.() === 0 && commandLine.hasSwitch('no-sandbox')) {
      throw new Error('tests/host: app.enableSandbox() as root undoes --no-sandbox')
    }
  }

  setAsDefaultProtocolClient(scheme: string, _path?: string, args: string[] = []): boolean {
    console.log(`host: registered ${scheme} with ${JSON.stringify(args)}`)
    return true
  }

  getName(): string {
    return this.#name
  }

  setName(name: string): void {
    this.#name = name
  }

  getVersion(): string {
    return packageJson.version
  }

  getAppPath(): string {
    return root
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const home = homedir()
    const appData = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
    const userData = this.#paths.get('userData') ?? path.join(appData, this.#name)
    const usual: Partial<Record<typeof name, string>> = {
      home,
      appData,
      userData,
      sessionData: path.join(userData, 'chromium'),
      logs: path.join(userData, 'logs'),
      documents: path.join(home, 'Documents'),
      temp: tmpdir(),
      exe: process.execPath,
    }
    const found = this.#paths.get(name) ?? usual[name]
    if (found === undefined) throw new Error(`tests/host has no path "${name}"`)
    return found
  }

  setPath(name: string, value: string): void {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute')
    if (!existsSync(value)) throw new Error(`Failed to set path '${name}'`)
    this.#paths.set(name, value)
  }

  getPreferredSystemLanguages(): string[] {
    const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env
    const names = [...(LANGUAGE ?? '').split(':'), LC_ALL || LC_MESSAGES || LANG || '']
    const tags = names.map((name) => name.replace(/[.@].*$/u, '').replace('_', '-'))
    const known = tags.filter((tag) => tag !== '' && tag !== 'C' && tag !== 'POSIX')
    return known.length === 0 ? ['en-US'] : [...new Set(known)]
  }

  getSystemLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? 'en-US'
  }

  getLocale(): string {
    return this.getSystemLocale()
  }

  /** False also where the lock cannot be made: Chromium then takes the folder for one in use. */
  requestSingleInstanceLock(): boolean {
    const userData = this.getPath('userData')
    try {
      mkdirSync(userData, { recursive: true })
      const own = { argv: withChromiumSwitches(process.argv), cwd: process.cwd() }
      return requestLock(userData, own, ({ argv, cwd }) => {
        this.emit('second-instance', preventableEvent(), argv, cwd, undefined)
      })
    } catch {
      return false
    }
  }
}

/** Chromium adds switches of its own to what a second instance hands over, before what was given. */
function withChromiumSwitches([executable = '', ...given]: readonly string[]): string[] {
  const own = ['--allow-file-access-from-files', '--original-process-start-time=13439000000000000']
  return [executable, ...own, ...given]
}

export const app = new HostApp()
refuseUnknownEvents(app, 'app', appEvents)
