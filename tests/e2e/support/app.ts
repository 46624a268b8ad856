/**
 * The built app as a person runs it: on Electron where its binary is present, else on the Chromium
 * host. Journeys and the tour see no difference.
 */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SaveDialogOptions } from 'electron'
import { _electron } from 'playwright-core'
import type { Page } from 'playwright-core'
import { findElectron } from '../../../scripts/lib/electron-binary.ts'
import type { Finished } from '../../../scripts/lib/processes.ts'
import type { Language } from '../../../src/shared/languages.ts'
import { runHost, startHost } from '../../host/host-process.ts'
import type { PowerEvent } from '../../host/power-monitor.ts'

export type AppOptions = {
  /** The app's data folder; the same one again is the same person at the same computer. */
  readonly profile: string
  /** Null: as the configuration file says. */
  readonly portalUrl: string | null
  /** The name of the app's entries in the keychain. */
  readonly keychain: string
  /** The system's language; where that heeds no variable, the one chosen in the app. */
  readonly language?: Language
  readonly colorScheme?: 'light' | 'dark'
  /** False shows a window on the display. */
  readonly headless?: boolean
  /** Where the person saves what they export; left out, they change their mind. */
  readonly saveFolder?: string
  /** The files that they choose when they are asked which; left out, none. */
  readonly chosenFiles?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The folder of `out/`, another than the project's: a build that a journey has damaged. */
  readonly build?: string
}

export type RunningApp = {
  readonly page: Page
  readonly runtime: 'electron' | 'chromium'
  /** What the app has printed so far. */
  readonly output: () => string
  readonly ended: Promise<number | null>
  /** Quits as a person would, and waits for the end. */
  readonly close: () => Promise<void>
  /** Ends it as a crash would (`kill -9`). */
  readonly kill: () => Promise<void>
  /** Ends it as Windows ends a session; only the Chromium host can be made to. */
  readonly endSession: () => Promise<void>
  /** What the system tells of the computer; only the Chromium host can be made to. */
  readonly power: (event: PowerEvent) => void
}

const root = path.resolve(import.meta.dirname, '../../..')
const regions = { fr: 'FR', nl: 'NL', en: 'GB', de: 'DE', es: 'ES', it: 'IT' } as const

/** How long a step may take on a busy machine, in milliseconds. */
const patience = 30_000

/** Starts the app and waits for its window; throws what it printed where it ends before that. */
export async function launchApp(options: AppOptions): Promise<RunningApp> {
  chooseLanguage(options)
  const binary = findElectron()
  const app = binary === null ? await launchOnHost(options) : await launchElectron(binary, options)
  app.page.setDefaultTimeout(patience)
  await app.page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' })
  return app
}

/** For a start that fails: the app on the Chromium host until it ends by itself. */
export async function runApp(options: AppOptions): Promise<Finished> {
  const { inherited, own } = environment(options)
  return runHost([mainOf(options), ...(options.args ?? [])], {
    ...inherited,
    ...own,
    HOST_HEADLESS: '1',
  })
}

/** Windows and macOS take the language from the person's account and heed no variable. */
function chooseLanguage({ profile, language = 'fr' }: AppOptions): void {
  const file = path.join(profile, 'settings.json')
  if (process.platform === 'linux' || existsSync(file)) return
  mkdirSync(profile, { recursive: true })
  writeFileSync(file, JSON.stringify({ language }))
}

const mainOf = ({ build = root }: AppOptions) => path.join(build, 'out/main/index.js')

function environment({ profile, portalUrl, keychain, language = 'fr', env }: AppOptions) {
  const locale = `${language}_${regions[language]}.UTF-8`
  // A portal of the surroundings must not decide what a journey meets.
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'PORTAL_URL' ? [] : [[name, value]],
    ),
  )
  const own: Record<string, string> = {
    SERVICES_ONLINE_PROFILE: profile,
    SERVICES_ONLINE_KEYCHAIN: keychain,
    LANGUAGE: language,
    LANG: locale,
    LC_ALL: locale,
    ...(portalUrl === null ? {} : { PORTAL_URL: portalUrl }),
    ...env,
  }
  return { inherited, own }
}

async function launchOnHost(options: AppOptions): Promise<RunningApp> {
  const { inherited, own } = environment(options)
  const headless = (options.headless ?? true) ? { HOST_HEADLESS: '1' } : {}
  const { saveFolder, chosenFiles = [] } = options
  const choosing = { HOST_CHOSEN_FILES: chosenFiles.join(path.delimiter) }
  const saving = saveFolder === undefined ? {} : { HOST_SAVE_FOLDER: saveFolder }
  const control = mkdtempSync(path.join(tmpdir(), 'services-online-control-'))
  const forget = () => rm(control, { recursive: true, force: true })
  try {
    const host = await startHost({
      args: [mainOf(options), ...(options.args ?? [])],
      env: { ...inherited, ...own, ...headless, ...saving, ...choosing },
      controlFile: path.join(control, 'control.json'),
    })
    const forgotten = host.ended.then(forget)
    return {
      ...host,
      runtime: 'chromium',
      close: () => host.close().then(() => forgotten),
      kill: () => host.kill().then(() => forgotten),
    }
  } catch (error) {
    await forget()
    throw error
  }
}

async function launchElectron(binary: string, options: AppOptions): Promise<RunningApp> {
  const { inherited, own } = environment(options)
  // Electron refuses its sandbox to root, as Chromium does.
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath: binary,
    args: [root, ...rootArgs, ...(options.args ?? [])],
    env: { ...inherited, ...own },
  })
  // Links go to the system's browser, files where the system's dialog says: both lie outside the
  // window. A journey decides, and reads which, in the words of the host.
  const answers = { folder: options.saveFolder ?? null, files: [...(options.chosenFiles ?? [])] }
  await electron.evaluate(({ shell, dialog }, { folder, files }) => {
    shell.openExternal = async (url) => {
      process.stdout.write(`host: opened ${url}\n`)
    }
    shell.openPath = async (file) => {
      process.stdout.write(`host: opened the file ${file}\n`)
      return ''
    }
    dialog.showOpenDialog = async () => ({ canceled: files.length === 0, filePaths: files })
    type Options = SaveDialogOptions
    dialog.showSaveDialog = async (...args: [Options] | [unknown, Options]) => {
      const { defaultPath = '' } = args.length === 1 ? args[0] : args[1]
      const fileName = defaultPath.split(/[\\/]/u).at(-1) ?? ''
      return folder === null
        ? { canceled: true, filePath: '' }
        : { canceled: false, filePath: `${folder}/${fileName}` }
    }
  }, answers)
  const child = electron.process()
  let text = ''
  const add = (chunk: unknown) => {
    text += String(chunk)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    page: await electron.firstWindow(),
    runtime: 'electron',
    output: () => text,
    ended,
    close: () => electron.close(),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    endSession: () => Promise.reject(new Error('Only Windows ends a session so.')),
    power: () => {
      throw new Error('Only the system itself tells of this.')
    },
  }
}
