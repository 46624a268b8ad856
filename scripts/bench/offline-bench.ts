/** What is kept on this computer: the encrypted store beside the same work in plain `node:sqlite`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate, setTimeout as pause } from 'node:timers/promises'
import { foldLetters } from '../../src/shared/rules/typed-text.ts'
import { createKeychain } from '../../src/main/platform/secrets/keychain.ts'
import type { OsKeychain, SecretName } from '../../src/main/platform/secrets/os-keychain.ts'
import { loadEncryptingLibrary } from '../../src/main/store/library.ts'
import { fillList, readList } from '../../src/main/store/list-fillings.ts'
import { searchRows, type WrittenRow } from '../../src/main/store/lists.ts'
import type { Db } from '../../src/main/store/schema.ts'
import { createStore, type Store } from '../../src/main/store/store.ts'
import { benchColdOpen } from './cold-open-bench.ts'
import { benchEdits } from './edits-bench.ts'
import type { Figure, Section } from './report.ts'
import { median, medianRatio } from './statistics.ts'

const owner = 'marie.lambert'
const insertsEach = 20
const names = 250_000
const pageLength = 1_000
/** Each start takes seconds. */
const mostStarts = 10

/** Milliseconds to hundredths. */
const inMs = (value: number) => `${value.toFixed(2)} ms`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The keychain itself is not what is measured. */
function keychainInMemory(entries: Map<SecretName, string>): OsKeychain {
  return {
    read: async (name) => ({ ok: true, data: entries.get(name) ?? null }),
    async write(name, secret) {
      entries.set(name, secret)
      return { ok: true, data: null }
    },
    async remove(name) {
      entries.delete(name)
      return { ok: true, data: null }
    },
  }
}

function raise({ code }: { readonly code: string }): never {
  throw new Error(`The store says ${code}.`)
}

/** Starts anew on the same folder, and the keychain that holds `entries`, each time that it is called. */
export function storesIn(folder: string, entries = new Map<SecretName, string>()): () => Store {
  const keychain = createKeychain(keychainInMemory(entries), raise)
  return () => createStore({ folder: join(folder, 'offline'), keychain, raise })
}

async function firstRead(store: Store): Promise<void> {
  await store.openFor(owner)
  await store.within(owner, ({ db }) => db.selectFrom('documents').selectAll().execute())
}

/** As at a start: the library is loaded once, the store opened each time. */
async function openings(start: () => Store, runs: number): Promise<Figure> {
  const loading = await timed(loadEncryptingLibrary)
  const made = start()
  await firstRead(made)
  await made.close()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const store = start()
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    times.push(await timed(() => firstRead(store)))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await store.close()
  }
  const all = loading + median(times)
  return {
    name: 'library loaded, store opened, first read',
    value: inMs(all),
    against: `of it the library ${inMs(loading)}`,
    measure: all,
    unit: 'ms',
    goal: { limit: 15, direction: 'at most' },
  }
}

