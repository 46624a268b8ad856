/**
 * What main asks of Electron as it starts, line by line: each of these walls stands by one line, and
 * nothing that a page does would show that it is gone. `docs/security.md` names them.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Desktop } from '../../../src/main/app/notifications.ts'
import { invokeChannel } from '../../../src/shared/contract/channels.ts'
import { electron, recorded } from '../support/recorded-electron.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

vi.mock('electron', async () => (await import('../support/recorded-electron.ts')).electron)
const routed = vi.hoisted(() => new Array<readonly unknown[]>())
const desktops = vi.hoisted(() => new Array<Desktop>())
// What the window does not wait for: of it only the router is of interest here, and what it is given.
vi.mock('../../../src/main/app/background.ts', () => ({
  startBackground: async ({ desktop }: { readonly desktop: Desktop }) => {
    desktops.push(desktop)
    return {
      lock: { idleMinutes: () => null, lock: () => false },
      awake: () => undefined,
      router: async (...args: unknown[]) => void routed.push(args),
    }
  },
}))

const stack = new AsyncDisposableStack()
const argv = process.argv
beforeAll(async () => {
  electron.app.folder = temporaryFolder(stack)
  process.argv = ['app']
  await import('../../../src/main/app/index.ts')
  await vi.waitFor(() => expect(recorded.windows).toHaveLength(1))
  await vi.waitFor(() => expect(electron.powerMonitor.eventNames()).not.toEqual([]))
})
afterAll(async () => {
  process.argv = argv
  await stack.disposeAsync()
})

function theWindow() {
  const [window] = recorded.windows
  if (window === undefined) throw new Error('No window opened')
  return window
}

/** Calls a handler that main has given, as Electron would. */
function ask(told: ReadonlyMap<string, unknown[]>, name: string, ...args: unknown[]): unknown {
  const [handler] = told.get(name) ?? []
  if (typeof handler !== 'function') throw new Error(`Nobody answers ${name}`)
  const answer: unknown = Reflect.apply(handler, undefined, args)
  return answer
}

/** Whether main prevents what an event tells of. */
function isPrevented(
  emitter: { emit: (name: string, ...args: unknown[]) => boolean },
  name: string,
  details: object = {},
) {
  const preventDefault = vi.fn()
  emitter.emit(name, { ...details, preventDefault })
  return preventDefault.mock.calls.length > 0
}

const elsewhere = [
  'https://example.org/',
  'http://services-online/',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:app://services-online/1',
  'javascript:alert(1)',
  'about:blank',
  'chrome://gpu',
  'devtools://devtools/',
  'view-source:app://services-online/',
  'app://services-online.example/',
  'app://elsewhere/',
  'app://user@elsewhere/',
  'atradius-services-online://open/servnet',
  '\\\\server\\share',
]

