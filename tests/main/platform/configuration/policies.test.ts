import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../../src/main/platform/configuration/configuration.ts'
import {
  policiesSource,
  readPolicies,
} from '../../../../src/main/platform/configuration/policies.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let managedFile: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  managedFile = join(temporaryFolder(stack), 'config.json')
})
afterEach(() => stack.disposeAsync())

const all = String.raw`HKEY_LOCAL_MACHINE\Software\Policies`
const ours = `${all}\\Atradius Services Online`

/** What `reg.exe` prints, and that it fails where there is no such key. */
function registry(values: readonly string[] | null, inside: readonly string[] = []) {
  const keys = [`${all}\\Adobe`, ...(values === null ? [] : [ours]), `${all}\\Microsoft`]
  return async (key: string) => {
    if (key === all) return Buffer.from(`\r\n${keys.join('\r\n')}\r\n`, 'latin1')
    if (key !== ours || values === null) throw new Error('ended with 1')
    const lines = ['', key, ...values.map((value) => `    ${value}`), '', ...inside]
    return Buffer.from(lines.join('\r\n'), 'latin1')
  }
}

/** Of policies in front of what the file says; without a file, of what is packaged. */
async function configured(
  query: (key: string) => Promise<Uint8Array>,
  file: Readonly<Record<string, unknown>> | null = null,
) {
  if (file !== null) writeFileSync(managedFile, JSON.stringify(file))
  const sources = { portalUrl: undefined, managedFile, mustBeManaged: false }
  return readConfiguration(sources, () => readPolicies(query))
}

const portalUrl = 'https://portal.firm.example/'
const everything = [
  `PortalUrl    REG_SZ    ${portalUrl}`,
  'ClientCertificateIssuer    REG_SZ    Firm CA 2',
  'Language    REG_SZ    de',
  'UpdateMode    REG_SZ    off',
  'UpdateFeed    REG_SZ    https://updates.firm.example/app',
  'LockRequired    REG_DWORD    0x1',
  'LockLongestIdleMinutes    REG_DWORD    0xf',
  'LockPassword    REG_SZ    own',
  'ProxySignIn    REG_SZ    system',
  String.raw`ProxySignInServers    REG_MULTI_SZ    proxy.firm.example\0*.proxies.firm.example`,
]

