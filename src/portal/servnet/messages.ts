/** What the insurer tells everybody or one person: the list, and who has read what. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { PageQuery } from '../../shared/contract/common.ts'
import type { ServnetMessage } from '../../shared/contract/servnet/messages.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Tables } from '../platform/db/schema.ts'
import { decodeCursor, pageOf, type Page, isBehind, positionSchema } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { noteItems } from './changes.ts'

/** The columns that an answer is made of. */
export const messageColumns = [
  'messages.id',
  'messages.published_at',
  'message_texts.title',
  'message_texts.body',
  'message_reads.read_at',
] as const

type MessageRow = {
  readonly id: string
  readonly published_at: number
  readonly title: string
  readonly body: string
  readonly read_at: number | null
}

/** Whose messages, and in which language. */
export type Reader = { readonly userId: string; readonly language: string }

/** A row as the contract tells it. */
export function messageOf(row: MessageRow): ServnetMessage {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    publishedAt: timestamp(row.published_at),
    read: row.read_at !== null,
  }
}

/**
 * A page of what the person may read, newest first, in their language.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listMessages(
  { db }: PlatformContext,
  { userId, language }: Reader,
  { cursor, limit }: PageQuery,
): Promise<Page<ServnetMessage>> {
  const query = db
    .selectFrom('messages')
    .innerJoin('message_texts', 'message_texts.message_id', 'messages.id')
    .leftJoin('message_reads', (join) =>
      join
        .onRef('message_reads.message_id', '=', 'messages.id')
        .on('message_reads.user_id', '=', userId),
    )
    .select(messageColumns)
    .where('message_texts.language', '=', language)
    .where((row) => isFor(row, userId))
    .orderBy('messages.published_at', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(limit + 1)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await (
    after === null
      ? query
      : query.where((row) =>
          isBehind(row, { at: row.ref('published_at'), id: row.ref('messages.id') }, after),
        )
  ).execute()
  return pageOf(rows, limit, messageOf, ({ published_at: at, id }) => [at, id])
}

/**
 * Notes that the person has read a message; where they have, the first time stands.
 * @throws ProblemError `not_found`, also for a message to somebody else
 */
export async function readMessage(
  context: PlatformContext,
  userId: string,
  id: string,
): Promise<void> {
  const message = await context.db
    .selectFrom('messages')
    .select('id')
    .where('id', '=', id)
    .where((row) => isFor(row, userId))
    .executeTakeFirst()
  if (message === undefined) throw new ProblemError('not_found')
  await noteRead(context, userId, (row) => row('messages.id', '=', id))
}

/**
 * Notes that the person has read all messages that were published up to `publishedUntil`, a
 * timestamp of the contract.
 */
export async function readMessages(
  context: PlatformContext,
  userId: string,
  publishedUntil: string,
): Promise<void> {
  const until = Date.parse(publishedUntil)
  await noteRead(context, userId, (row) => row('published_at', '<=', until))
}

async function noteRead(
  context: PlatformContext,
  userId: string,
  which: (row: ExpressionBuilder<Tables, 'messages'>) => Expression<SqlBool>,
): Promise<void> {
  await inTransaction(context, async (transaction) => {
    const read = await transaction
      .insertInto('message_reads')
      .columns(['message_id', 'user_id', 'read_at'])
      .expression((from) =>
        from
          .selectFrom('messages')
          .select((row) => [
            'messages.id',
            row.cast<string>(row.val(userId), 'text').as('user_id'),
            row.cast<number>(row.val(context.now()), 'bigint').as('read_at'),
          ])
          .where((row) => isFor(row, userId))
          .where(which),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('message_id')
      .execute()
    const ids = read.map(({ message_id: id }) => id)
    await noteItems(transaction, context, userId, 'messages', ids)
  })
}

/** Whether a message is to everybody or to the person. */
export function isFor(
  row: ExpressionBuilder<Tables, 'messages'>,
  userId: string | Expression<string>,
): Expression<SqlBool> {
  return row.or([row('messages.user_id', 'is', null), row('messages.user_id', '=', userId)])
}
