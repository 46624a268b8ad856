/**
 * Electron's renderer half, as far as the preload script uses it. Chromium runs the source text of
 * each function here before any script of the page, so none may use anything from outside itself.
 */
import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron'
import type { Shortcut } from './menu.ts'

/** What the page asks of main. */
export type PageCall = { readonly id: number; readonly channel: string; readonly args: unknown[] }

type MenuMessage = {
  readonly kind: 'menu'
  readonly roles: readonly string[]
  readonly shortcuts: readonly Shortcut[]
}

/** What main tells the page. */
export type PageMessage =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown[] }
  /** The roles and shortcuts of the application menu, as it is from now on. */
  | MenuMessage

export type PreloadModule = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
) => void

export type PageOptions = {
  /** Sends text to the host. */
  readonly post: (text: string) => void
  /** The name under which the host finds the function that takes its messages. */
  readonly inbox: string
  readonly toJson: (value: unknown) => string
  /** Copies what passes between the preload's world and the page's. */
  readonly crossWorlds: (value: unknown) => unknown
  readonly setMenu: (menu: Pick<MenuMessage, 'roles' | 'shortcuts'>) => void
  readonly preload: PreloadModule | null
}

type Bridge = Pick<ContextBridge, 'exposeInMainWorld'>
type Ipc = {
  readonly invoke: IpcRenderer['invoke']
  readonly on: (channel: string, listener: Listener) => void
  readonly off: (channel: string, listener: Listener) => void
  readonly removeListener: (channel: string, listener: Listener) => void
}
type Listener = (event: Pick<IpcRendererEvent, 'ports'>, ...args: unknown[]) => void

export function installElectron(options: PageOptions): void {
  const { post, inbox, toJson, crossWorlds, setMenu, preload } = options
  type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void }
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<Listener>>()
  let lastId = 0

  const settle = (id: number, act: (call: Pending) => void) => {
    const call = pending.get(id)
    pending.delete(id)
    if (call) act(call)
  }
  const receive = (message: PageMessage) => {
    switch (message.kind) {
      case 'result':
        settle(message.id, (call) => call.resolve(message.value))
        break
      case 'error':
        settle(message.id, (call) => call.reject(new Error(message.message)))
        break
      case 'event':
        for (const listener of listeners.get(message.channel) ?? []) {
          listener({ ports: [] }, ...message.args)
        }
        break
      case 'menu':
        setMenu(message)
        break
    }
  }
  Object.defineProperty(globalThis, inbox, { value: receive })

  const off = (channel: string, listener: Listener) => {
    listeners.get(channel)?.delete(listener)
  }
  const ipcRenderer: Ipc = {
    invoke: (channel, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const text = toJson({ id: lastId, channel, args })
        pending.set(lastId, { resolve, reject })
        post(text)
      }),
    on: (channel, listener) => {
      const known = listeners.get(channel) ?? new Set()
      listeners.set(channel, known.add(listener))
    },
    off,
    removeListener: off,
  }
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  const contextBridge: Bridge = {
    exposeInMainWorld: (key, api: unknown) => {
      const exposed = crossWorlds(api)
      freeze(exposed)
      Object.defineProperty(globalThis, key, { value: exposed, enumerable: true })
    },
  }
  const load = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require "${name}"`)
    return { contextBridge, ipcRenderer }
  }
  const module = { exports: {} }
  preload?.(load, module, module.exports)
}

/**
 * Electron clones what crosses its IPC; the host carries JSON. What JSON would change in silence
 * (a Map, a Date, a bigint, a function) is refused, so that no difference goes unseen. Main uses it
 * too.
 */
export function encodeJson(value: unknown): string {
  const check = (item: unknown, path: string): void => {
    if (item === null || item === undefined) return
    if (typeof item === 'bigint' || typeof item === 'function' || typeof item === 'symbol') {
      throw new TypeError(`An object could not be cloned: ${path} is a ${typeof item}`)
    }
    if (typeof item !== 'object') return
    const prototype: unknown = Object.getPrototypeOf(item)
    const plain = prototype === null || prototype === Object.prototype || Array.isArray(item)
    if (!plain) throw new TypeError(`The host carries JSON only: ${path} is not plain`)
    for (const [key, child] of Object.entries(item)) check(child, `${path}.${key}`)
  }
  check(value, 'value')
  return JSON.stringify(value) ?? 'null'
}

/**
 * When a page first shows something: Chromium paints a document that is still empty, Electron's
 * window then is not ready yet.
 */
export function watchLayout(post: (text: string) => void): void {
  const look = (): void => {
    const shown = [...(document.body?.children ?? [])].some((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0
    })
    if (shown) post(JSON.stringify({ laidOut: true }))
    else requestAnimationFrame(look)
  }
  look()
}