describe('policies of Windows', () => {
  it('set everything that the file can', async () => {
    expect(await configured(registry(everything))).toMatchObject({
      ok: true,
      portalUrl: new URL(portalUrl),
      clientCertificateIssuer: 'Firm CA 2',
      language: 'de',
      updates: { mode: 'off', feed: new URL('https://updates.firm.example/app') },
      lock: { required: true, longestIdleMinutes: 15, password: 'own' },
      proxySignIn: { kind: 'system', servers: ['proxy.firm.example', '*.proxies.firm.example'] },
      managed: { sources: [{ by: 'policy', place: policiesSource }] },
    })
  })

  it('win over the file, value by value', async () => {
    const file = {
      portalUrl,
      language: 'nl',
      updates: { mode: 'ask', feed: 'https://updates.firm.example/' },
      lock: { required: true, longestIdleMinutes: 30 },
    }
    const query = registry([
      'LockLongestIdleMinutes    REG_DWORD    0x5',
      'UpdateMode    REG_SZ    off',
    ])
    expect(await configured(query, file)).toMatchObject({
      language: 'nl',
      updates: { mode: 'off', feed: new URL('https://updates.firm.example/') },
      lock: { required: true, longestIdleMinutes: 5, password: 'any' },
      managed: {
        settings: [
          { name: 'portalUrl', by: 'file' },
          { name: 'language', by: 'file' },
          { name: 'updates.mode', by: 'policy' },
          { name: 'updates.feed', by: 'file' },
          { name: 'lock.required', by: 'file' },
          { name: 'lock.longestIdleMinutes', by: 'policy' },
        ],
        sources: [
          { by: 'policy', place: policiesSource },
          { by: 'file', place: managedFile },
        ],
      },
    })
  })

  it('take the address that the app comes with where neither they nor a file say one', async () => {
    const configuration = await configured(registry(['Language    REG_SZ    it']))
    expect(configuration).toMatchObject({ ok: true, language: 'it' })
    expect(await configured(registry(null))).toMatchObject({ ok: true, language: null })
  })

  it('may say the address that the file leaves to them', async () => {
    const query = registry([`PortalUrl    REG_SZ    ${portalUrl}`])
    expect(await configured(query, { language: 'es' })).toMatchObject({
      ok: true,
      portalUrl: new URL(portalUrl),
      language: 'es',
    })
  })

  it('replace how proxies are signed in to, with the servers that the file names or without', async () => {
    const servers = ['proxy.firm.example']
    const file = { portalUrl, proxySignIn: { kind: 'system', servers } }
    expect(await configured(registry(['ProxySignIn    REG_SZ    ask']), file)).toMatchObject({
      proxySignIn: { kind: 'ask' },
    })
    const other = String.raw`ProxySignInServers    REG_MULTI_SZ    other.firm.example`
    expect(await configured(registry([other]), file)).toMatchObject({
      proxySignIn: { kind: 'system', servers: ['other.firm.example'] },
    })
  })

  it.each([
    ['Debug', 'Debug    REG_DWORD    0x1'],
    ['(Standard)', '(Standard)    REG_SZ    x'],
    ['LockRequired', 'LockRequired    REG_SZ    true'],
    ['LockRequired', 'LockRequired    REG_DWORD    0x2'],
    ['LockLongestIdleMinutes', 'LockLongestIdleMinutes    REG_DWORD    0x1'],
    ['LockLongestIdleMinutes', 'LockLongestIdleMinutes    REG_SZ    15'],
    ['Language', 'Language    REG_SZ    pl'],
    ['Language', 'Language    REG_SZ    '],
    ['Language', 'Language    REG_EXPAND_SZ    %LANGUAGE%'],
    ['PortalUrl', 'PortalUrl    REG_SZ    http://portal.firm.example'],
    ['PortalUrl', 'PortalUrl    REG_BINARY    68747470'],
    ['ClientCertificateIssuer', 'ClientCertificateIssuer    REG_SZ    Soci\u0082t\u0082'],
    ['UpdateFeed', 'UpdateFeed    REG_SZ    ftp://updates.firm.example'],
    ['ProxySignIn', 'ProxySignIn    REG_SZ    kerberos'],
    ['ProxySignInServers', 'ProxySignInServers    REG_SZ    proxy.firm.example'],
    ['ProxySignInServers', 'ProxySignInServers    REG_MULTI_SZ    *'],
    ['ProxySignInServers', 'ProxySignIn    REG_SZ    system'],
    ['ProxySignIn', 'ProxySignInServers    REG_MULTI_SZ    proxy.firm.example'],
  ])('are refused with the name of %s: %s', async (setting, value) => {
    expect(await configured(registry([value]))).toEqual({
      ok: false,
      source: policiesSource,
      setting,
    })
  })

  it.each([
    [
      'is there and cannot be read',
      async (key: string) => {
        if (key === all) return Buffer.from(`\r\n${ours}\r\n`)
        throw new Error('access denied')
      },
    ],
    ['cannot be looked for', () => Promise.reject(new Error('no reg.exe'))],
    ['is listed in words', async () => Buffer.from('ERROR: nothing')],
    ['holds a text of two lines', registry(['PortalUrl    REG_SZ    https://x', 'yz'])],
  ])('stop everything where the key %s', async (_what, query) => {
    expect(await configured(query)).toEqual({ ok: false, source: policiesSource })
  })

  it('have no keys inside: one is a setting that nobody knows', async () => {
    expect(await configured(registry([], [`${ours}\\Lock`]))).toEqual({
      ok: false,
      source: policiesSource,
      setting: 'Lock',
    })
  })

  it('are named as the file where it is the file that is wrong, even where they override it', async () => {
    const query = registry(['Language    REG_SZ    de'])
    expect(await configured(query, { portalUrl, language: 'xx' })).toEqual({
      ok: false,
      source: managedFile,
      setting: 'language',
    })
  })

  it('are asked for by the whole computer’s key alone, in whatever capitals it was made', async () => {
    const asked: string[] = []
    await readPolicies(async (key) => {
      asked.push(key)
      return Buffer.from(
        key === all
          ? `\r\n${ours.toUpperCase()}\r\n`
          : `\r\n${key}\r\n    language    REG_SZ    fr\r\n`,
      )
    })
    expect(asked).toEqual([all, ours])
  })
})