/** The plain database has the same table, journal and durability. */
function plainInsert(folder: string): (id: string) => void {
  const plain = new DatabaseSync(join(folder, 'plain.sqlite'))
  plain.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table outbox (sequence integer primary key autoincrement, id text not null unique, edit text)`)
  const statement = plain.prepare('insert into outbox (id, edit) values (?, ?)')
  return (id) => void statement.run(id, edit)
}

const edit = JSON.stringify({ kind: 'profile.personal', changes: { firstName: 'Marie-Claire' } })

function queued(id: string) {
  return {
    id,
    resource: 'me',
    edit,
    subject: null,
    queued_at: 0,
    state: 'queued',
    endpoint: 'meUpdate',
    params: '{}',
    body: null,
    if_match: null,
    idempotency_key: id,
    attempts: 0,
    next_attempt_at: null,
    error: null,
    current: null,
  }
}

async function inserts(start: () => Store, folder: string, runs: number): Promise<Figure> {
  const store = start()
  await store.openFor(owner)
  const plain = plainInsert(folder)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs * insertsEach; run += 1) {
    const id = `${run}`
    // oxlint-disable-next-line no-await-in-loop -- turn by turn
    const mine = await timed(async () =>
      store.within(owner, ({ db }) => db.insertInto('outbox').values(queued(id)).execute()),
    )
    // oxlint-disable-next-line no-await-in-loop -- as above
    const other = await timed(async () => plain(id))
    ours.push(mine)
    theirs.push(other)
  }
  await store.close()
  return {
    name: 'an edit put in the outbox, durably',
    value: inMs(median(ours)),
    against: `plain insert ${inMs(median(theirs))}`,
    measure: medianRatio(ours, theirs),
    unit: '×',
    goal: { limit: 1.3, direction: 'at most' },
  }
}

const list = 'buyers'

function buyer(index: number): WrittenRow {
  const name = `Société ${['Industrielle', 'Générale', 'Coopérative'][index % 3]} ${index * 7_919}`
  const item = { id: `buyer-${index}`, name, registration: `BE0${index}` }
  return { id: item.id, fold: foldLetters(`${name}\n${item.registration}`), item }
}

/** All names, as pages come: main's thread is free after each. */
async function fillWithNames(db: Db): Promise<void> {
  const filling = await fillList(db, list)
  for (let at = 0; at < names; at += pageLength) {
    const page = Array.from({ length: pageLength }, (_unused, index) => buyer(at + index))
    // oxlint-disable-next-line no-await-in-loop -- as pages come
    await filling.add(page)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await setImmediate()
  }
  await filling.finish(0)
}

async function search(db: Db, text: string): Promise<void> {
  const { filling } = (await readList(db, list)) ?? { filling: 0 }
  await searchRows(db, { list, filling }, text, 50)
}

/** How long main's thread was held, while `work` goes on, at the longest. */
async function longestHold(work: Promise<unknown>): Promise<number> {
  const state = { done: false }
  const finish = () => {
    state.done = true
  }
  work.then(finish, finish)
  let longest = 0
  let last = performance.now()
  while (!state.done) {
    // oxlint-disable-next-line no-await-in-loop -- each turn is what is measured
    await setImmediate()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  await work
  return longest
}

async function lists(start: () => Store, runs: number): Promise<Figure[]> {
  const store = start()
  await store.openFor(owner)
  const began = performance.now()
  const hold = await longestHold(store.within(owner, ({ db }) => fillWithNames(db)))
  const seconds = (performance.now() - began) / 1_000
  const idle = await longestHold(pause(seconds * 1_000))
  const searches: number[] = []
  for (let run = 0; run < runs; run += 1) {
    // The last words are in no name: all of them are looked at.
    const text = run % 2 === 0 ? `cooperative ${run}` : `nobody ${run}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    searches.push(await timed(() => store.within(owner, ({ db }) => search(db, text))))
  }
  await store.close()
  return [
    {
      name: `longest hold of main while ${names.toLocaleString('en')} rows come`,
      value: inMs(hold),
      against: `${seconds.toFixed(1)} s; the same time idle ${inMs(idle)}`,
      measure: hold,
      unit: 'ms',
      goal: { limit: 50, direction: 'at most' },
    },
    {
      name: `slowest search of ${names.toLocaleString('en')} names`,
      value: inMs(Math.max(...searches)),
      against: `median ${inMs(median(searches))}`,
      measure: Math.max(...searches),
      unit: 'ms',
      goal: { limit: 100, direction: 'at most' },
    },
  ]
}

/** What of the store a person could feel. */
export async function benchOffline(runs: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-offline-'))
  try {
    const start = storesIn(folder)
    const figures = [
      await openings(start, runs),
      await inserts(start, folder, runs),
      ...(await lists(start, runs)),
      ...(await benchEdits()),
      await benchColdOpen(Math.min(runs, mostStarts)),
    ]
    return { title: 'Offline: the encrypted store, and edits that waited', figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
