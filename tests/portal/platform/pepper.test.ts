/** The secret beside the database: the right one, or no portal at all. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { createPortal } from '../../../src/portal/portal.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { knowledge, restoreFormerData } from '../support/former-data.ts'
import { runCommand, spawnPortal, type PortalProcess } from '../support/process.ts'

/** Whole processes start here, on a machine that may be busy. */
const timeout = 120_000
const one = 'the first secret of all, long enough'
const other = 'another secret altogether, as long'
/** Each reads or writes something that takes the pepper, or could. */
const commands = [
  ['list'],
  ['unlock', '--username', 'marie.lambert'],
  ['invite', '--username', 'late.comer', '--services', 'servnet'],
  ['verify-events'],
  ['send-expiry-notices'],
  ['serve', '--port', '0', '--demo'],
]

/** Everything in the database, so that what was refused can be seen to have written nothing. */
async function contentOf(database: TestDatabase): Promise<string> {
  const { db } = await openDatabase(database)
  const tables = await db.introspection.getTables()
  const rows: unknown[] = []
  for (const { name } of tables.toSorted((a, b) => a.name.localeCompare(b.name))) {
    // oxlint-disable-next-line no-await-in-loop -- one table after the other
    rows.push([name, (await sql`select * from ${sql.table(name)}`.execute(db)).rows])
  }
  await db.destroy()
  return JSON.stringify(rows)
}

