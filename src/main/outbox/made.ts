/**
 * What the portal answered to writes that made something, by the name that this computer gave them: so
 * that a click that comes late makes nothing a second time, and hears what the first one heard.
 */
import { z } from 'zod'
import { parseJson, type Db } from '../store/schema.ts'

/** Under which answers are kept among those of the portal. */
const resource = 'made'

/** Longer than anybody leaves a form open; the portal remembers writes for as long. */
const keptForMs = 30 * 86_400_000

const madeSchema = z.object({ body: z.string().nullable(), answer: z.unknown() })

/**
 * Keeps what the portal answered to the write `body` under `name`; those of long ago are forgotten.
 * @param made.now in ms since 1970
 */
export async function keepMade(
  db: Db,
  name: string,
  made: { readonly body: string | null; readonly answer: unknown; readonly now: number },
): Promise<void> {
  const { body, answer, now } = made
  const kept = { data: JSON.stringify({ body, answer }), etag: null, fetched_at: now }
  await db
    .insertInto('answers')
    .values({ resource, params: name, ...kept })
    .onConflict((conflict) => conflict.columns(['resource', 'params']).doUpdateSet(kept))
    .execute()
  await db
    .deleteFrom('answers')
    .where('resource', '=', resource)
    .where('fetched_at', '<', now - keptForMs)
    .execute()
}

/** The write that was sent under `name`, and what it was answered; null where none was. */
export async function findMade(
  db: Db,
  name: string,
): Promise<{ readonly body: string | null; readonly answer: unknown } | null> {
  const row = await db
    .selectFrom('answers')
    .select('data')
    .where('resource', '=', resource)
    .where('params', '=', name)
    .executeTakeFirst()
  const made = madeSchema.safeParse(parseJson(row?.data ?? ''))
  return made.data ?? null
}
