import { describe, expect, it } from 'vitest'
import {
  missingForRelease,
  releaseVariables,
  settingsOf,
} from '../../../scripts/packaging/release.config.mjs'

const feed = { UPDATE_FEED: 'https://updates.example/' }
const publisher = { PUBLISHER_NAME: 'Atradius N.V.' }
const azure = {
  AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
  AZURE_SIGNING_ACCOUNT: 'account',
  AZURE_SIGNING_PROFILE: 'profile',
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'secret',
}
const apple = {
  CSC_LINK: 'apple.p12',
  APPLE_API_KEY: 'k',
  APPLE_API_KEY_ID: 'i',
  APPLE_API_ISSUER: 'u',
}
const complete = [
  ['win32', 'linux', { ...feed, ...publisher, WIN_CSC_LINK: 'windows.pfx' }],
  ['win32', 'win32', { ...feed, ...publisher, ...azure }],
  ['darwin', 'darwin', { ...feed, ...apple }],
  [
    'darwin',
    'darwin',
    {
      ...feed,
      CSC_NAME: 'Atradius',
      APPLE_ID: 'a',
      APPLE_APP_SPECIFIC_PASSWORD: 'p',
      APPLE_TEAM_ID: 't',
    },
  ],
  ['darwin', 'darwin', { ...feed, CSC_NAME: 'Atradius', APPLE_KEYCHAIN_PROFILE: 'p' }],
  ['linux', 'linux', { ...feed, GPG_KEY: '0123456789ABCDEF' }],
] as const

describe.each(complete)('a release for %s on %s', (platform, host, env) => {
  it('is one with all of it', () => {
    expect(missingForRelease(platform, env, host)).toEqual([])
  })

  it.each(Object.keys(env))('is none without %s', (name) => {
    const { [name]: _, ...rest } = env as Record<string, string>
    expect(missingForRelease(platform, rest, host)).not.toEqual([])
    expect(missingForRelease(platform, { ...env, [name]: '' }, host)).not.toEqual([])
  })

  it('needs nothing that a trial would keep from the environment', () => {
    expect(Object.keys(env).filter((name) => !releaseVariables.includes(name))).toEqual([])
  })
})

it.each(['http://updates.example/', 'file:///updates', 'updates.example'])(
  'a feed at %s is none',
  (address) => {
    const env = { UPDATE_FEED: address, GPG_KEY: 'k' }
    expect(missingForRelease('linux', env, 'linux')).toHaveLength(1)
  },
)

it('is made for macOS on macOS alone', () => {
  expect(missingForRelease('darwin', { ...feed, ...apple }, 'linux')).toEqual([
    'macOS: nothing else signs for it',
  ])
})

describe('what electron-builder learns from the environment', () => {
  it('is nothing where nothing is set', () => {
    expect(settingsOf({})).toEqual({ publish: null })
  })

  it('is the feed, and who signs', () => {
    expect(settingsOf({ ...feed, ...publisher })).toEqual({
      publish: { provider: 'generic', url: 'https://updates.example/' },
      win: {
        signtoolOptions: { publisherName: ['Atradius N.V.'], signingHashAlgorithms: ['sha256'] },
      },
    })
  })

  it('is Azure’s service where that signs, with the same publisher', () => {
    expect(settingsOf({ ...publisher, ...azure }).win).toEqual({
      azureSignOptions: {
        publisherName: 'Atradius N.V.',
        endpoint: 'https://weu.codesigning.azure.net',
        codeSigningAccountName: 'account',
        certificateProfileName: 'profile',
      },
    })
  })

  it('is no key: electron-builder reads those from the environment by itself', () => {
    const text = JSON.stringify(settingsOf({ ...publisher, ...azure, WIN_CSC_LINK: 'windows.pfx' }))
    expect(text).not.toContain('windows.pfx')
    expect(text).not.toContain('"secret"')
  })
})
