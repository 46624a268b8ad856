/**
 * The table of outgoing messages. A row is held by whoever claimed it until `claimed_until`; only
 * the holder may settle it. A holder that was killed loses it by time alone.
 *
 * What cannot be excluded: a process that is killed, or loses the database, between the mail
 * server's acceptance and `settle` leaves a row that is sent a second time. Both copies carry the
 * same Message-ID, by which receiving servers recognise the second. So do clocks of two machines
 * that differ by more than a lease.
 */
import { sql, type Selectable } from 'kysely'
import { assertNever } from '../../shared/assert-never.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import type { MailTable } from '../db/schema.ts'

export type OutboxRow = Selectable<MailTable>

/** Longer than any try takes (`sendingLimit`), in milliseconds. */
const lease = 2 * 60 * 1000
const keptAfterwards = 30 * 24 * 60 * 60 * 1000

/** Ids of what is due at `now`: codes first, as somebody waits for them. */
export async function findDue(db: Db, now: number, limit: number): Promise<string[]> {
  const rows = await idsOfDue(db, { now, limit })
  return rows.map(({ id }) => id)
}

const idsOfDue = prepare(
  (db, { now, limit }: Slots<{ readonly now: number; readonly limit: number }>) =>
    db
      .selectFrom('mails')
      .select('id')
      .where('state', '=', 'queued')
      .where('next_attempt_at', '<=', now)
      .where('claimed_until', '<=', now)
      .orderBy(sql`case when kind like '%\\_code' escape '\\' then 0 else 1 end`)
      .orderBy('next_attempt_at')
      .orderBy('id')
      .limit(limit),
)

/** Takes the message, if nobody else did since it was found due. @returns null if someone did */
export async function claim(db: Db, id: string, now: number): Promise<OutboxRow | null> {
  const row = await db
    .updateTable('mails')
    .set((fields) => ({ claimed_until: now + lease, attempts: fields('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .where('claimed_until', '<=', now)
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
