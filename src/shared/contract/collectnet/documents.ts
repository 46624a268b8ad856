/** Documents of a case: invoices, orders, letters, as somebody added them. */
import { z } from 'zod'
import { alone, displayNameSchema, idSchema, timestampSchema } from '../common.ts'
import { documentMediaTypes } from '../../rules/document-content.ts'
import { cleanFileName, longestFileName } from '../../rules/file-name.ts'

/** As many as one case has at most. */
export const mostDocuments = 20
/** In bytes, of each. */
export const largestDocument = 10 * 1024 * 1024

const bytesSchema = z.int().min(1).max(largestDocument)

/** What is known of a document without its content. */
const documentFields = {
  id: idSchema,
  name: z.string().min(1).max(longestFileName).meta({ description: 'Without folders' }),
  mediaType: z.enum(documentMediaTypes),
  bytes: bytesSchema,
}

export const caseDocumentSchema = z.object({
  ...documentFields,
  addedAt: timestampSchema,
  addedBy: displayNameSchema.nullable().meta({ description: 'Null where the insurer added it' }),
})
export type CaseDocument = z.infer<typeof caseDocumentSchema>

/** One that is kept on this computer until it is sent; `id` is this computer’s own. */
export const attachedSchema = z.strictObject(documentFields)
export type Attached = z.infer<typeof attachedSchema>

/** As much as a name may have before it is cleaned. */
const longestGivenName = 500
/** Base64 has four characters for three bytes; what is a little larger than it may be is told so. */
const longestContent = Math.ceil(largestDocument / 3) * 4 + 4_096

/** Whether all of `text` is base64, padded. One class of characters at a time: it may be long. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

export const documentRequestSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(longestGivenName, alone)
    .overwrite(cleanFileName)
    .meta({ description: 'With its ending; folders, and what no disk takes, are left out of it' }),
  content: z
    .string()
    .max(longestContent, alone)
    .refine(isBase64, { error: 'invalid_base64', params: { code: 'invalid_base64' } })
    .meta({ contentEncoding: 'base64', description: 'The file, in base64' }),
})
export type DocumentRequest = z.infer<typeof documentRequestSchema>

/** A little more than the longest name and content. */
export const documentBodyLimit = longestContent + 8_192
