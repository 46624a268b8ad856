/**
 * Two portals behind nginx on one PostgreSQL, while people work: one is killed, the database is restarted as
 * if it had crashed, then both are replaced one by one. What was acknowledged is there, once.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startNginx, type Nginx } from '../../../scripts/lib/nginx.ts'
import { freePort } from '../../../scripts/lib/portal-process.ts'
import { createPostgres, type PostgresServer } from '../../../scripts/lib/postgres.ts'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { postgresUrl, type TestDatabase } from '../support/databases.ts'
import { throughGateway, type Gateway } from '../support/gateway.ts'
import { runCommand, spawnPortal, type PortalProcess } from '../support/process.ts'
import { startLoad, type Load, type Person } from '../support/steady-load.ts'

/** Whole processes start here, on a machine that may be busy. */
const timeout = 240_000
/** How many writes are acknowledged between one event and the next: `STRENGTH=20` for twenty times as many. */
const strength = z.coerce.number().default(1).parse(process.env['STRENGTH'])
const between = 20 * strength
const pepper = 'the same on both of them'
const people = ['marie.lambert', 'jan.peeters', 'luc.courtier'] as const

const lineSchema = z.object({ upstream: z.string(), upstreamStatus: z.string() })

// Skipped where no PostgreSQL is asked for; CI does ask for it.
describe.skipIf(postgresUrl === undefined)('two portals behind nginx', { timeout }, () => {
  const stack = new AsyncDisposableStack()
  const running: PortalProcess[] = []
  let server: PostgresServer
  let ports: readonly [number, number]
  let nginx: Nginx
  let gateway: Gateway

  const place = (): TestDatabase => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'portal-test-'))
    const remove = async () => rmSync(dataFolder, { recursive: true, force: true })
    stack.defer(remove)
    return { dataFolder, databaseUrl: server.url, remove }
  }
  const start = async (index: 0 | 1): Promise<void> => {
    const args = ['--demo', '--port', String(ports[index]), '--trusted-proxies', '127.0.0.1']
    running[index] = await spawnPortal(place(), args, { PORTAL_PEPPER: pepper })
  }
  const end = (index: 0 | 1, signal: 'SIGKILL' | 'SIGTERM') => running[index]?.end(signal)

  beforeAll(async () => {
    server = await createPostgres(stack, () => ({}))
    ports = [await freePort(0), await freePort(0)]
    await start(0)
    await start(1)
    nginx = await startNginx(ports, stack)
    gateway = throughGateway(nginx)
  }, timeout)
  afterAll(async () => {
    await gateway.close()
    for (const { child } of running) child.kill('SIGKILL')
    await stack.disposeAsync()
  })

  /** Until so many more writes were acknowledged. */
  const more = (load: Load) => {
    const until = load.countAcknowledged() + between
    return expect.poll(load.countAcknowledged, { timeout, interval: 20 }).toBeGreaterThan(until)
  }
  /** Until everybody has gone on: whatever was asked for before has been answered by then. */
  const everybody = (load: Load) => {
    const counts = () => load.people.map(({ acknowledged }) => acknowledged.length)
    const before = counts()
    const least = () => Math.min(...counts().map((count, index) => count - (before[index] ?? 0)))
    return expect.poll(least, { timeout, interval: 20 }).toBeGreaterThan(1)
  }
  /** Until nginx has had an answer of the portal at `index`, which was away. */
  const served = (index: 0 | 1, since: number) =>
    expect
      .poll(() => answersOf(nginx.log().slice(since), ports[index]), { timeout, interval: 50 })
      .toBeGreaterThan(0)
  const replace = async (index: 0 | 1): Promise<void> => {
    expect(await end(index, 'SIGTERM')).toBe(0)
    await start(index)
    await served(index, nginx.log().length)
  }

  test('nothing that was acknowledged is lost, and nothing is done twice', async () => {
    const load = await startLoad(gateway, people)
    await more(load)

    await end(0, 'SIGKILL')
    await more(load)
    await start(0)
    await served(0, nginx.log().length)
    // Whoever reads has noticed nothing.
    expect(load.failedReads()).toEqual([])

    await server.restart('immediate')
    await more(load)
    await everybody(load)
    const failed = [...load.failedReads()]
    for (const { status, headers } of failed) {
      expect([status, headers.get('retry-after')]).toEqual([503, '5'])
    }

    await replace(0)
    await replace(1)
    await more(load)
    await load.stop()
    expect(load.failedReads()).toEqual(failed)

    await expectAllDone(load.people)
    console.log(
      `${load.countAcknowledged()} writes, ${load.countRepeated()} of them sent again; ` +
        `${load.failedReads().length} reads were refused while the database was away`,
    )
  })

  const expectAllDone = async (all: readonly Person[]): Promise<void> => {
    const { db } = await openDatabase({ dataFolder: '', databaseUrl: server.url })
    try {
      for (const { name, acknowledged, told } of all) {
        const keys = await db
          .selectFrom('kept_answers')
          .select('key')
          .where('user_id', '=', `demo-${name}`)
          .execute()
        expect(keys.map(({ key }) => key).toSorted()).toEqual(acknowledged.toSorted())
        const events = await db
          .selectFrom('security_events')
          .select('position')
          .where('chain', '=', `demo-${name}`)
          .where('kind', '=', 'personal_data_changed')
          .execute()
        expect(events).toHaveLength(acknowledged.length)
        const positions = new Set(events.map(({ position }) => String(position)))
        // The feed told each of them: nothing was written below what had been read.
        expect(told).toEqual(positions)
      }
    } finally {
      await db.destroy()
    }
    const verified = await runCommand(place(), ['verify-events'], { PORTAL_PEPPER: pepper })
    expect([verified.code, verified.err]).toEqual([0, ''])
    expect(verified.out).toContain('Broken chains: 0.')
  }
})

function answersOf(log: string, port: number): number {
  const lines = log.split('\n').slice(0, -1)
  return lines.filter((line) => {
    // The slice may begin within a line.
    if (!line.startsWith('{')) return false
    const { upstream, upstreamStatus } = lineSchema.parse(JSON.parse(line))
    return upstream.endsWith(`:${port}`) && /(?:^|, )20\d$/.test(upstreamStatus)
  }).length
}
