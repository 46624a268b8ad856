import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { languages } from '../../../../src/shared/languages.ts'
import { securityEventSchema } from '../../../../src/shared/contract/identity/security-events.ts'
import { eventsCsv } from '../../../../src/main/services/identity/security/events-csv.ts'
import type { SaveQuestion } from '../../../../src/main/platform/files/chosen-file.ts'
import { listSeparatorOf } from '../../../../src/shared/rules/csv-format.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

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
async function signedIn(
  answer: string | null,
  fetch = hostFetch,
  systemLocale = 'fr-BE',
): Promise<TestMain> {
  const main = startMain({
    systemLocale,
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
  expect(pages.length).toBeGreaterThan(2)
  const text = readFileSync(join(folder, 'mine.json'), 'utf8')
  const events = z.array(securityEventSchema).parse(JSON.parse(text))
  expect(events.length).toBeGreaterThan(4)
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
    const other = { ...event, kind: 'email_changed', details: {} } as const
    const text = eventsCsv([event, other], language, ';')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [header, first, second, end] = text.slice(1).split('\r\n')
    expect(header?.split(';')).toHaveLength(5)
    expect(first, 'no formula').toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(first).toContain('2026-11-23T07:42:00.000Z')
    expect(second?.split(';').slice(2)).toEqual(['', '', ''])
    expect(end).toBe('')
    expect(text, 'what happened, in words').not.toMatch(/signed_in|email_changed/u)
    expect(text, 'words as one types them').not.toMatch(/[\u2011\u2060]/u)
  },
)

/** What people name devices in order to harm, and what they name them in good faith. */
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦']
const ends = [
  ',',
  ';',
  '\t',
  '|',
  ':',
  '"',
  "'",
  ' ',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\u0085',
  '\u00a0',
]
const nasty = fc
  .array(fc.constantFrom(...signs, ...ends, '\u200b', 'cmd|calc', '1', 'PC', 'é', 'שלום'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
/** What spreadsheets are told to separate cells by, in one region or another. */
const separators = [',', ';', '\t', '|', ':']
const formula = /^[\s\p{Cf}"']*[=+\-@＝＋－＠﹦﹢﹣﹫]/u
const isFormula = (cell: string) =>
  formula.test(cell) && !/^[\s\p{Cf}"']*'[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell)

it.each([',', ';'] as const)(
  'holds no formula, whatever it is read by: written with %s',
  (written) => {
    fc.assert(
      fc.property(nasty, nasty, (device, address) => {
        const details = { device, platform: 'windows', address }
        const text = eventsCsv([{ ...event, details }, event], 'fr', written).slice(1)
        for (const separator of separators) {
          const options = { delimiter: separator, relax_quotes: true, relax_column_count: true }
          const lenient = parse(text, { ...options, skip_records_with_error: true }).flat()
          // As programs do that know of no quotes.
          const naive = text.split('\r\n').flatMap((line) => line.split(separator))
          expect([...lenient, ...naive].filter(isFormula)).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  },
)

it.each([',', ';'] as const)(
  'has one row an event and five cells each, written with %s',
  (written) => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (devices) => {
        const events = devices.map((device) => ({ ...event, details: { device } }))
        const text = eventsCsv(events, 'fr', written).slice(1)
        expect(text.split('\r\n')).toHaveLength(devices.length + 2)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        const rows = parse(text, { delimiter: written })
        expect(rows.map((row) => row.length)).toEqual(rows.map(() => 5))
      }),
    )
  },
)

it.each([
  ['x,=cmd|calc', "x,'=cmd|calc"],
  ['x;=1+1', "x;'=1+1"],
  ['x\t@SUM(A1)', 'x @SUM(A1)'],
  ['-2+3', "'-2+3"],
  ['"=1', `"'=1`],
  ['x,"=1', `x,"'=1`],
  ['＝1', "'＝1"],
  ['Laptop - Marie (2), x=1', 'Laptop - Marie (2), x=1'],
  ['\u202eשלום', '\u202eשלום'],
])('writes %j as %j', (device, cell) => {
  const text = eventsCsv([{ ...event, details: { device } }], 'fr', ';').slice(1)
  expect(parse(text, { delimiter: ';' })[1]?.[2]).toBe(cell)
})

it.each([
  ['fr-BE', ';'],
  ['nl-NL', ';'],
  ['de-DE', ';'],
  ['es-ES', ';'],
  ['it-IT', ';'],
  ['en-BE', ';'],
  ['en-GB', ','],
  ['en-US', ','],
  ['es-MX', ','],
  ['en-IE', ','],
  ['de-CH', ';'],
  ['it-CH', ';'],
  ['fr-CH', ';'],
  ['fr_BE', ';'],
  ['fr', ';'],
  ['ja-JP', ','],
  ['pt-BR', ';'],
  ['C', ','],
  ['', ','],
  ['en-US-posix', ','],
])('cells end as in the system’s region: %s', (locale, separator) => {
  expect(listSeparatorOf(locale)).toBe(separator)
})

it('goes by the system’s region, whatever the app’s language', async () => {
  for (const [systemLocale, language, separator] of [
    ['en-GB', 'fr', ','],
    ['nl-BE', 'en', ';'],
  ] as const) {
    const path = join(folder, `${systemLocale}.csv`)
    // oxlint-disable-next-line no-await-in-loop -- one app after the other
    const main = await signedIn(path, hostFetch, systemLocale)
    // oxlint-disable-next-line no-await-in-loop -- one app after the other
    await main.ask('app.setLanguage', { language })
    // oxlint-disable-next-line no-await-in-loop -- one app after the other
    await main.ask('security.exportEvents', { format: 'csv' })
    const [header] = readFileSync(path, 'utf8').split('\r\n')
    expect(header?.split(separator)).toHaveLength(5)
  }
})
