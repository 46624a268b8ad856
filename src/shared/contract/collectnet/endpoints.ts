/** Atradius Collect@Net. */
import { z } from 'zod'
import { idSchema, pageOf, portfolioPageQuerySchema } from '../common.ts'
import { policySchema } from '../credit/policies.ts'
import { sentFileSchema, serviceDefaults, type Endpoint } from '../endpoint.ts'
import { caseQuerySchema } from '../credit/case-filters.ts'
import { caseDetailSchema, caseRequestSchema, collectionCaseSchema } from './cases.ts'
import { caseDocumentSchema, documentBodyLimit, documentRequestSchema } from './documents.ts'

const defaults = { ...serviceDefaults('collectnet'), tag: 'Collect@Net' } as const

/** As many invoices as a case has at most, and remarks. */
const longestBody = 131_072

export const collectnetEndpoints = {
  collectnetPolicies: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/policies',
    summary: 'The policies that are granted, with their conditions',
    description: 'By name, in pages.',
    query: portfolioPageQuerySchema,
    status: 200,
    answer: pageOf(policySchema),
    problems: ['not_found'],
  },
  collectnetCases: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/cases',
    summary: 'Cases of collection, newest first',
    description:
      'Those under the policies that are granted, in pages. A policy that is not granted is not found.',
    query: caseQuerySchema,
    status: 200,
    answer: pageOf(collectionCaseSchema),
    problems: ['not_found'],
  },
  collectnetCase: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/cases/{id}',
    summary: 'One case, with its course and its invoices',
    description: 'A case under a policy that is not granted is not found.',
    params: z.object({ id: idSchema }),
    status: 200,
    answer: caseDetailSchema,
    problems: ['not_found'],
  },
  collectnetEnterCase: {
    ...defaults,
    method: 'POST',
    path: '/v1/collectnet/cases',
    summary: 'Enter a case',
    description:
      'Of a buyer by its id, or by a description, as in an application for a limit. An invoice that is due before it was issued, or issued after today, is refused (`invalid_request`), and so is a number that is there twice. Where an open case of the same buyer and policy has one of the invoices, case and letters of its number aside, the request is refused (`case_exists`, with its `caseId` and the `number` among the parameters). A policy that is not granted, and a buyer that is not there, are not found.',
    body: caseRequestSchema,
    bodyLimit: longestBody,
    status: 201,
    answer: caseDetailSchema,
    problems: ['not_found', 'case_exists'],
  },
  collectnetAddDocument: {
    ...defaults,
    method: 'POST',
    path: '/v1/collectnet/cases/{id}/documents',
    summary: 'Add a document to a case',
    description:
      'A file of at most 10 MB; a case has at most 20 (`documents_full`). PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT and EML are taken, told by their content: another kind of file is refused (`document_type`), and so is one that is not what the ending of its name says, or has a program in it (`document_mismatch`). Closed cases take documents, too. Whoever sees the case sees its documents.',
    params: z.object({ id: idSchema }),
    body: documentRequestSchema,
    bodyLimit: documentBodyLimit,
    status: 201,
    answer: caseDocumentSchema,
    problems: [
      'not_found',
      'documents_full',
      'document_empty',
      'document_type',
      'document_mismatch',
      'document_too_large',
    ],
  },
  collectnetDocument: {
    ...defaults,
    method: 'GET',
    path: '/v1/collectnet/cases/{id}/documents/{document}/content',
    summary: 'The content of a document, as a file to save',
    description:
      'The file as it was added, under the name that `Content-Disposition` gives it. A document of a case under a policy that is not granted is not found.',
    params: z.object({ id: idSchema, document: idSchema }),
    status: 200,
    answer: sentFileSchema,
    mediaType: 'application/octet-stream',
    problems: ['not_found'],
  },
} as const satisfies Record<string, Endpoint>
