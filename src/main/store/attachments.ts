/**
 * Files that wait on this computer with what a person typed or did: a draft or an edit names each by its id,
 * and while one does, none is removed.
 */
import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** A form may keep one for a moment before its draft names it; nobody comes back for it after a week. */
const forgottenAfterMs = 7 * 86_400_000

/** Keeps a file under `id`; those that nobody has named for long go. @param now in ms since 1970 */
export async function keepAttachment(
  db: Db,
  { id, content, now }: { readonly id: string; readonly content: Uint8Array; readonly now: number },
): Promise<void> {
  await db
    .deleteFrom('attachments')
    .where('kept_at', '<', now - forgottenAfterMs)
    .where(isNamedByNobody)
    .execute()
  await db.insertInto('attachments').values({ id, content, kept_at: now }).execute()
}

/** Null where it is not kept. */
export async function findAttachment(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('attachments')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.content ?? null
}

/** Removes those of `ids` that no draft and no edit names any more. */
export async function dropAttachments(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('attachments')
    .where('id', 'in', [...ids])
    .where(isNamedByNobody)
    .execute()
}

/** Ids are random: no text has one in it by chance. */
const isNamedByNobody = sql<boolean>`not exists (select 1 from outbox
    where instr(outbox.edit, attachments.id) > 0)
  and not exists (select 1 from documents where instr(documents.content, attachments.id) > 0)`
