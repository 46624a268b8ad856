/** Sends what waits, one edit at a time, for as long as its person is signed in. */
import type { Mutex } from 'async-mutex'
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { failure, type AppError } from '../../shared/contract/result.ts'
import type { FixedWrite, PortalClient } from '../portal-client/portal-client.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Store } from '../store/store.ts'
import {
  fixRequest,
  takeAnswer,
  takeFailure,
  type AttemptContext,
  type Outcome,
} from './attempt.ts'
import { waitAfter } from './retries.ts'
import { forgetWaits, nextTime, nextToSend } from './sending-order.ts'
import { submittedOf, type Submissions } from './submissions.ts'

export type Sender = {
  /** Sends what can go now. */
  readonly start: () => void
  /** As `start`, without waiting for the time of what failed before. */
  readonly wake: () => Promise<void>
  /** Which edit is on its way; null where none is. */
  readonly underWay: () => string | null
  /** Resolves when this edit is not on its way. */
  readonly through: (id: string) => Promise<void>
  /** Resolves when nothing is on its way, and all that could go has gone. */
  readonly settled: () => Promise<void>
  /** Sends nothing any more; resolves when what is on its way has been answered. */
  readonly close: () => Promise<void>
}

export type SenderOptions = AttemptContext & {
  readonly client: Pick<PortalClient, 'write'>
  readonly session: Pick<SessionService, 'view' | 'authorized'>
  readonly store: Pick<Store, 'within'>
  readonly submissions: Submissions
  /** Held while an edit is chosen and fixed, and while one is added: neither sees half of the other. */
  readonly choosing: Mutex
  /** Calls back after so many ms; the answer takes that back. */
  readonly schedule: (ms: number, callback: () => void) => () => void
  /** An edit is on its way, or something became of it. */
  readonly onChange: () => void
  /** The portal has the edit, refused it, or has another version of what it is about. */
  readonly onAnswered: (edit: Edit) => void
  /** All that could go now has gone. */
  readonly onRest: () => void
  /** The store failed: what is in it stays as it was. */
  readonly onStoreFailure: (error: unknown) => void
}

/** As many failures in a row, of whatever kind, are the portal's and not the edits'. */
const mostFailures = 3

type Chosen = { readonly id: string; readonly write: FixedWrite }

/** A sender that rests until it is started, or woken. */
export function createSender(options: SenderOptions): Sender {
  const { client, session, store, submissions, choosing, now, random } = options
  let running: Promise<void> | null = null
  let again = false
  let closed = false
  let underWay: { readonly id: string; readonly done: PromiseWithResolvers<void> } | null = null
  /** Since the last success, and until when nothing goes but what a form waits for. */
  let failures = 0
  let pausedUntil = 0
  let cancelTimer: (() => void) | null = null

  /** Who is signed in with all open to them; null where there is nobody to send for. */
  function ready(): string | null {
    const view = session.view()
    return view.kind === 'ready' ? view.user.username : null
  }

  /** Null where nothing can go now, or its store is not open any more. */
  const choose = (owner: string): Promise<Chosen | null> =>
    choosing.runExclusive(async () => {
      const among = pausedUntil > now() ? submissions.ids() : null
      const chosen = await store.within(owner, async ({ db }) => {
        const id = await nextToSend(db, now(), among)
        const write = id === null ? null : await fixRequest(db, options, id)
        return id === null || write === null ? null : { id, write }
      })
      if (chosen !== null) underWay = { id: chosen.id, done: Promise.withResolvers<void>() }
      return chosen
    })

  async function send(owner: string, { id, write }: Chosen): Promise<void> {
    // Asked in the same moment as the session is: another person's never carries it.
    const result =
      ready() === owner
        ? await session.authorized((token) => client.write(token, write))
        : failure({ code: 'unauthenticated' })
    const claim = submissions.claim(id)
    const sent = { id, owner, key: write.idempotencyKey, takeBack: claim?.isWhole ?? false }
    let outcome: Outcome | null = null
    try {
      // Null where they signed out meanwhile: it is gone, or sealed until its person is back.
      outcome = await store.within(owner, ({ db }) =>
        result.ok
          ? takeAnswer(db, options, sent, result.data)
          : takeFailure(db, options, sent, result.error),
      )
    } finally {
      arrive()
      if (outcome?.kind === 'merged') claim?.goOn()
      else {
        claim?.answer(submittedOf(outcome))
        // A second click, while the answer to the first was being taken down.
        submissions.claim(id)?.answer(submittedOf(outcome))
      }
    }
    if (outcome !== null) follow(outcome)
  }

  function follow(outcome: Outcome): void {
    if (outcome.kind !== 'setback') {
      failures = 0
      pausedUntil = 0
      if (outcome.kind !== 'merged') options.onAnswered(outcome.edit)
      return
    }
    failures += 1
    if (outcome.of === 'everything' || failures >= mostFailures) pause(outcome.error)
  }

  /** Less than an edit waits for its own time: so that after it another one is tried. */
  function pause(error: AppError): void {
    pausedUntil = now() + waitAfter(failures - 1, error, random()) / 2
  }

  /** What was on its way is so no more. */
  function arrive(): void {
    underWay?.done.resolve()
    underWay = null
  }

  /** Sends one; whether there may be another. */
  async function sendNext(): Promise<boolean> {
    const owner = ready()
    if (closed || owner === null) return false
    const chosen = await choose(owner)
    if (chosen === null) {
      await plan(owner)
      return false
    }
    options.onChange()
    try {
      await send(owner, chosen)
    } finally {
      arrive()
      options.onChange()
    }
    return true
  }

  /** Goes on by itself when the next one's time has come. */
  async function plan(owner: string): Promise<void> {
    const time =
      pausedUntil > now() ? pausedUntil : await store.within(owner, ({ db }) => nextTime(db, now()))
    if (time !== null) startAt(time)
  }

  function startAt(time: number): void {
    cancelTimer?.()
    if (!closed) cancelTimer = options.schedule(Math.max(0, time - now()), start)
  }

  /** What came while it was at work is looked at too. */
  async function goOn(): Promise<boolean> {
    again = false
    try {
      return await sendNext()
    } catch (error) {
      options.onStoreFailure(error)
      failures += 1
      pause({ code: 'storage_failed' })
      startAt(pausedUntil)
      return false
    }
  }

  async function run(): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- one edit at a time, each in the light of the last
    while ((await goOn()) || again);
    running = null
    options.onRest()
  }

  function start(): void {
    if (closed) return
    again = true
    running ??= run()
  }

  async function settled(): Promise<void> {
    if (running === null) return
    await running
    await settled()
  }

  return {
    start,
    async wake() {
      failures = 0
      pausedUntil = 0
      try {
        const owner = ready()
        if (owner !== null) await store.within(owner, ({ db }) => forgetWaits(db, null))
      } catch (error) {
        options.onStoreFailure(error)
      }
      start()
    },
    underWay: () => underWay?.id ?? null,
    async through(id) {
      if (underWay?.id === id) await underWay.done.promise
    },
    settled,
    async close() {
      closed = true
      cancelTimer?.()
      await settled()
    },
  }
}
