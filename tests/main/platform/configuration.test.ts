import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../src/main/platform/configuration/configuration.ts'
import { openSettings } from '../../../src/main/platform/settings/settings.ts'
import { createServices } from '../../../src/main/app/services.ts'
import { hostFetch, recordingLog } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let managedFile: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  managedFile = join(temporaryFolder(stack), 'config.json')
})
afterEach(() => stack.disposeAsync())

const read = async (portalUrl?: string) => {
  const sources = { portalUrl, managedFile, mustBeManaged: false }
  const configuration = await readConfiguration(sources)
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
    expect(await read(url)).toEqual({ ok: false, source: 'PORTAL_URL' })
  })

  it.each([
    ['no JSON', '{portalUrl: https://portal.example.be'],
    ['no object', '"https://portal.example.be"'],
    ['no address', '{}'],
    ['an open line', '{"portalUrl": "http://portal.example.be"}'],
    ['a misspelt setting', '{"portalUrl": "https://portal.example.be", "portalURL": ""}'],
  ])('is nowhere while the file holds %s', async (_name, content) => {
    writeFileSync(managedFile, content)
    expect(await read()).toEqual({ ok: false, source: managedFile })
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
    send: () => undefined,
    copyText: async () => undefined,
    onMenuChange: () => undefined,
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
