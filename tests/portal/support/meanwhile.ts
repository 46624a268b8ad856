/** What happens while a transaction is under way that has not ended yet. */
import { PostgresAdapter, sql } from 'kysely'
import { expect } from 'vitest'
import { inTransaction } from '../../../src/portal/platform/changes/log.ts'
import type { PlatformContext } from '../../../src/portal/platform/context.ts'
import type { Db } from '../../../src/portal/platform/db/open.ts'

async function isAnyWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}

/**
 * Does `work` in a transaction, begins `other`, and does `rest` once that has answered, or waits. On SQLite
 * `other` waits always.
 * @returns what `other` answered
 */
export async function across<Answer>(
  context: Pick<PlatformContext, 'db' | 'now'>,
  work: (db: Db) => Promise<unknown>,
  other: () => Promise<Answer>,
  rest: (db: Db) => Promise<unknown> = async () => undefined,
): Promise<Answer> {
  const { db } = context
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const answering = await inTransaction(context, async (transaction) => {
    await work(transaction)
    let answered = !isPostgres
    const answer = other().finally(() => {
      answered = true
    })
    await expect
      .poll(async () => answered || (await isAnyWaiting(db)), { timeout: 20_000 })
      .toBe(true)
    await rest(transaction)
    return { answer }
  })
  return answering.answer
}
