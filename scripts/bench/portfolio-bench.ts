/** What a report and a search cost at portfolios of three sizes, and what they cost others meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refreshOrderRates } from '../../src/portal/credit/order-rates.ts'
import { keepPortfolios } from '../../src/portal/credit/portfolios.ts'
import { keepScopes } from '../../src/portal/credit/scope-counting.ts'
import { grantPolicies } from '../../src/portal/identity/access/policy-grants.ts'
import { generatePortfolio } from '../../src/portal/demo/generator/generate-portfolio.ts'
import { openContext } from '../../src/portal/portal.ts'
import { startPostgres } from '../lib/postgres.ts'
import { applyLoad } from './load.ts'
import type { Figure, Section } from './report.ts'
import { seedAccounts } from './seed.ts'
import { startMeasuredPortal } from './servers.ts'
import { signIn, signInRequest } from './sign-ins.ts'
import { median, medianRatio } from './statistics.ts'

const sizes = [1_000, 25_000, 250_000] as const
type Size = (typeof sizes)[number]
const policies = 40
/** Sign-ins take about 10 ms: no account comes round again within a second. */
const accounts = 400
const inFlight = 8
const secondsEach = 1
const day = 24 * 60 * 60 * 1000

/** The first page of a search: what people ask for in the morning. */
const searches = {
  'first page of all': 'limit=50',
  'first page of a word': 'limit=50&q=transport',
  'first page of two words': 'limit=50&q=bouw+ber',
  'first page by limit': 'limit=50&sort=-total_cld',
  'first page of a country and band': 'limit=50&country=NL&band=high',
} as const

const ways = ['dashboard', 'me', ...Object.keys(searches)]

/**
 * @param turn another one asks about another period, so that no answer of before is given again
 * @returns where `way` is asked for
 */
function pathOf(way: string, turn: number): string {
  if (way === 'me') return '/v1/me'
  if (way !== 'dashboard') {
    const query = Object.entries(searches).find(([name]) => name === way)?.[1] ?? ''
    return `/v1/insights/buyers?${query}`
  }
  const to = new Date(Date.now() - (turn % 300) * day).toISOString().slice(0, 10)
  return `/v1/insights/dashboard?currency=EUR&to=${to}`
}

type Started = { readonly url: string; readonly usernames: readonly string[] }
type Portal = Started & { readonly token: string }

/** A portal whose first account sees an invented portfolio of `size`. */
async function startWith(
  size: Size,
  stack: AsyncDisposableStack,
  databaseUrl?: string,
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const { usernames } = await seedAccounts(folder, accounts, databaseUrl)
  const [username = ''] = usernames
  const context = await openContext({ dataFolder: folder, databaseUrl })
  try {
    const wanted = { seed: 'bench', buyers: size, policies, until: Date.now() }
    const { policyIds } = await generatePortfolio(context, wanted)
    const { id } = await context.db
      .selectFrom('users')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    await grantPolicies(context.db, id, policyIds)
    // As a portal does before: by other rates all rows would be made again when it starts.
    await refreshOrderRates(context)
    await keepPortfolios(context)
    await keepScopes(context)
  } finally {
    await context.db.destroy()
  }
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
  const { url } = await startMeasuredPortal(folder, stack, { env })
  return { url, usernames }
}

async function timeOf({ url, token }: Portal, path: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return performance.now() - start
}

type Times = ReadonlyMap<string, number[]>
const nameOf = (way: string, size: Size) => `${way} ${size}`

/** Each way at each size, turn by turn; the first turn is not counted. */
async function measureTimes(portals: ReadonlyMap<Size, Portal>, rounds: number): Promise<Times> {
  const times = new Map<string, number[]>()
  for (let round = -1; round < rounds; round += 1) {
    for (const way of ways) {
      for (const [size, portal] of portals) {
        // Turn by turn is the point: side by side they would share the cores.
        // oxlint-disable-next-line no-await-in-loop
        const time = await timeOf(portal, pathOf(way, round + 1))
        if (round < 0) continue
        const name = nameOf(way, size)
        times.set(name, [...(times.get(name) ?? []), time])
      }
    }
  }
  return times
}

const growthGoal = { limit: 2, direction: 'at most' } as const

