/** The insurer's side of Espace Partenaires: documents for brokers, published and taken away. */
import type { Command } from 'commander'
import { z } from 'zod'
import { isPlainText, languageSchema, lineSchema } from '../../shared/contract/common.ts'
import {
  documentTopics,
  documentTopicSchema,
  type DocumentTopic,
  type PartnerDocument,
} from '../../shared/contract/partners/documents.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { listDocuments, publishDocument, withdrawDocument } from '../partners/documents.ts'
import { inTransaction } from '../platform/changes/log.ts'
import { CommandError, ProblemError } from '../platform/problem-error.ts'
import type { Db } from '../platform/db/open.ts'
import {
  contentOf,
  parsed,
  print,
  printColumns,
  refusedInWords,
  withContext,
  withData,
  type Where,
} from './command-line.ts'

/** Adds `document` with its own commands to `program`. */
export function addDocuments(program: Command): void {
  const documents = program
    .command('document')
    .description('documents for brokers, as Espace Partenaires shows them')
  addPublish(documents)
  addList(documents)
  addWithdraw(documents)
}

const topic = parsed(documentTopicSchema)
const language = parsed(languageSchema)
const title = parsed(lineSchema.refine((text) => text.trim() !== '' && isPlainText(text)))
const id = parsed(z.string().min(1).max(128).refine(isPlainText))

type Publish = Where & {
  readonly topic: DocumentTopic
  readonly language: Language
  readonly title: string
  readonly file: string
}

function addPublish(documents: Command): void {
  withData(documents.command('publish'))
    .description('publish a document: PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT or EML')
    .requiredOption('--topic <topic>', `one of ${documentTopics.join(', ')}`, topic)
    .requiredOption('--language <code>', `that it is written in: ${languages.join(', ')}`, language)
    .requiredOption('--title <text>', 'as brokers read it', title)
    .requiredOption('--file <path>', 'the document, of at most 10 MB', String)
    .action((options: Publish) =>
      withContext(options, async (context) => {
        const content = await contentOf(options.file)
        const published = await inTransaction(context, (db) =>
          publishDocument(db, context, { ...options, fileName: options.file, content }),
        ).catch(refusedInWords)
        print(`Published as ${published.id}, for every broker.`)
      }),
    )
}

function addList(documents: Command): void {
  withData(documents.command('list'))
    .description('list the documents, newest first')
    .action((where: Where) =>
      withContext(where, async ({ db }) => {
        const all = await allDocuments(db)
        if (all.length === 0) print('No document is published.')
        for (const one of all) {
          const { topic: about, publishedAt, bytes } = one
          printColumns([one.id, about, one.language, one.title, publishedAt, String(bytes)])
        }
      }),
    )
}

/** As many as a page has. */
const atOnce = 200

async function allDocuments(db: Db): Promise<PartnerDocument[]> {
  const all: PartnerDocument[] = []
  let cursor: string | null = null
  do {
    const query: Parameters<typeof listDocuments>[1] =
      cursor === null ? { limit: atOnce } : { limit: atOnce, cursor }
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(db, query)
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return all
}

function addWithdraw(documents: Command): void {
  withData(documents.command('withdraw'))
    .description('take a document away: no broker sees it any more')
    .requiredOption('--document <id>', 'as `document list` names it', id)
    .action((options: Where & { readonly document: string }) =>
      withContext(options, async (context) => {
        await inTransaction(context, (db) => withdrawDocument(db, context, options.document)).catch(
          (error: unknown) => {
            const isMissing = error instanceof ProblemError && error.code === 'not_found'
            throw isMissing ? new CommandError(`There is no document ${options.document}.`) : error
          },
        )
        print('It is there for no broker any more.')
      }),
    )
}
