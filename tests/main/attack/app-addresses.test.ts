/**
 * Ten thousand addresses and requests as a page might make them up, for what answers `app://`: none is
 * answered with what lies outside the folder of the pages, nor without the policy that holds them.
 *
 * `ATTACK_ADDRESSES` tries more; `ATTACK_SEED`, told where a run fails, repeats one.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAppProtocol, securityHeaders } from '../../../src/main/app/protocol/app-protocol.ts'
import { attackSeed, attackSize } from '../../support/attack-size.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const total = attackSize('ATTACK_ADDRESSES', 10_000)
/** In every file that no page may have. */
const outside = 'what no page may have'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** The folder of built pages, with what must not be had around it and in it. */
function builtPages(): string {
  const folder = temporaryFolder(stack)
  const files = {
    'renderer/index.html': 'shell',
    'renderer/assets/start-abc.js': 'script',
    'renderer/assets/fonts/font.woff2': 'font',
    'renderer/prerendered/fr/services.html': 'services',
    'renderer/private.js': outside,
    'renderer/assets/.hidden.js': outside,
    'renderer/assets/..\\outside.js': outside,
    'renderer-other/assets/start.js': outside,
    'outside.js': outside,
    'main/index.js': outside,
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  symlinkSync(join(folder, 'renderer'), join(folder, 'linked'))
  return join(folder, 'renderer')
}

const parts = fc.oneof(
  // What there is, and must not be had.
  { weight: 4, arbitrary: fc.constantFrom('.hidden.js', '..', 'outside.js', 'private.js') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '..',
      '.',
      '...',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%252e%252e',
      '%c0%ae%c0%ae',
      '..;',
      '..%00',
      '%2f',
      '%5c',
      '..%5c',
      '\\',
      '..\\',
      '//',
      '~',
      '%7e',
      'assets',
      'ASSETS',
      'assets%2f..',
      'renderer',
      'renderer-other',
      'prerendered',
      'main',
      'fr',
      'fonts',
      'outside.js',
      'private.js',
      '.hidden.js',
      'index.js',
      'start-abc.js',
      'start-abc.js/..',
      'C:',
      'CON',
      'file:',
      '\u2025',
      '\uff0e\uff0e',
      'index.html::$DATA',
      'start-abc.js.',
      'start-abc.js%20',
      '?',
      '#',
      '*',
      '%',
      '%zz',
      'x'.repeat(5_000),
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }).map(encoded) },
)

function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80'
}

const origins = fc.oneof(
  { weight: 8, arbitrary: fc.constant('app://services-online') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'app://elsewhere',
      'app://services-online.example',
      'app://services-online:1',
      'app://u:p@services-online',
      'app://SERVICES-ONLINE',
      'app:',
      'app://',
      'https://services-online',
      'file://services-online',
      'file://',
    ),
  },
)

const requests = fc.record({
  origin: origins,
  start: fc.constantFrom(
    '/',
    '/assets/',
    '/assets',
    '//',
    '/assets/fonts/',
    '/prerendered/',
    '\\',
    '',
  ),
  // Short ones are the likeliest to name a file that there is.
  path: fc.oneof(fc.array(parts, { maxLength: 2 }), fc.array(parts, { maxLength: 8 })),
  end: fc.constantFrom('', '', '', '?x=/../outside.js', '#/../outside.js', '/', '%00'),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant('GET') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'),
    },
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      'range',
      'host',
      'x-original-url',
      'x-rewrite-url',
      'if-none-match',
      'accept',
      'origin',
    ),
    fc.constantFrom('bytes=0-', 'bytes=-1,0-', 'elsewhere', '/../outside.js', '*', 'null'),
  ),
})

/** As the page would make it; null for what is no request at all. */
function requestOf(
  made: typeof requests extends fc.Arbitrary<infer Made> ? Made : never,
): Request | null {
  try {
    const url = `${made.origin}${made.start}${made.path.join('/')}${made.end}`
    return new Request(url, { method: made.method, headers: made.headers })
  } catch {
    return null
  }
}

it('are answered from the folder of the pages, under its policy, or not at all', async () => {
  const answer = createAppProtocol({
    root: builtPages(),
    language: () => 'fr',
    missing: () => undefined,
  })
  let answered = 0
  const property = fc.asyncProperty(requests, async (made) => {
    const request = requestOf(made)
    if (request === null) return
    const response = await answer(request)
    answered += 1
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers.get(name)).toBe(value)
    }
    const text = await response.text()
    expect(['', 'shell', 'script', 'font', 'services']).toContain(text)
    expect([200, 404, 405]).toContain(response.status)
    if (request.method !== 'GET') expect(response.status).toBe(405)
    const { protocol, host } = new URL(request.url)
    if (`${protocol}//${host}` !== 'app://services-online') expect(text).toBe('')
  })
  await fc.assert(property, { numRuns: total, seed: attackSeed() })
  expect(answered).toBeGreaterThan(total / 2)
}, 3_600_000)
