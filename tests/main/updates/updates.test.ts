/** Updates as a page and the system meet them: through the calls, and at the end of the app. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UpdatesState } from '../../../src/shared/contract/app/updates.ts'
import type { UpdateSettings } from '../../../src/main/platform/configuration/managed-settings.ts'
import type { PackagedApp } from '../../../src/main/updates/open-updates.ts'
import { readTrial, updatesFolder } from '../../../src/main/updates/trial.ts'
import { startMain, type TestMain } from '../support/main.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts'

let stack: AsyncDisposableStack
let folder: string
let feed: UpdateFeed
let appImage: string
let ended: string[]

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  folder = temporaryFolder(stack)
  // A program, as what is published is: it says that it was opened.
  const program = `#!/bin/sh\ntouch '${join(folder, 'opened')}'\n# ${'0.2.0 '.repeat(50_000)}\n`
  feed = await startUpdateFeed(stack, Buffer.from(program))
  appImage = join(folder, 'Services Online.AppImage')
  writeFileSync(appImage, 'version 0.1.0')
  mkdirSync(join(folder, 'resources'))
  configure('updaterCacheDirName: services-online-updater')
  ended = []
  vi.stubEnv('APPIMAGE', appImage)
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await stack.disposeAsync()
})

/** What electron-builder wrote when the app was packaged. */
const configure = (text: string) =>
  writeFileSync(join(folder, 'resources', 'app-update.yml'), `${text}\n`)

type Start = {
  readonly version?: string
  readonly app?: Partial<PackagedApp>
  readonly settings?: Partial<UpdateSettings>
}

/** A start of the app, as it was packaged for Linux. */
async function start({ version = '0.1.0', app, settings }: Start = {}): Promise<TestMain> {
  const main = startMain({
    portalUrl: 'http://127.0.0.1:9',
    folder: join(folder, 'profile'),
    managed: { updates: { mode: 'automatic', feed: feed.url, ...settings } },
    packaged: {
      version,
      platform: 'linux',
      program: join(folder, 'mounted', 'services-online'),
      resources: join(folder, 'resources'),
      appImage,
      keys: [feed.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
      quit: () => void ended.push('quit'),
      relaunch: () => void ended.push('relaunch'),
      ...app,
    },
  })
  stack.defer(main.services.close)
  await main.ask('app.shown', {})
  return main
}

const installed = () => readFileSync(appImage)
const trial = () => readTrial(updatesFolder(join(folder, 'profile')))

async function until(main: TestMain, kind: UpdatesState['kind']): Promise<UpdatesState> {
  return vi.waitFor(
    async () => {
      const state = await main.ask('updates.read', {})
      expect(state.kind).toBe(kind)
      return state
    },
    { timeout: 30_000 },
  )
}

/** Has 0.2.0 fetched and ready. */
async function ready(options: Start = {}): Promise<TestMain> {
  feed.publish()
  const main = await start(options)
  await main.ask('updates.check', {})
  await until(main, 'ready')
  return main
}

/** All that a page can ask for, and the end of the app. */
async function everyCall(main: TestMain): Promise<UpdatesState> {
  for (const name of ['updates.read', 'updates.check', 'updates.download'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await main.ask(name, {})
  }
  await main.ask('updates.install', { unsaved: false })
  await main.services.updates.installAtEnd()
  return main.ask('updates.read', {})
}

describe('nothing is asked for', () => {
  beforeEach(() => feed.publish())
  afterEach(() => {
    expect(feed.asked).toEqual([])
    expect(installed().toString()).toBe('version 0.1.0')
  })

  it('in development', async () => {
    const main = startMain({ portalUrl: 'http://127.0.0.1:9', folder: join(folder, 'profile') })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'development' })
    expect(existsSync(updatesFolder(join(folder, 'profile')))).toBe(false)
  })

  it('where the policy says so', async () => {
    const main = await start({ settings: { mode: 'off' } })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'policy' })
  })

  it('where an administrator installed it', async () => {
    const main = await start({ app: { appImage: undefined } })
    expect(await everyCall(main)).toEqual({ kind: 'managed' })
  })

  it('of a Debian package, whatever file its environment names', async () => {
    writeFileSync(join(folder, 'resources', 'package-type'), 'deb')
    expect(await everyCall(await start())).toEqual({ kind: 'managed' })
  })

  it('where Windows installed it for everyone', async () => {
    const program = String.raw`C:\Program Files\Atradius Services Online\Atradius Services Online.exe`
    const main = await start({ app: { platform: 'win32', program } })
    expect(await everyCall(main)).toEqual({ kind: 'managed' })
  })

  it('where no feed is known', async () => {
    const main = await start({ settings: { feed: null } })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'noFeed' })
  })

  it('by a feed without TLS', async () => {
    configure('updaterCacheDirName: services-online-updater\nurl: http://updates.example/')
    const main = await start({ settings: { feed: null } })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'noFeed' })
  })

  it('without a key that tells whose the feed is', async () => {
    const main = await start({ app: { keys: ['nonsense'] } })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'unverifiable' })
  })

  it('on Windows without a publisher, as nobody would look at the signature', async () => {
    const program = join(folder, 'services-online.exe')
    const main = await start({ app: { platform: 'win32', program } })
    expect(await everyCall(main)).toEqual({ kind: 'off', why: 'unverifiable' })
  })
})

