import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../../src/main/platform/configuration/configuration.ts'
import { openSettings } from '../../../../src/main/platform/settings/settings.ts'
import { createServices } from '../../../../src/main/app/services.ts'
import { hostFetch, recordingLog } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let managedFile: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  managedFile = join(temporaryFolder(stack), 'config.json')
})
afterEach(() => stack.disposeAsync())

const readFile = (portalUrl?: string) =>
  readConfiguration({ portalUrl, managedFile, mustBeManaged: false })
const read = async (portalUrl?: string) => {
  const configuration = await readFile(portalUrl)
  return configuration.ok ? configuration.portalUrl.href : configuration
}

describe('where the portal is', () => {
  it('is said by the environment, else the managed file, else the default', async () => {
    expect(await read()).toMatch(/^https:/)
    writeFileSync(managedFile, '{"portalUrl": "https://portal.example.be/"}')
    expect(await read()).toBe('https://portal.example.be/')
    expect(await read('http://127.0.0.1:4180')).toBe('http://127.0.0.1:4180/')
  })

  it('may be in a file that begins with a byte order mark, as Windows writes them', async () => {
    writeFileSync(managedFile, '\uFEFF{"portalUrl": "https://portal.example.be/"}')
    expect(await read()).toBe('https://portal.example.be/')
  })

  it.each(['http://localhost:1', 'http://[::1]:1', 'http://127.8.8.8:1', 'https://portal.be'])(
    'may be %s',
    async (url) => {
      expect(await read(url)).toBe(`${url}/`)
    },
  )

  it.each([
    'http://portal.example.be',
    'http://127.0.0.1.example.be',
    'http://localhost.example.be',
    'ftp://127.0.0.1',
    'https://user:secret@portal.example.be',
    'portal.example.be',
    '',
  ])('may not be %s', async (url) => {
    expect(await read(url)).toEqual({ ok: false, source: 'PORTAL_URL', setting: 'portalUrl' })
  })

  it.each([
    ['no JSON', '{portalUrl: https://portal.example.be', undefined],
    ['no object', '"https://portal.example.be"', undefined],
    ['no address', '{}', 'portalUrl'],
    ['an open line', '{"portalUrl": "http://portal.example.be"}', 'portalUrl'],
    [
      'a misspelt setting',
      '{"portalUrl": "https://portal.example.be", "portalURL": ""}',
      'portalURL',
    ],
  ])('is nowhere while the file holds %s', async (_name, content, setting) => {
    writeFileSync(managedFile, content)
    expect(await read()).toEqual({ ok: false, source: managedFile, setting })
  })
})

const portalUrl = 'https://portal.example.be/'

describe('what the file sets', () => {
  it('is what holds by itself where it says nothing', async () => {
    writeFileSync(managedFile, JSON.stringify({ portalUrl }))
    expect(await readFile()).toMatchObject({
      ok: true,
      clientCertificateIssuer: null,
      language: null,
      updates: { mode: 'automatic', feed: null },
      lock: { required: false, longestIdleMinutes: 60, password: 'any' },
      proxySignIn: { kind: 'none' },
    })
  })

  it('is each setting that it says, beside what holds by itself', async () => {
    const proxySignIn = {
      kind: 'system',
      servers: ['proxy.firm.example', '*.proxies.firm.example'],
    }
    writeFileSync(
      managedFile,
      JSON.stringify({
        portalUrl,
        language: 'nl',
        updates: { feed: 'https://updates.firm.example/app' },
        lock: { required: true, longestIdleMinutes: 15 },
        proxySignIn,
      }),
    )
    expect(await readFile()).toMatchObject({
      language: 'nl',
      updates: { mode: 'automatic', feed: new URL('https://updates.firm.example/app') },
      lock: { required: true, longestIdleMinutes: 15, password: 'any' },
      proxySignIn,
    })
  })

  it.each<[string, unknown]>([
    ['language', { language: 'pl' }],
    ['language', { language: null }],
    ['clientCertificateIssuer', { clientCertificateIssuer: '' }],
    ['updates', { updates: 'off' }],
    ['updates.mode', { updates: { mode: 'never' } }],
    ['updates.feed', { updates: { feed: 'http://updates.firm.example' } }],
    ['updates.channel', { updates: { channel: 'beta' } }],
    ['lock.required', { lock: { required: 'yes' } }],
    ['lock.required', { lock: { required: 1 } }],
    ['lock.longestIdleMinutes', { lock: { longestIdleMinutes: 4 } }],
    ['lock.longestIdleMinutes', { lock: { longestIdleMinutes: 7.5 } }],
    ['lock.password', { lock: { password: 'none' } }],
    ['lock.minutes', { lock: { minutes: 5 } }],
    ['proxySignIn.kind', { proxySignIn: { kind: 'kerberos' } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'system' } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'system', servers: [] } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'system', servers: ['*'] } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'system', servers: ['*.example'] } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'system', servers: ['a.example,*'] } }],
    ['proxySignIn.servers', { proxySignIn: { kind: 'ask', servers: ['proxy.example'] } }],
    ['proxySignIn.kind', { proxySignIn: { servers: ['proxy.example'] } }],
  ])('is refused with the name of what is wrong: %s in %j', async (setting, settings) => {
    writeFileSync(managedFile, JSON.stringify({ portalUrl, ...Object(settings) }))
    expect(await readFile()).toEqual({ ok: false, source: managedFile, setting })
  })
})

it('with an unusable file the app opens, says which, and calls no portal', async () => {
  writeFileSync(managedFile, 'not JSON')
  let calls = 0
  const folder = temporaryFolder(stack)
  const { router } = createServices({
    environment: { device: { name: 'Test', platform: 'linux' } },
    configuration: await readConfiguration({
      portalUrl: undefined,
      managedFile,
      mustBeManaged: false,
    }),
    folder,
    settings: openSettings(join(folder, 'settings.json'), () => undefined),
    language: () => 'fr',
    systemLocale: () => 'fr-BE',
    askWhichTable: async () => null,
    askWhichDocuments: async () => [],
    openFile: async () => '',
    tableWorker: '',
    version: '0.1.0',
    builtAt: new Date('2026-01-01'),
    log: recordingLog([]),
    fetch: (url, init) => {
      calls += 1
      return hostFetch(url, init)
    },
    osKeychain: createMemoryKeychain(),
    openExternal: async () => undefined,
    askWhereToSave: async () => null,
    printPage: async () => new Uint8Array(),
    send: () => undefined,
    copyText: async () => undefined,
    onMenuChange: () => undefined,
    desktop: { notify: () => undefined, withdraw: () => undefined, seenPath: () => null },
    cover: { hide: () => undefined, show: () => undefined, lift: () => undefined },
  })
  const page = { url: 'app://services-online/', parent: null }
  expect(await router(page, 'app.state', {})).toMatchObject({
    data: {
      portalHost: null,
      notices: [{ code: 'configuration_invalid', params: { path: managedFile } }],
    },
  })
  const signIn = { username: 'a', password: 'b', staySignedIn: false }
  expect(await router(page, 'session.signIn', signIn)).toEqual({
    ok: false,
    error: { code: 'configuration_invalid', params: { path: managedFile } },
  })
  expect(calls).toBe(0)
})
