/** Documents for brokers: publishing one, taking it away, and what each broker reads. */
import { randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { languageSchema } from '../../shared/contract/common.ts'
import { largestDocument } from '../../shared/contract/collectnet/documents.ts'
import type { SentFile } from '../../shared/contract/endpoint.ts'
import {
  documentTopicSchema,
  partnerDocumentSchema,
  type DocumentTopic,
  type PartnerDocument,
  type PartnerDocumentsQuery,
} from '../../shared/contract/partners/documents.ts'
import { documentSearchTextOf, searchQuestionOf } from '../../shared/credit/search-text.ts'
import type { Language } from '../../shared/languages.ts'
import { documentKindOf } from '../../shared/rules/document-content.ts'
import { cleanFileName } from '../../shared/rules/file-name.ts'
import { answersInSql } from '../credit/buyer-words.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { noteChanges } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { PartnerDocumentTable } from '../platform/db/partners-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { decodeCursor, isBehind, pageOf, positionSchema, type Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'

type Row = Selectable<PartnerDocumentTable>

const { mediaType: mediaTypeSchema } = partnerDocumentSchema.shape

function documentOf(row: Row): PartnerDocument {
  return {
    id: row.id,
    topic: documentTopicSchema.parse(row.topic),
    language: languageSchema.parse(row.language),
    title: row.title,
    fileName: row.file_name,
    mediaType: mediaTypeSchema.parse(row.media_type),
    bytes: row.bytes,
    publishedAt: timestamp(row.published_at),
  }
}

/** What is to be published; the file's name may be any. */
export type NewDocument = {
  readonly id?: string
  readonly topic: DocumentTopic
  readonly language: Language
  readonly title: string
  readonly fileName: string
  readonly content: Uint8Array
  /** In ms since 1970; now where it is left out. */
  readonly publishedAt?: number
}

/**
 * Publishes a document within the caller's transaction, and notes it for every broker.
 * @throws ProblemError `document_too_large`, `document_empty`, `document_type`, `document_mismatch`
 */
export async function publishDocument(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  one: NewDocument,
): Promise<PartnerDocument> {
  const { topic, language, title, content } = one
  const fileName = cleanFileName(one.fileName)
  if (content.length > largestDocument) throw new ProblemError('document_too_large')
  const kind = documentKindOf(fileName, content)
  if (!kind.ok) throw new ProblemError(kind.code)
  const row: Row = {
    id: one.id ?? randomUUID(),
    topic,
    language,
    title,
    file_name: fileName,
    search_text: documentSearchTextOf({ title, fileName }),
    media_type: kind.mediaType,
    bytes: content.length,
    published_at: one.publishedAt ?? context.now(),
  }
  await db.insertInto('partner_documents').values(row).execute()
  await db
    .insertInto('partner_document_contents')
    .values({ document_id: row.id, content })
    .execute()
  await noteForBrokers(db, context, row.id, false)
  return documentOf(row)
}

/**
 * Takes a document away within the caller's transaction: it is there for no broker any more.
 * @throws ProblemError `not_found` where there is none of that id
 */
export async function withdrawDocument(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  id: string,
): Promise<void> {
  await db.deleteFrom('partner_document_contents').where('document_id', '=', id).execute()
  const { numDeletedRows } = await db
    .deleteFrom('partner_documents')
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new ProblemError('not_found')
  await noteForBrokers(db, context, id, true)
}

async function noteForBrokers(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  id: string,
  deleted: boolean,
): Promise<void> {
  const brokers = await db
    .selectFrom('service_grants')
    .select('user_id')
    .where('service', '=', 'partners')
    .orderBy('user_id')
    .execute()
  for (const { user_id: broker } of brokers) {
    const change = { resource: 'partner_documents', id, deleted } as const
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await noteChanges(db, context, broker, [change])
  }
}

/**
 * A page of the documents, newest first.
 * @throws ProblemError `invalid_request` for a cursor that this did not make
 */
export async function listDocuments(
  db: Db,
  { cursor, limit, topic, language, q }: PartnerDocumentsQuery,
): Promise<Page<PartnerDocument>> {
  const question = searchQuestionOf(q ?? '')
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await db
    .selectFrom('partner_documents')
    .selectAll()
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic ?? ''))
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? ''))
    .$if(question.words.length > 0, (query) =>
      query.where(sql<boolean>`${answersInSql(sql.ref('search_text'), question)}`),
    )
    .$if(after !== null, (query) =>
      query.where((row) =>
        isBehind(row, { at: row.ref('published_at'), id: row.ref('id') }, after ?? [0, '']),
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, documentOf, ({ published_at: at, id }) => [at, id])
}

/** One document. @throws ProblemError `not_found`, also for one that was taken away */
export async function readDocument(db: Db, id: string): Promise<PartnerDocument> {
  const row = await db
    .selectFrom('partner_documents')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return documentOf(row)
}

/** A document as a file. @throws ProblemError `not_found`, also for one that was taken away */
export async function readContent(db: Db, id: string): Promise<SentFile> {
  const row = await db
    .selectFrom('partner_documents')
    .innerJoin('partner_document_contents', 'document_id', 'partner_documents.id')
    .select(['file_name', 'media_type', 'content'])
    .where('partner_documents.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return { name: row.file_name, mediaType: row.media_type, bytes: row.content }
}
