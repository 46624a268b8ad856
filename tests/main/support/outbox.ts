/** An outbox on a real store, with a portal that answers as a test says and a clock that it moves. */
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Edit } from '../../../src/shared/contract/offline/outbox.ts'
import {
  failure,
  success,
  type AppError,
  type Result,
} from '../../../src/shared/contract/result.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import { createOutbox, type Outbox } from '../../../src/main/outbox/outbox.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import type { OsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'
import type { FixedWrite, WriteAnswer } from '../../../src/main/portal-client/portal-client.ts'
import { profileEditKinds } from '../../../src/main/services/identity/profile/profile-edits.ts'
import { collectnetEditKinds } from '../../../src/main/services/collectnet/case-edits.ts'
import { servnetEditKinds } from '../../../src/main/services/servnet/servnet-edits.ts'
import { createStore, type PersonStore, type Store } from '../../../src/main/store/store.ts'
import { createMemoryKeychain } from './memory-keychain.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const editKinds = { ...profileEditKinds, ...servnetEditKinds, ...collectnetEditKinds }

export type Reply = Result<WriteAnswer>
export type Replying = (write: FixedWrite) => Reply | Promise<Reply>

export type TestOutbox = {
  readonly outbox: Outbox
  readonly store: Store
  /** What was sent, in order. */
  readonly sent: readonly FixedWrite[]
  /** What was brought into what is kept. */
  readonly broughtIn: readonly Edit[]
  /** From now on the portal replies so. */
  readonly reply: (how: Replying) => void
  /** The clock moves on, and what was planned until then happens. */
  readonly later: (ms: number) => Promise<void>
  readonly signIn: (username: string) => Promise<void>
  readonly signOut: () => void
  readonly db: () => Promise<PersonStore['db']>
}

export const done: Replying = () => success({ kind: 'done', data: undefined, version: null })
export const failing =
  (error: AppError): Replying =>
  () =>
    failure(error)

const untold = () => undefined
const start = Date.parse('2026-11-29T12:00:00Z')

/** @param options.folder and `keychain` of an earlier one: a second start of the app */
export async function startOutbox(
  stack: AsyncDisposableStack,
  options: {
    readonly folder?: string
    readonly keychain?: OsKeychain
    readonly patienceMs?: number
    readonly username?: string
  } = {},
): Promise<TestOutbox> {
  const { folder = temporaryFolder(stack), keychain = createMemoryKeychain() } = options
  const store = createStore({
    folder: join(folder, 'offline'),
    keychain: createKeychain(keychain, untold),
    raise: untold,
  })
  stack.defer(store.close)
  let view: SessionView = { kind: 'signedOut', username: null, reason: 'none' }
  let replying: Replying = done
  let time = start
  const planned = new Set<{ readonly at: number; readonly callback: () => void }>()
  const sent: FixedWrite[] = []
  const broughtIn: Edit[] = []
  const failures: unknown[] = []

  const outbox = createOutbox({
    client: {
      async write(_token, write) {
        sent.push(write)
        return replying(write)
      },
    },
    session: { view: () => view, authorized: (call) => call('token') },
    store,
    kinds: editKinds,
    bringIn: async (_db, _owner, edit) => void broughtIn.push(edit),
    now: () => time,
    random: () => 0.123456789,
    schedule(ms, callback) {
      const plan = { at: time + ms, callback }
      planned.add(plan)
      return () => void planned.delete(plan)
    },
    patienceMs: options.patienceMs ?? 60_000,
    onChange: untold,
    onEdit: untold,
    onAnswered: untold,
    onStoreFailure: (error) => void failures.push(error),
  })
  stack.defer(async () => {
    await outbox.close()
    if (failures.length > 0) throw new AggregateError(failures, 'the store failed')
  })

  async function signIn(username: string): Promise<void> {
    await store.openFor(username)
    const user = { username, displayName: null, language: 'fr', services: [] } as const
    view = { kind: 'ready', user: { ...user, services: [] } }
    await outbox.wake()
  }
  await signIn(options.username ?? 'marie.lambert')

  return {
    outbox,
    store,
    sent,
    broughtIn,
    reply: (how) => {
      replying = how
    },
    async later(ms) {
      time += ms
      for (const plan of planned) {
        if (plan.at > time) continue
        planned.delete(plan)
        plan.callback()
      }
      await outbox.settled()
    },
    signIn,
    signOut: () => {
      view = { kind: 'signedOut', username: null, reason: 'session_ended' }
    },
    async db() {
      if (view.kind !== 'ready') throw new Error('nobody is signed in')
      const opened = await store.of(view.user.username)
      if (opened === null) throw new Error('the store is not open')
      return opened.db
    },
  }
}

export const nothing: Reply = success({ kind: 'done', data: undefined, version: null })
export const away = failing({ code: 'network_offline' })
export const tick = (id: string, handled = true): Edit => ({ kind: 'alertHandled', id, handled })
export const name = (base: string, lastName: string, version = '"1"'): Edit => ({
  kind: 'personal',
  version,
  base: { lastName: base },
  changes: { lastName },
})
export const me = (lastName: string, firstName: string | null = null) => ({
  username: 'marie.lambert',
  email: 'marie@example.be',
  emailConfirmed: true,
  pendingEmail: null,
  firstName,
  lastName,
  language: 'fr',
  alertsByEmail: true,
  services: [],
  passwordExpiresAt: null,
  rehearsalDueAt: '2026-12-01T00:00:00.000Z',
  enrolledAt: '2026-01-01T00:00:00.000Z',
})
export const saved = (data: object, version: string): Replying => {
  return () => success({ kind: 'done', data, version })
}
export const otherVersion = (data: object, version: string): Replying => {
  return () => success({ kind: 'conflict', data, version })
}

/** Each tried before the next is made. */
export async function add({ outbox }: TestOutbox, ...edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    expect((await outbox.add(edit, null)).ok).toBe(true)
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await outbox.settled()
  }
}
export const states = async ({ outbox }: TestOutbox) =>
  (await outbox.view()).items.map(({ state }) => state)
export const keysOf = ({ sent }: TestOutbox) => new Set(sent.map((write) => write.idempotencyKey))
