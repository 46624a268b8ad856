/**
 * Answers that never end: compressed a hundredfold and more, sent for ever, one page after the other.
 * Each is refused at the limit of what is read of it, unpacked, and no more is asked for or kept.
 */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { createPortalClient } from '../../../src/main/portal-client/portal-client.ts'
import { startFaultyServer, type Answer } from '../support/faulty-server.ts'
import { hostFetch, startMain } from '../support/main.ts'
import { marie } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What the client reads of a body at most, with the piece that goes beyond it. */
const mostRead = 5 * 1024 * 1024
/** Of a list or of changes, as often as they are asked for while a test runs. */
const mostPagesAsked = 3_000
const json = { 'content-type': 'application/json' }

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** Asks once, and counts what is read of the body as it is once unpacked. */
async function ask(answer: Answer) {
  const server = await startFaultyServer(stack, answer)
  let read = 0
  const counted: Fetch = async (url, init) => {
    const { body, status, headers } = await hostFetch(url, init)
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    return new Response(body?.pipeThrough(counter) ?? null, { status, headers })
  }
  const client = createPortalClient({
    configuration: { ok: true, portalUrl: new URL(server.url) },
    fetch: counted,
    userAgent: 'Test',
    builtAt: new Date('2026-01-01'),
    timeoutMs: 10_000,
  })
  const result = await client.call('passwordCheck', { body: { password: 'x' } })
  return { result, read: () => read }
}

/** A valid answer, were it not for its size. */
const huge = Buffer.from(`{"failures":[],"more":"${' '.repeat(60_000_000)}"}`)
const packings = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const
const invalid = { ok: false, error: { code: 'portal_answer_invalid' } }

describe('what is compressed', () => {
  it.each(packings)(
    'a hundredfold and more (%s) is read no further than it may go',
    async (name, pack) => {
      const packed = pack(huge)
      expect(huge.length / packed.length).toBeGreaterThan(100)
      const { result, read } = await ask((_request, response) => {
        response.writeHead(200, { ...json, 'content-encoding': name }).end(packed)
      })
      expect(result).toEqual(invalid)
      expect(read()).toBeLessThan(mostRead)
    },
  )

  it('twice over is read no further either', async () => {
    const { result, read } = await ask((_request, response) => {
      const packed = gzipSync(gzipSync(huge))
      response.writeHead(200, { ...json, 'content-encoding': 'gzip, gzip' }).end(packed)
    })
    expect(result).toEqual(invalid)
    expect(read()).toBeLessThan(mostRead)
  })
})

/** Sends `piece` again and again, and tells how much was taken before the client hung up. */
async function sendWithoutEnd(response: ServerResponse, piece: Buffer): Promise<number> {
  let sent = 0
  response.setMaxListeners(0)
  while (!response.destroyed) {
    sent += piece.length
    const isFull = !response.write(piece)
    // oxlint-disable-next-line no-await-in-loop -- no faster than it is taken
    if (isFull) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  return sent
}

it.each([
  ['an answer', 200, 'application/json'],
  ['a problem', 503, 'application/problem+json'],
  ['a page of somebody else’s', 200, 'text/html'],
])('%s that never ends is hung up on', async (_name, status, type) => {
  const sent = Promise.withResolvers<number>()
  const { result } = await ask((_request, response) => {
    response.writeHead(status, { 'content-type': type })
    sent.resolve(sendWithoutEnd(response, Buffer.alloc(64 * 1024, ' ')))
  })
  expect(result).toEqual(invalid)
  // And what lies in the systems' buffers between the two.
  expect(await sent.promise).toBeLessThan(4 * mostRead)
})

/** Marie’s app; its portal says of one path, whatever is asked, what `spoil` makes of the first answer. */
async function startWith(path: string, spoil: (body: object, asked: number) => object) {
  const portal = await startPortal(stack)
  let asked = 0
  let first: Promise<unknown> | null = null
  const main = startMain({
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    fetch: async (url, init) => {
      const { origin, pathname } = new URL(url)
      if (pathname !== path) return hostFetch(url, init)
      asked += 1
      first ??= hostFetch(`${origin}${pathname}`, init).then((response) => response.json())
      return Response.json(spoil(Object.assign({}, await first), asked))
    },
  })
  stack.defer(() => main.services.close())
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return { main, asked: () => asked }
}

describe('pages', () => {
  it('of changes that lead back to where one was are followed once', async () => {
    const { main, asked } = await startWith('/v1/changes', (body) => ({
      ...body,
      hasMore: true,
      nextCursor: 'again',
    }))
    const before = asked()
    await main.ask('status.check', {})
    expect(asked() - before).toBeLessThan(10)
    expect((await main.ask('servnet.home', {})).home.alerts).not.toEqual([])
  })

  it('of changes that go on without end are given up', async () => {
    const { main, asked } = await startWith('/v1/changes', (body, count) => ({
      ...body,
      hasMore: true,
      nextCursor: `page ${count}`,
    }))
    await main.ask('status.check', {})
    expect(asked()).toBeLessThan(3_000)
    expect((await main.ask('servnet.home', {})).home.alerts).not.toEqual([])
  })

  it.each([
    ['lead back to where one was', () => 'again'],
    ['lead in circles', (count: number) => `page ${count % 3}`],
    ['go on and bring nothing', (count: number) => `page ${count}`],
  ])('of a list that %s are not asked for without end', async (_name, cursorAfter) => {
    const { main, asked } = await startWith('/v1/servnet/alerts', (body, count) => ({
      ...body,
      nextCursor: cursorAfter(count),
    }))
    const first = await main.ask('servnet.alerts', { cursor: null })
    expect(first.page.items).not.toEqual([])
    await main.ask('status.check', {})
    expect((await main.ask('servnet.alerts', { cursor: null })).page.items).not.toEqual([])
    await main.services.close()
    expect(asked()).toBeLessThan(mostPagesAsked)
  })
})
