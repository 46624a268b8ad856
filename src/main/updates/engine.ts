/** electron-updater, driven by feeds that we have signed. Loaded when the feed is first asked. */
import type { KeyObject } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { UpdateInfo } from 'builder-util-runtime'
import {
  AppImageUpdater,
  MacUpdater,
  NsisUpdater,
  Provider,
  type AppUpdater,
} from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js'
import { assertNever } from '../../shared/assert-never.ts'
import type { Fetch } from './bounded-fetch.ts'
import { downloadFile } from './download.ts'
import type { ReplaceKind } from './installation.ts'
import type { KnownReleases } from './known-releases.ts'
import type { Release } from './release.ts'
import { readFeed } from './signed-feed.ts'
import { UpdateError } from './update-error.ts'

export type EngineOptions = {
  readonly replaces: ReplaceKind
  /** Of the app that runs. */
  readonly version: string
  readonly feed: URL
  readonly keys: readonly KeyObject[]
  readonly known: KnownReleases
  readonly fetch: Fetch
  /** electron-builder's `app-update.yml`, which names the folder of downloads. */
  readonly configurationFile: string
  /** Where the random number of this installation is kept, which decides its turn in a roll-out. */
  readonly folder: string
  /** Of downloads, as that file names it, in the system's folder for what can be had again. */
  readonly cacheFolder: string
  /** Null where the system's signature of the file is good; else what is wrong with it. */
  readonly verifyPublisher: (publishers: readonly string[], path: string) => Promise<string | null>
  readonly timeoutMs?: number | undefined
}

export type Engine = {
  /** What this installation is to have now; null where nothing is newer for it. */
  readonly find: () => Promise<Release | null>
  /** Fetches what `find` has found, or has it already: its path. */
  readonly fetch: (onPercent: (percent: number) => void) => Promise<string>
  /** macOS alone: the system's own installer takes over and starts the new version. */
  readonly restartIntoUpdate: () => void
}

/** @throws what electron-updater throws for a version that is none */
export function createEngine(options: EngineOptions): Engine {
  let found: Release | null = null
  let tellPercent: ((percent: number) => void) | null = null
  const updater = createUpdater(options)

  /** What GenericProvider does, save that it takes no feed on trust and tells nobody who asks. */
  class SignedFeed extends Provider<UpdateInfo> {
    constructor(_given: unknown, _updater: unknown, runtimeOptions: ProviderRuntimeOptions) {
      super(runtimeOptions)
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      found = await readFeed({
        ...options,
        base: options.feed,
        fileName: `${this.getDefaultChannelName()}.yml`,
      })
      // Former names of the first file, which the library's type still asks for.
      return { ...found, path: '', sha512: '' }
    }

    resolveFiles({ files }: UpdateInfo) {
      return files.map((info) => ({ url: new URL(info.url, options.feed), info }))
    }
  }

  // Asked for by address alone: no cookie, no header that names this installation, no redirection.
  const httpExecutor = {
    async download(url: URL, destination: string, { sha512 }: { readonly sha512: string }) {
      const file = found?.files.find((one) => one.sha512 === sha512)
      if (file === undefined) throw new UpdateError('update_file_refused')
      await downloadFile({
        fetch: options.fetch,
        url: url.href,
        file,
        partialFolder: join(options.cacheFolder, 'partial'),
        destination,
        onPercent: (percent) => tellPercent?.(percent),
        silenceMs: options.timeoutMs,
      })
    },
  }
  Object.assign(updater, { httpExecutor })
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedFeed })

  return {
    async find() {
      const result = await updater.checkForUpdates()
      if (result === null || !result.isUpdateAvailable || found === null) return null
      return options.known.values().refused.includes(found.version) ? null : found
    },
    async fetch(onPercent) {
      tellPercent = onPercent
      const [path] = await updater.downloadUpdate()
      if (path === undefined) throw new UpdateError('update_file_refused')
      return path
    },
    restartIntoUpdate() {
      if (updater instanceof MacUpdater) updater.quitAndInstall()
    },
  }
}

function createUpdater(options: EngineOptions): AppUpdater {
  const updater = updaterFor(options)
  // Its lines name files, addresses and this installation's number; what matters is logged here.
  updater.logger = null
  updater.autoDownload = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  // Whole files alone: one request, which can go on where it was broken off.
  updater.disableDifferentialDownload = true
  // macOS' own installer waits for the end of the app by itself; the others are started here.
  updater.autoInstallOnAppQuit = options.replaces === 'squirrel'
  return updater
}

function updaterFor(options: EngineOptions): AppUpdater {
  const app = {
    version: options.version,
    name: 'services-online',
    isPackaged: true,
    appUpdateConfigPath: options.configurationFile,
    userDataPath: options.folder,
    baseCachePath: dirname(options.cacheFolder),
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  }
  switch (options.replaces) {
    case 'nsis': {
      const updater = new NsisUpdater(null, app)
      updater.verifyUpdateCodeSignature = (publishers, path) =>
        options.verifyPublisher(publishers, path)
      return updater
    }
    case 'squirrel':
      return new MacUpdater(undefined, app)
    case 'appImage':
      return new AppImageUpdater(null, app)
    default:
      return assertNever(options.replaces)
  }
}
