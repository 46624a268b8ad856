/** nginx in front, by the configuration that is deployed: what it passes on, refuses and tries again. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { connect } from 'node:tls'
import { startNginx, type Nginx } from '../../../scripts/lib/nginx.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { postgresUrl } from '../support/databases.ts'
import { throughGateway, type Gateway } from '../support/gateway.ts'

/** Stands for a portal: it answers as it is told to, and keeps what it was sent. */
type Upstream = {
  readonly server: Server
  readonly port: number
  readonly requests: IncomingMessage[]
  answer: (request: IncomingMessage, response: ServerResponse) => void
}

const fine = (_: IncomingMessage, response: ServerResponse) => response.end('{"status":"ok"}')
const hangUp = (request: IncomingMessage) => request.socket.destroy()

async function openUpstream(): Promise<Upstream> {
  const requests: IncomingMessage[] = []
  const upstream = { requests, answer: fine }
  const server = createServer((request, response) => {
    requests.push(request)
    request.resume()
    request.once('end', () => upstream.answer(request, response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return Object.assign(upstream, { server, port: address.port })
}

// Skipped where only what needs no installing is tested; CI tests all.
describe.skipIf(postgresUrl === undefined)('nginx', () => {
  let upstreams: readonly [Upstream, Upstream]
  let nginx: Nginx
  let gateway: Gateway
  // One of its own for each: which portal has failed of late is to be another's affair.
  beforeEach(async () => {
    const stack = new AsyncDisposableStack()
    upstreams = [await openUpstream(), await openUpstream()]
    nginx = await startNginx([upstreams[0].port, upstreams[1].port], stack)
    gateway = throughGateway(nginx)
    return async () => {
      await gateway.close()
      await stack.disposeAsync()
      for (const { server } of upstreams) server.close()
    }
  })

  const answerAll = (answer: Upstream['answer']) => {
    for (const upstream of upstreams) upstream.answer = answer
  }
  const received = () => upstreams.flatMap(({ requests }) => requests)
  test('speaks HTTP/2 over TLS 1.2 or later, and says that it is to stay so', async () => {
    const ca = nginx.certificate
    const port = Number(new URL(nginx.address).port)
    const socket = connect({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca,
      ALPNProtocols: ['h2'],
    })
    await once(socket, 'secureConnect')
    expect([socket.alpnProtocol, socket.getProtocol()]).toEqual(['h2', 'TLSv1.3'])
    socket.destroy()
    const old = connect({ port, host: '127.0.0.1', ca, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })
    await expect(once(old, 'secureConnect')).rejects.toThrow()
    const { headers } = await gateway.send('GET', '/healthz')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('server')).toBe('nginx')
  })

  test('says itself who calls and under which name, whatever the client says', async () => {
    const forged = { 'x-forwarded-for': '203.0.113.9', 'x-request-id': 'forged-by-a-client' }
    await gateway.send('GET', '/v1/me?word=typed', { headers: forged })
    const seen = received().at(-1)?.headers
    expect(seen?.['x-forwarded-for']).toBe('127.0.0.1')
    expect(seen?.['x-request-id']).toMatch(/^[\da-f]{32}$/)
    expect(nginx.log()).toContain(`"requestId":"${String(seen?.['x-request-id'])}"`)
    for (const secret of ['typed', '203.0.113.9', '/v1/me'])
      expect(nginx.log()).not.toContain(secret)
  })

  test.each([
    ['GET', 2],
    ['POST', 1],
    ['PATCH', 1],
    ['PUT', 1],
    ['DELETE', 1],
  ])('%s whose portal breaks off is sent to so many of them: %i', async (method, times) => {
    answerAll(hangUp)
    const sent = method === 'GET' || method === 'DELETE' ? {} : { body: { a: 1 } }
    const answer = await gateway.send(method, '/v1/me', sent)
    expect(received()).toHaveLength(times)
    const problem = problemSchema.parse(JSON.parse(answer.text))
    expect([answer.status, problem.code, answer.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '1',
    ])
  })

  test('a portal that says that its database is away is believed, and given up by nobody', async () => {
    answerAll((_, response) => {
      response.writeHead(503, { 'retry-after': '5' }).end('{"its":"own words"}')
    })
    for (let left = 6; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- each after the other, as nginx counts
      const { status, text, headers } = await gateway.send('GET', '/v1/me')
      expect([status, text, headers.get('retry-after')]).toEqual([503, '{"its":"own words"}', '5'])
    }
    expect(upstreams.map(({ requests }) => requests.length)).toEqual([3, 3])
  })

  test('refuses what is larger than anything, in the portal’s words; what is not, the portal may refuse', async () => {
    const large = await gateway.send('POST', '/v1/sessions', { body: 'x'.repeat(20_000) })
    expect(received()).toEqual([])
    expect([large.status, problemSchema.parse(JSON.parse(large.text)).code]).toEqual([
      413,
      'payload_too_large',
    ])
    expect(large.headers.get('content-type')).toContain('application/problem+json')
    const allowed = await gateway.send('POST', '/v1/sessions', { body: 'x'.repeat(10_000) })
    expect([allowed.status, received().length]).toEqual([200, 1])
  })
})
