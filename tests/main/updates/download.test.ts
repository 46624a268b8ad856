/** The file of a release: whole and as announced, or removed; and a download that was interrupted. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mountSmallDisk } from '../../e2e/support/small-disk.ts'
import { perTestInstallation, troubleOf } from '../support/update-engine.ts'
import { startUpdateFeed } from '../support/update-feed.ts'

const installation = perTestInstallation()

/** Long enough for what was sent to have come, on a busy machine too. */
const silence = { timeoutMs: 1_000 }

const refused = () => troubleOf(installation().fetchFound())
const remains = () =>
  ['partial', 'pending'].flatMap((name) => {
    const path = join(installation().folder, 'cache', name)
    return existsSync(path) ? readdirSync(path) : []
  })
const serve = (bytes: Buffer) =>
  installation().feed.misbehave(installation().feed.fileName, (_, response) =>
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes),
  )

/** Sends as much as `bytes`, and then nothing: a network that went away says no word. */
const breakOff = (bytes: number) =>
  installation().feed.misbehave(installation().feed.fileName, (_, response) => {
    response.writeHead(200, { 'content-length': installation().feed.installer.length })
    response.write(installation().feed.installer.subarray(0, bytes))
  })

describe('a file is refused and removed', () => {
  it('with a changed byte', async () => {
    installation().feed.publish()
    const changed = Buffer.from(installation().feed.installer)
    changed.writeUInt8(changed.readUInt8(1_000) ^ 1, 1_000)
    serve(changed)
    expect(await refused()).toBe('update_file_refused')
    expect(remains()).toEqual([])
  })

  it('that goes on after its end', async () => {
    installation().feed.publish()
    serve(Buffer.concat([installation().feed.installer, Buffer.alloc(500_000)]))
    expect(await refused()).toBe('update_file_refused')
    expect(remains()).toEqual([])
  })

  it('that never ends', async () => {
    installation().feed.publish()
    installation().feed.misbehave(installation().feed.fileName, (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 5)
      response.on('close', () => clearInterval(timer))
    })
    expect(await refused()).toBe('update_file_refused')
    expect(remains()).toEqual([])
  })

  it('that leads elsewhere', async () => {
    const elsewhere = await startUpdateFeed(installation().stack)
    installation().feed.publish()
    installation().feed.misbehave(installation().feed.fileName, (_, response) =>
      response.writeHead(302, { location: elsewhere.url.href }).end(),
    )
    expect(await refused()).toBe('update_file_refused')
    expect(elsewhere.asked).toEqual([])
  })

  it('that the system’s signature does not vouch for', async () => {
    installation().feed.publish()
    const changes = { replaces: 'nsis', verifyPublisher: async () => 'Somebody Else' } as const
    expect(await troubleOf(installation().fetchFound(changes))).toBe('update_feed_refused')
    expect(remains()).toEqual([])
  })
})

describe('an interrupted download', () => {
  it('goes on where it was broken off', async () => {
    installation().feed.publish()
    breakOff(100_000)
    expect(await troubleOf(installation().fetchFound(silence))).toBe('update_interrupted')
    installation().feed.behave(installation().feed.fileName)
    const path = await installation().fetchFound()
    expect(readFileSync(path).equals(installation().feed.installer)).toBe(true)
    expect(installation().downloads().at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/)
  })

  it('begins again where the server knows no parts', async () => {
    installation().feed.publish()
    breakOff(100_000)
    await troubleOf(installation().fetchFound(silence))
    installation().feed.misbehave(installation().feed.fileName, (_, response) =>
      response.writeHead(200).end(installation().feed.installer),
    )
    expect(
      readFileSync(await installation().fetchFound()).equals(installation().feed.installer),
    ).toBe(true)
  })

  it('does not go on with another part than it asked for', async () => {
    installation().feed.publish()
    breakOff(100_000)
    await troubleOf(installation().fetchFound(silence))
    installation().feed.misbehave(installation().feed.fileName, (_, response) =>
      response
        .writeHead(206, { 'content-range': `bytes 0-10/${installation().feed.installer.length}` })
        .end(installation().feed.installer.subarray(0, 11)),
    )
    expect(await troubleOf(installation().fetchFound(silence))).toBe('update_interrupted')
    installation().feed.behave(installation().feed.fileName)
    expect(
      readFileSync(await installation().fetchFound()).equals(installation().feed.installer),
    ).toBe(true)
  })

  it('does not mix two releases', async () => {
    installation().feed.publish()
    breakOff(100_000)
    await troubleOf(installation().fetchFound(silence))
    installation().feed.behave(installation().feed.fileName)
    const next = Buffer.from(installation().feed.installer.toReversed())
    const sha512 = createHash('sha512').update(next).digest('base64')
    installation().feed.misbehave('next.AppImage', (_, response) =>
      response.writeHead(200).end(next),
    )
    installation().feed.publish({
      version: '0.3.0',
      releaseDate: '2026-12-11T08:00:00Z',
      files: [{ url: 'next.AppImage', sha512, size: next.length }],
    })
    expect(readFileSync(await installation().fetchFound()).equals(next)).toBe(true)
  })

  it.each<[string, (response: ServerResponse) => unknown]>([
    ['ends too early', (response) => response.writeHead(200).end('a little')],
    ['is broken off', (response) => response.writeHead(200).write('a', () => response.destroy())],
    ['is a failure', (response) => response.writeHead(503).end()],
    [
      'is a page of the network',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Wi-Fi'),
    ],
  ])('is one that %s', async (_, respond) => {
    installation().feed.publish()
    installation().feed.misbehave(
      installation().feed.fileName,
      (_request, response) => void respond(response),
    )
    expect(await troubleOf(installation().fetchFound(silence))).toBe('update_interrupted')
  })
})

describe('a full disk', () => {
  it('is said, costs nobody their last byte, and is over once there is room', async (context) => {
    const { stack, folder, feed, fetchFound } = installation()
    const disk = await mountSmallDisk(folder, stack)
    if (disk === null) return context.skip('only who may mount has a small disk')
    feed.publish()
    disk.fill()
    const onDisk = { cacheFolder: join(disk.profile, 'cache') }
    expect(await troubleOf(fetchFound(onDisk))).toBe('disk_full')
    disk.free()
    expect(readFileSync(await fetchFound(onDisk)).equals(feed.installer)).toBe(true)
    return undefined
  })
})
