/** Where the host is as strict as Electron: what it refuses, and what it does not do by itself. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCaptured } from '../../scripts/lib/processes.ts'
import { sandboxArguments, startHost, type HostProcess } from './host-process.ts'

const fixtures = path.join(import.meta.dirname, 'fixture')
let folder: string
let stack: AsyncDisposableStack

beforeEach(() => {
  stack = new AsyncDisposableStack()
  folder = mkdtempSync(path.join(tmpdir(), 'host-strict-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
})
afterEach(() => stack.disposeAsync())

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  HOST_HEADLESS: '1',
  FIXTURE_PROFILE: path.join(folder, 'profile'),
  ...more,
})

async function start(more: Readonly<Record<string, string>> = {}): Promise<HostProcess> {
  const host = await startHost({
    args: [path.join(fixtures, 'main.ts')],
    env: environment(more),
    controlFile: path.join(folder, 'control.json'),
  })
  stack.defer(host.kill)
  return host
}

const call = (host: HostProcess, channel: string, ...args: unknown[]) =>
  host.page.evaluate(`window.bridge.call(...${JSON.stringify([channel, ...args])})`)

describe('what is too early, too late or in the wrong place', () => {
  const saidSchema = z.record(z.string(), z.string())
  async function misuse(...args: readonly string[]) {
    const host = path.join(import.meta.dirname, 'run.ts')
    const env = environment({ HOST_PACKAGED: '1' })
    const { output } = await runCaptured(
      process.execPath,
      [host, path.join(fixtures, 'misuse.ts'), ...args],
      { env },
    )
    return saidSchema.parse(JSON.parse(/^said: (.*)$/mu.exec(output)?.[1] ?? 'null'))
  }

  it('throws', async () => {
    const said = await misuse()
    expect(said).toMatchObject({
      'sandbox before ready': 'allowed: undefined',
      'a lock where none can be': 'allowed: false',
    })
    const refusals = {
      'session before ready': 'when app is ready',
      'partition before ready': 'when app is ready',
      'a relative path': 'Path must be absolute',
      'a path that is not there': 'Failed to set path',
      'sandbox after ready': 'before app is ready',
      'schemes after ready': 'before app is ready',
    }
    for (const [name, words] of Object.entries(refusals)) expect(said[name], name).toContain(words)
  })

  it.skipIf(process.getuid?.() !== 0)('throws for the sandbox of root without one', async () => {
    const said = await misuse('--no-sandbox')
    expect(said['sandbox before ready']).toContain('undoes --no-sandbox')
  })

  it.skipIf(process.getuid?.() !== 0)('does not start for root with a sandbox', async () => {
    const args = [path.join(import.meta.dirname, 'run.ts'), path.join(fixtures, 'main.ts')]
    const { code, output } = await runCaptured(process.execPath, args, { env: environment() })
    expect(code).toBe(1)
    expect(output).toContain('--no-sandbox')
    expect(sandboxArguments({})).toEqual(['--no-sandbox'])
  })
})

it('fetches dictionaries for a session that was not told to have none', async () => {
  const careless = await start({ FIXTURE_FAULT: 'dictionaries' })
  expect(careless.output()).toContain('fetches a dictionary')
  await stack.disposeAsync()
  stack = new AsyncDisposableStack()
  expect((await start()).output()).not.toContain('fetches a dictionary')
})

it('shows a window when the first page has something in it, and not before', async () => {
  const host = await start()
  await call(host, 'echo', 1)
  expect(host.output()).not.toContain('ready to show')
  await host.page.evaluate('document.body.append(document.createElement("p")); undefined')
  await call(host, 'echo', 2)
  expect(host.output()).not.toContain('ready to show')
  await host.page.evaluate('document.body.firstChild.append("Hello"); undefined')
  await expect.poll(host.output).toContain('fixture: ready to show')
})

it('tells of a preload script that is missing', async () => {
  const host = await start({ FIXTURE_FAULT: 'preload' })
  await expect.poll(host.output).toMatch(/no-preload\.cjs failed: .*ENOENT/)
})

describe('between the preload’s world and the page’s', () => {
  it('data is copied, functions stand for those of the other, errors keep their message', async () => {
    const host = await start()
    const script = `(() => {
      class Thing { get own() { return 1 } field = [new Date(0)] }
      const thing = new Thing()
      const copy = window.bridge.same(thing)
      const result = window.bridge.tell((value) => { value.value = 2; return value })
      let failure = null
      try { window.bridge.fail() } catch (error) { failure = [error.constructor.name, error.message, error.secret] }
      let refused = null
      try { window.bridge.same(Symbol('x')) } catch (error) { refused = error.message.includes('could not be cloned') }
      const listener = () => 1
      return {
        same: copy === thing, plain: copy instanceof Thing, field: copy.field[0] instanceof Date,
        kept: window.bridge.kept().value, result: result.value, failure, refused,
        listener: window.bridge.same(listener) === listener,
      }
    })()`
    expect(await host.page.evaluate(script)).toEqual({
      same: false,
      plain: false,
      field: true,
      kept: 1,
      result: 2,
      failure: ['Error', 'as asked', undefined],
      refused: true,
      listener: false,
    })
  })
})

it('has no sender for a call whose page has gone on meanwhile', async () => {
  const host = await start()
  await host.page.evaluate('void window.bridge.call("late-sender")')
  // The answer goes with the page.
  await host.page.evaluate('void window.bridge.call("reload")')
  await expect.poll(host.output).toContain('fixture: late sender null')
})

it('hands over a second instance’s arguments among Chromium’s own', async () => {
  const host = await start()
  const second = startHost({
    args: [path.join(fixtures, 'main.ts'), '--', 'link:x'],
    env: environment(),
    controlFile: path.join(folder, 'second.json'),
  })
  await expect(second).rejects.toThrow('fixture: second instance')
  await expect.poll(host.output).toMatch(/fixture: second --\S+ .*-- link:x/)
})

it('has the menu’s shortcuts, and no others', async () => {
  const host = await start()
  const swallowed = async (init: object) =>
    host.page.evaluate(`(() => {
      const event = new KeyboardEvent('keydown', { cancelable: true, ...${JSON.stringify(init)} })
      return !window.dispatchEvent(event)
    })()`)
  const zoom = { key: '+', ctrlKey: true }
  expect(await swallowed(zoom)).toBe(true)
  await call(host, 'menu', 'zoomIn')
  await expect.poll(() => swallowed(zoom)).toBe(false)
  for (const combination of [
    { key: 'r', ctrlKey: true },
    { key: 'F5' },
    { key: 'F12' },
    { key: 'ArrowLeft', altKey: true },
    { key: 'p', metaKey: true },
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one page, one key after the other
    expect(await swallowed(combination), JSON.stringify(combination)).toBe(true)
  }
  expect(await swallowed({ key: 'c', ctrlKey: true })).toBe(false)
  expect(await swallowed({ key: 'r' })).toBe(false)
})

it('ends as Windows ends a session: told, and without quitting', async () => {
  const host = await start()
  await host.endSession()
  expect(host.output()).toMatch(/fixture: session may end\nfixture: session ends\n$/)
})

it('may open no link', async () => {
  const host = await start({ HOST_OPENS_NOTHING: '1' })
  await expect(call(host, 'open')).rejects.toThrow('Failed to open')
})

describe('the network of main', () => {
  it.each([
    [407, 'status 407'],
    [502, 'net::ERR_TUNNEL_CONNECTION_FAILED'],
    [403, 'net::ERR_TUNNEL_CONNECTION_FAILED'],
  ])('through a proxy that answers CONNECT with %i: %s', async (status, expected) => {
    const proxy = createHttpServer()
    proxy.on('connect', (_request, socket) => {
      // Whoever is refused may hang up first.
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n`)
    })
    const url = await listening(proxy)
    const host = await start({ HOST_PROXY: url })
    expect(await call(host, 'status', 'https://portal.example/')).toContain(expected)
  })

  it.each([
    ['certificate', true],
    ['', false],
  ])('shows a certificate to who asks unless that is prevented (%s)', async (fault, shown) => {
    const pem = selfSigned()
    let seen: boolean | null = null
    const server = createServer(
      { key: pem, cert: pem, requestCert: true, rejectUnauthorized: false },
      (request, response) => {
        seen = request.socket instanceof TLSSocket && isShown(request.socket)
        response.end()
      },
    )
    const url = (await listening(server)).replace('http:', 'https:')
    const file = path.join(folder, 'certificate.pem')
    const env = { HOST_CLIENT_CERTIFICATE: file, NODE_EXTRA_CA_CERTS: file, FIXTURE_FAULT: fault }
    const host = await start(env)
    expect(await call(host, 'status', url)).toContain('status 200')
    expect(host.output()).toContain('fixture: asked for a certificate of 127.0.0.1 by main')
    expect(seen).toBe(shown)
  })
})

function isShown(socket: TLSSocket): boolean {
  return Object.keys(socket.getPeerCertificate()).length > 0
}

async function listening(server: ReturnType<typeof createHttpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return `http://127.0.0.1:${port}`
}

/** A certificate for 127.0.0.1 and its key, also on the disk. */
function selfSigned(): string {
  const file = path.join(folder, 'certificate.pem')
  const request = 'req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 1'
  const subject = '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1'
  const files = ['-keyout', file, '-out', `${file}.crt`]
  execFileSync('openssl', [...`${request} ${subject}`.split(' '), ...files], { stdio: 'ignore' })
  const pem = `${readFileSync(file, 'utf8')}${readFileSync(`${file}.crt`, 'utf8')}`
  writeFileSync(file, pem)
  return pem
}
