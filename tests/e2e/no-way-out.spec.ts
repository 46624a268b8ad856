/**
 * A page has no network, whatever its script tries: not past its policy, not by what no policy knows
 * of. Each try is first made on a page without any of the app's walls, where it does arrive: so that
 * a way that Chromium closes by itself some day is not taken for one that the app has closed.
 */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from 'playwright-core'
import { waitFor } from '../../scripts/lib/processes.ts'
import { chooseService } from './support/flows.ts'
import { expect, test } from './support/test.ts'

/** Bytes or connections that arrived, by whatever protocol. */
type Listener = { readonly port: number; readonly arrived: () => number }

/** Listens for TCP and UDP on one port of this computer, and answers nothing. */
async function listen(stack: AsyncDisposableStack): Promise<Listener> {
  let arrived = 0
  const tcp = createServer((socket) => {
    arrived += 1
    socket.on('error', () => undefined).destroy()
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const address = tcp.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const udp = createSocket('udp4', () => {
    arrived += 1
  })
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject)
    udp.bind(port, '127.0.0.1', resolve)
  })
  stack.defer(() => void tcp.close())
  stack.defer(() => void udp.close())
  return { port, arrived: () => arrived }
}

const element = (name: string, attributes: string) => `
  const element = Object.assign(document.createElement('${name}'), ${attributes})
  document.body.append(element)`
const link = (attributes: string) => element('link', attributes)
const peer = (server: string) => `
  const connection = new RTCPeerConnection({ iceServers: [${server}] })
  connection.createDataChannel('x')
  await connection.setLocalDescription(await connection.createOffer())`
/** In a document that the page makes: it has the page's policy, and globals of its own. */
const inFrame = (script: string) => `
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const { RTCPeerConnection, fetch, WebSocket } = frame.contentWindow
  ${script}`
const inWorker = (script: string) => `
  const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])))
  await new Promise((resolve) => worker.addEventListener('error', resolve))`

/** Script of a page by what it tries; PORT stands for the listener's. */
const tries: Readonly<Record<string, string>> = {
  fetch: `await fetch('http://127.0.0.1:PORT/', { mode: 'no-cors' })`,
  'fetch that outlives the page': `void fetch('http://127.0.0.1:PORT/', { mode: 'no-cors', keepalive: true })`,
  XMLHttpRequest: `const request = new XMLHttpRequest(); request.open('GET', 'http://127.0.0.1:PORT/'); request.send()`,
  beacon: `navigator.sendBeacon('http://127.0.0.1:PORT/', 'x')`,
  WebSocket: `new WebSocket('ws://127.0.0.1:PORT/')`,
  EventSource: `new EventSource('http://127.0.0.1:PORT/')`,
  WebTransport: `await new WebTransport('https://127.0.0.1:PORT/').ready`,
  'STUN over UDP': peer(`{ urls: 'stun:127.0.0.1:PORT' }`),
  'TURN over UDP': peer(`{ urls: 'turn:127.0.0.1:PORT', username: 'x', credential: 'x' }`),
  'TURN over TCP': peer(
    `{ urls: 'turn:127.0.0.1:PORT?transport=tcp', username: 'x', credential: 'x' }`,
  ),
  'TURN over TLS': peer(
    `{ urls: 'turns:127.0.0.1:PORT?transport=tcp', username: 'x', credential: 'x' }`,
  ),
  'STUN from a frame': inFrame(peer(`{ urls: 'stun:127.0.0.1:PORT' }`)),
  'TURN from a frame': inFrame(
    peer(`{ urls: 'turn:127.0.0.1:PORT?transport=tcp', username: 'x', credential: 'x' }`),
  ),
  'fetch from a frame': inFrame(`await fetch('http://127.0.0.1:PORT/', { mode: 'no-cors' })`),
  'fetch from a worker': inWorker(`fetch('http://127.0.0.1:PORT/', { mode: 'no-cors' })`),
  preconnect: link(`{ rel: 'preconnect', href: 'http://127.0.0.1:PORT/' }`),
  prefetch: link(`{ rel: 'prefetch', href: 'http://127.0.0.1:PORT/' }`),
  preload: link(`{ rel: 'preload', as: 'image', href: 'http://127.0.0.1:PORT/' }`),
  'module preload': link(`{ rel: 'modulepreload', href: 'http://127.0.0.1:PORT/' }`),
  'style sheet': link(`{ rel: 'stylesheet', href: 'http://127.0.0.1:PORT/' }`),
  icon: link(`{ rel: 'icon', href: 'http://127.0.0.1:PORT/icon.png' }`),
  manifest: link(`{ rel: 'manifest', href: 'http://127.0.0.1:PORT/' }`),
  image: `new Image().src = 'http://127.0.0.1:PORT/'`,
  'image of a style': `document.body.style.background = 'url(http://127.0.0.1:PORT/)'`,
  font: `new FontFace('x', 'url(http://127.0.0.1:PORT/)').load()`,
  video: element('video', `{ src: 'http://127.0.0.1:PORT/' }`),
  frame: element('iframe', `{ src: 'http://127.0.0.1:PORT/' }`),
  object: element('object', `{ data: 'http://127.0.0.1:PORT/' }`),
  embed: element('embed', `{ src: 'http://127.0.0.1:PORT/' }`),
  script: element('script', `{ src: 'http://127.0.0.1:PORT/' }`),
  form: `${element('form', `{ action: 'http://127.0.0.1:PORT/', method: 'post' }`)}; element.submit()`,
  'new window': `window.open('http://127.0.0.1:PORT/')`,
  navigation: `location.href = 'http://127.0.0.1:PORT/'`,
  'link of a new window': `${element('a', `{ href: 'http://127.0.0.1:PORT/', target: '_blank' }`)}; element.click()`,
  ping: `${element('a', `{ href: '#x', ping: 'http://127.0.0.1:PORT/' }`)}; element.click()`,
  refresh: element('meta', `{ httpEquiv: 'refresh', content: '0;url=http://127.0.0.1:PORT/' }`),
  'speculation rules': element(
    'script',
    `{ type: 'speculationrules', textContent: '{"prefetch":[{"source":"list","urls":["http://127.0.0.1:PORT/"]}]}' }`,
  ),
  report: `${element('meta', `{ httpEquiv: 'Content-Security-Policy', content: "img-src 'none'; report-uri http://127.0.0.1:PORT/" }`)}; new Image().src = 'x'`,
}

