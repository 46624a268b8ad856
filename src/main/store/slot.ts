/** The store of one person while it is open: where the file fails, another takes its place in here. */
import { setImmediate } from 'node:timers/promises'
import pTimeout from 'p-timeout'
import type { Notice } from '../../shared/contract/notices.ts'
import { carryOver } from './copy.ts'
import type { Opened } from './database.ts'
import { kyselyOn } from './dialect.ts'
import { inTransaction } from './migrate.ts'
import type { Opener, Opening } from './opening.ts'
import type { PersonStore } from './person.ts'
import { storageNotice, storageTroubleOf } from './trouble.ts'

export type Slot = {
  readonly owner: string
  /** Resolves when it is open, or cannot be. */
  readonly opened: () => Promise<void>
  /** Null where there is none, it is locked, or closed. */
  readonly store: () => Promise<PersonStore | null>
  /** As `Store.within`. */
  readonly within: <Data>(work: (store: PersonStore) => Promise<Data>) => Promise<Data | null>
  /** Brings what lives in memory into a file, where there can be one now. Never rejects. */
  readonly persist: () => Promise<void>
  /** Once all of `within` is done: closes a file, and hands over what lives in memory. */
  readonly close: () => Promise<Opened | null>
  /** Of the file that it is, or was when it was closed; null in memory. */
  readonly fileId: () => Promise<string | null>
  readonly settled: () => Promise<void>
}

type Serving = { readonly opened: Opened; readonly store: PersonStore }

/**
 * @param options.opening what the store begins with
 * @param options.make whether there is to be one in memory where that is not known after `patienceMs`
 */
export function createSlot(options: {
  readonly owner: string
  readonly make: boolean
  readonly opener: Opener
  readonly opening: Promise<Opening>
  readonly patienceMs: number
  readonly raise: (notice: Notice) => void
}): Slot {
  const { owner, opener, raise } = options
  const pending = new Set<Promise<unknown>>()
  let closed = false
  let serving: Promise<Serving | null> = begin()

  async function begin(): Promise<Serving | null> {
    const { opening, patienceMs: milliseconds } = options
    const first = await pTimeout(opening, { milliseconds, fallback: () => null })
    if (first !== null) return first.kind === 'opened' ? serve(first.opened) : null
    void opening.then(arrived)
    return options.make ? serve(await opener.openInMemory()) : null
  }

  /** What was waited for too long is there: what was kept in memory meanwhile moves into it. */
  async function arrived(late: Opening): Promise<void> {
    const meanwhile = await serving
    if (late.kind === 'locked' && meanwhile !== null) serving = Promise.resolve(null)
    if (late.kind !== 'opened') return
    if (closed || meanwhile === null) late.opened.connection.close()
    else await settle(late.opened, meanwhile)
  }

  function serve(opened: Opened): Serving {
    const { connection, kept } = opened
    let failed = false

    function onFailure(error: unknown): void {
      const trouble = storageTroubleOf(error)
      if (trouble === null || trouble === 'later' || kept.kind === 'memory') return
      if (failed || closed) return
      failed = true
      serving = resume(opened, error)
    }

    const db = kyselyOn(connection, onFailure)
    const exclusive: PersonStore['exclusive'] = (work) =>
      db.connection().execute(async () => {
        try {
          return work(connection)
        } catch (error) {
          onFailure(error)
          throw error
        }
      })
    const store: PersonStore = {
      owner,
      db,
      durable: kept.kind === 'file',
      exclusive,
      transaction: (work) => exclusive(() => inTransaction(connection, () => work(connection))),
    }
    return { opened, store }
  }

  async function resume(opened: Opened, failure: unknown): Promise<Serving> {
    // The statement that failed ends first.
    await setImmediate()
    return serve(await opener.reopen(opened, failure))
  }

  const store = async () => (closed ? null : ((await serving)?.store ?? null))

  async function attempt<Data>(work: (store: PersonStore) => Promise<Data>): Promise<Data | null> {
    const first = await store()
    if (first === null) return null
    try {
      return await work(first)
    } catch (error) {
      const second = await store()
      if (second === null) return null
      if (second === first) throw error
      return work(second)
    }
  }

  async function settled(): Promise<void> {
    await Promise.allSettled(pending)
  }

  /** What is in memory and the file become one, while nothing is done in either. */
  async function moveTo(file: Opened, from: Serving): Promise<void> {
    await from.store.exclusive(() => {
      carryOver(from.opened, file)
      serving = Promise.resolve(serve(file))
    })
  }

  /** Goes on in `opened` where that is a file that takes what `from` holds; never rejects. */
  async function settle(opened: Opened, from: Serving): Promise<void> {
    try {
      if (opened.kept.kind === 'file') return await moveTo(opened, from)
    } catch (error) {
      raise(storageNotice(error))
    }
    opened.connection.close()
  }

  return {
    owner,
    async opened() {
      await serving
    },
    store,
    within(work) {
      const done = attempt(work)
      const tracked = done.catch(() => undefined).finally(() => pending.delete(tracked))
      pending.add(tracked)
      return done
    },
    async persist() {
      const from = await serving
      if (from === null || closed || from.opened.kept.kind === 'file') return
      const opening = await opener.open({ owner, make: true, key: null })
      if (opening.kind === 'opened') await settle(opening.opened, from)
    },
    async close() {
      await settled()
      const last = await serving
      closed = true
      if (last === null) return null
      if (last.opened.kept.kind === 'memory') return last.opened
      last.opened.connection.close()
      return null
    },
    async fileId() {
      const kept = (await serving)?.opened.kept
      return kept?.kind === 'file' ? kept.id : null
    },
    settled,
  }
}
