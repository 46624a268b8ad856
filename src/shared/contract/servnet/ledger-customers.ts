/** Customers of a ledger: what each owes, what covers it, and until when its oldest invoice is to be reported. */
import { z } from 'zod'
import { idSchema, lineSchema, moneySchema } from '../common.ts'
import { countSchema, daySchema, moneyFigureSchema } from '../credit/amounts.ts'
import { buyerSchema } from '../credit/buyers.ts'

/** How a customer stands to its limit. Words under `exposure:cover`. */
export const coverStates = [
  /** All that it owes is within the limit in force. */
  'covered',
  /** It owes more than the limit in force. */
  'over',
  /** Decided, and nothing is in force. */
  'refused',
  /** Nothing was ever decided, or the customer is no known buyer. */
  'unknown',
  /** Its amounts cannot be compared with its limit: a rate is missing. */
  'no_rate',
] as const
export const coverStateSchema = z.enum(coverStates)
export type CoverState = z.infer<typeof coverStateSchema>

/** How its oldest unpaid invoice stands to the conditions of the policy. Words under `exposure:reporting`. */
export const reportingStates = [
  /** Nothing is past its due date. */
  'not_due',
  /** Past its due date, within the maximum extension period: deliveries are still covered. */
  'within_mep',
  /** Past it: it must be reported, and new deliveries are not covered. */
  'to_report',
  /** The last day to report it has gone by. */
  'late',
] as const
export const reportingStateSchema = z.enum(reportingStates)
export type ReportingState = z.infer<typeof reportingStateSchema>

/** Days past the original due date. */
export const ageBands = ['not_due', '1_30', '31_60', '61_90', 'over_90'] as const
export type AgeBand = (typeof ageBands)[number]

/** How a customer was found to be a buyer: asked in this order. */
export const matchKinds = ['hand', 'number', 'name'] as const

export const customerBuyerSchema = buyerSchema.pick({
  id: true,
  name: true,
  country: true,
  town: true,
  registrationNumber: true,
})
export type CustomerBuyer = z.infer<typeof customerBuyerSchema>

export const ledgerCustomerSchema = z.object({
  /** Stays when a newer ledger is opened: what was said of the customer is remembered by it. */
  key: idSchema,
  name: lineSchema,
  customerNumber: z.string().max(64).nullable(),
  country: z.string().max(2).nullable(),
  registrationNumber: z.string().max(64).nullable(),
  buyer: customerBuyerSchema.nullable(),
  matchedBy: z.enum(matchKinds).nullable().meta({ description: 'Null for no known buyer' }),
  /** How many buyers it may be, where the person has to say which. */
  candidates: countSchema,
  /** Under which policy it counts; null for no known buyer, or one without a decision. */
  policyId: idSchema.nullable(),
  /** Whether it has limits under several policies, of which the ledger names none. */
  isPolicyChosen: z.boolean(),
  invoices: countSchema,
  /** What it owes, credit notes taken off; in the currency of the limit, else of the page. */
  owed: moneyFigureSchema,
  /** As the ledger writes it, where that is in other currencies. */
  owedAsWritten: z.array(moneySchema).max(20),
  /** In force today; null where none ever was. */
  limit: moneySchema.nullable(),
  /** `owed` beyond the limit in force; null where there is no limit or a rate is missing. */
  over: moneyFigureSchema,
  overdue: moneyFigureSchema,
  /** The original due date of its oldest unpaid invoice. */
  oldestDueOn: daySchema.nullable(),
  daysOverdue: countSchema,
  /** Of that invoice, by the policy’s conditions; null where no policy is known. */
  mepEndsOn: daySchema.nullable(),
  reportBy: daySchema.nullable(),
  reporting: reportingStateSchema.nullable(),
  /** Whether a delivery of today is covered; null where it cannot be said. */
  areDeliveriesCovered: z.boolean().nullable(),
  cover: coverStateSchema,
})
export type LedgerCustomer = z.infer<typeof ledgerCustomerSchema>

export const customerSorts = [
  'name',
  '-name',
  'owed',
  '-owed',
  'over',
  '-over',
  'overdue',
  '-overdue',
  'report_by',
  '-report_by',
] as const

export const customerFiltersSchema = z.object({
  q: z.string().max(200).optional(),
  cover: coverStateSchema.optional(),
  reporting: reportingStateSchema.optional(),
  /** Those of which the person has to say which buyer they are. */
  toMatch: z.boolean().optional(),
  sort: z.enum(customerSorts).default('-owed'),
})
export type CustomerFilters = z.infer<typeof customerFiltersSchema>

export const ledgerInvoiceSchema = z.object({
  number: z.string().max(64).nullable(),
  issuedOn: daySchema.nullable(),
  /** Null where an aged ledger says that it is not due yet, and not when. */
  dueOn: daySchema.nullable(),
  /** Negative for a credit note. */
  amount: moneySchema,
  daysOverdue: countSchema,
  mepEndsOn: daySchema.nullable(),
  reportBy: daySchema.nullable(),
  reporting: reportingStateSchema.nullable(),
})
export type LedgerInvoice = z.infer<typeof ledgerInvoiceSchema>

/** As many invoices of one customer as are shown, those due first; the rest is counted. */
export const mostShownInvoices = 500
