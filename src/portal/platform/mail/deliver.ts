/** Sends what is due. */
import type { FastifyBaseLogger } from 'fastify'
import pLimit from 'p-limit'
import { assertNever } from '../../../shared/assert-never.ts'
import type { PlatformContext } from '../context.ts'
import { createFolderTransport } from './folder-transport.ts'
import { claim, findDue, settle, type OutboxRow, type Settlement } from './outbox.ts'
import { prepareMail } from './prepare-mail.ts'
import { delayAfter } from './retries.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import type { MailSettings, Outcome, Transport } from './transport.ts'

/** The longest a try may take; well below the lease. In milliseconds. */
const sendingLimit = 45_000
/** How many leave side by side. */
const lanes = 4
/** How many are looked up at once: few, so that a code soon comes before a thousand digests. */
const roundSize = 2 * lanes

/**
 * How messages leave: through a mail server, or as files where none is named.
 * @throws Error where the address of the mail server is none
 */
export function createMailTransport({ smtpUrl, folder }: MailSettings): Transport {
  return smtpUrl === undefined ? createFolderTransport(folder) : createSmtpTransport(smtpUrl)
}

export type Delivery = {
  readonly context: PlatformContext
  readonly transport: Transport
  /** Null keeps no log. */
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'> | null
  /** Aborts what is under way, which is then tried again; null never does. */
  readonly signal: AbortSignal | null
  /** True ends the pass after what is under way. */
  readonly isStopping: () => boolean
}

/** How many messages came to what; `queued` are tried again later. */
export type DeliverySummary = Record<Settlement['state'], number>

/**
 * Sends all that is due, until nothing is or the mail server cannot be reached.
 * @throws what the database threw
 */
export async function deliverDue(delivery: Delivery): Promise<DeliverySummary> {
  const { context } = delivery
  const inLane = pLimit(lanes)
  const summary: DeliverySummary = { sent: 0, dropped: 0, refused: 0, failed: 0, queued: 0 }
  let reachable = true
  const attempt = async (id: string): Promise<boolean> => {
    if (!reachable || delivery.isStopping()) return false
    const row = await claim(context.db, id, context.now())
    if (row === null) return false
    const { state, isServerUnreachable } = await send(delivery, row)
    summary[state] += 1
    if (isServerUnreachable) reachable = false
    return true
  }
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a round looks up what the one before has left
    const due = await findDue(context.db, context.now(), roundSize)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const taken = await Promise.all(due.map((id) => inLane(() => attempt(id))))
    // Whatever is left is with another process, or has to wait.
    if (!taken.includes(true) || !reachable || delivery.isStopping()) return summary
  }
}

type Sent = { readonly state: Settlement['state']; readonly isServerUnreachable: boolean }

async function send({ context, transport, log, signal }: Delivery, row: OutboxRow): Promise<Sent> {
  const prepared = prepareMail(context, row)
  const about = { mail: row.id, kind: row.kind }
  if (prepared.kind === 'void') {
    const { state } = prepared.settlement
    await settle(context.db, row, prepared.settlement)
    log?.warn({ ...about, outcome: state }, 'mail')
    return { state, isServerUnreachable: false }
  }
  const limits = [AbortSignal.timeout(sendingLimit), ...(signal === null ? [] : [signal])]
  const { outgoing, expiresAt, isDiscarded } = prepared
  const outcome = isDiscarded
    ? await transport.simulate(outgoing)
    : await transport.send(outgoing, AbortSignal.any(limits))
  const settled = settlementOf(outcome, row, expiresAt, context.now())
  const settlement: Settlement =
    isDiscarded && settled.state === 'sent' ? { state: 'dropped' } : settled
  const { state } = settlement
  await settle(context.db, row, settlement)
  if (outcome.kind === 'sent') log?.info({ ...about, outcome: state }, 'mail')
  else log?.warn({ ...about, outcome: state, reason: outcome.reason }, 'mail')
  return { state, isServerUnreachable: outcome.kind === 'unreachable' }
}

function settlementOf(
  outcome: Outcome,
  row: OutboxRow,
  expiresAt: number,
  now: number,
): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', at: now }
    case 'refused':
      return { state: 'refused', reason: outcome.reason }
    case 'later':
    case 'unreachable': {
      const { reason } = outcome
      const nextAttemptAt = now + delayAfter(row.attempts)
      if (nextAttemptAt >= expiresAt) return { state: 'failed', reason }
      return { state: 'queued', reason, nextAttemptAt }
    }
    default:
      return assertNever(outcome)
  }
}
