/**
 * The preload script as built for the window, in a context that has nothing but the two parts of
 * Electron that it may use: those need Electron's own processes and stand in here.
 */
import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PortalBridge } from '../../src/shared/contract/routes.ts'

let script: string
let invoked: unknown[][]
let exposed: Record<string, PortalBridge>
let fromMain: EventEmitter

beforeAll(async () => {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('src/preload/index.ts'), formats: ['cjs'] },
      rolldownOptions: { external: ['electron'] },
    },
  })
  const [built] = Array.isArray(output) ? output : [output]
  const chunks = built !== undefined && 'output' in built ? built.output : []
  const codes = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []))
  expect(codes).toHaveLength(1)
  script = codes.join()
})

beforeEach(() => {
  invoked = []
  exposed = {}
  fromMain = new EventEmitter()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, bridge: PortalBridge) => {
        exposed[name] = bridge
      },
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => {
        invoked.push(args)
        return { ok: true, data: {} }
      },
      on: (channel: string, listener: (...args: unknown[]) => void) =>
        fromMain.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) =>
        fromMain.off(channel, listener),
    },
  }
  const load = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed script cannot load ${name}`)
    return electron
  }
  runInContext(script, createContext({ require: load, exports: {}, module: { exports: {} } }))
})

const bridge = () => {
  const { portal } = exposed
  if (portal === undefined) throw new Error('nothing was exposed')
  return portal
}

const raise = (name: string, payload: unknown) => fromMain.emit('portal:event', {}, name, payload)

it('exposes two functions and nothing else', () => {
  expect(Object.keys(exposed)).toEqual(['portal'])
  expect(Object.keys(bridge())).toEqual(['call', 'on'])
})

it('passes calls that are on the list', async () => {
  expect(await bridge().call('app.setLanguage', { language: 'nl' })).toEqual({ ok: true, data: {} })
  expect(invoked).toEqual([['portal:call', 'app.setLanguage', { language: 'nl' }]])
})

it('passes no others', async () => {
  // @ts-expect-error -- a page can say anything
  const result = await bridge().call('keychain.read', {})
  expect(result).toEqual({ ok: false, error: { code: 'not_found' } })
  expect(invoked).toEqual([])
})

describe('events', () => {
  const view = { kind: 'signedOut', username: null, reason: 'none' } as const

  it('reach those who listen, without Electron’s own event, until they stop', () => {
    const heard: unknown[][] = []
    const stop = bridge().on('session.changed', (...args) => heard.push(args))
    raise('session.changed', view)
    raise('notice.raised', { code: 'disk_full' })
    stop()
    raise('session.changed', view)
    expect(heard).toEqual([[view]])
    expect(fromMain.listenerCount('portal:event')).toBe(0)
  })

  it('have names on the list', () => {
    // @ts-expect-error -- a page can say anything
    bridge().on('anything', () => undefined)
    expect(fromMain.listenerCount('portal:event')).toBe(0)
  })
})
