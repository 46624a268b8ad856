import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../src/shared/portal/common.ts'
import { securityEventSchema } from '../../src/shared/portal/security-events.ts'
import { eventsCsv } from '../../src/main/security/events-csv.ts'
import type { SaveQuestion } from '../../src/main/security/export-events.ts'
import { hostFetch, startMain, type TestMain } from './support/main.ts'
import { marie } from './support/people.ts'
import { startPortal, type TestPortal } from './support/portal.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let asked: SaveQuestion[]

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  asked = []
})
afterEach(() => stack.disposeAsync())

/** @param answer the path that the person chooses in the system's box */
async function signedIn(answer: string | null, fetch = hostFetch): Promise<TestMain> {
  const main = startMain({
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    fetch,
    askWhereToSave: async (question) => {
      asked.push(question)
      return answer
    },
  })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: false })
  return main
}

/** So many events more. */
async function rename(main: TestMain, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each edit names the version before it
    const { version } = (await main.ask('profile.read', {})).me
    const changes = { firstName: `Marie ${count}` }
    // oxlint-disable-next-line no-await-in-loop -- see above
    await main.ask('profile.savePersonal', { version, changes })
  }
}

it('writes all events, of every page, as the portal gives them', async () => {
  const pages: string[] = []
  const main = await signedIn(join(folder, 'mine.json'), async (url, init) => {
    // Small pages, so that a few events fill several.
    const small = url.replace('limit=200', 'limit=2')
    if (small !== url) pages.push(small)
    return hostFetch(small, init)
  })
  await rename(main, 5)
  const outcome = await main.ask('security.exportEvents', { format: 'json' })
  expect(outcome).toEqual({ kind: 'saved', fileName: 'mine.json' })
  const text = readFileSync(join(folder, 'mine.json'), 'utf8')
  const events = z.array(securityEventSchema).parse(JSON.parse(text))
  expect(pages.length).toBe(Math.ceil(events.length / 2))
  expect(pages.length).toBeGreaterThan(2)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.map(({ at }) => at)).toEqual(
    events
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(readdirSync(folder)).toEqual(['mine.json'])
})

it('offers a name in the app’s language, with the day', async () => {
  const main = await signedIn(null)
  await main.ask('app.setLanguage', { language: 'es' })
  expect(await main.ask('security.exportEvents', { format: 'csv' })).toEqual({ kind: 'cancelled' })
  expect(asked[0]?.fileName).toMatch(/^eventos-de-seguridad-\d{4}-\d\d-\d\d\.csv$/)
  expect(asked[0]).toMatchObject({ kind: 'Tabla (CSV)', extension: 'csv' })
})

it('writes over the file that the person chose, and needs no other path than that', async () => {
  const path = join(folder, 'mine.csv')
  writeFileSync(path, 'older, and longer '.repeat(1_000))
  // Nothing can be written here, as nothing can beside the chosen path on macOS.
  mkdirSync(`${path}.tmp`)
  await (await signedIn(path)).ask('security.exportEvents', { format: 'csv' })
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('linux')
  expect(written).not.toContain('older')
})

it('says that the disk is full, and leaves no part of a file', async () => {
  const path = join(folder, 'mine.csv')
  // Linux's own full device: every write to it answers ENOSPC.
  symlinkSync('/dev/full', path)
  const result = await (await signedIn(path)).call('security.exportEvents', { format: 'csv' })
  expect(result).toEqual({ ok: false, error: { code: 'disk_full' } })
  expect(readdirSync(folder)).toEqual([])
})

it('says that a file cannot be written there', async () => {
  const path = join(folder, 'taken')
  mkdirSync(path)
  const result = await (await signedIn(path)).call('security.exportEvents', { format: 'json' })
  expect(result).toEqual({ ok: false, error: { code: 'storage_failed' } })
})

it('says that the portal is away, and writes nothing', async () => {
  const main = await signedIn(join(folder, 'mine.csv'))
  await portal.close()
  const result = await main.call('security.exportEvents', { format: 'csv' })
  expect(result).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  expect(readdirSync(folder)).toEqual([])
})

const event = {
  id: '1',
  at: '2026-11-23T07:42:00.000Z',
  kind: 'signed_in',
  details: { device: '=HYPERLINK("http://x")', platform: 'windows', address: '192.0.2.1' },
} as const

it.each(languages)(
  'is a table that spreadsheets open, in words of the language: %s',
  (language) => {
    const text = eventsCsv([event, { ...event, details: {} }], language)
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [header, first, second, end] = text.slice(1).split('\r\n')
    const delimiter = language === 'en' ? ',' : ';'
    expect(header?.split(delimiter)).toHaveLength(5)
    expect(first, 'no formula').toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(first).toContain('2026-11-23T07:42:00.000Z')
    expect(second?.split(delimiter).slice(2)).toEqual(['', '', ''])
    expect(end).toBe('')
    expect(text, 'what happened, in words').not.toContain('signed_in')
  },
)
