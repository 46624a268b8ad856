/** What announces a release to installed apps: whole, signed by a key that they know, or not at all. */
import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeFeeds, type FeedOptions } from '../../scripts/packaging/make-feed.ts'
import { isSigned, publicKeyIn } from '../../src/main/updates/feed-signature.ts'
import { notesOf, parseRelease } from '../../src/main/updates/release.ts'
import { languages } from '../../src/shared/languages.ts'
import { temporaryFolder } from './temporary-folder.ts'

let options: FeedOptions
let publicKey: string

beforeEach(() => {
  const folder = temporaryFolder()
  const pair = generateKeyPairSync('ed25519')
  publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const signing = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  const notesFile = join(folder, 'notes.json')
  writeFileSync(notesFile, notesIn(languages))
  for (const end of ['windows-x64.exe', 'windows-arm64.exe', 'macos-x64.zip', 'macos-x64.dmg']) {
    writeFileSync(join(folder, `services-online-0.2.0-${end}`), end)
  }
  writeFileSync(join(folder, 'services-online-0.1.0-windows-x64.exe'), 'an old one')
  options = {
    folder,
    version: '0.2.0',
    notesFile,
    percentage: 10,
    environment: { UPDATE_SIGNING_KEY: signing, UPDATE_PUBLIC_KEYS: `other,${publicKey}` },
    now: new Date('2026-12-01T08:00:00.000Z'),
  }
})

const notesIn = (some: readonly string[]) =>
  JSON.stringify(Object.fromEntries(some.map((language) => [language, [`new: ${language}`]])))

describe('a feed', () => {
  it('is one that an app takes, for each kind of computer that there is a package for', async () => {
    expect(await makeFeeds(options)).toEqual(['latest.yml', 'latest-mac.yml'])
    const content = readFileSync(join(options.folder, 'latest.yml'))
    const signatures = readFileSync(join(options.folder, 'latest.yml.sig'), 'utf8')
    const keys = [publicKeyIn(publicKey)].filter((key) => key !== null)
    expect(isSigned({ fileName: 'latest.yml', content, signatures, keys })).toBe(true)
    const release = parseRelease(content.toString())
    expect(release).toMatchObject({
      version: '0.2.0',
      releaseDate: '2026-12-01T08:00:00.000Z',
      stagingPercentage: 10,
    })
    expect(release.files.map(({ url }) => url)).toEqual([
      'services-online-0.2.0-windows-arm64.exe',
      'services-online-0.2.0-windows-x64.exe',
    ])
    for (const language of languages) {
      expect(notesOf(release, language)).toEqual([`new: ${language}`])
    }
  })
})

describe('no feed is made', () => {
  it.each<[string, string, () => Partial<FeedOptions>]>([
    ['without a key', 'UPDATE_SIGNING_KEY', () => ({ environment: {} })],
    [
      'with a key that no app knows',
      'No app would believe',
      () => ({ environment: { ...options.environment, UPDATE_PUBLIC_KEYS: 'other' } }),
    ],
    ['without packages', 'No package of version 0.3.0', () => ({ version: '0.3.0' })],
    ['without notes', 'what is new', () => ({ notesFile: join(options.folder, 'missing.json') })],
    [
      'with notes that lack a language',
      'what is new',
      () => {
        writeFileSync(options.notesFile, notesIn(languages.slice(1)))
        return {}
      },
    ],
  ])('%s', async (_, message, changes) => {
    await expect(makeFeeds({ ...options, ...changes() })).rejects.toThrow(message)
    expect(readdirSync(options.folder).filter((name) => name.endsWith('.yml'))).toEqual([])
  })
})
