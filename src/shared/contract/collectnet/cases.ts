/** Cases of collection: unpaid invoices that the insurer collects for a policyholder. */
import { z } from 'zod'
import {
  alone,
  idSchema,
  isPlainText,
  lineSchema,
  longestTypedLine,
  moneySchema,
  timestampSchema,
} from '../common.ts'
import { visibleText } from '../../rules/typed-text.ts'
import { askedMoneySchema, currencyCodeSchema, daySchema } from '../credit/amounts.ts'
import { describedBuyerSchema } from '../credit/applications.ts'
import { caseStatusSchema, type CaseStatus } from '../credit/case-filters.ts'
import { caseDocumentSchema, mostDocuments } from './documents.ts'

/** Whether nothing more is collected. */
export function isClosedCase(status: CaseStatus): boolean {
  return status === 'recovered' || status === 'closed'
}

/** What happens in a case. Words under `cases:steps.<kind>`. */
export const caseStepKinds = [
  'opened',
  'reminder_sent',
  'debtor_contacted',
  'payment_received',
  'instalment_plan',
  'legal_action',
  'closed',
] as const
export type CaseStepKind = (typeof caseStepKinds)[number]
const caseStepKindSchema = z.enum(caseStepKinds)

/** As many invoices as one case has at most. */
export const mostInvoices = 200

export const collectionCaseSchema = z.object({
  id: idSchema,
  policyId: idSchema,
  buyerId: idSchema,
  buyerName: lineSchema,
  country: z.string().max(2),
  status: caseStatusSchema,
  openedAt: timestampSchema,
  claimed: moneySchema.meta({ description: 'The sum of its invoices' }),
  recovered: moneySchema.meta({ description: 'The sum of what was paid since it was opened' }),
  outstanding: moneySchema.meta({ description: '`claimed` less `recovered`' }),
  invoiceNumbers: z.array(z.string().max(64)).max(mostInvoices).meta({
    description: 'The invoice that was due first comes first',
  }),
  oldestDueOn: daySchema.meta({ description: 'When the first of its invoices was due' }),
  lastStep: z.object({ kind: caseStepKindSchema, at: timestampSchema }),
})
export type CollectionCase = z.infer<typeof collectionCaseSchema>

export const caseStepSchema = z.object({
  id: idSchema,
  kind: caseStepKindSchema,
  at: timestampSchema,
  amount: moneySchema.nullable().meta({ description: 'Of a payment, or of each instalment' }),
  note: z.string().max(2_000).nullable().meta({ description: 'As the insurer wrote it' }),
})
export type CaseStep = z.infer<typeof caseStepSchema>

const invoiceSchema = z.object({
  number: z.string().max(64),
  issuedOn: daySchema,
  dueOn: daySchema.meta({ description: 'The original due date' }),
  amount: moneySchema,
  paid: moneySchema,
})
export type Invoice = z.infer<typeof invoiceSchema>

export const caseDetailSchema = collectionCaseSchema.extend({
  remarks: z.string().max(2_000).nullable(),
  course: z.array(caseStepSchema).max(1_000).meta({ description: 'Oldest first' }),
  invoices: z.array(invoiceSchema).max(mostInvoices),
  documents: z
    .array(caseDocumentSchema)
    .max(mostDocuments)
    // What was kept of a portal that had none is still read.
    .default([])
    .meta({ description: 'Oldest first, without their content' }),
})
export type CaseDetail = z.infer<typeof caseDetailSchema>

const longestRemarks = 2_000

const newInvoiceSchema = z.strictObject({
  number: z
    .string()
    .max(longestTypedLine, alone)
    .overwrite(visibleText)
    .min(1)
    .max(64)
    .refine(isPlainText),
  issuedOn: daySchema,
  dueOn: daySchema.meta({ description: 'The original due date' }),
  amount: askedMoneySchema.shape.amount.meta({
    description: 'In the currency of the case; more than zero',
  }),
})

/** Of a buyer that is known by its id, or of one that is described: one of the two. */
export const caseRequestSchema = z
  .strictObject({
    policyId: idSchema,
    buyerId: idSchema.nullable().optional(),
    buyer: describedBuyerSchema.nullable().optional(),
    currency: currencyCodeSchema,
    invoices: z.array(newInvoiceSchema).min(1).max(mostInvoices, alone),
    remarks: z
      .string()
      .max(longestRemarks, alone)
      .refine((text) => text.isWellFormed() && !text.includes('\0'))
      .nullable()
      .optional(),
  })
  .refine(({ buyerId, buyer }) => (buyerId ?? null) === null || (buyer ?? null) === null, {
    path: ['buyer'],
    error: 'one_buyer',
    params: { code: 'one_buyer' },
  })
  .refine(({ buyerId, buyer }) => (buyerId ?? null) !== null || (buyer ?? null) !== null, {
    path: ['buyerId'],
    error: 'required',
    params: { code: 'required' },
  })
export type CaseRequest = z.infer<typeof caseRequestSchema>
