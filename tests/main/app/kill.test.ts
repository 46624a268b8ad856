/**
 * Main is killed at random points of a session of edits: what was acknowledged is there when it starts
 * again, at the portal or waiting to go there, and in the end the portal has done each once. `KILLS=200` kills
 * it as often; without, a few times.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import { demoData } from '../../support/demo-data.ts'
import {
  batchOf,
  buyerOf,
  debtorOf,
  firstEdit,
  kindOf,
  lineSchema,
  valuesAfter,
  type Line,
} from '../support/edits-child.ts'
import { jan, marie } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const kills = z.coerce.number().default(10).parse(process.env['KILLS'])
/** Each starts a process, on a machine that may be busy. */
const timeout = 60_000 + kills * 15_000
const entry = join(import.meta.dirname, '../support/edits-child.ts')
/** Of what it says of its edits, before it is killed; two lines an edit. */
const mostLines = 16
const longestPauseMs = 20

let stack: AsyncDisposableStack
let portal: Portal
let portalUrl: string

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const dataFolder = temporaryFolder(stack)
  cpSync(demoData('SQLite').dataFolder, dataFolder, { recursive: true })
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

/** The latest edit, and how often each was handed in: what was not acknowledged is handed in again. */
type Edited = { readonly latest: number; readonly handedIn: ReadonlyMap<number, number> }

/** How many applications the portal has on a buyer that nobody else applies for. */
async function applicationsOn(name: string, username: string): Promise<number> {
  const { count } = await portal.context.db
    .selectFrom('applications')
    .innerJoin('buyers', 'buyers.id', 'applications.buyer_id')
    .innerJoin('users', 'users.id', 'applications.user_id')
    .where('buyers.name', '=', name)
    .where('users.username', '=', username)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What the documents say of all cases of one debtor: a case without any is an empty text. */
async function documentsOf(debtor: string, username: string): Promise<string[]> {
  const rows = await portal.context.db
    .selectFrom('collection_cases')
    .innerJoin('buyers', 'buyers.id', 'collection_cases.buyer_id')
    .innerJoin('users', 'users.id', 'collection_cases.user_id')
    .leftJoin('case_documents', 'case_documents.case_id', 'collection_cases.id')
    .leftJoin('case_document_contents', 'document_id', 'case_documents.id')
    .where('buyers.name', '=', debtor)
    .where('users.username', '=', username)
    .select('content')
    .execute()
  return rows.map(({ content }) => Buffer.from(content ?? []).toString())
}

type Person = typeof marie | typeof jan

async function editWhileKilled(person: Person, times: number): Promise<Edited> {
  const folder = temporaryFolder(stack)
  /** The latest edit that was acknowledged, and the latest that was begun. */
  let done = firstEdit - 1
  let begun = firstEdit - 1
  const handedIn = new Map<number, number>()
  const expectSeen = async (said: readonly Line[]): Promise<void> => {
    const [started] = said
    if (started?.kind !== 'started' || done <= firstEdit) return
    const { firstName, currency, buyers } = started
    expect([valuesAfter(done), valuesAfter(begun)]).toContainEqual({ firstName, currency })
    expect(buyers, 'typed in one place').toEqual([...new Set(buyers)])
    const typed = buyerOf(begun)
    if (kindOf(begun) !== 'application' || buyers.includes(typed)) return
    expect(await applicationsOn(typed, person.username), `what was typed of ${typed}`).toBe(1)
  }
  for (let time = 0; time < times; time += 1) {
    let left = 1 + Math.floor(Math.random() * mostLines)
    const said = await run({ folder, person, from: done + 1 }, (_, kill) => {
      left -= 1
      // Between what it says, too.
      if (left === 0) setTimeout(kill, Math.random() * longestPauseMs)
    })
    await expectSeen(said)
    for (const line of said) {
      if (line.kind === 'editing') {
        begun = line.edit
        handedIn.set(line.edit, (handedIn.get(line.edit) ?? 0) + 1)
      }
      if (line.kind === 'done') done = line.edit
    }
  }
  const last = await run({ folder, person, from: null })
  await expectSeen(last)
  expect(last.at(-1)).toEqual({ kind: 'sent' })
  return { latest: begun, handedIn }
}

const isOfProfile = (edit: number) => ['name', 'currency'].includes(kindOf(edit))

/** Applications and cases are made once, a batch whole, a document with its case; what was declared is declared no more often than it was handed in. */
async function expectMadeOnce({ username }: Person, { latest, handedIn }: Edited): Promise<void> {
  const numbers = [...handedIn.keys()]
  for (const edit of numbers.filter((one) => kindOf(one) === 'application')) {
    const count = await applicationsOn(buyerOf(edit), username)
    // The last one may have been killed before it was kept.
    expect(edit === latest ? [0, 1] : [1], buyerOf(edit)).toContain(count)
  }
  const batches = numbers.filter((one) => kindOf(one) === 'batch')
  for (const edit of batches) {
    const counts = await Promise.all(batchOf(edit).map((name) => applicationsOn(name, username)))
    // All of it is kept, or none of it.
    const all = [1, 1, 1]
    expect(edit === latest ? [all, [0, 0, 0]] : [all], `batch ${edit}`).toContainEqual(counts)
  }
  const cases = numbers.filter((one) => kindOf(one) === 'case')
  for (const edit of cases) {
    const held = await documentsOf(debtorOf(edit), username)
    const wanted = [[debtorOf(edit)]]
    expect(edit === latest ? [...wanted, []] : wanted, `case ${edit}`).toContainEqual(held)
  }
  const declared = await portal.context.db
    .selectFrom('turnover_declarations')
    .innerJoin('users', 'users.id', 'turnover_declarations.user_id')
    .where('users.username', '=', username)
    .where('period', '=', '2026-Q3')
    .select('amount')
    .execute()
  const countOf = (edit: number) => declared.filter(({ amount }) => amount === edit * 100).length
  const turnovers = numbers.filter((one) => kindOf(one) === 'turnover')
  for (const edit of turnovers) {
    expect(countOf(edit), `declared ${edit}`).toBeLessThanOrEqual(handedIn.get(edit) ?? 0)
  }
  const acknowledged = turnovers.findLast((edit) => edit < latest)
  if (acknowledged !== undefined) expect(countOf(acknowledged)).toBeGreaterThan(0)
}

test('what was acknowledged outlives a kill, and is done once', { timeout }, async () => {
  const half = Math.ceil(kills / 2)
  const edits = await Promise.all([editWhileKilled(marie, half), editWhileKilled(jan, half)])
  for (const [index, person] of [marie, jan].entries()) {
    const { username } = person
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
    const edited: Edited = edits[index] ?? { latest: 0, handedIn: new Map() }
    const { latest, handedIn } = edited
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
    const ofProfile = [...handedIn].filter(([edit]) => isOfProfile(edit))
    expect(events.length).toBeLessThanOrEqual(keys.length)
    expect(keys.length).toBeLessThanOrEqual(ofProfile.reduce((sum, [, times]) => sum + times, 0))
    await expectMadeOnce(person, edited)
  }
})
