/**
 * Whether time tells who has an account: the same requests for names that somebody has and names
 * that nobody has, one at a time, turn by turn.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recoverySchema } from '../../src/shared/contract/identity/recoveries.ts'
import { Failure } from '../lib/failure.mjs'
import type { Figure, Section } from './report.ts'
import { seedAccounts } from './seed.ts'
import { startMeasuredPortal } from './servers.ts'
import { median, ratioInterval, shareGreater } from './statistics.ts'

type Times = { readonly known: number[]; readonly unknown: number[] }
type Answer = { readonly milliseconds: number; readonly body: unknown }

/** Sends one request and answers how long it took, its whole answer read. */
type Send = (
  method: 'POST' | 'PUT' | 'GET',
  path: string,
  status: number,
  body?: unknown,
) => Promise<Answer>

/** Every request comes from an address of its own: one alone would soon be made to wait. */
function createSend(url: string): Send {
  let sent = 0
  return async (method, path, status, body) => {
    sent += 1
    const client = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
    const start = performance.now()
    const answer = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const milliseconds = performance.now() - start
    if (answer.status !== status) {
      throw new Failure(`${method} ${path} answered ${answer.status}.`, text)
    }
    return { milliseconds, body: JSON.parse(text) }
  }
}

/** Whatever the request leaves behind weighs on the next one: each kind follows each as often. */
const order = ['known', 'unknown', 'unknown', 'known'] as const

/** Times `measure` for `pairs` names of each kind, after a first few that are not counted. */
async function compare(
  pairs: number,
  measure: (username: string) => Promise<number>,
): Promise<Times> {
  const times: Times = { known: [], unknown: [] }
  for (let turn = 0; turn < 2 * pairs; turn += 1) {
    const kind = order[turn % order.length] ?? 'known'
    // The kinds come in pairs, so that half the turn numbers a name of either.
    const number = String(Math.floor(turn / 2)).padStart(4, '0')
    // One at a time is the point: side by side they would wait for each other.
    // oxlint-disable-next-line no-await-in-loop
    times[kind].push(await measure(kind === 'known' ? `bench.${number}` : `nobody.${number}`))
  }
  return { known: times.known.slice(warmUps), unknown: times.unknown.slice(warmUps) }
}

const warmUps = 10

const device = { name: 'Bench', platform: 'linux' }

async function timeSignIn(send: Send, username: string): Promise<number> {
  const body = { username, password: 'Not-The-Password-1!', device }
  return (await send('POST', '/v1/sessions', 401, body)).milliseconds
}

async function timeBegin(send: Send, username: string): Promise<number> {
  return (await send('POST', '/v1/recoveries', 202, { username, language: 'fr' })).milliseconds
}

/** A read that comes right behind, while the message is sent or dropped. */
async function timeRead(send: Send, username: string): Promise<number> {
  await timeBegin(send, username)
  return (await send('GET', '/v1/security-questions', 200)).milliseconds
}

async function timeAnswers(send: Send, username: string): Promise<number> {
  const begun = await send('POST', '/v1/recoveries', 202, { username, language: 'fr' })
  const recovery = recoverySchema.parse(begun.body)
  if (recovery.state !== 'answers') throw new Failure('A recovery began elsewhere.', recovery.state)
  const answers = recovery.questions.map(({ id }) => ({ questionId: id, answer: 'Not that' }))
  const path = `/v1/recoveries/${recovery.id}/answers`
  return (await send('PUT', path, 422, { code: '000000', answers })).milliseconds
}

function figureOf(name: string, { known, unknown }: Times): Figure {
  const { low, high } = ratioInterval(known, unknown)
  const share = (100 * shareGreater(known, unknown)).toFixed(1)
  return {
    name,
    value: `known ${median(known).toFixed(2)} ms`,
    against: `unknown ${median(unknown).toFixed(2)} ms; 95 % ${low.toFixed(3)} to ${high.toFixed(3)}; known slower in ${share} %`,
    measure: median(known) / median(unknown),
    unit: '×',
  }
}

/** @param pairs how many names of each kind are asked for with each request */
export async function benchUsernameEnumeration(pairs: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const count = pairs + warmUps
  await seedAccounts(folder, count)
  const portal = await startMeasuredPortal(folder, stack, {
    flags: ['--trusted-proxies', '127.0.0.1'],
  })
  const send = createSend(portal.url)
  const figures: Figure[] = []
  for (const [name, time] of [
    ['sign-in, wrong password', timeSignIn],
    ['recovery, begin', timeBegin],
    ['recovery, wrong answers', timeAnswers],
    ['a read right after a begin', timeRead],
  ] as const) {
    // One after the other: they would share the cores.
    // oxlint-disable-next-line no-await-in-loop
    figures.push(figureOf(name, await compare(count, (username) => time(send, username))))
  }
  return { title: `Known and unknown usernames: medians of ${pairs} requests each`, figures }
}
