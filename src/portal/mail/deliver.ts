/** Sends what is due. */
import type { FastifyBaseLogger } from 'fastify'
import pLimit from 'p-limit'
import { assertNever } from '../../shared/assert-never.ts'
import type { Context } from '../context.ts'
import { claim, findDue, settle, type OutboxRow, type Settlement } from './outbox.ts'
import { prepareMail } from './prepare-mail.ts'
import { delayAfter } from './retries.ts'
import type { Outcome, Transport } from './transport.ts'

/** The longest a try may take; well below the lease. In milliseconds. */
const sendingLimit = 45_000
/** How many leave side by side. */
const lanes = 4
/** How many are looked up at once: few, so that a code soon comes before a thousand digests. */
const roundSize = 2 * lanes

export type Delivery = {
  readonly context: Context
  readonly transport: Transport
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>
  /** Aborts what is under way, which is then tried again. */
  readonly signal: AbortSignal
  /** True ends the pass after what is under way. */
  readonly isStopping: () => boolean
}

/**
 * Sends all that is due, until nothing is or the mail server cannot be reached.
 * @returns how many messages were sent. @throws what the database threw
 */
export async function deliverDue(delivery: Delivery): Promise<number> {
  const { context } = delivery
  const inLane = pLimit(lanes)
  let sent = 0
  let reachable = true
  const attempt = async (id: string): Promise<boolean> => {
    if (!reachable || delivery.isStopping()) return false
    const row = await claim(context.db, id, context.now())
    if (row === null) return false
    const outcome = await send(delivery, row)
    if (outcome === 'sent') sent += 1
    if (outcome === 'unreachable') reachable = false
    return true
  }
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a round looks up what the one before has left
    const due = await findDue(context.db, context.now(), roundSize)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const taken = await Promise.all(due.map((id) => inLane(() => attempt(id))))
    // Whatever is left is with another process, or has to wait.
    if (!taken.includes(true) || !reachable || delivery.isStopping()) return sent
  }
}

async function send(
  delivery: Delivery,
  row: OutboxRow,
): Promise<Settlement['state'] | 'unreachable'> {
  const { context, transport, log } = delivery
  const prepared = prepareMail(context, row)
  if (prepared.kind === 'void') {
    await settle(context.db, row, prepared.settlement)
    log.info({ mail: row.id, kind: row.kind, outcome: prepared.settlement.state }, 'mail')
    return prepared.settlement.state
  }
  const limit = AbortSignal.any([delivery.signal, AbortSignal.timeout(sendingLimit)])
  const outcome = await transport.send(prepared.outgoing, limit)
  const settlement = settlementOf(outcome, row, prepared.uselessFrom, context.now())
  await settle(context.db, row, settlement)
  const reason = outcome.kind === 'sent' ? undefined : outcome.reason
  const level = outcome.kind === 'sent' ? 'info' : 'warn'
  log[level]({ mail: row.id, kind: row.kind, outcome: settlement.state, reason }, 'mail')
  return outcome.kind === 'unreachable' ? 'unreachable' : settlement.state
}

function settlementOf(
  outcome: Outcome,
  row: OutboxRow,
  uselessFrom: number,
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
      if (nextAttemptAt >= uselessFrom) return { state: 'failed', reason }
      return { state: 'queued', reason, nextAttemptAt }
    }
    default:
      return assertNever(outcome)
  }
}
