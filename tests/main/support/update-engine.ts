/** electron-updater, driven as the app drives it, against a real feed on this computer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from '../../../src/main/updates/engine.ts'
import { openKnownReleases } from '../../../src/main/updates/known-releases.ts'
import { updatesFolder } from '../../../src/main/updates/trial.ts'
import { appErrorOf } from '../../../src/main/updates/update-error.ts'
import { net } from '../../host/net.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { startUpdateFeed, type UpdateFeed } from './update-feed.ts'

export type Installation = {
  readonly stack: AsyncDisposableStack
  readonly folder: string
  readonly feed: UpdateFeed
  /** As another start of the app has it. */
  readonly startEngine: (changes?: Partial<EngineOptions>) => Engine
  readonly find: (changes?: Partial<EngineOptions>) => ReturnType<Engine['find']>
  /** Finds what the feed announces, and fetches it: the path. */
  readonly fetchFound: (changes?: Partial<EngineOptions>) => Promise<string>
  /** How often the installer was asked for. */
  readonly downloads: () => UpdateFeed['asked']
}

/** A feed and an installation of its own for each test of the file. */
export function perTestInstallation(): () => Installation {
  let present: Installation
  beforeEach(async () => {
    present = await makeInstallation(new AsyncDisposableStack())
    // Set by the runtime of an AppImage; without it the library takes itself for another package.
    vi.stubEnv('APPIMAGE', join(present.folder, 'services-online.AppImage'))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await present.stack.disposeAsync()
  })
  return () => present
}

async function makeInstallation(stack: AsyncDisposableStack): Promise<Installation> {
  const folder = temporaryFolder(stack)
  const feed = await startUpdateFeed(stack)
  const configurationFile = join(folder, 'app-update.yml')
  writeFileSync(configurationFile, 'updaterCacheDirName: cache\npublisherName: Atradius\n')

  const startEngine = (changes: Partial<EngineOptions> = {}) =>
    createEngine({
      replaces: 'appImage',
      version: '0.1.0',
      feed: feed.url,
      keys: [feed.publicKey],
      known: openKnownReleases(updatesFolder(folder)),
      fetch: (url, init) => net.fetch(url, init),
      configurationFile,
      folder: updatesFolder(folder),
      cacheFolder: join(folder, 'cache'),
      verifyPublisher: async () => null,
      ...changes,
    })
  return {
    stack,
    folder,
    feed,
    startEngine,
    find: (changes) => startEngine(changes).find(),
    async fetchFound(changes) {
      const engine = startEngine(changes)
      await engine.find()
      return engine.fetch(() => undefined)
    },
    downloads: () => feed.asked.filter(({ path }) => path === feed.fileName),
  }
}

/** The code of what a person is told; null where all is well. */
export async function troubleOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return appErrorOf(error, 'update_feed_refused').code
  }
}