function figuresOf(database: string, times: Times): Figure[] {
  const timesOf = (way: string, size: Size) => times.get(nameOf(way, size)) ?? []
  const text = (way: string, size: Size) => `${median(timesOf(way, size)).toFixed(1)} ms`
  const growth = ways
    .filter((way) => way !== 'me')
    .map((way): Figure => {
      return {
        name: `${way}, ${database}`,
        value: `250,000: ${text(way, 250_000)}`,
        against: `25,000: ${text(way, 25_000)}, 1,000: ${text(way, 1_000)}`,
        measure: medianRatio(timesOf(way, 250_000), timesOf(way, 25_000)),
        unit: '×',
        goal: growthGoal,
      }
    })
  const beside: Figure = {
    name: `dashboard beside GET /v1/me, ${database}`,
    value: text('dashboard', 250_000),
    against: text('me', 250_000),
    measure: medianRatio(timesOf('dashboard', 250_000), timesOf('me', 250_000)),
    unit: '×',
    goal: { limit: 20, direction: 'at most' },
  }
  return [...growth, beside]
}

/** What one client asks for again and again while others sign in. */
const companions = {
  aggregates: async (portal: Portal, turn: number): Promise<void> => {
    await timeOf(portal, pathOf('dashboard', turn))
  },
  exports: (portal: Portal, turn: number, signal: AbortSignal): Promise<void> =>
    readFile(portal, `/v1/insights/buyers.csv?sort=${turn % 2 === 0 ? '' : '-'}name`, signal),
} as const

/** Takes a file as fast as it comes, until it ends or the round does. */
async function readFile({ url, token }: Portal, path: string, signal: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  try {
    const answer = await fetch(url + path, { headers, signal })
    for await (const part of answer.body ?? []) void part
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** The rate of others' sign-ins, alone and while one client is at it, turn by turn. */
async function measureOthers(database: string, portal: Portal, rounds: number): Promise<Figure[]> {
  const share = Math.floor(accounts / inFlight)
  const signIns = () =>
    applyLoad({
      url: portal.url,
      inFlight,
      seconds: secondsEach,
      requestsOf: (connection) => {
        const first = (connection % inFlight) * share
        return portal.usernames.slice(first, first + share).map(signInRequest)
      },
    })
  const figures: Figure[] = []
  for (const [name, ask] of Object.entries(companions)) {
    const alone: number[] = []
    const beside: number[] = []
    for (let round = -1; round < rounds; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- turn by turn is the point
      const quiet = await signIns()
      // oxlint-disable-next-line no-await-in-loop
      const busy = await during((signal) => ask(portal, round + 1, signal), signIns)
      if (round < 0) continue
      alone.push(quiet.rate)
      beside.push(busy.rate)
    }
    figures.push({
      name: `sign-ins of others while one client ${name}, ${database}`,
      value: `${median(beside).toFixed(0)} /s`,
      against: `alone ${median(alone).toFixed(0)} /s`,
      measure: medianRatio(beside, alone),
      unit: '×',
      goal: { limit: 0.9, direction: 'at least' },
    })
  }
  return figures
}

/** `work`, while `ask` is done again and again, one at a time. */
async function during<Result>(
  ask: (signal: AbortSignal) => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  const over = new AbortController()
  const asking = (async () => {
    // oxlint-disable-next-line no-await-in-loop -- until work is done
    while (!over.signal.aborted) await ask(over.signal)
  })()
  try {
    return await work()
  } finally {
    over.abort()
    await asking
  }
}

async function benchDatabase(database: 'SQLite' | 'PostgreSQL', rounds: number): Promise<Figure[]> {
  await using stack = new AsyncDisposableStack()
  const started = new Map<Size, Started>()
  for (const size of sizes) {
    // oxlint-disable-next-line no-await-in-loop -- they would share the cores
    const databaseUrl = database === 'SQLite' ? undefined : await startPostgres(stack)
    // oxlint-disable-next-line no-await-in-loop -- as above
    started.set(size, await startWith(size, stack, databaseUrl))
  }
  const portals = new Map<Size, Portal>()
  for (const [size, { url, usernames }] of started) {
    // Now, as tokens do not last as long as a portfolio takes to be written.
    // oxlint-disable-next-line no-await-in-loop -- as above
    portals.set(size, { url, usernames, token: await signIn(url, usernames[0] ?? '') })
  }
  const figures = figuresOf(database, await measureTimes(portals, rounds))
  const largest = portals.get(250_000)
  return largest === undefined
    ? figures
    : [...figures, ...(await measureOthers(database, largest, rounds))]
}

/** @param rounds how often each size is asked for each, and others sign in */
export async function benchPortfolio(rounds: number): Promise<Section> {
  const figures = [
    ...(await benchDatabase('SQLite', rounds)),
    ...(await benchDatabase('PostgreSQL', rounds)),
  ]
  return { title: `Portfolios of 1,000, 25,000 and 250,000 buyers: medians of ${rounds}`, figures }
}
