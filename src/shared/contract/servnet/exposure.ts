/**
 * Exposure: the ledger of a policyholder (what its customers have not paid yet) against what covers it. It is
 * read and kept on this computer alone; nothing of it is ever sent.
 */
import { z } from 'zod'
import { idSchema, lineSchema, moneySchema, timestampSchema } from '../common.ts'
import { countSchema, currencyCodeSchema, daySchema, moneyFigureSchema } from '../credit/amounts.ts'
import { buyerSchema } from '../credit/buyers.ts'
import { windowInput, windowOf } from '../credit/windows.ts'
import { nothing, type Route } from '../route.ts'

/** As many lines as a ledger has at most. */
export const mostLedgerLines = 200_000

/** What a column of a ledger can hold; in the order in which the page shows them. */
export const ledgerFields = [
  'customerNumber',
  'name',
  'country',
  'registrationNumber',
  'invoice',
  'issuedOn',
  'dueOn',
  'amount',
  'currency',
  'policy',
] as const
export const ledgerFieldSchema = z.enum(ledgerFields)
export type LedgerField = z.infer<typeof ledgerFieldSchema>

/** Without them nothing can be computed. A customer is told from others by its number, or by its name. */
export const neededLedgerFields = ['name', 'dueOn', 'amount'] as const satisfies LedgerField[]

const cellTextSchema = z.string().max(500)
const mostColumns = 60

/** Why a line of the ledger is left out; it is said, and counted nowhere. Words under `exposure:lineProblems`. */
export const ledgerProblemCodes = [
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
  'amount_too_large',
  'too_many_decimals',
  'no_decimals',
  'no_day',
  'day_of_no_calendar',
  'day_is_number',
  'day_ambiguous',
  'country_unknown',
  'currency_unknown',
] as const
export const ledgerProblemSchema = z.object({
  /** The line of the text, or the row of the sheet, on which it began. */
  place: countSchema,
  field: ledgerFieldSchema,
  code: z.enum(ledgerProblemCodes),
  text: cellTextSchema,
})
export type LedgerProblem = z.infer<typeof ledgerProblemSchema>

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

