/** The portal against bare Fastify routes, both under load from one generator, turn by turn. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'autocannon'
import { sessionSchema } from '../../src/shared/contract/identity/sessions.ts'
import { applyLoad, type LoadResult } from './load.ts'
import type { Section } from './report.ts'
import { seedAccounts, seededPassword } from './seed.ts'
import { startBareRoutes, startMeasuredPortal } from './servers.ts'
import { median, medianRatio } from './statistics.ts'

const inFlight = 8
/** Short turns: what else the machine does then weighs on both alike. */
const secondsEach = 1
/** Sign-ins take about 10 ms: no account comes round again within a second. */
const accounts = 400

const json = { 'content-type': 'application/json' }

const signInPath = '/v1/sessions'

function signInBody(username: string): string {
  const device = { name: 'Bench', platform: 'linux' }
  return JSON.stringify({ username, password: seededPassword, device })
}

function signInRequest(username: string): Request {
  return { method: 'POST', path: signInPath, headers: json, body: signInBody(username) }
}

/** An access token good for ten minutes, longer than the bench of the portal lasts. */
async function signIn(url: string, username: string): Promise<string> {
  const options = { method: 'POST', headers: json, body: signInBody(username) }
  const answer = await fetch(url + signInPath, options)
  return sessionSchema.parse(await answer.json()).accessToken
}

type Rounds = { readonly portal: LoadResult[]; readonly bare: LoadResult[] }

/** The same load on both servers in turn, `rounds` times, after a first time that is not counted. */
async function compare(
  urls: { readonly portal: string; readonly bare: string },
  requestsOf: (connection: number) => Request[],
  rounds: number,
): Promise<Rounds> {
  const result: Rounds = { portal: [], bare: [] }
  const load = (url: string, seconds = secondsEach) =>
    applyLoad({ url, inFlight, seconds, requestsOf })
  await load(urls.portal, 1)
  await load(urls.bare, 1)
  for (let round = 0; round < rounds; round += 1) {
    // Turn by turn is the point: side by side they would share the cores.
    // oxlint-disable-next-line no-await-in-loop
    result.portal.push(await load(urls.portal))
    // oxlint-disable-next-line no-await-in-loop
    result.bare.push(await load(urls.bare))
  }
  return result
}

const ratesOf = (results: readonly LoadResult[]): number[] => results.map(({ rate }) => rate)
const perSecond = (results: readonly LoadResult[]): string =>
  `${Math.round(median(ratesOf(results))).toLocaleString('en')} /s`

/**
 * Measures sign-ins, signed-in reads and memory.
 * @param rounds how often each server has its turn at each load
 */
export async function benchPortal(rounds: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const { usernames, passwordHash } = await seedAccounts(folder, accounts)
  const portal = await startMeasuredPortal(folder, stack)
  const bare = await startBareRoutes(folder, passwordHash, stack)
  const urls = { portal: portal.url, bare: bare.url }

  const share = Math.floor(accounts / inFlight)
  const signIns = await compare(
    urls,
    (connection) =>
      usernames
        .slice((connection % inFlight) * share, ((connection % inFlight) + 1) * share)
        .map(signInRequest),
    rounds,
  )
  const authorization = `Bearer ${await signIn(urls.portal, usernames[0] ?? '')}`
  const reads = await compare(
    urls,
    () => [{ method: 'GET', path: '/v1/me', headers: { authorization } }],
    rounds,
  )
  const p99 = median(reads.portal.map((result) => result.p99))
  const bareP99 = median(reads.bare.map((result) => result.p99))
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
      {
        name: 'signed-in reads',
        value: perSecond(reads.portal),
        against: `only JSON ${perSecond(reads.bare)}`,
        measure: medianRatio(ratesOf(reads.portal), ratesOf(reads.bare)),
        unit: '×',
        goal: { limit: 0.55, direction: 'at least' },
      },
      {
        name: 'signed-in reads, p99',
        value: `${p99.toFixed(2)} ms`,
        against: `only JSON ${bareP99.toFixed(2)} ms`,
        measure: p99,
        unit: 'ms',
        goal: { limit: 2, direction: 'at most' },
      },
      {
        name: 'peak memory',
        value: `${portal.peakMemory().toFixed(0)} MB`,
        against: `bare routes ${bare.peakMemory().toFixed(0)} MB`,
        measure: portal.peakMemory(),
        unit: 'MB',
        goal: { limit: 160, direction: 'at most' },
      },
    ],
  }
}
