import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { startHost } from './host-process.ts'
import type { HostProcess } from './host-process.ts'

const main = path.join(import.meta.dirname, 'fixture/main.ts')
let folder: string
let host: HostProcess
let page: Page

const start = (...args: string[]) =>
  startHost({
    args: [main, ...args],
    env: {
      ...process.env,
      HOST_HEADLESS: '1',
      HOST_SAVE_FOLDER: folder,
      FIXTURE_PROFILE: path.join(folder, 'profile'),
    },
    controlFile: path.join(folder, `control-${args.join('-')}.json`),
  })

/** Runs `code` as the page's own script would, not past its security policy. */
const call = (channel: string, ...args: unknown[]) =>
  page.evaluate(`window.bridge.call(...${JSON.stringify([channel, ...args])})`)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'host-'))
  host = await start()
  page = host.page
}, 60_000)

afterAll(async () => {
  await host.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

it('serves the page from the app’s own protocol, without require', async () => {
  await expect.poll(() => page.title()).toBe('ready undefined')
})

it('carries a call to main and its answer back', async () => {
  const value = { text: 'é', list: [1, null, { deep: true }] }
  expect(await call('echo', value)).toEqual(value)
})

it('tells main which frame calls', async () => {
  expect(await call('sender')).toEqual({ url: 'app://services-online/', main: true })
})

it('rejects in Electron’s words', async () => {
  await expect(call('fail')).rejects.toThrow(
    "Error invoking remote method 'fail': TypeError: as asked",
  )
  await expect(call('nothing')).rejects.toThrow("No handler registered for 'nothing'")
})

it('prints a page on A4, and nothing that it would print otherwise than asked', async () => {
  const options = { pageSize: 'A4', generateTaggedPDF: true }
  const paper = await call('print', options)
  expect(paper).toMatch(/^%PDF-/u)
  expect(paper).toMatch(/\/MediaBox \[0 0 59[56](?:\.\d+)? 84[12](?:\.\d+)?\]/u)
  await expect(call('print', { pageSize: 'A3' })).rejects.toThrow('tests/host prints on A4')
  await expect(call('print', { ...options, scale: 2 })).rejects.toThrow('without scale')
})

it('refuses what JSON would change in silence', async () => {
  await expect(call('map')).rejects.toThrow('The host carries JSON only')
  await expect(page.evaluate('window.bridge.call("echo", new Date())')).rejects.toThrow(
    'The host carries JSON only',
  )
})

it('exposes a bridge that the page cannot change, and nothing else', async () => {
  const script = `(() => { try { window.bridge.call = 1 } catch {}
    return [typeof window.bridge.call, typeof window.ipcRenderer, typeof window.require,
      Object.keys(window).filter((key) => /^(host|inbox)_/.test(key)).length] })()`
  expect(await page.evaluate(script)).toEqual(['function', 'undefined', 'undefined', 0])
})

it('keeps the page’s security policy', async () => {
  const script = `new Promise((resolve) => {
    addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
    fetch('/page.js').catch(() => undefined)
  })`
  expect(await page.evaluate(script)).toBe('connect-src')
})

it('asks main before the page navigates, and stays', async () => {
  await page.evaluate('location.href = "https://example.org/away"')
  await expect.poll(host.output).toContain('fixture: asked to go to https://example.org/away')
  expect(page.url()).toBe('https://services-online.invalid/')
  expect(await call('echo', 'still here')).toBe('still here')
})

it('asks main before a window opens, and closes it', async () => {
  await page.evaluate('void window.open("https://example.org/popup")')
  await expect.poll(host.output).toContain('fixture: asked to open https://example.org/popup')
  await expect.poll(() => page.context().pages().length).toBe(1)
})

it('gives pages no permission', async () => {
  const script = 'navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state)'
  expect(await page.evaluate(script)).toBe('denied')
})

it('opens links outside', async () => {
  await call('open')
  expect(host.output()).toContain('host: opened https://example.org/')
})

it('saves where the test says', async () => {
  const saved = { canceled: false, filePath: path.join(folder, 'list.csv') }
  expect(await call('save')).toEqual(saved)
  expect(host.output()).toContain('host: asked where to save /home/x/list.csv')
})

it('asks main before a download, and drops it', async () => {
  await page.evaluate(`{
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  }`)
  await expect.poll(host.output).toContain('host: refused a download')
})

it('fetches, and fails in Chromium’s words', async () => {
  const server = createServer((_request, response) => response.end('hello')).listen(0)
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  expect(await call('fetch', url)).toBe('hello')
  server.close()
  server.closeAllConnections()
  expect(await call('fetch', url)).toContain('net::ERR_CONNECTION_REFUSED')
  expect(await call('fetch', 'http://name.invalid/')).toContain('net::ERR_NAME_NOT_RESOLVED')
})

it('hands a second instance’s arguments to the first', async () => {
  await page.evaluate('window.second = window.bridge.next("second"); undefined')
  await expect(start('deep-link://open/servnet')).rejects.toThrow('fixture: second instance')
  expect(await page.evaluate('window.second')).toEqual(['deep-link://open/servnet'])
})

it('starts again at once after a crash, and quits cleanly', async () => {
  await host.kill()
  host = await start()
  page = host.page
  expect(await call('echo', 'again')).toBe('again')
  await host.close()
  expect(await host.ended).toBe(0)
  expect(host.output()).toContain('fixture: quits')
})

it('ends when its window is closed', async () => {
  host = await start()
  await host.page.close()
  expect(await host.ended).toBe(0)
}, 20_000)
