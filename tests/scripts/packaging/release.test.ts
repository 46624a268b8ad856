import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import {
  missingForRelease,
  releaseVariables,
  settingsOf,
} from '../../../scripts/packaging/release.config.mjs'
import { hasSignature, sign } from '../../../scripts/packaging/sign-windows.mjs'
import { standInProgram } from '../../../scripts/packaging/stand-in-programs.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const feed = { UPDATE_FEED: 'https://updates.example/', UPDATE_PUBLIC_KEYS: 'a key' }
const publisher = { PUBLISHER_NAME: 'Atradius N.V.' }
const tool = { WINDOWS_SIGN_PROGRAM: '/usr/local/bin/sign' }
const apple = {
  CSC_LINK: 'apple.p12',
  APPLE_API_KEY: 'k',
  APPLE_API_KEY_ID: 'i',
  APPLE_API_ISSUER: 'u',
}
const complete = [
  ['win32', 'linux', { ...feed, ...publisher, WIN_CSC_LINK: 'windows.pfx' }],
  ['win32', 'linux', { ...feed, ...publisher, ...tool }],
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
    const env = { ...feed, UPDATE_FEED: address, GPG_KEY: 'k' }
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

  it('is the tool that signs, where one is named', () => {
    expect(settingsOf({ ...publisher, ...tool }).win?.signtoolOptions?.sign).toBe(
      './scripts/packaging/sign-windows.mjs',
    )
  })

  it('is no key: electron-builder reads those from the environment by itself', () => {
    const text = JSON.stringify(settingsOf({ ...publisher, ...tool, WIN_CSC_LINK: 'windows.pfx' }))
    expect(text).not.toContain('windows.pfx')
  })
})

describe('a tool that signs for Windows', () => {
  const bare = standInProgram({ platform: 'win', arch: 'x64' })
  /** What a signature adds to a program: an entry in its header, and bytes at its end. */
  function signed(offset = bare.length): Buffer {
    const file = Buffer.concat([bare, Buffer.alloc(64)])
    const directory = file.readUInt32LE(0x3c) + 24 + 112 + 4 * 8
    file.writeUInt32LE(offset, directory)
    file.writeUInt32LE(64, directory + 4)
    return file
  }

  it('has signed where the program says so, and holds it', () => {
    expect(hasSignature(bare)).toBe(false)
    expect(hasSignature(signed())).toBe(true)
    expect(hasSignature(signed(bare.length + 1))).toBe(false)
  })

  it('is not believed where it only ends well', async () => {
    const path = join(temporaryFolder(), 'a program.exe')
    writeFileSync(path, bare)
    vi.stubEnv('WINDOWS_SIGN_PROGRAM', '/bin/true')
    await expect(sign({ path })).rejects.toThrow('has not signed')
    vi.stubEnv('WINDOWS_SIGN_PROGRAM', '/bin/false')
    await expect(sign({ path })).rejects.toThrow()
  })
})
