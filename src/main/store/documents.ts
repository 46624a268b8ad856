/** Drafts, and the little that the app itself has to remember of a person, by name. */
import type { z } from 'zod'
import type { Notice } from '../../shared/contract/notices.ts'
import { noOwner } from './person.ts'
import type { DocumentName } from './schema.ts'
import type { Store } from './store.ts'
import { storageNotice } from './trouble.ts'

export type Documents = {
  /** What `owner` left under `name`; null where there is nothing, or nothing that can be read. */
  readonly read: <Data>(
    name: DocumentName,
    owner: string,
    schema: z.ZodType<Data>,
  ) => Promise<Data | null>
  /**
   * Durable when it returns, where that is possible; a failure raises a notice, never throws. Nothing
   * is kept where `owner`'s is not the open store.
   */
  readonly write: (name: DocumentName, owner: string, data: unknown) => Promise<void>
  /** Only what is `owner`'s: an answer that comes late takes nothing from who is there by then. */
  readonly remove: (name: DocumentName, owner: string) => Promise<void>
}

/** Documents in `store`; `raise` tells of failures. */
export function createDocuments(store: Store, raise: (notice: Notice) => void): Documents {
  async function guarded<Data>(work: () => Promise<Data>): Promise<Data | null> {
    try {
      return await work()
    } catch (error) {
      raise(storageNotice(error))
      return null
    }
  }

  return {
    async read(name, owner, schema) {
      const row = await guarded(() =>
        store.within(
          owner,
          ({ db }) =>
            db
              .selectFrom('documents')
              .select('content')
              .where('name', '=', name)
              .executeTakeFirst(),
          { make: false },
        ),
      )
      return row ? parsed(row.content, schema) : null
    },
    async write(name, owner, data) {
      const document = { content: JSON.stringify(data), written_at: Date.now() }
      await guarded(() =>
        store.within(owner, ({ db }) =>
          db
            .insertInto('documents')
            .values({ name, ...document })
            .onConflict((conflict) => conflict.column('name').doUpdateSet(document))
            .execute(),
        ),
      )
    },
    async remove(name, owner) {
      await guarded(async () => {
        const left = await store.within(
          owner,
          async ({ db }) => {
            await db.deleteFrom('documents').where('name', '=', name).execute()
            return db.selectFrom('documents').select('name').execute()
          },
          { make: false },
        )
        // Nobody's store is there for its documents alone.
        if (left?.length === 0 && owner === noOwner) await store.destroy(owner)
      })
    },
  }
}

/** Null for a shape that is not known here. */
function parsed<Data>(content: string, schema: z.ZodType<Data>): Data | null {
  try {
    const result = schema.safeParse(JSON.parse(content))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