const customerBuyerSchema = buyerSchema.pick({
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
  dueOn: daySchema,
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

/** What only a person can say of a ledger: it is asked once, and remembered for its columns. */
const ledgerQuestionSchema = z.object({
  kind: z.enum(['decimalSign', 'dayOrder']),
  sample: cellTextSchema,
})

const partSchema = z.object({ customers: countSchema, amount: moneyFigureSchema })

/** In the currency of the page, by the rates of `ratesOf`. */
export const exposureTotalsSchema = z.object({
  currency: currencyCodeSchema,
  /** The day of the rates; null where none was needed. */
  ratesOf: daySchema.nullable(),
  owed: partSchema,
  /** Of all customers what is within a limit in force; those that are over theirs count up to it. */
  covered: partSchema,
  /** What goes beyond limits in force. */
  over: partSchema,
  refused: partSchema,
  unknown: partSchema,
  noRate: partSchema,
  ages: z.array(z.object({ band: z.enum(ageBands), amount: moneyFigureSchema })).length(5),
  /** By the reporting of their oldest invoice, of those whose policy is known. */
  reporting: z.record(reportingStateSchema, countSchema),
  toMatch: countSchema,
})
export type ExposureTotals = z.infer<typeof exposureTotalsSchema>

export const exposureViewSchema = z.object({
  file: lineSchema.meta({ description: 'Its name, without its folder' }),
  openedAt: timestampSchema,
  /** The day by which all is computed: today, by the portal’s clock as far as it is known. */
  asOf: daySchema,
  sheet: z.string().nullable(),
  sheets: z.array(z.string()).max(500),
  isMixed: z.boolean(),
  /** Lines that could not be taken apart, for their quotation marks. */
  broken: z.array(z.number().int()).max(100),
  hasHeader: z.boolean(),
  columns: z
    .array(
      z.object({
        name: cellTextSchema,
        sample: cellTextSchema,
        field: ledgerFieldSchema.nullable(),
      }),
    )
    .max(mostColumns),
  isKnown: z.boolean(),
  questions: z.array(ledgerQuestionSchema).max(2),
  answers: z.object({
    decimalSign: z.enum(['comma', 'point']).nullable(),
    dayOrder: z.enum(['day-first', 'month-first']).nullable(),
    /** Of amounts whose line says none. */
    currency: currencyCodeSchema.nullable(),
    /** Of customers with limits under several policies. */
    policyId: idSchema.nullable(),
  }),
  /** Needed columns that no column is said to be; nothing is computed until there is none. */
  missing: z.array(ledgerFieldSchema).max(ledgerFields.length),
  lines: countSchema,
  /** The first hundred lines that were left out, and how many there are. */
  problems: z.array(ledgerProblemSchema).max(100),
  wrongLines: countSchema,
  /** Null while columns are missing or a question is open. */
  totals: exposureTotalsSchema.nullable(),
  /** Whether all buyers and limits are on this computer; else more may be found later. */
  isWhole: z.boolean(),
})
export type ExposureView = z.infer<typeof exposureViewSchema>

export const ledgerChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sheet'), sheet: z.string().max(300) }),
  z.strictObject({ kind: z.literal('header'), hasHeader: z.boolean() }),
  /** Whichever other column held the field holds it no more. */
  z.strictObject({
    kind: z.literal('column'),
    at: z.number().int().nonnegative().max(mostColumns),
    field: ledgerFieldSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('decimalSign'), answer: z.enum(['comma', 'point']) }),
  z.strictObject({ kind: z.literal('dayOrder'), answer: z.enum(['day-first', 'month-first']) }),
  z.strictObject({ kind: z.literal('currency'), currency: currencyCodeSchema.nullable() }),
  z.strictObject({ kind: z.literal('policy'), policyId: idSchema.nullable() }),
])
export type LedgerChange = z.infer<typeof ledgerChangeSchema>

const viewed = z.object({ view: exposureViewSchema.nullable() })

export const exposureRoutes = {
  /** Of the ledger that is kept, against the limits of now; null where there is none. */
  'servnet.exposure': { input: nothing, output: viewed },
  /** Asks which file, and reads it in place of the present one; that stays where the person thinks better of it. */
  'servnet.openLedger': { input: nothing, output: viewed },
  'servnet.changeLedger': { input: ledgerChangeSchema, output: viewed },
  /** Nothing of it is left on this computer; what was said of customers, and of columns, goes too. */
  'servnet.removeLedger': { input: nothing, output: nothing },
  'servnet.ledgerCustomers': {
    input: z.strictObject({ ...windowInput, filters: customerFiltersSchema }),
    output: z.object({ window: windowOf(ledgerCustomerSchema) }),
  },
  'servnet.ledgerCustomer': {
    input: z.strictObject({ key: idSchema }),
    output: z.object({
      customer: ledgerCustomerSchema,
      invoices: z.array(ledgerInvoiceSchema).max(mostShownInvoices),
      /** Buyers that it may be. */
      candidates: z.array(customerBuyerSchema).max(20),
      asOf: daySchema,
    }),
  },
  /** Says which buyer a customer is; null for none of those that are known. Remembered for the next ledger. */
  'servnet.matchCustomer': {
    input: z.strictObject({ key: idSchema, buyerId: idSchema.nullable() }),
    output: z.object({ customer: ledgerCustomerSchema }),
  },
  /** The days by which to report, and on which cover of deliveries ends, as a calendar file; asks where to save it. */
  'servnet.exportLedgerDays': {
    input: z.strictObject({ key: idSchema.nullable() }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), path: z.string().max(4_096), days: countSchema }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
} as const satisfies Record<string, Route>
