/** What goes from a store while its file stays: from the file itself, so that nobody reads it there again. */
import { z } from 'zod'
import type { Connection } from './library.ts'
import { inTransaction } from './migrate.ts'
import type { StoreTables } from './schema.ts'

/** Whether what is in a table is the portal's, and given again by it; what a person wrote is their own. */
const origins: Readonly<Record<keyof StoreTables, 'portal' | 'app' | 'notes'>> = {
  answers: 'portal',
  rows: 'portal',
  lists: 'portal',
  news: 'portal',
  documents: 'app',
  outbox: 'app',
  batches: 'app',
  batch_rows: 'app',
  secrets: 'app',
  facts: 'app',
  attachments: 'app',
  fetched_documents: 'portal',
  notes: 'notes',
}

const countSchema = z.object({ count: z.number() })

/** Removes what the portal gave. @throws what SQLite says */
export function eraseAnswers(connection: Connection): void {
  erase(connection, ['portal'])
}

/** Removes all but a person's own notes on buyers; how many of these there are. @throws what SQLite says */
export function eraseAllButNotes(connection: Connection): number {
  const row = connection.prepare('select count(*) as count from notes').get([])
  erase(connection, ['portal', 'app'])
  return countSchema.parse(row).count
}

/** What was deleted is overwritten, and no journal keeps it. */
function erase(connection: Connection, which: readonly string[]): void {
  connection.exec('pragma secure_delete = on')
  inTransaction(connection, () => {
    for (const [table, origin] of Object.entries(origins)) {
      if (which.includes(origin)) connection.exec(`delete from ${table}`)
    }
  })
  connection.exec('vacuum; pragma wal_checkpoint(truncate)')
}
