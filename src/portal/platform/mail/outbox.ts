/**
 * The table of outgoing messages. A row is held by whoever claimed it until `claimed_until`; only
 * the holder may settle it. A holder that was killed loses it by time alone.
 *
 * What cannot be excluded: a process that is killed, or loses the database, between the mail
 * server's acceptance and `settle` leaves a row that is sent a second time. Both copies carry the
 * same Message-ID, by which receiving servers recognise the second. So do clocks of two machines
 * that differ by more than a lease.
 */
import { sql, type ExpressionBuilder, type Selectable } from 'kysely'
import { assertNever } from '../../../shared/assert-never.ts'
import { latestEnd } from '../clock.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { MailTable, Tables } from '../db/schema.ts'
import { longestDelay } from './retries.ts'

export type OutboxRow = Selectable<MailTable>

/** Longer than any try takes (`sendingLimit`), in milliseconds. */
const lease = 2 * 60 * 1000
const keptAfterwards = 30 * 24 * 60 * 60 * 1000

/** Ids of what is due at `now`: codes first, as somebody waits for them. */
export async function findDue(db: Db, now: number, limit: number): Promise<string[]> {
  const rows = await idsOfDue(db, { ...timesAt(now), limit })
  return rows.map(({ id }) => id)
}

type Times = {
  readonly now: number
  /** The latest that a next try, and the end of a claim, can be. */
  readonly latestAttempt: number
  readonly latestClaim: number
}

function timesAt(now: number): Times {
  return { now, latestAttempt: latestEnd(longestDelay, now), latestClaim: latestEnd(lease, now) }
}

/** Due and in nobody's hands; what seems to wait for longer than it can was written by another clock. */
function isDue(row: ExpressionBuilder<Tables, 'mails'>, at: Times | Slots<Times>) {
  return row.and([
    row('state', '=', 'queued'),
    row.or([row('next_attempt_at', '<=', at.now), row('next_attempt_at', '>', at.latestAttempt)]),
    row.or([row('claimed_until', '<=', at.now), row('claimed_until', '>', at.latestClaim)]),
  ])
}

const idsOfDue = prepare((db, of: Slots<Times & { readonly limit: number }>) =>
  db
    .selectFrom('mails')
    .select('id')
    .where((row) => isDue(row, of))
    .orderBy(sql`case when kind like '%\\_code' escape '\\' then 0 else 1 end`)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(of.limit),
)

/** Takes the message, if nobody else did since it was found due. @returns null if someone did */
export async function claim(db: Db, id: string, now: number): Promise<OutboxRow | null> {
  const row = await db
    .updateTable('mails')
    .set((fields) => ({ claimed_until: now + lease, attempts: fields('attempts', '+', 1) }))
    .where('id', '=', id)
    .where((fields) => isDue(fields, timesAt(now)))
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** What became of a try. `reason` is a code, never a server's words: those may hold an address. */
export type Settlement =
  | { readonly state: 'sent'; readonly at: number }
  | { readonly state: 'dropped' }
  | { readonly state: 'refused' | 'failed'; readonly reason: string }
  | { readonly state: 'queued'; readonly reason: string; readonly nextAttemptAt: number }

/**
 * Keeps what became of `row`, unless its lease ran out and another holds it now. One that was
 * withdrawn while it was being sent in vain stays so: it is not queued again.
 */
export async function settle(db: Db, row: OutboxRow, settlement: Settlement): Promise<void> {
  await db
    .updateTable('mails')
    .set({ claimed_until: 0, ...changesOf(settlement) })
    .where('id', '=', row.id)
    .where('claimed_until', '=', row.claimed_until)
    .execute()
}

function changesOf(settlement: Settlement): Partial<OutboxRow> {
  const { state } = settlement
  switch (state) {
    case 'sent':
      return { state, params: '', last_error: null, sent_at: settlement.at }
    case 'dropped':
      return { state, params: '' }
    case 'refused':
    case 'failed':
      return { state, params: '', last_error: settlement.reason }
    case 'queued':
      return { last_error: settlement.reason, next_attempt_at: settlement.nextAttemptAt }
    default:
      return assertNever(state)
  }
}

/** Forgets what was settled more than 30 days ago. */
export async function pruneOutbox(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('mails')
    .where('state', '!=', 'queued')
    .where('created_at', '<', now - keptAfterwards)
    .execute()
}
