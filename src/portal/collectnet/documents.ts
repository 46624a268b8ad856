/** Documents of cases: what is taken of them, and their content for who sees the case. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import {
  caseDocumentSchema,
  largestDocument,
  mostDocuments,
  type CaseDocument,
  type DocumentRequest,
} from '../../shared/contract/collectnet/documents.ts'
import type { SentFile } from '../../shared/contract/endpoint.ts'
import { documentKindOf } from '../../shared/rules/document-content.ts'
import { cleanFileName } from '../../shared/rules/file-name.ts'
import { displayNameOf } from '../../shared/rules/typed-text.ts'
import { isPolicyGranted } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { CaseDocumentTable } from '../platform/db/collection-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import type { User } from '../platform/db/schema.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { noteCase } from './changes.ts'

type DocumentRow = Selectable<CaseDocumentTable>

const { mediaType: mediaTypeSchema } = caseDocumentSchema.shape

function documentOf(row: DocumentRow): CaseDocument {
  return {
    id: row.id,
    name: row.name,
    mediaType: mediaTypeSchema.parse(row.media_type),
    bytes: row.bytes,
    addedAt: timestamp(row.added_at),
    addedBy: row.added_by,
  }
}

/** The documents of a case, the oldest first, without their content. */
export async function documentsOf(db: Db, caseId: string): Promise<CaseDocument[]> {
  const rows = await db
    .selectFrom('case_documents')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(documentOf)
}

/** A file as somebody gives it; its name may be any. */
export type GivenFile = { readonly name: string; readonly content: Uint8Array }

/** Who adds it; null for the insurer. */
type By = Pick<User, 'id' | 'first_name' | 'last_name'> | null

/**
 * Writes a document of a case within the caller's transaction, and notes the case for who sees it.
 * @throws ProblemError `document_too_large`, `document_empty`, `document_type`, `document_mismatch`,
 * `documents_full`; `not_found` where there is no such case
 */
export async function recordDocument(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  { caseId, by, file }: { readonly caseId: string; readonly by: By; readonly file: GivenFile },
): Promise<CaseDocument> {
  const { content } = file
  const name = cleanFileName(file.name)
  if (content.length > largestDocument) throw new ProblemError('document_too_large')
  const kind = documentKindOf(name, content)
  if (!kind.ok) throw new ProblemError(kind.code)
  // Two at once: the second counts the first.
  const found = await lockRows(
    db,
    db.selectFrom('collection_cases').select('policy_id').where('id', '=', caseId),
  ).executeTakeFirst()
  if (found === undefined) throw new ProblemError('not_found')
  const { count } = await db
    .selectFrom('case_documents')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostDocuments) throw documentsFull()
  const row: DocumentRow = {
    id: randomUUID(),
    case_id: caseId,
    name,
    media_type: kind.mediaType,
    bytes: content.length,
    added_at: context.now(),
    user_id: by?.id ?? null,
    added_by:
      by === null ? null : displayNameOf({ firstName: by.first_name, lastName: by.last_name }),
  }
  await db.insertInto('case_documents').values(row).execute()
  await db.insertInto('case_document_contents').values({ document_id: row.id, content }).execute()
  await noteCase(db, context, { id: caseId, policyId: found.policy_id })
  return documentOf(row)
}

function documentsFull(): ProblemError {
  const params = { max: mostDocuments }
  return new ProblemError('documents_full', {
    errors: [{ pointer: '', code: 'documents_full', params }],
  })
}

/**
 * Adds a document to a case that `user` sees.
 * @throws ProblemError `not_found` for a case that they do not see, and as `recordDocument`
 */
export function addDocument(
  context: PlatformContext,
  user: NonNullable<By>,
  caseId: string,
  { name, content }: DocumentRequest,
): Promise<CaseDocument> {
  return inTransaction(context, async (db) => {
    await assertSeen(db, user.id, caseId)
    const file = { name, content: Buffer.from(content, 'base64') }
    return recordDocument(db, context, { caseId, by: user, file })
  })
}

/** @throws ProblemError `not_found` for a case under a policy that is not granted */
async function assertSeen(db: Db, userId: string, caseId: string): Promise<void> {
  const row = await db
    .selectFrom('collection_cases')
    .select('id')
    .where('id', '=', caseId)
    .where((where) => isPolicyGranted(where.val(userId), where.ref('collection_cases.policy_id')))
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
}

/**
 * A document of a case that `userId` sees, as a file.
 * @throws ProblemError `not_found`, also for a document of another case
 */
export async function readDocument(
  db: Db,
  userId: string,
  { id, document }: { readonly id: string; readonly document: string },
): Promise<SentFile> {
  await assertSeen(db, userId, id)
  const row = await db
    .selectFrom('case_documents')
    .innerJoin('case_document_contents', 'document_id', 'case_documents.id')
    .select(['name', 'media_type', 'content'])
    .where('case_documents.id', '=', document)
    .where('case_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  return { name: row.name, mediaType: row.media_type, bytes: row.content }
}
