/** What the portal says while its event loop is late all the time: that it cannot serve, and when again. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

let it: TestPortal

beforeAll(async () => {
  it = await startPortal('SQLite')
})

afterAll(() => it.stop())

const patiently = { timeout: 30_000, interval: 10 } as const

const get = (url: string) => it.portal.app.inject({ url })

/** Keeps the event loop from turning, for longer than it may be late. */
function block(): void {
  const until = performance.now() + 2600
  while (performance.now() < until);
}

test('refuses with a time to wait while the event loop is late, monitoring too, and then serves again', async () => {
  await vi.waitUntil(async () => {
    block()
    await nextTurn()
    return (await get('/v1/meta')).statusCode === 503
  }, patiently)
  for (const path of ['/v1/meta', '/healthz']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { statusCode, headers, json } = await get(path)
    expect(statusCode).toBe(503)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(problemSchema.parse(json())).toMatchObject({ code: 'unavailable' })
  }
  await vi.waitUntil(async () => (await get('/healthz')).statusCode === 200, patiently)
})
