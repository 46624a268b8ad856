/**
 * Main is killed at random points of a session of edits: what was acknowledged is there when it starts
 * again, at the portal or waiting to go there, and in the end the portal has done each once. `KILLS=200` kills
 * it as often; without, a few times.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { firstEdit, lineSchema, valuesAfter, type Line } from '../support/edits-child.ts'
import { jan, marie } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const kills = z.coerce.number().default(8).parse(process.env['KILLS'])
/** Each starts a process, on a machine that may be busy. */
const timeout = 60_000 + kills * 15_000
const entry = join(import.meta.dirname, '../support/edits-child.ts')
/** Of what it says of its edits, before it is killed; two lines an edit. */
const mostLines = 12
const longestPauseMs = 20

let stack: AsyncDisposableStack
let portal: Portal
let portalUrl: string

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const dataFolder = temporaryFolder(stack)
  portal = await createPortal({ dataFolder, demo: true, logLevel: 'silent' })
  portalUrl = await portal.listen()
})
afterEach(async () => {
  await portal.close()
  await stack.disposeAsync()
})

/** Runs the child until `listen` says that it is enough, and answers all that it said. */
async function run(
  options: object,
  listen: (line: Line, kill: () => void) => void = () => undefined,
): Promise<Line[]> {
  const child = spawn(process.execPath, [entry, JSON.stringify({ portalUrl, ...options })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Line[] = []
  let failed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    failed += chunk.toString()
  })
  createInterface(child.stdout).on('line', (text) => {
    const line = lineSchema.parse(JSON.parse(text))
    said.push(line)
    listen(line, () => child.kill('SIGKILL'))
  })
  await once(child, 'close')
  if (child.signalCode !== 'SIGKILL') expect(child.exitCode, failed).toBe(0)
  return said
}

/** The latest edit, and how often one was handed in: what was not acknowledged is handed in again. */
type Edited = { readonly latest: number; readonly handedIn: number }

async function editWhileKilled(person: typeof marie | typeof jan, times: number): Promise<Edited> {
  const folder = temporaryFolder(stack)
  /** The latest edit that was acknowledged, and the latest that was begun. */
  let done = firstEdit - 1
  let begun = firstEdit - 1
  let handedIn = 0
  const expectSeen = (said: readonly Line[]): void => {
    const [started] = said
    if (started?.kind !== 'started' || done <= firstEdit) return
    const { firstName, currency } = started
    expect([valuesAfter(done), valuesAfter(begun)]).toContainEqual({ firstName, currency })
  }
  for (let time = 0; time < times; time += 1) {
    let left = 1 + Math.floor(Math.random() * mostLines)
    const said = await run({ folder, person, from: done + 1 }, (_, kill) => {
      left -= 1
      // Between what it says, too.
      if (left === 0) setTimeout(kill, Math.random() * longestPauseMs)
    })
    expectSeen(said)
    for (const line of said) {
      if (line.kind === 'editing') {
        begun = line.edit
        handedIn += 1
      }
      if (line.kind === 'done') done = line.edit
    }
  }
  const last = await run({ folder, person, from: null })
  expectSeen(last)
  expect(last.at(-1)).toEqual({ kind: 'sent' })
  return { latest: begun, handedIn }
}

test('what was acknowledged outlives a kill, and is done once', { timeout }, async () => {
  const half = Math.ceil(kills / 2)
  const edits = await Promise.all([editWhileKilled(marie, half), editWhileKilled(jan, half)])
  for (const [index, { username }] of [marie, jan].entries()) {
    const { db } = portal.context
    const account = db
      .selectFrom('users')
      .innerJoin('preferences', 'preferences.user_id', 'users.id')
      .where('username', '=', username)
    const events = await db
      .selectFrom('security_events')
      .innerJoin('users', 'users.id', 'security_events.user_id')
      .where('users.username', '=', username)
      .where('kind', 'in', ['personal_data_changed', 'preferences_changed'])
      .select('position')
      .execute()
    const { latest = 0, handedIn = 0 } = edits[index] ?? {}
    const held = await account.select(['first_name', 'currency']).executeTakeFirstOrThrow()
    // The last one may have been killed before it was kept.
    const seen = { firstName: held.first_name, currency: held.currency }
    if (latest > firstEdit) {
      expect([valuesAfter(latest), valuesAfter(latest - 1)]).toContainEqual(seen)
    }
    const keys = await db
      .selectFrom('kept_answers')
      .innerJoin('users', 'users.id', 'kept_answers.user_id')
      .where('users.username', '=', username)
      .where('endpoint', 'in', ['mePatch', 'preferencesPatch'])
      .select('key')
      .execute()
    expect(events.length).toBeLessThanOrEqual(keys.length)
    expect(keys.length).toBeLessThanOrEqual(handedIn)
  }
})
