/** Publishing what the insurer tells: to everybody with Serv@Net, or to one person. */
import { randomUUID } from 'node:crypto'
import { languages, type Language } from '../../shared/languages.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import { noteItems } from './changes.ts'

export type MessageText = { readonly title: string; readonly body: string }

/** In some languages at least one; whoever reads another gets the first that there is. */
export type MessageTexts = { readonly [Name in Language]?: MessageText | undefined }

/** Which language stands in for one that is missing: the source of all texts is French. */
const inOrder = ['en', ...languages] as const

/**
 * Publishes a message now, and notes it for everybody who may read it.
 * @param userId of the one whom it is for; null: for everybody
 * @returns its id
 * @throws RangeError without any text
 */
export function publishMessage(
  context: PlatformContext,
  texts: MessageTexts,
  userId: string | null,
): Promise<string> {
  const instead = inOrder.map((language) => texts[language]).find((text) => text !== undefined)
  if (instead === undefined) throw new RangeError('A message without a text')
  return inTransaction(context, async (db) => {
    const id = randomUUID()
    const message = { id, user_id: userId, published_at: context.now() }
    await db.insertInto('messages').values(message).execute()
    const rows = languages.map((language) => {
      return { message_id: id, language, ...(texts[language] ?? instead) }
    })
    await db.insertInto('message_texts').values(rows).execute()
    const readers = db
      .selectFrom('service_grants')
      .select('user_id')
      .where('service', '=', 'servnet')
    const found = await (
      userId === null ? readers : readers.where('user_id', '=', userId)
    ).execute()
    for (const { user_id: reader } of found) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await noteItems(db, context, reader, 'messages', [id])
    }
    return id
  })
}
