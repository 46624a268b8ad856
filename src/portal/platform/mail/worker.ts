/** Sends in the background of a running portal. */
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { PlatformContext } from '../context.ts'
import type { Measures } from '../measures.ts'
import type { Delivery, DeliverySummary } from './deliver.ts'
import { findDue } from './outbox.ts'

/** How often rows of other processes and second tries are looked for, in milliseconds. */
const interval = 3000
/** Each request that writes wakes the worker: what wakes it within so long of a look shares the next. */
const betweenLooks = 50
/** How long stopping waits for what is under way. */
const patience = 5000

export type MailWorker = {
  /** Looks for due messages at once; call it after something was queued and committed. */
  readonly wake: () => void
  /** Takes nothing new; waits a little for what is under way. */
  readonly stop: () => Promise<void>
}

/** Starts sending. A failure is logged, no more. */
export function startMailWorker(
  context: PlatformContext,
  log: FastifyBaseLogger,
  { mailsSettled }: Pick<Measures, 'mailsSettled'>,
): MailWorker {
  const aborting = new AbortController()
  const state = { stopping: false, wanted: false }
  let running: Promise<void> | null = null
  let nextLook = 0
  const isStopping = () => state.stopping
  let deliver: (() => Promise<DeliverySummary>) | null = null
  const deliverIfDue = async (): Promise<void> => {
    const [due] = await findDue(context.db, context.now(), 1)
    if (due === undefined) return
    deliver ??= await loadDelivery(context, { log, signal: aborting.signal, isStopping })
    const summary = await deliver()
    for (const [outcome, count] of Object.entries(summary)) mailsSettled(outcome, count)
  }
  const run = async (): Promise<void> => {
    while (state.wanted && !state.stopping) {
      const wait = nextLook - performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one pass after the other
      if (wait > 0) await pause(wait)
      nextLook = performance.now() + betweenLooks
      state.wanted = false
      try {
        // oxlint-disable-next-line no-await-in-loop -- one pass after the other
        await deliverIfDue()
      } catch (error) {
        log.warn({ err: error }, 'sending mail failed')
      }
    }
    running = null
  }
  const wake = (): void => {
    state.wanted = true
    running ??= run()
  }
  const timer = setInterval(wake, interval)
  timer.unref()
  return {
    wake,
    stop: async () => {
      state.stopping = true
      clearInterval(timer)
      const abort = setTimeout(() => aborting.abort(), patience)
      await running
      clearTimeout(abort)
    },
  }
}

/** Loaded with the first message: what writes and sends takes a tenth of the portal's memory. */
async function loadDelivery(
  context: PlatformContext,
  options: Pick<Delivery, 'log' | 'signal' | 'isStopping'>,
): Promise<() => Promise<DeliverySummary>> {
  const { createMailTransport, deliverDue } = await import('./deliver.ts')
  const transport = createMailTransport(context.settings.mail)
  return () => deliverDue({ context, transport, ...options })
}
