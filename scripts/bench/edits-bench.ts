/** Working away from the portal and coming back: edits that waited, and whether memory stays as it is. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createPortal, type Portal } from '../../src/portal/portal.ts'
import { endpoints } from '../../src/shared/contract/endpoints.ts'
import { hostFetch, startMain, type TestMain } from '../../tests/main/support/main.ts'
import { marie } from '../../tests/main/support/people.ts'
import type { Figure } from './report.ts'

const queuedEdits = 1_000
const refreshes = 10_000
/** Until V8 has compiled, and caches are what they stay. */
const refreshesBefore = 2_000

type Place = { readonly portal: Portal; readonly portalUrl: string }

/** Messages that can be read, each once: nothing of what is done about them becomes one edit. */
async function addMessages({ portal: { context } }: Place, mark: string): Promise<string[]> {
  const ids = Array.from({ length: queuedEdits }, (_, index) => `bench-${mark}-${index}`)
  const publishedAt = context.now()
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- a database takes only so many values at once
    await context.db
      .insertInto('messages')
      .values({ id, user_id: `demo-${marie.username}`, published_at: publishedAt })
      .execute()
  }
  return ids
}

/** The same writes by themselves, one after the other, with keys: what the portal does in that time. */
async function sendBare({ portalUrl }: Place, ids: readonly string[]): Promise<number> {
  const opened = await fetch(`${portalUrl}${endpoints.sessionCreate.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...marie, device: { name: 'bench', platform: 'other' } }),
  })
  const { accessToken } = endpoints.sessionCreate.answer.parse(await opened.json())
  const start = performance.now()
  for (const id of ids) {
    const path = endpoints.servnetMessageRead.path.replace('{id}', id)
    const headers = { authorization: `Bearer ${accessToken}`, 'idempotency-key': randomUUID() }
    // oxlint-disable-next-line no-await-in-loop -- in order, as the outbox sends
    const { status } = await fetch(`${portalUrl}${path}`, { method: 'PUT', headers })
    if (status !== 204) throw new Error(`The portal answered ${status}.`)
  }
  return performance.now() - start
}

async function sendQueued(place: Place, main: TestMain, away: { is: boolean }): Promise<number> {
  const ids = await addMessages(place, 'queued')
  away.is = true
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- as a person does them
    await main.ask('servnet.readMessage', { id })
  }
  away.is = false
  const start = performance.now()
  await main.ask('status.check', {})
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing waits
    const { items } = await main.ask('outbox.sendNow', {})
    if (items.length === 0) return performance.now() - start
    if (items.some(({ state }) => state === 'refused')) throw new Error('An edit was refused.')
  }
}

const megabyte = 1024 * 1024

/** What is in use once all garbage is gone. */
function heapNow(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  return process.memoryUsage().heapUsed / megabyte
}

async function refresh(main: TestMain, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they come in a month
    await main.ask('status.check', {})
  }
}

/** How a thousand edits that waited go, and what ten thousand refreshes leave behind. */
export async function benchEdits(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-edits-'))
  const portal = await createPortal({
    dataFolder: join(folder, 'portal'),
    demo: true,
    logLevel: 'silent',
  })
  try {
    const place = { portal, portalUrl: await portal.listen() }
    const bare = await sendBare(place, await addMessages(place, 'bare'))
    const away = { is: false }
    const main = startMain({
      portalUrl: place.portalUrl,
      folder: join(folder, 'profile'),
      fetch: (url, init) =>
        away.is
          ? Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'))
          : hostFetch(url, init),
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    const queued = await sendQueued(place, main, away)
    await refresh(main, refreshesBefore)
    const before = heapNow()
    await refresh(main, refreshes)
    const after = heapNow()
    await main.services.close()
    return [
      {
        name: `${queuedEdits.toLocaleString('en')} edits that waited, sent in order`,
        value: `${Math.round((queuedEdits * 1_000) / queued)} /s`,
        against: `the portal alone ${Math.round((queuedEdits * 1_000) / bare)} /s`,
        measure: queued / bare,
        unit: '×',
      },
      {
        name: `memory after ${refreshes.toLocaleString('en')} refreshes more`,
        value: `${after.toFixed(1)} MB`,
        against: `before ${before.toFixed(1)} MB`,
        measure: after - before,
        unit: 'MB',
      },
    ]
  } finally {
    await portal.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
