/** Documents for brokers as the portal tells them: each topic, several languages, a long title. */
import type { PartnerDocument } from '../../src/shared/contract/partners/documents.ts'

const usual = {
  mediaType: 'application/pdf',
  bytes: 12_400,
  publishedAt: '2026-11-20T08:00:00.000Z',
} as const

export const someDocuments: readonly PartnerDocument[] = [
  {
    ...usual,
    id: 'news',
    topic: 'news',
    language: 'fr',
    title: 'Lettre aux courtiers, novembre',
    fileName: 'lettre-novembre.pdf',
  },
  {
    ...usual,
    id: 'conditions-fr',
    topic: 'conditions',
    language: 'fr',
    title: 'Conditions générales de la police Modula',
    fileName: 'conditions-generales.pdf',
    bytes: 3_412_000,
  },
  {
    ...usual,
    id: 'conditions-nl',
    topic: 'conditions',
    language: 'nl',
    title: 'Algemene voorwaarden van de polis Modula',
    fileName: 'algemene-voorwaarden.pdf',
  },
  {
    ...usual,
    id: 'form',
    topic: 'forms',
    language: 'fr',
    title: 'Questionnaire de proposition, à remplir avec votre client avant toute demande d’offre',
    fileName: 'questionnaire.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: 400,
  },
  {
    ...usual,
    id: 'brochure',
    topic: 'brochures',
    language: 'de',
    title: 'Kreditversicherung für den Mittelstand',
    fileName: 'broschuere.pdf',
    publishedAt: '2026-06-02T08:00:00.000Z',
  },
]
