/** What is typed of a case: as the form holds it, as a draft keeps it, and as it is sent. */
import { z } from 'zod'
import type { CaseRequest } from '../../../../shared/contract/collectnet/cases.ts'
import type { Attached } from '../../../../shared/contract/collectnet/documents.ts'
import type { CaseDraft } from '../../../../shared/contract/collectnet/routes.ts'
import type { FieldError } from '../../../../shared/contract/result.ts'
import { amountText } from '../../../../shared/credit/group-amount.ts'
import { isDay } from '../../../../shared/credit/reporting.ts'
import { foldTyped } from '../../../../shared/rules/typed-text.ts'
import type { Language } from '../../../../shared/languages.ts'
import { amountFailure, amountOf } from '../../../common/credit/amount-rules.ts'
import {
  describedOf,
  fieldsOfBuyer,
  type WhoValues,
} from '../../../common/credit/buyer/who-values.ts'
import type { ItemOf } from '../../../common/offline/pending.tsx'
import { writeFailure } from '../../../common/forms/field-failures.ts'
import type { OpenedCase } from '../../../common/navigation/opened-with.ts'

export type InvoiceValues = CaseDraft['invoices'][number]

/** All but whom it is about. */
export type CaseValues = {
  readonly policyId: string
  readonly currency: string
  readonly invoices: InvoiceValues[]
  readonly remarks: string
}

export const noInvoice: InvoiceValues = { number: '', issuedOn: '', dueOn: '', amount: '' }
export const invoiceFields = ['number', 'issuedOn', 'dueOn', 'amount'] as const

const longestRemarks = 2_000
const longestNumber = 64

/**
 * The rules of a case that the portal has, too: each invoice has its own problems.
 * @param today by UTC, as all days of the portal
 */
export function caseSchema(language: Language, today: string) {
  const invoice = z.object({
    number: z.string(),
    issuedOn: z.string(),
    dueOn: z.string(),
    amount: z.string(),
  })
  return z
    .object({
      policyId: z.string().min(1),
      currency: z.string(),
      invoices: z.array(invoice),
      remarks: z.string().max(longestRemarks),
    })
    .superRefine(({ currency, invoices }, issues) => {
      const keys = invoices.map(({ number }) => foldTyped(number))
      for (const [index, { number, issuedOn, dueOn, amount }] of invoices.entries()) {
        const add = (field: (typeof invoiceFields)[number], message: string) =>
          issues.addIssue({ code: 'custom', path: ['invoices', index, field], message })
        if (keys[index] === '') add('number', 'required')
        else if (number.trim().length > longestNumber) {
          add('number', writeFailure({ code: 'too_long', params: { max: longestNumber } }))
        } else if (keys.indexOf(keys[index] ?? '') !== index) add('number', 'invoice_twice')
        if (!isDay(issuedOn)) add('issuedOn', 'required')
        else if (issuedOn > today) add('issuedOn', 'issued_in_future')
        if (!isDay(dueOn)) add('dueOn', 'required')
        else if (dueOn < issuedOn) add('dueOn', 'due_before_issue')
        const failure = amountFailure(language, amount, currency)
        if (failure !== null) add('amount', writeFailure(failure))
        else if (!/[1-9]/.test(amountOf(language, amount, currency)?.amount ?? ''))
          add('amount', 'amount_zero')
      }
    })
}

/** What is sent; null where an amount cannot be read. */
export function requestOf(
  language: Language,
  who: WhoValues,
  { policyId, currency, invoices, remarks }: CaseValues,
): CaseRequest | null {
  const read = invoices.flatMap(({ number, issuedOn, dueOn, amount: typed }) => {
    const amount = amountOf(language, typed, currency)
    return amount === null ? [] : [{ number, issuedOn, dueOn, amount: amount.amount }]
  })
  if (read.length !== invoices.length) return null
  return {
    policyId,
    ...(who.buyerId === '' ? { buyer: describedOf(who) } : { buyerId: who.buyerId }),
    currency,
    invoices: read,
    remarks: remarks.trim() === '' ? null : remarks,
  }
}

/** What is kept on this computer; null where nothing was typed that could be lost. */
export function draftOf(
  who: WhoValues,
  values: CaseValues,
  documents: Attached[],
): CaseDraft | null {
  const { buyerId, ...described } = who
  const { invoices, remarks } = values
  const typed = [
    buyerId,
    described.buyerName,
    described.registrationNumber,
    described.town,
    remarks,
  ]
  const all = [...typed, ...invoices.flatMap((invoice) => Object.values(invoice))]
  if (documents.length === 0 && all.every((text) => text.trim() === '')) return null
  return { ...described, ...values, documents, buyerId: buyerId === '' ? null : buyerId }
}

type Typed = {
  readonly who: WhoValues
  readonly values: CaseValues
  readonly documents: Attached[]
}

/** The same as `draftOf` kept it. */
export function typedOf({ buyerId, ...draft }: CaseDraft): Typed {
  const { buyerName, country, registrationNumber, town, invoices, documents, ...values } = draft
  return {
    who: { buyerId: buyerId ?? '', buyerName, country, registrationNumber, town },
    values: { ...values, invoices: invoices.length === 0 ? [noInvoice] : invoices },
    documents,
  }
}

/** What was handed in, to be typed anew. @param buyerName of a buyer that was chosen */
export function typedOfEdit(
  language: Language,
  { request, documents }: ItemOf<'enterCase'>['edit'],
  buyerName: string,
): Typed {
  const { buyerId = null, buyer = null, policyId, currency, invoices, remarks = null } = request
  return {
    who: {
      buyerId: buyerId ?? '',
      buyerName: buyer?.name ?? buyerName,
      country: buyer?.country ?? '',
      registrationNumber: buyer?.registrationNumber ?? '',
      town: buyer?.town ?? '',
    },
    values: {
      policyId,
      currency,
      remarks: remarks ?? '',
      invoices: invoices.map(({ amount, ...invoice }) => ({
        ...invoice,
        amount: amountText(language, { amount, currency }),
      })),
    },
    documents,
  }
}

/** What another page says of it; whatever that does not know is to be typed. */
export function typedOfOpened(
  language: Language,
  { who, policyId, currency, invoices }: OpenedCase,
): Typed {
  return {
    who,
    values: {
      policyId: policyId ?? '',
      currency,
      remarks: '',
      invoices:
        invoices.length === 0
          ? [noInvoice]
          : invoices.map(({ amount, ...invoice }) => ({
              ...invoice,
              amount: amountText(language, amount),
            })),
    },
    documents: [],
  }
}

const whoNames: ReadonlyMap<string, string> = new Map([
  ['buyerId', 'buyerName'],
  ['buyer', 'buyerName'],
  ...Object.entries(fieldsOfBuyer).map(([name, field]) => [`buyer.${name}`, field] as const),
  ['currency', 'policyId'],
])

/** What the portal refuses, at the fields of these forms. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, field: whoNames.get(error.field) ?? error.field }))
}
