/** Sends in the background of a running portal. */
import type { FastifyBaseLogger } from 'fastify'
import type { Context } from '../context.ts'
import { createMailTransport } from './create-transport.ts'
import { deliverDue, type Delivery } from './deliver.ts'

/** How often rows of other processes and second tries are looked for, in milliseconds. */
const interval = 3000
/** How long stopping waits for what is under way. */
const patience = 5000

export type MailWorker = {
  /** Looks for due messages at once; call it after something was queued and committed. */
  readonly wake: () => void
  /** Takes nothing new; waits a little for what is under way. */
  readonly stop: () => Promise<void>
}

/** Starts sending. A failure is logged, no more. @throws Error where SMTP_URL is no mail server's */
export function startMailWorker(context: Context, log: FastifyBaseLogger): MailWorker {
  const aborting = new AbortController()
  const state = { stopping: false, wanted: false }
  let running: Promise<void> | null = null
  const delivery: Delivery = {
    context,
    transport: createMailTransport(context.settings.mail),
    log,
    signal: aborting.signal,
    isStopping: () => state.stopping,
  }
  const run = async (): Promise<void> => {
    while (state.wanted && !state.stopping) {
      state.wanted = false
      try {
        // oxlint-disable-next-line no-await-in-loop -- one pass after the other
        await deliverDue(delivery)
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
