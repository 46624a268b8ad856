/** The portal against bare Fastify routes, both under load from one generator, turn by turn. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'autocannon'
import { startPostgres } from '../lib/postgres.ts'
import { applyLoad, type LoadResult } from './load.ts'
import type { Figure, Section } from './report.ts'
import { seedAccounts } from './seed.ts'
import { startBareRoutes, startMeasuredPortal } from './servers.ts'
import { signIn, signInRequest } from './sign-ins.ts'
import { median, medianRatio } from './statistics.ts'

const inFlight = 8
/** Short turns: what else the machine does then weighs on both alike. */
const secondsEach = 1
/** Sign-ins take about 10 ms: no account comes round again within a second. */
const accounts = 400

/** A server, and what each of the connections to it sends round and round. */
type Contender = {
  readonly url: string
  readonly requestsOf: (connection: number) => Request[]
}

/** A load on each of several servers in turn, `rounds` times, after a first time that is not counted. */
async function compare<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly LoadResult[]>>>
async function compare(
  contenders: Readonly<Record<string, Contender>>,
  rounds: number,
): Promise<Readonly<Record<string, readonly LoadResult[]>>> {
  const results = new Map<string, LoadResult[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      // Turn by turn is the point: side by side they would share the cores.
      // oxlint-disable-next-line no-await-in-loop
      const result = await applyLoad({ ...contender, inFlight, seconds: secondsEach })
      if (round > 0) results.set(name, [...(results.get(name) ?? []), result])
    }
  }
  return Object.fromEntries(results)
}

const ratesOf = (results: readonly LoadResult[]): number[] => results.map(({ rate }) => rate)
const p99Of = (results: readonly LoadResult[]): number => median(results.map(({ p99 }) => p99))
const perSecond = (results: readonly LoadResult[]): string =>
  `${Math.round(median(ratesOf(results))).toLocaleString('en')} /s`

/** Reads by whoever signs in at `url` as `username`. */
async function readsOf(url: string, username: string): Promise<Contender> {
  const headers = { authorization: `Bearer ${await signIn(url, username)}` }
  return { url, requestsOf: () => [{ method: 'GET', path: '/v1/me', headers }] }
}

/** The portal on SQLite, the same on PostgreSQL with the same accounts, and the bare routes. */
async function startServers(stack: AsyncDisposableStack) {
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
    stack.defer(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }
  const folder = newFolder()
  const { usernames, passwordHash } = await seedAccounts(folder, accounts)
  const onPostgres = newFolder()
  const databaseUrl = await startPostgres(stack)
  await seedAccounts(onPostgres, accounts, databaseUrl)
  const env = { DATABASE_URL: databaseUrl }
  return {
    usernames,
    sqlite: await startMeasuredPortal(folder, stack),
    postgres: await startMeasuredPortal(onPostgres, stack, { env }),
    bare: await startBareRoutes(folder, passwordHash, stack),
  }
}

/**
 * Measures sign-ins, signed-in reads on both databases, and memory.
 * @param rounds how often each server has its turn at each load
 */
export async function benchPortal(rounds: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  const { usernames, sqlite, postgres, bare } = await startServers(stack)
  const share = Math.floor(accounts / inFlight)
  const signInsOf = (connection: number): Request[] => {
    const first = (connection % inFlight) * share
    return usernames.slice(first, first + share).map(signInRequest)
  }
  const signIns = await compare(
    {
      portal: { url: sqlite.url, requestsOf: signInsOf },
      bare: { url: bare.url, requestsOf: signInsOf },
    },
    rounds,
  )
  const [username = ''] = usernames
  const portal = await readsOf(sqlite.url, username)
  const reads = await compare(
    {
      portal,
      postgres: await readsOf(postgres.url, username),
      bare: { ...portal, url: bare.url },
    },
    rounds,
  )
  return {
    title: `Portal: ${inFlight} in flight, medians of ${rounds} rounds of ${secondsEach} s`,
    figures: [
      {
        name: 'sign-ins',
        value: perSecond(signIns.portal),
        against: `only Argon2id ${perSecond(signIns.bare)}`,
        measure: medianRatio(ratesOf(signIns.portal), ratesOf(signIns.bare)),
        unit: '×',
        goal: { limit: 0.93, direction: 'at least' },
      },
      ...readFigures(reads),
      {
        name: 'peak memory',
        value: `${sqlite.peakMemory().toFixed(0)} MB`,
        against: `bare routes ${bare.peakMemory().toFixed(0)} MB`,
        measure: sqlite.peakMemory(),
        unit: 'MB',
        goal: { limit: 160, direction: 'at most' },
      },
    ],
  }
}

type Reads = Readonly<Record<'portal' | 'postgres' | 'bare', readonly LoadResult[]>>

function readFigures({ portal, postgres, bare }: Reads): Figure[] {
  return [
    {
      name: 'signed-in reads',
      value: perSecond(portal),
      against: `only JSON ${perSecond(bare)}`,
      measure: medianRatio(ratesOf(portal), ratesOf(bare)),
      unit: '×',
      goal: { limit: 0.55, direction: 'at least' },
    },
    {
      name: 'signed-in reads, p99',
      value: `${p99Of(portal).toFixed(2)} ms`,
      against: `only JSON ${p99Of(bare).toFixed(2)} ms`,
      measure: p99Of(portal),
      unit: 'ms',
      goal: { limit: 2, direction: 'at most' },
    },
    {
      name: 'signed-in reads, PostgreSQL',
      value: perSecond(postgres),
      against: `SQLite ${perSecond(portal)}`,
      measure: medianRatio(ratesOf(postgres), ratesOf(portal)),
      unit: '×',
      goal: { limit: 0.35, direction: 'at least' },
    },
  ]
}
