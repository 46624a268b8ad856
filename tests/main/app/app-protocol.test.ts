import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '../../../src/shared/languages.ts'
import { createAppProtocol } from '../../../src/main/app/protocol/app-protocol.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let root: string
let language: Language
let missing: unknown[]

beforeEach(() => {
  stack = new AsyncDisposableStack()
  const folder = temporaryFolder(stack)
  root = join(folder, 'renderer')
  language = 'fr'
  missing = []
  for (const [path, content] of [
    ['renderer/index.html', 'shell'],
    ['renderer/assets/start-abc123.js', 'script'],
    ['renderer/assets/fonts/hanken.woff2', 'font'],
    ['renderer/prerendered/fr/services.html', 'services fr'],
    ['renderer/prerendered/nl/sign-in.html', 'sign-in nl'],
    ['outside.js', 'secret'],
    ['renderer/assets/.hidden', 'secret'],
    // One name on this system, a way out on Windows.
    ['renderer/assets/..\\outside.js', 'secret'],
    ['renderer/private.js', 'secret'],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
})
afterEach(() => stack.disposeAsync())

async function get(url: string, init?: RequestInit) {
  const answer = createAppProtocol({
    root,
    language: () => language,
    missing: (error) => void missing.push(error),
  })
  const response = await answer(new Request(url, init))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('documents', () => {
  it('are the ones drawn for the language, else the shell', async () => {
    expect((await get('app://services-online/')).text).toBe('services fr')
    expect((await get('app://services-online/sign-in')).text).toBe('shell')
    language = 'nl'
    expect((await get('app://services-online/sign-in')).text).toBe('sign-in nl')
    expect((await get('app://services-online/servnet?from=link')).text).toBe('shell')
    expect((await get('app://services-online/no/such/page')).text).toBe('shell')
  })

  it('carry the policy: own scripts and styles only, no network, no frames', async () => {
    const { headers } = await get('app://services-online/servnet')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]),
    )
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('assets', () => {
  it('are files with their types', async () => {
    const script = await get('app://services-online/assets/start-abc123.js')
    expect(script).toMatchObject({ status: 200, text: 'script' })
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toContain('immutable')
    const font = await get('app://services-online/assets/fonts/hanken.woff2')
    expect(font.headers.get('content-type')).toBe('font/woff2')
  })

  it.each([
    '/assets/missing.js',
    '/assets',
    '/assets/',
    '/assets/fonts',
    '/assets/..%2fprivate.js',
    '/assets/%2e%2e/%2e%2e/outside.js',
    '/assets/..%5c..%5coutside.js',
    '/assets/..\\outside.js',
    '/assets/.hidden',
    '/assets//private.js',
    '/assets/start-abc123.js/more',
    '/assets/start-abc123.js%00.css',
  ])('do not exist elsewhere: %s', async (path) => {
    expect((await get(`app://services-online${path}`)).text).not.toBe('secret')
  })

  it('never leave their folder, whatever is asked', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      'outside.js',
      'private.js',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const { text } = await get(`app://services-online/assets/${parts.join('/')}`)
        expect(text).not.toBe('secret')
      }),
    )
  })
})

describe('a file that the installation does not have', () => {
  it.each(['/assets/start-gone.js', '/assets/fonts/gone.woff2', '/assets/fonts'])(
    'is told: %s',
    async (path) => {
      const { status } = await get(`app://services-online${path}`)
      expect({ status, told: missing.length }).toEqual({ status: 404, told: 1 })
    },
  )

  it('is told where it is the document', async () => {
    rmSync(join(root, 'index.html'))
    expect((await get('app://services-online/servnet')).status).toBe(404)
    expect(missing).toEqual([expect.objectContaining({ code: 'ENOENT' })])
  })

  it('is not what a page merely makes up', async () => {
    await get('app://services-online/assets/../private.js')
    await get('app://services-online/assets/.hidden')
    await get('app://elsewhere/assets/start-abc123.js')
    expect(missing).toEqual([])
  })
})

it('answers nothing but GET, and no other host', async () => {
  expect((await get('app://services-online/', { method: 'POST', body: 'x' })).status).toBe(405)
  expect((await get('app://elsewhere/')).status).toBe(404)
})
