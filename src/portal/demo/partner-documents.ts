/** Documents of the demonstration for brokers: a page each, made here. */
import type { DocumentTopic } from '../../shared/contract/partners/documents.ts'
import type { Language } from '../../shared/languages.ts'
import { publishDocument } from '../partners/documents.ts'
import { day } from '../platform/clock.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { pdfPaper } from './papers.ts'

type DemoDocument = {
  readonly id: string
  readonly topic: DocumentTopic
  readonly language: Language
  readonly title: string
  readonly fileName: string
  /** In ASCII, as their font has no other letters here. */
  readonly line: string
  readonly daysAgo: number
}

const documents: readonly DemoDocument[] = [
  {
    id: 'demo-document-news',
    topic: 'news',
    language: 'fr',
    title: 'Lettre aux courtiers, novembre',
    fileName: 'lettre-courtiers-novembre.pdf',
    line: 'Ce qui change pour vos clients ce mois-ci.',
    daysAgo: 3,
  },
  {
    id: 'demo-document-conditions-fr',
    topic: 'conditions',
    language: 'fr',
    title: 'Conditions générales de la police Modula',
    fileName: 'conditions-generales-modula.pdf',
    line: 'Conditions generales : exemple de demonstration.',
    daysAgo: 40,
  },
  {
    id: 'demo-document-conditions-nl',
    topic: 'conditions',
    language: 'nl',
    title: 'Algemene voorwaarden van de polis Modula',
    fileName: 'algemene-voorwaarden-modula.pdf',
    line: 'Algemene voorwaarden: voorbeeld van de demonstratie.',
    daysAgo: 40,
  },
  {
    id: 'demo-document-proposal',
    topic: 'forms',
    language: 'fr',
    title: 'Questionnaire de proposition',
    fileName: 'questionnaire-proposition.pdf',
    line: 'A remplir avec votre client avant une offre.',
    daysAgo: 75,
  },
  {
    id: 'demo-document-mandate',
    topic: 'forms',
    language: 'en',
    title: 'Broker appointment letter',
    fileName: 'broker-appointment.pdf',
    line: 'To be signed by the policyholder.',
    daysAgo: 90,
  },
  {
    id: 'demo-document-guide',
    topic: 'guides',
    language: 'fr',
    title: 'Guide pratique des services en ligne',
    fileName: 'guide-pratique.pdf',
    line: 'Vos acces, etape par etape.',
    daysAgo: 120,
  },
  {
    id: 'demo-document-brochure',
    topic: 'brochures',
    language: 'de',
    title: 'Kreditversicherung für den Mittelstand',
    fileName: 'broschuere-mittelstand.pdf',
    line: 'Eine Broschuere fuer Interessenten.',
    daysAgo: 150,
  },
]

/** Publishes those that are not there yet, in the caller's transaction. */
export async function publishDemoDocuments(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
): Promise<void> {
  const rows = await db.selectFrom('partner_documents').select('id').execute()
  const known = new Set(rows.map(({ id }) => id))
  for (const { line, daysAgo, ...one } of documents.filter(({ id }) => !known.has(id))) {
    const { content } = pdfPaper(one.fileName, ['Atradius', line])
    const publishedAt = context.now() - daysAgo * day
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await publishDocument(db, context, { ...one, content, publishedAt })
  }
}
