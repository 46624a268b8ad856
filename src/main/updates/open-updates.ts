/** Whether this installation updates itself, and what does it: decided once, when it is first asked. */
import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js'
import type { UpdateSettings } from '../platform/configuration/managed-settings.ts'
import { publisherCheckFor, whatIsWrongWithPublisher } from './authenticode.ts'
import type { Fetch } from './bounded-fetch.ts'
import type { Engine } from './engine.ts'
import { publicKeyIn } from './feed-signature.ts'
import {
  installationOf,
  readPackagedConfiguration,
  type PackagedConfiguration,
  type ReplaceKind,
} from './installation.ts'
import { createInstaller, type Installer } from './installer.ts'
import { startDetached } from './run-installer.ts'
import { updatesFolder } from './trial.ts'
import { createUpdateCycle, type UpdateCycleOptions } from './update-cycle.ts'
import { createNoUpdates, type Updates } from './updates.ts'

/** What a packaged app knows of itself. */
export type PackagedApp = {
  readonly version: string
  readonly platform: NodeJS.Platform
  /** The path of the program that runs. */
  readonly program: string
  /** The folder that electron-builder put `app-update.yml` into. */
  readonly resources: string
  /** The file that runs, where it is an AppImage. */
  readonly appImage: string | undefined
  /** The public halves of our keys, as `feed-signature.ts` reads them; built into the app. */
  readonly keys: readonly string[]
} & Pick<UpdateCycleOptions, 'quit' | 'relaunch'>

export type OpenUpdatesOptions = Omit<
  UpdateCycleOptions,
  'mode' | 'engine' | 'installer' | 'quit' | 'relaunch'
> & {
  readonly app: PackagedApp
  readonly settings: UpdateSettings
  /** The profile folder. */
  readonly profile: string
  readonly fetch: Fetch
}

/** Nothing is asked of the feed here. */
export async function openUpdates(options: OpenUpdatesOptions): Promise<Updates> {
  const { app, settings } = options
  const { mode } = settings
  if (mode === 'off') return createNoUpdates({ kind: 'off', why: 'policy' })
  const installation = installationOf(app)
  if (installation.kind === 'managed') return createNoUpdates(installation)
  const packaged = await readPackagedConfiguration(configurationFileOf(app))
  const feed = settings.feed ?? packaged?.feed ?? null
  if (packaged === null || feed === null) return createNoUpdates({ kind: 'off', why: 'noFeed' })
  const keys = app.keys.map(publicKeyIn).filter((key) => key !== null)
  const lacksPublisher = app.platform === 'win32' && packaged.publishers.length === 0
  if (keys.length === 0 || lacksPublisher) {
    return createNoUpdates({ kind: 'off', why: 'unverifiable' })
  }
  const parts = partsFor({ ...options, replaces: installation.replaces, packaged, feed, keys })
  return createUpdateCycle({ ...options, ...app, ...parts, mode })
}

function configurationFileOf({ resources }: PackagedApp): string {
  return join(resources, 'app-update.yml')
}

/** The engine and the installer, each loaded when it is first needed. */
function partsFor(
  options: OpenUpdatesOptions & {
    readonly replaces: ReplaceKind
    readonly packaged: PackagedConfiguration
    readonly feed: URL
    readonly keys: readonly KeyObject[]
  },
): Pick<UpdateCycleOptions, 'engine' | 'installer'> {
  const { app, packaged, profile, feed } = options
  const folder = updatesFolder(profile)
  const cacheFolder = cacheFolderOf(packaged)
  let engine: Promise<Engine> | null = null

  async function load(): Promise<Engine> {
    const { createEngine } = await import('./engine.ts')
    return createEngine({
      ...options,
      version: app.version,
      feed: withSlash(feed),
      configurationFile: configurationFileOf(app),
      folder,
      cacheFolder,
      verifyPublisher: whatIsWrongWithPublisher,
    })
  }
  const loaded = () => (engine ??= load())

  async function installer(): Promise<Installer> {
    const { restartIntoUpdate } = await loaded()
    return createInstaller({
      replaces: options.replaces,
      version: app.version,
      appImage: app.appImage,
      folder,
      cacheFolder,
      verifyPublisher: publisherCheckFor(app.platform, packaged.publishers),
      start: startDetached,
      restartIntoUpdate,
    })
  }
  return { engine: loaded, installer }
}

/** The library's folder for what can be had again, and the installer's: both name it by this rule. */
function cacheFolderOf({ cacheName }: PackagedConfiguration): string {
  return join(getAppCacheDir(), cacheName)
}

/** What is beneath it is beside the feed. */
function withSlash(feed: URL): URL {
  const url = new URL(feed)
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}
