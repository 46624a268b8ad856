/**
 * A person's own notes on buyers. They lie sealed in that person's store on this computer, behind the
 * lock like all of it; the portal never has them, and nothing that it says removes one.
 */
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { Resources } from '../../resources/resources.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type NotesService = {
  readonly read: Handler<'credit.note'>
  /** Durable when it answers; `storage_failed` where it could not be kept. An empty text removes it. */
  readonly save: Handler<'credit.saveNote'>
}

/** The notes of who is signed in; `unauthenticated` where nobody is. */
export function createNotesService({ inStore }: Pick<Resources, 'inStore'>): NotesService {
  return {
    read: ({ buyerId }) =>
      inStore(async (db) => {
        const note = await db
          .selectFrom('notes')
          .select(['content', 'written_at'])
          .where('buyer_id', '=', buyerId)
          .executeTakeFirst()
        return note === undefined
          ? { text: '', savedAt: null }
          : { text: note.content, savedAt: new Date(note.written_at).toISOString() }
      }),
    save: ({ buyerId, text }) =>
      inStore(async (db) => {
        if (text.trim() === '') {
          await db.deleteFrom('notes').where('buyer_id', '=', buyerId).execute()
          return { savedAt: null }
        }
        const values = { content: text, written_at: Date.now() }
        await db
          .insertInto('notes')
          .values({ buyer_id: buyerId, ...values })
          .onConflict((conflict) => conflict.column('buyer_id').doUpdateSet(values))
          .execute()
        return { savedAt: new Date(values.written_at).toISOString() }
      }),
  }
}
