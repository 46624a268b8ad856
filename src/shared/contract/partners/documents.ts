/** What the insurer publishes for brokers: conditions, forms and the like, to read and to hand on. */
import { z } from 'zod'
import { documentMediaTypes } from '../../rules/document-content.ts'
import { longestFileName } from '../../rules/file-name.ts'
import {
  alone,
  idSchema,
  isPlainText,
  languageSchema,
  lineSchema,
  pageQuerySchema,
  timestampSchema,
} from '../common.ts'
import { largestDocument } from '../collectnet/documents.ts'

/** What documents are about, in the order of the page; words under `partners:documents.topics.<topic>`. */
export const documentTopics = ['conditions', 'forms', 'guides', 'news', 'brochures'] as const
export const documentTopicSchema = z.enum(documentTopics)
export type DocumentTopic = z.infer<typeof documentTopicSchema>

export const partnerDocumentSchema = z.object({
  id: idSchema,
  topic: documentTopicSchema,
  language: languageSchema.meta({ description: 'That it is written in' }),
  title: lineSchema,
  fileName: z.string().min(1).max(longestFileName).meta({ description: 'Without folders' }),
  mediaType: z.enum(documentMediaTypes),
  bytes: z.int().min(1).max(largestDocument),
  publishedAt: timestampSchema,
})
export type PartnerDocument = z.infer<typeof partnerDocumentSchema>

export const partnerDocumentsQuerySchema = pageQuerySchema.extend({
  topic: documentTopicSchema.optional(),
  language: languageSchema.optional(),
  q: z.string().max(200, alone).refine(isPlainText).optional().meta({
    description:
      'Begins of words of the title or of the file’s name; case, accents and punctuation do not matter',
  }),
})
export type PartnerDocumentsQuery = z.infer<typeof partnerDocumentsQuerySchema>
