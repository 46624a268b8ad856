/** Espace Partenaires, for brokers. */
import { z } from 'zod'
import { idSchema, pageOf } from '../common.ts'
import { sentFileSchema, serviceDefaults, type Endpoint } from '../endpoint.ts'
import { clientQuerySchema, clientSchema, clientsQuerySchema } from './clients.ts'
import { partnerDocumentSchema, partnerDocumentsQuerySchema } from './documents.ts'

const defaults = { ...serviceDefaults('partners'), tag: 'Espace Partenaires' } as const

export const partnersEndpoints = {
  partnersClients: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/clients',
    summary: 'The clients of a broker',
    description:
      'The organisations of whose policies some are granted, by name, in pages: each with those policies and their figures together, as of today. A figure in money that needs a currency without a rate is null.',
    query: clientsQuerySchema,
    status: 200,
    answer: pageOf(clientSchema),
  },
  partnersClient: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/clients/{id}',
    summary: 'One client of a broker',
    description: 'As in the list. An organisation none of whose policies is granted is not found.',
    params: z.object({ id: idSchema }),
    query: clientQuerySchema,
    status: 200,
    answer: clientSchema,
    problems: ['not_found'],
  },
  partnersDocuments: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/documents',
    summary: 'Documents for brokers',
    description:
      'What the insurer has published, the same for every broker, newest first, in pages: of one topic or one language, or what is looked for.',
    query: partnerDocumentsQuerySchema,
    status: 200,
    answer: pageOf(partnerDocumentSchema),
  },
  partnersDocument: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/documents/{id}',
    summary: 'What is known of one document',
    description: 'As in the list. One that was taken away is not found.',
    params: z.object({ id: idSchema }),
    status: 200,
    answer: partnerDocumentSchema,
    problems: ['not_found'],
  },
  partnersDocumentContent: {
    ...defaults,
    method: 'GET',
    path: '/v1/partners/documents/{id}/content',
    summary: 'The content of a document, as a file to save',
    description:
      'The file as it was published, under the name that `Content-Disposition` gives it. One that was taken away is not found.',
    params: z.object({ id: idSchema }),
    status: 200,
    answer: sentFileSchema,
    mediaType: 'application/octet-stream',
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