describe('an update', () => {
  it('is fetched unasked, and installed when the app is quit', async () => {
    const main = await ready()
    expect(installed().toString()).toBe('version 0.1.0')
    await main.services.close()
    await main.services.updates.installAtEnd()
    expect(installed().equals(feed.installer)).toBe(true)
    expect(trial()).toMatchObject({ from: '0.1.0', to: '0.2.0', starts: 0 })
    expect(ended).toEqual([])

    await start({ version: '0.2.0' })
    expect(trial()).toBeNull()
  })

  it('is fetched only when the person says so, where the policy wants them asked', async () => {
    feed.publish({ notes: { fr: ['Une boîte d’envoi'], nl: ['Een postvak uit'] } })
    const main = await start({ settings: { mode: 'ask' } })
    await main.settings.update({ language: 'nl' })
    const notes = ['Een postvak uit']
    const found = await main.ask('updates.check', {})
    expect(found).toEqual({ kind: 'available', version: '0.2.0', notes })
    expect(feed.asked.map(({ path }) => path)).not.toContain(feed.fileName)
    expect(await main.ask('updates.download', {})).toMatchObject({ kind: 'downloading', notes })
    expect(await until(main, 'ready')).toEqual({ kind: 'ready', version: '0.2.0', notes })
  })

  it('is installed at once when the person says so, and the app opens again', async () => {
    const main = await ready()
    expect(await main.ask('updates.install', { unsaved: false })).toEqual({
      kind: 'installing',
      version: '0.2.0',
    })
    expect(ended).toEqual(['quit'])
    expect(installed().toString()).toBe('version 0.1.0')
    await main.services.close()
    await main.services.updates.installAtEnd()
    expect(installed().equals(feed.installer)).toBe(true)
    await vi.waitFor(() => expect(existsSync(join(folder, 'opened'))).toBe(true), {
      timeout: 30_000,
    })
    expect(ended).toEqual(['quit'])
  })

  it('waits while something typed is not saved', async () => {
    const main = await ready()
    expect(await main.call('updates.install', { unsaved: true })).toEqual({
      ok: false,
      error: { code: 'update_typed_unsaved' },
    })
    expect(ended).toEqual([])
    expect(trial()).toBeNull()
  })

  it('waits for another time where Windows ends its session', async () => {
    const main = await ready()
    main.services.updates.forgo()
    await main.services.updates.installAtEnd()
    expect(installed().toString()).toBe('version 0.1.0')
  })

  it('that somebody changed on the disk meanwhile is not run', async () => {
    const main = await ready()
    const pending = join(folder, 'cache', 'services-online-updater', 'pending')
    const name = readdirSync(pending).find((one) => one.endsWith('.AppImage')) ?? ''
    writeFileSync(join(pending, name), 'something else')
    expect(await main.ask('updates.install', { unsaved: false })).toMatchObject({
      kind: 'failed',
      error: { code: 'update_file_refused' },
    })
    await main.services.updates.installAtEnd()
    expect(installed().toString()).toBe('version 0.1.0')
    expect(ended).toEqual([])
  })

  it('that was interrupted goes on, at the next check or when the person says so', async () => {
    feed.publish()
    feed.misbehave(feed.fileName, (_, response) => response.writeHead(503).end())
    const main = await start()
    await main.ask('updates.check', {})
    expect(await until(main, 'failed')).toEqual({
      kind: 'failed',
      error: { code: 'update_interrupted' },
      version: '0.2.0',
      retry: 'download',
    })
    feed.behave(feed.fileName)
    await main.ask('updates.download', {})
    await until(main, 'ready')
  })

  it('that is refused is said with its code, and leaves the app as it was', async () => {
    feed.publishText('version: 0.2.0')
    const main = await start()
    expect(await main.ask('updates.check', {})).toEqual({
      kind: 'failed',
      error: { code: 'update_feed_refused' },
      version: null,
      retry: 'check',
    })
    expect(main.notices).toEqual([])
  })
})

describe('an update that could not be installed', () => {
  it('is said, and tried again only when the person says so', async () => {
    const first = await ready()
    await first.services.updates.installAtEnd()
    // What its installer did is undone: the version before starts again.
    writeFileSync(appImage, 'version 0.1.0')

    const main = await start()
    expect(await main.ask('updates.check', {})).toEqual({
      kind: 'failed',
      error: { code: 'update_not_installed' },
      version: '0.2.0',
      retry: 'download',
    })
    await main.services.updates.installAtEnd()
    expect(installed().toString()).toBe('version 0.1.0')
    await main.ask('updates.download', {})
    await until(main, 'ready')
  })

  it('opens the app again where the person wanted it at once', async () => {
    const main = await ready()
    await main.ask('updates.install', { unsaved: false })
    // Nothing takes a folder’s place.
    mkdirSync(join(`${appImage}.new`, 'in the way'), { recursive: true })
    await main.services.updates.installAtEnd()
    expect(ended).toEqual(['quit', 'relaunch'])
    expect(trial()).toBeNull()
  })
})