describe('the window', () => {
  it('has these preferences, and no other that could take something away from them', () => {
    const preload: unknown = expect.stringMatching(/preload[\\/]index\.cjs$/)
    expect(theWindow().options['webPreferences']).toEqual({
      preload,
      session: recorded.sessions.get('persist:pages'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    expect(electron.app.told.has('enableSandbox')).toBe(true)
  })

  it('loads a page of the app’s own', () => {
    const [url] = theWindow().told.get('loadURL') ?? []
    expect(url).toMatch(/^app:\/\/services-online\//)
  })

  it.each(elsewhere)('does not go to %s, nor opens it', (url) => {
    const { webContents } = theWindow()
    expect(isPrevented(webContents, 'will-navigate', { url })).toBe(true)
    expect(ask(webContents.told, 'windowOpen', { url })).toEqual({ action: 'deny' })
  })

  it('goes to its own pages, and opens none of them a second time', () => {
    const { webContents } = theWindow()
    const url = 'app://services-online/help'
    expect(isPrevented(webContents, 'will-navigate', { url })).toBe(false)
    expect(ask(webContents.told, 'windowOpen', { url })).toEqual({ action: 'deny' })
  })

  it('holds no page within the page, and no way past its proxy', () => {
    const { webContents } = theWindow()
    expect(isPrevented(webContents, 'will-attach-webview')).toBe(true)
    expect(webContents.told.get('webRtc')).toEqual(['disable_non_proxied_udp'])
  })
})

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'unknown',
  'one that comes later',
]

describe.each(['', 'persist:pages'])('the session "%s"', (name) => {
  const told = () => recorded.sessions.get(name)?.told ?? new Map<string, unknown[]>()

  it.each(permissions)('has no permission: %s', (permission) => {
    const answer = vi.fn()
    ask(told(), 'permissionRequest', null, permission, answer, {})
    expect(answer.mock.calls).toEqual([[false]])
    expect(ask(told(), 'permissionCheck', null, permission, 'app://services-online', {})).toBe(
      false,
    )
  })

  it('downloads nothing, and has no dictionaries', () => {
    const session = recorded.sessions.get(name)
    expect(session !== undefined && isPrevented(session, 'will-download')).toBe(true)
    expect(told().get('spellCheckerLanguages')).toEqual([[]])
    expect(told().get('spellChecker')).toEqual([false])
  })
})

it('pages have a session of their own, whose network leads nowhere', () => {
  const told = recorded.sessions.get('persist:pages')?.told
  expect(told?.get('proxy')).toEqual([
    { mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' },
  ])
  expect(told?.has('protocol app')).toBe(true)
  expect([...recorded.sessions.keys()]).toEqual(['', 'persist:pages'])
})

it('the scheme of the pages may no more than it must: no policy passed by, no fetching, no workers', () => {
  expect(electron.protocol.told.get('schemes')).toEqual([
    [{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }],
  ])
})

describe('calls', () => {
  it('come in by one channel, with the frame that Electron says made them', async () => {
    expect([...recorded.ipcHandlers.keys()]).toEqual([invokeChannel])
    const told = new Map([[invokeChannel, [recorded.ipcHandlers.get(invokeChannel)]]])
    const parent = {}
    await ask(
      told,
      invokeChannel,
      { senderFrame: { url: 'https://evil.example/', parent } },
      'name',
      1,
    )
    await ask(told, invokeChannel, { senderFrame: null }, 'name', 2)
    expect(routed).toEqual([
      [{ url: 'https://evil.example/', parent }, 'name', 1],
      [null, 'name', 2],
    ])
  })
})

/** A page says that its first screen is drawn. */
const shown = () =>
  ask(
    new Map([[invokeChannel, [recorded.ipcHandlers.get(invokeChannel)]]]),
    invokeChannel,
    { senderFrame: null },
    'app.shown',
    {},
  )
/** The system shows one, and the person clicks on it. */
function clicked(): ReturnType<typeof vi.fn> {
  const onClick = vi.fn()
  desktops[0]?.notify({ title: 'Décision', body: 'Boulangerie', onClick })
  recorded.notifications.at(-1)?.emit('click')
  return onClick
}

describe('a click on a notification', () => {
  it('leads there at once where the window is open', async () => {
    const before = recorded.windows.length
    await shown()
    const onClick = clicked()
    await vi.waitFor(() => expect(onClick).toHaveBeenCalledOnce())
    expect(recorded.windows).toHaveLength(before)
  })

  it('opens a window where the last one was closed, and leads there once its page listens', async () => {
    const [last] = recorded.windows.slice(-1)
    if (last === undefined) throw new Error('No window opened')
    const before = recorded.windows.length
    last.isClosed = true
    const onClick = clicked()
    expect(recorded.windows).toHaveLength(before + 1)
    // What is sent now, nobody hears.
    await new Promise((resolve) => setImmediate(resolve))
    expect(onClick).not.toHaveBeenCalled()
    await shown()
    await vi.waitFor(() => expect(onClick).toHaveBeenCalledOnce())
  })
})

/** What each file of the sources takes from Electron, types left out. */
function importsOfElectron(): ReadonlyMap<string, readonly string[]> {
  const root = join(import.meta.dirname, '../../..')
  const found = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const [, names = ''] = /import \{([^}]*)\} from 'electron'/.exec(source) ?? []
    const values = names.split(',').map((name) => name.trim())
    return [
      file.replaceAll('\\', '/'),
      values.filter((name) => !/^(?:type .*)?$/.test(name)),
    ] as const
  })
  return new Map(found.filter(([, names]) => names.length > 0))
}

it('Electron is asked for nothing else, and nowhere else', () => {
  expect(Object.fromEntries(importsOfElectron())).toEqual({
    'src/main/app/background.ts': ['app', 'clipboard', 'Menu', 'net', 'shell'],
    'src/main/app/desktop.ts': ['Notification'],
    'src/main/app/index.ts': ['app', 'dialog', 'protocol'],
    'src/main/app/proxies.ts': ['net', 'session'],
    'src/main/app/start.ts': ['app', 'ipcMain', 'powerMonitor'],
    'src/main/app/startup/back-to-former.ts': ['dialog'],
    'src/main/app/window/context-menu.ts': ['clipboard', 'Menu'],
    'src/main/app/window/cover.ts': ['View'],
    'src/main/app/window/main-window.ts': [
      'app',
      'BrowserWindow',
      'nativeTheme',
      'screen',
      'dialog',
    ],
    'src/main/app/window/page-session.ts': ['session'],
    'src/preload/index.ts': ['contextBridge', 'ipcRenderer'],
  })
})