/** Runs as a script of the page's own would, and does not wait for what never settles. */
async function attempt(page: Page, script: string, port: number): Promise<void> {
  const code = script.replaceAll('PORT', String(port))
  await page
    .evaluate(`void (async () => { ${code} })().catch(() => undefined); undefined`)
    // A page that leaves takes the answer with it.
    .catch(() => undefined)
}

/** Tried as well, though Chromium as it is run here takes none of them anywhere. */
const closedByChromium = new Set([
  'WebTransport',
  'icon',
  'report',
  'speculation rules',
  'manifest',
  'embed',
])

test('each way out leads somewhere from a page without walls, and nowhere from the app’s', async ({
  launch,
  folder,
  say,
  stack,
}) => {
  test.setTimeout(600_000)
  // Without the browser around it, Chromium does not heed what WebRTC may do.
  const whole = process.env['WHOLE_CHROMIUM']
  // A profile of its own, as the app has: without one, Chromium connects nowhere ahead of need.
  const open = await chromium.launchPersistentContext(path.join(folder, 'open'), {
    ...(whole && { executablePath: whole }),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  stack.defer(() => open.close())
  const app = await launch(whole ? { env: { HOST_CHROMIUM: whole } } : {})
  await chooseService(app.page, say, 'servnet')
  const walled = await listen(stack)

  for (const [name, script] of Object.entries(tries)) {
    // oxlint-disable no-await-in-loop -- one try after the other, to know which one arrived
    await test.step(name, async () => {
      const control = await listen(stack)
      const page = await open.newPage()
      await page.route('https://open.example/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
      )
      await page.goto('https://open.example/')
      await attempt(page, script, control.port)
      const reached = await waitFor(async () => (control.arrived() > 0 ? true : null), {
        timeoutMs: closedByChromium.has(name) ? 0 : 15_000,
      })
      await page.close()
      if (!closedByChromium.has(name)) expect.soft(reached, `${name}, without walls`).toBe(true)

      await attempt(app.page, script, walled.port)
    })
    // oxlint-enable no-await-in-loop
  }
  // What was set off last has had as long as the slowest of those that arrived.
  const control = await listen(stack)
  const page = await open.newPage()
  await attempt(page, tries['STUN over UDP'] ?? '', control.port)
  await expect.poll(control.arrived).toBeGreaterThan(0)
  expect(walled.arrived()).toBe(0)
  expect(app.output()).not.toContain('fetches a dictionary')
  await expect(app.page).toHaveURL(/sign-in(?:#x)?$/u)
})
