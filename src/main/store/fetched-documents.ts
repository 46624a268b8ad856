/** Documents that the portal gave, kept for when it cannot be reached: those that were used last. */
import type { Db } from './schema.ts'

/** In bytes, of all together; the largest document is a fifth of it. */
const mostKept = 50 * 1024 * 1024

/** What was fetched before; null where it is not kept. @param now in ms since 1970 */
export async function findFetched(db: Db, id: string, now: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('fetched_documents')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  await db.updateTable('fetched_documents').set({ used_at: now }).where('id', '=', id).execute()
  return row.content
}

/** Keeps a document; those that were not used for longest make room for it. @param now in ms since 1970 */
export function keepFetched(
  db: Db,
  { id, content, now }: { readonly id: string; readonly content: Uint8Array; readonly now: number },
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const bytes = content.byteLength
    const kept = await transaction
      .selectFrom('fetched_documents')
      .select(['id', 'bytes'])
      .where('id', '!=', id)
      .orderBy('used_at', 'desc')
      .execute()
    let sum = bytes
    const gone = kept.filter((one) => (sum += one.bytes) > mostKept).map((one) => one.id)
    await transaction
      .deleteFrom('fetched_documents')
      .where('id', 'in', [...gone, id])
      .execute()
    await transaction
      .insertInto('fetched_documents')
      .values({ id, content, bytes, used_at: now })
      .execute()
  })
}
