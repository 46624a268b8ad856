/** People at work through a gateway, whatever happens behind it, and what they were told. */
/* oxlint-disable no-await-in-loop -- each does one thing after the other */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { changesSchema } from '../../../src/shared/contract/portal/changes.ts'
import { sessionSchema } from '../../../src/shared/contract/identity/sessions.ts'
import type { Answer, Gateway } from './gateway.ts'
import { demoPasswords, device, type DemoName } from './portal.ts'

/** Milliseconds until a write is sent again, under the same name. */
const betweenTries = 30
/** Refusals that pass: what a gateway and a portal say of themselves, and who is still at it. */
const passing = new Set([409, 502, 503, 504])

export type Person = {
  readonly name: DemoName
  readonly token: string
  /** Where their changes were read up to before anything happened. */
  readonly start: string
  /** The names of writes that were answered as done. */
  readonly acknowledged: string[]
  /** Events that the feed of changes told of, by their position. */
  readonly told: Set<string>
}

export type Load = {
  readonly people: readonly Person[]
  readonly countAcknowledged: () => number
  /** Reads that were refused or lost so far. */
  readonly failedReads: () => readonly Answer[]
  /** Writes that had to be sent again so far. */
  readonly countRepeated: () => number
  /** Ends it once what is under way is answered; fails where anything was answered that must not be. */
  readonly stop: () => Promise<void>
}

/** Puts to work those named, each of whom writes, reads, and follows what changed. */
export async function startLoad(gateway: Gateway, names: readonly DemoName[]): Promise<Load> {
  const people = await Promise.all(names.map((name) => enter(gateway, name)))
  const failed: Answer[] = []
  let repeated = 0
  const stopping = new AbortController()

  const read = async (path: string, token: string): Promise<string | null> => {
    const answer = await gateway.send('GET', path, { token }).catch(lost)
    if (answer.status === 200) return answer.text
    failed.push(answer)
    await pause(betweenTries)
    return null
  }
  const write = async ({ token, acknowledged }: Person): Promise<void> => {
    const key = randomUUID()
    const headers = { 'if-match': '*', 'idempotency-key': key }
    const body = { firstName: `N ${key}` }
    for (;;) {
      const answer = await gateway.send('PATCH', '/v1/me', { token, headers, body }).catch(lost)
      if (answer.status === 200) {
        if (!answer.text.includes(key)) throw new Error(`Another’s answer: ${answer.text}`)
        acknowledged.push(key)
        return
      }
      if (answer.status !== 0 && !passing.has(answer.status)) {
        throw new Error(`Refused for good: ${answer.status} ${answer.text}`)
      }
      repeated += 1
      await pause(betweenTries)
    }
  }
  const follow = async (
    { token, told }: Pick<Person, 'token' | 'told'>,
    cursor: string,
  ): Promise<string> => {
    const text = await read(`/v1/changes?since=${encodeURIComponent(cursor)}`, token)
    if (text === null) return cursor
    const { items, nextCursor, hasMore } = changesSchema.parse(JSON.parse(text))
    for (const { resource, id } of items) if (resource === 'security_events') told.add(String(id))
    return hasMore ? follow({ token, told }, nextCursor) : nextCursor
  }
  const work = async (person: Person): Promise<void> => {
    let cursor = person.start
    while (!stopping.signal.aborted) {
      await write(person)
      await read('/v1/me', person.token)
      cursor = await follow(person, cursor)
    }
    await follow(person, cursor)
  }
  const working = Promise.all(people.map(work))
  return {
    people,
    countAcknowledged: () => people.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    failedReads: () => failed,
    countRepeated: () => repeated,
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

/** What became of a request that got no answer. */
function lost(error: unknown): Answer {
  return { status: 0, headers: new Headers(), text: String(error) }
}

async function enter(gateway: Gateway, name: DemoName): Promise<Person> {
  const body = { username: name, password: demoPasswords[name], device }
  const entered = await gateway.send('POST', '/v1/sessions', { body })
  const { accessToken: token } = sessionSchema.parse(JSON.parse(entered.text))
  let start = ''
  for (;;) {
    const query = start === '' ? '' : `?since=${encodeURIComponent(start)}`
    const { text } = await gateway.send('GET', `/v1/changes${query}`, { token })
    const page = changesSchema.parse(JSON.parse(text))
    start = page.nextCursor
    if (!page.hasMore) break
  }
  return { name, token, start, acknowledged: [], told: new Set() }
}