describe.each(databaseKinds)('the pepper, on %s', { timeout }, (kind) => {
  let database: TestDatabase
  let file: string
  const folders: string[] = []
  const running: PortalProcess[] = []
  beforeEach(async () => {
    database = await createDatabase(kind)
    file = join(database.dataFolder, 'pepper')
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((portal) => portal.end('SIGKILL')))
    await database.remove()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  /** The same database, and a folder that is new. */
  const placeElsewhere = (): TestDatabase => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'portal-other-'))
    folders.push(dataFolder)
    return { ...database, dataFolder }
  }
  const open = (options: { readonly demo?: boolean; readonly pepper?: string } = {}) =>
    createPortal({ ...database, demo: true, logLevel: 'silent', ...options })
  const openAndClose = async (options?: Parameters<typeof open>[0]): Promise<void> => {
    await (await open(options)).close()
  }
  /** That nothing starts, in a sentence of `words`, and that nothing is written. */
  const expectRefused = async (words: RegExp, PORTAL_PEPPER?: string): Promise<void> => {
    const before = await contentOf(database)
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : null
    const variables = PORTAL_PEPPER === undefined ? {} : { PORTAL_PEPPER }
    const ended = await Promise.all(
      commands.map((command) => runCommand(database, command, variables)),
    )
    for (const { code, err, out } of ended) {
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(words)
      expect(err).not.toContain('    at ')
      for (const secret of [one, other, kept ?? one]) expect(err).not.toContain(secret)
    }
    expect(await contentOf(database)).toBe(before)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(kept)
  }

  test('that was removed is not made anew', async () => {
    await openAndClose()
    const secret = readFileSync(file, 'utf8')
    rmSync(file)
    await expectRefused(/is missing: there is no .*pepper, and PORTAL_PEPPER is not set/)
    // Put back, all is well; in the environment it is as well.
    await openAndClose({ pepper: secret })
    writeFileSync(file, secret, { mode: 0o600 })
    await openAndClose()
  })

  test('that is another one opens nothing', async () => {
    await openAndClose()
    writeFileSync(file, other, { mode: 0o600 })
    await expectRefused(/made with another secret than the secret in .*pepper\. Put back/)
  })

  test('that is another one in the environment opens nothing', async () => {
    await openAndClose({ pepper: one })
    expect(existsSync(file)).toBe(false)
    await expectRefused(/made with another secret than PORTAL_PEPPER\. Put back/, other)
    await expectRefused(/is missing: there is no/)
    await openAndClose({ pepper: one })
  })

  test('must not be two: the environment’s and the file’s', async () => {
    writeFileSync(file, one, { mode: 0o600 })
    await expect(open({ pepper: other })).rejects.toThrow(/PORTAL_PEPPER is not the secret in/)
    // The same one twice is one.
    await openAndClose({ pepper: one })
    await openAndClose()
  })

  test('is refused where nobody has been invited either, once a portal was there', async () => {
    await openAndClose({ demo: false })
    rmSync(file)
    await expect(open({ demo: false })).rejects.toThrow(/is missing/)
    expect(existsSync(file)).toBe(false)
  })

  test.each([
    ['is empty', () => writeFileSync(file, ''), /is damaged/],
    [
      'was cut off',
      () => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 15)),
      /is damaged/,
    ],
    [
      'was cut off in its middle',
      () => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 30)),
      /another secret/,
    ],
    [
      'cannot be read',
      () => {
        rmSync(file)
        mkdirSync(file)
      },
      /cannot be read \(EISDIR\)/,
    ],
  ])('file that %s is said to be, and left alone', async (_, spoil, words) => {
    await openAndClose()
    spoil()
    const before = await contentOf(database)
    await expect(open()).rejects.toThrow(words)
    expect(await contentOf(database)).toBe(before)
  })

  // Windows keeps others out by the folder's own list.
  test.skipIf(process.platform === 'win32')('file must not lie open to everyone', async () => {
    await openAndClose()
    for (const mode of [0o644, 0o602, 0o666]) {
      chmodSync(file, mode)
      // oxlint-disable-next-line no-await-in-loop -- one start after the other
      await expect(open()).rejects.toThrow(/lies open to everyone.*chmod 600/)
    }
    chmodSync(file, 0o600)
    await openAndClose()
  })

  test('of a database without a seal is known by its events: another seals nothing', async () => {
    await restoreFormerData(kind, database)
    writeFileSync(file, other)
    const before = await contentOf(database)
    await expect(open()).rejects.toThrow(/made with another secret than the secret in/)
    rmSync(file)
    await expect(open()).rejects.toThrow(/is missing/)
    // Not even brought up to date.
    expect(await contentOf(database)).toBe(before)
    expect(existsSync(file)).toBe(false)
    await openAndClose({ pepper: knowledge[kind].pepper })
    await expect(open({ pepper: other })).rejects.toThrow(/another secret than PORTAL_PEPPER/)
    await openAndClose({ pepper: knowledge[kind].pepper })
  })

  test('of a database without a seal must be proven: what tells nothing is not believed', async () => {
    await restoreFormerData(kind, database)
    const { db } = await openDatabase(database)
    await db.deleteFrom('security_events').execute()
    await db.destroy()
    await expect(open()).rejects.toThrow(/made with another secret/)
  })

  test('of two portals that start at the same moment with different ones, one starts', async () => {
    // On SQLite the database is in the folder: there they differ by the environment alone.
    const elsewhere = kind === 'SQLite' ? () => database : placeElsewhere
    const starts = Array.from({ length: 4 }, (_, index) => ({
      where: elsewhere(),
      PORTAL_PEPPER: `secret number ${index}, long enough`,
    }))
    const outcomes = await Promise.allSettled(
      starts.map(({ where, PORTAL_PEPPER }) => spawnPortal(where, ['--demo'], { PORTAL_PEPPER })),
    )
    const up = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    )
    running.push(...up)
    expect(up).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(String(outcome.reason)).toMatch(/made with another secret than PORTAL_PEPPER/)
      }
    }
  })

  test.runIf(kind === 'PostgreSQL')(
    'of two servers with folders of their own, one makes it, and the other leaves none',
    async () => {
      const places = Array.from({ length: 2 }, placeElsewhere)
      const outcomes = await Promise.allSettled(places.map((place) => spawnPortal(place)))
      outcomes.forEach((outcome, index) => {
        const own = join(places[index]?.dataFolder ?? '', 'pepper')
        expect(existsSync(own)).toBe(outcome.status === 'fulfilled')
        if (outcome.status === 'fulfilled') running.push(outcome.value)
        else expect(String(outcome.reason)).toMatch(/another secret|is missing/)
      })
      expect(running).toHaveLength(1)
      // A third one comes later, to a folder that is new.
      const late = placeElsewhere()
      const { code, err } = await runCommand(late, ['list'])
      expect([code, existsSync(join(late.dataFolder, 'pepper'))]).toEqual([1, false])
      expect(err).toMatch(/is missing: there is no/)
    },
  )

  test('of several portals that start at the same moment in one folder, all have the same', async () => {
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => spawnPortal(database)))
    running.push(...outcomes)
    expect(new Set(outcomes.map(({ address }) => address)).size).toBe(3)
  })
})
