/**
 * Exposure: the ledger of a policyholder (what its customers have not paid yet) against what covers it. It is
 * read and kept on this computer alone; nothing of it is ever sent.
 */
import { z } from 'zod'
import { idSchema, lineSchema, timestampSchema } from '../common.ts'
import { countSchema, currencyCodeSchema, daySchema, moneyFigureSchema } from '../credit/amounts.ts'
import { windowInput, windowOf } from '../credit/windows.ts'
import { nothing, type Route } from '../route.ts'
import {
  reportingStateSchema,
  ageBands,
  type AgeBand,
  ledgerCustomerSchema,
  customerFiltersSchema,
  ledgerInvoiceSchema,
  mostShownInvoices,
  customerBuyerSchema,
} from './ledger-customers.ts'
import { cellTextSchema, openedTableOf, tableAnswers, tableChangesOf } from './opened-tables.ts'

/** As many lines as a ledger has at most. */
export const mostLedgerLines = 200_000

/** What an aged ledger says in place of due dates: a column an age, with what is owed of that. */
export const ledgerAgeFields = [
  'age_not_due',
  'age_1_30',
  'age_31_60',
  'age_61_90',
  'age_over_90',
] as const satisfies readonly `age_${AgeBand}`[]

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
  ...ledgerAgeFields,
] as const
export const ledgerFieldSchema = z.enum(ledgerFields)
export type LedgerField = z.infer<typeof ledgerFieldSchema>

/**
 * Without them nothing can be computed. A customer is told from others by its number, or by its name; ages
 * stand for the due date and the amount.
 */
export const neededLedgerFields = ['name', 'dueOn', 'amount'] as const satisfies LedgerField[]

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
  /** The ages of an aged ledger do not add up to its own sum. */
  'ages_differ',
  /** A sum of other lines. */
  'total_line',
] as const
export const ledgerProblemSchema = z.object({
  /** The line of the text, or the row of the sheet, on which it began. */
  place: countSchema,
  field: ledgerFieldSchema,
  code: z.enum(ledgerProblemCodes),
  text: cellTextSchema,
})
export type LedgerProblem = z.infer<typeof ledgerProblemSchema>

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
  ...openedTableOf(ledgerFieldSchema),
  answers: z.object({
    ...tableAnswers,
    /** Of amounts whose line says none. */
    currency: currencyCodeSchema.nullable(),
    /** Of customers with limits under several policies. */
    policyId: idSchema.nullable(),
  }),
  /** The day on which ages were counted; null where the ledger says due dates. */
  agedOn: daySchema.nullable(),
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
  ...tableChangesOf(ledgerFieldSchema),
  z.strictObject({ kind: z.literal('currency'), currency: currencyCodeSchema.nullable() }),
  z.strictObject({ kind: z.literal('policy'), policyId: idSchema.nullable() }),
  /** The day on which ages were counted; until it is said, the one on which the ledger was opened. */
  z.strictObject({ kind: z.literal('agedOn'), day: daySchema }),
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
      /** As in the view: every due date is then the earliest that it may be. */
      agedOn: daySchema.nullable(),
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
