/** Many applications at once: a table as it is read, checked and put right, and what becomes of each row. */
import { z } from 'zod'
import { idSchema, lineSchema, moneySchema, timestampSchema } from '../common.ts'
import { daySchema } from '../credit/amounts.ts'
import { applicationWarningSchema } from '../credit/application-checks.ts'
import { limitStatusSchema } from '../credit/credit-limits.ts'
import { appErrorSchema, errorParamsSchema } from '../result.ts'
import { nothing, type Route } from '../route.ts'
import { cellTextSchema, openedTableOf, tableAnswers, tableChangesOf } from './opened-tables.ts'

/** As many applications as one batch takes. */
export const mostBatchRows = 2_000

/** What a column of such a table can hold; in the order in which a row shows it. */
export const batchFields = [
  'name',
  'country',
  'registrationNumber',
  'policy',
  'amount',
  'currency',
  'terms',
  'startsOn',
  'endsOn',
  'town',
  'buyerId',
] as const
export const batchFieldSchema = z.enum(batchFields)
export type BatchField = z.infer<typeof batchFieldSchema>

/** What is wrong with a field of a row: it is not sent as long as that is so. */
export const batchProblemCodes = [
  'required',
  'made_a_day',
  'digits_lost',
  'empty_name',
  'name_too_long',
  'control_characters',
  'no_number',
  'number_too_long',
  'number_characters',
  'no_amount',
  'amount_signs',
  'amount_ambiguous',
  'amount_negative',
  'amount_too_large',
  'too_many_decimals',
  'no_decimals',
  'no_day',
  'day_of_no_calendar',
  'day_is_number',
  'day_ambiguous',
  'no_whole_number',
  'country_unknown',
  'currency_unknown',
  'currency_differs',
  'policy_unknown',
  'policy_ambiguous',
  'terms_too_long',
  'ends_in_past',
  'ends_before_starts',
  'buyer_unknown',
  'buyer_ambiguous',
  'row_double',
  'application_pending',
  'application_waiting',
] as const
export type BatchProblemCode = (typeof batchProblemCodes)[number]

const batchProblemSchema = z.object({
  field: batchFieldSchema,
  code: z.enum(batchProblemCodes),
  params: errorParamsSchema.optional(),
})
export type BatchProblem = z.infer<typeof batchProblemSchema>

/** One of several buyers that a row can mean. */
const batchBuyerSchema = z.object({
  id: idSchema,
  name: lineSchema,
  country: z.string().max(2),
  town: lineSchema.nullable(),
  registrationNumber: z.string().max(64).nullable(),
})
export type BatchBuyer = z.infer<typeof batchBuyerSchema>

const batchWarningSchema = z.discriminatedUnion('kind', [
  ...applicationWarningSchema.options,
  /** The buyer that has this number is called otherwise than the row says. */
  z.object({ kind: z.literal('name_differs'), name: lineSchema }),
])
export type BatchWarning = z.infer<typeof batchWarningSchema>

export const batchRowSchema = z.object({
  /** By which it is changed. */
  key: z.number().int().nonnegative(),
  /** The line of the text, or the row of the sheet, on which it began. */
  place: z.number().int().nonnegative(),
  state: z.enum(['ready', 'wrong', 'left']),
  /** As it was read, or put right. */
  texts: z.partialRecord(batchFieldSchema, cellTextSchema),
  /** What is sent, as far as it can be read. */
  amount: moneySchema.nullable(),
  /** The buyer that it means; null for one that is described, or not found out. */
  buyer: batchBuyerSchema.nullable(),
  candidates: z.array(batchBuyerSchema).max(20),
  problems: z.array(batchProblemSchema).max(40),
  warnings: z.array(batchWarningSchema).max(40),
})
export type BatchRowView = z.infer<typeof batchRowSchema>

