/** Feeds that are not taken: unsigned, tampered with, misleading, or without end. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned } from '../../../src/main/updates/feed-signature.ts'
import { net } from '../../host/net.ts'
import { perTestInstallation, troubleOf } from '../support/update-engine.ts'
import { feedName, keyPair, startUpdateFeed } from '../support/update-feed.ts'

const installation = perTestInstallation()

const refused = () => troubleOf(installation().find())

describe('a feed is refused', () => {
  it('that nobody signed', async () => {
    installation().feed.publish()
    installation().feed.misbehave(`${feedName}.sig`, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('\n'),
    )
    expect(await refused()).toBe('update_feed_refused')
  })

  it('whose signature is missing', async () => {
    installation().feed.publish()
    installation().feed.misbehave(`${feedName}.sig`, (_, response) => response.writeHead(404).end())
    expect(await refused()).toBe('update_feed_unreachable')
  })

  it('that another key has signed', async () => {
    installation().feed.publish({}, keyPair().privateKey)
    expect(await refused()).toBe('update_feed_refused')
  })

  it.each([
    ['its version', '0.2.0', '0.9.0'],
    ['its notes', 'Nouveau', 'Appelez'],
    ['its percentage', 'stagingPercentage: 10', 'stagingPercentage: 99'],
    ['its end', '\n', '\n# more\n'],
  ])('that was changed after signing: %s', async (_, from, to) => {
    installation().feed.publish({ notes: { fr: ['Nouveau'] }, stagingPercentage: 10 })
    const response = await net.fetch(new URL(feedName, installation().feed.url).href)
    const changed = (await response.text()).replace(from, to)
    installation().feed.misbehave(feedName, (_request, answer) =>
      answer.writeHead(200, { 'content-type': 'text/yaml' }).end(changed),
    )
    expect(await refused()).toBe('update_feed_refused')
    expect(installation().downloads()).toEqual([])
  })

  it.each([
    ['an address', 'https://elsewhere.example/services-online.AppImage'],
    ['a path', '../other/services-online.AppImage'],
    ['a hidden name', '.services-online.AppImage'],
  ])('whose file is %s, not a name beside it', async (_, url) => {
    const sha512 = createHash('sha512').update(installation().feed.installer).digest('base64')
    installation().feed.publish({
      files: [{ url, sha512, size: installation().feed.installer.length }],
    })
    expect(await refused()).toBe('update_feed_refused')
  })

  it.each([
    ['no files', { files: [] }],
    ['no size', { files: [{ url: 'a.AppImage', sha512: `${'A'.repeat(86)}==` }] }],
    ['no hash', { files: [{ url: 'a.AppImage', size: 10 }] }],
    ['a size beyond all measure', { files: [{ url: 'a.AppImage', size: 1e12 }] }],
    ['a version that is none', { version: 'latest' }],
    ['no date', { releaseDate: 'soon' }],
    ['a file that needs rights', { files: [{ url: 'a', isAdminRightsRequired: true }] }],
  ])('that was signed with %s', async (_, fields) => {
    installation().feed.publish(fields)
    expect(await refused()).toBe('update_feed_refused')
  })

  it.each([
    ['not YAML', '{{{'],
    ['a list', '- 1\n- 2'],
    ['nothing', ''],
  ])('that was signed and is %s', async (_, text) => {
    installation().feed.publishText(text)
    expect(await refused()).toBe('update_feed_refused')
  })

  it('that is a page', async () => {
    installation().feed.publish()
    installation().feed.misbehave(feedName, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Wi-Fi</p>'),
    )
    expect(await refused()).toBe('update_feed_refused')
  })

  it('that is longer than any feed', async () => {
    installation().feed.publishText(`version: 0.2.0\n${'# more\n'.repeat(20_000)}`)
    expect(await refused()).toBe('update_feed_refused')
  })

  it('that leads elsewhere', async () => {
    const elsewhere = await startUpdateFeed(installation().stack)
    elsewhere.publish()
    installation().feed.misbehave(feedName, (_, response) =>
      response.writeHead(302, { location: new URL(feedName, elsewhere.url).href }).end(),
    )
    expect(await refused()).toBe('update_feed_refused')
    expect(elsewhere.asked).toEqual([])
  })

  it('that never ends', async () => {
    installation().feed.publish()
    installation().feed.misbehave(feedName, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/yaml' })
      const timer = setInterval(() => response.write('#'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await troubleOf(installation().find({ timeoutMs: 300 }))).toBe('update_feed_unreachable')
  })

  it('that never begins', async () => {
    installation().feed.misbehave(feedName, () => undefined)
    expect(await troubleOf(installation().find({ timeoutMs: 300 }))).toBe('update_feed_unreachable')
  })

  it('of another system, however well signed', async () => {
    installation().feed.publish()
    const other = 'latest-other.yml'
    const text = async (name: string) =>
      (await net.fetch(new URL(name, installation().feed.url).href)).text()
    const content = Buffer.from(await text(feedName))
    const signatures = await text(`${feedName}.sig`)
    const keys = [installation().feed.publicKey]
    expect(isSigned({ fileName: feedName, content, signatures, keys })).toBe(true)
    expect(isSigned({ fileName: other, content, signatures, keys })).toBe(false)
  })
})
