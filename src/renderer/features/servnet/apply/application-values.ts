/** What is typed of an application: as the forms hold it, as a draft keeps it, and as it is sent. */
import { z } from 'zod'
import type { ApplicationRequest } from '../../../../shared/contract/credit/applications.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type { FieldError } from '../../../../shared/contract/result.ts'
import type { ApplicationDraft } from '../../../../shared/contract/servnet/routes.ts'
import type { Language } from '../../../../shared/languages.ts'
import { amountFailure, amountOf } from '../../../common/credit/amount-rules.ts'
import {
  describedOf,
  fieldsOfBuyer,
  type WhoValues,
} from '../../../common/credit/buyer/who-values.ts'
import { writeFailure } from '../../../common/forms/field-failures.ts'

/** The second one. */
export type HowMuchValues = Pick<
  ApplicationDraft,
  'policyId' | 'amount' | 'currency' | 'terms' | 'startsOn' | 'endsOn'
>

export const howMuchFields = ['policyId', 'amount', 'terms', 'startsOn', 'endsOn'] as const

/** What the second move is checked by. */
export type HowMuchRules = {
  readonly language: Language
  /** That which is chosen; null where none is, or where it is not known here. */
  readonly policy: Policy | null
  /** The present day, by UTC as all days of the portal. */
  readonly today: string
}

const longestTerms = 720

/** Policy, amount, terms and days, by the rules that the portal has, too. */
export function howMuchSchema({ language, policy, today }: HowMuchRules) {
  return z
    .object({
      policyId: z.string().min(1),
      amount: z.string(),
      currency: z.string(),
      terms: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
    })
    .superRefine(({ amount, currency, terms, startsOn, endsOn }, issues) => {
      const add = (field: (typeof howMuchFields)[number], message: string) =>
        issues.addIssue({ code: 'custom', path: [field], message })
      const failure = amountFailure(language, amount, currency)
      if (failure !== null) add('amount', writeFailure(failure))
      const days = daysOf(terms)
      const max = policy?.maximumTermsDays ?? longestTerms
      if (terms.trim() === '') add('terms', 'required')
      else if (days === null) add('terms', 'terms_invalid')
      else if (days > max) add('terms', writeFailure({ code: 'terms_too_long', params: { max } }))
      if (endsOn === '') return
      if (endsOn < today) add('endsOn', 'ends_in_past')
      else if (startsOn !== '' && endsOn < startsOn) add('endsOn', 'ends_before_starts')
    })
}

/** Whole days that can be asked for; null where `terms` says none. */
export function daysOf(terms: string): number | null {
  const typed = terms.normalize('NFKC').trim()
  if (!/^\d{1,3}$/.test(typed)) return null
  return Number(typed) <= longestTerms ? Number(typed) : null
}

/** What is sent; null where something is still missing. */
export function requestOf(
  language: Language,
  who: WhoValues,
  howMuch: HowMuchValues,
): ApplicationRequest | null {
  const amount = amountOf(language, howMuch.amount, howMuch.currency)
  const paymentTermsDays = daysOf(howMuch.terms)
  if (amount === null || paymentTermsDays === null || howMuch.policyId === '') return null
  return {
    policyId: howMuch.policyId,
    ...(who.buyerId === '' ? { buyer: describedOf(who) } : { buyerId: who.buyerId }),
    amount,
    paymentTermsDays,
    startsOn: howMuch.startsOn === '' ? null : howMuch.startsOn,
    endsOn: howMuch.endsOn === '' ? null : howMuch.endsOn,
  }
}

export const nothingAsked: HowMuchValues = {
  policyId: '',
  amount: '',
  currency: 'EUR',
  terms: '',
  startsOn: '',
  endsOn: '',
}

/** What is kept on this computer; null where nothing was typed that could be lost. */
export function draftOf(who: WhoValues, howMuch: HowMuchValues): ApplicationDraft | null {
  const { buyerId, ...described } = who
  const { amount, terms, startsOn, endsOn } = howMuch
  const typed = [buyerId, described.buyerName, described.registrationNumber, described.town]
  const isEmpty = [...typed, amount, terms, startsOn, endsOn].every((text) => text.trim() === '')
  if (isEmpty) return null
  return { ...described, ...howMuch, buyerId: buyerId === '' ? null : buyerId }
}

/** The same as `draftOf` kept it. */
export function valuesOf({ buyerId, ...draft }: ApplicationDraft) {
  const { buyerName, country, registrationNumber, town, ...howMuch } = draft
  const who = { buyerId: buyerId ?? '', buyerName, country, registrationNumber, town }
  return { who, howMuch } satisfies { who: WhoValues; howMuch: HowMuchValues }
}

/** The portal's names of what is sent, as these forms call them. */
const formFields: ReadonlyMap<string, string> = new Map([
  ['buyerId', 'buyerName'],
  ['buyer', 'buyerName'],
  ...Object.entries(fieldsOfBuyer).map(([name, field]) => [`buyer.${name}`, field] as const),
  ['amount.amount', 'amount'],
  ['amount.currency', 'amount'],
  ['paymentTermsDays', 'terms'],
])

/** What the portal refuses, at the fields of these forms. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, field: formFields.get(error.field) ?? error.field }))
}