export const batchViewSchema = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), name: lineSchema }),
    z.object({ kind: z.literal('pasted') }),
  ]),
  ...openedTableOf(batchFieldSchema),
  answers: z.object(tableAnswers),
  /** Of rows whose table says none; null for the only policy there is, and for its longest terms. */
  defaults: z.object({ policyId: idSchema.nullable(), terms: z.string().max(20).nullable() }),
  rows: z.array(batchRowSchema).max(mostBatchRows),
  savedAt: timestampSchema,
})
export type BatchView = z.infer<typeof batchViewSchema>

export const batchChangeSchema = z.discriminatedUnion('kind', [
  ...tableChangesOf(batchFieldSchema),
  z.strictObject({ kind: z.literal('policy'), policyId: idSchema.nullable() }),
  z.strictObject({ kind: z.literal('terms'), terms: z.string().max(20).nullable() }),
  /** Puts a row right. */
  z.strictObject({
    kind: z.literal('row'),
    key: z.number().int().nonnegative(),
    texts: z.partialRecord(batchFieldSchema, cellTextSchema),
    /** Which buyer it means; null for one that is described by it. Left out, what was said holds while its name does. */
    buyerId: idSchema.nullable().optional(),
  }),
  z.strictObject({
    kind: z.literal('leave'),
    keys: z.array(z.number().int().nonnegative()).max(mostBatchRows),
    isLeft: z.boolean(),
  }),
])
export type BatchChange = z.infer<typeof batchChangeSchema>

/** What is shown of an application of a batch whatever becomes of it. */
export const batchSubjectSchema = z.object({
  buyerName: lineSchema,
  buyerId: idSchema.nullable(),
  country: z.string().max(2),
  policyId: idSchema,
  amount: moneySchema,
  paymentTermsDays: z.number().int().nonnegative(),
})

/** How a batch stands: of its applications those that wait, were refused, given up, and sent. */
export const batchProgressSchema = z.object({
  id: idSchema,
  madeAt: timestampSchema,
  size: z.number().int(),
  waiting: z.number().int(),
  refused: z.number().int(),
  givenUp: z.number().int(),
  sent: z.number().int(),
  /** Why the next one did not get through the last time. */
  error: appErrorSchema.nullable(),
})
export type BatchProgress = z.infer<typeof batchProgressSchema>

/** An application of a batch, on its way to a decision. */
export const followedRowSchema = z.object({
  ...batchSubjectSchema.shape,
  position: z.number().int(),
  /** By which its page finds it, once it was sent or as long as it waits; null for neither. */
  applicationId: idSchema.nullable(),
  /** By which one that was refused is given up. */
  editId: idSchema,
  status: z.enum(['waiting', 'not_taken', 'given_up', ...limitStatusSchema.options]),
  error: appErrorSchema.nullable(),
  granted: moneySchema.nullable(),
  decidedAt: timestampSchema.nullable(),
  expectedBy: timestampSchema.nullable(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
})
export type FollowedRow = z.infer<typeof followedRowSchema>

const drafted = z.object({ view: batchViewSchema.nullable() })

export const batchRoutes = {
  /** What was pasted or opened and not sent, checked anew; null where there is nothing. */
  'servnet.batchDraft': { input: nothing, output: drafted },
  /** Asks which file, and reads it; the present draft stays where the person thinks better of it. */
  'servnet.openBatch': { input: nothing, output: drafted },
  'servnet.pasteBatch': {
    input: z.strictObject({ text: z.string().max(4_000_000) }),
    output: drafted,
  },
  'servnet.changeBatch': { input: batchChangeSchema, output: drafted },
  'servnet.discardBatch': { input: nothing, output: drafted },
  /**
   * Keeps the rows that are ready as one batch, which is sent by itself; those that are wrong stay. `id`
   * names it for good: sent twice, by a double click, it is one.
   */
  'servnet.sendBatch': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ size: z.number().int(), view: batchViewSchema.nullable() }),
  },
  /** Those that are remembered, the latest first. */
  'servnet.batches': {
    input: nothing,
    output: z.object({ batches: z.array(batchProgressSchema) }),
  },
  'servnet.batch': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ progress: batchProgressSchema, rows: z.array(followedRowSchema) }),
  },
} as const satisfies Record<string, Route>
