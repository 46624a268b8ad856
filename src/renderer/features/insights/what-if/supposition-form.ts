/** Suppositions as they are typed, and what is wrong with them. */
import { assertNever } from '../../../../shared/assert-never.ts'
import type { Suppositions } from '../../../../shared/contract/insights/what-if.ts'
import { parseAmount } from '../../../../shared/credit/parse-amount.ts'
import type { Language } from '../../../../shared/languages.ts'

export type ChosenBuyer = { readonly id: string; readonly name: string }

/** Empty texts and null stand for what is not supposed. */
export type SuppositionForm = {
  readonly code: string
  readonly move: 'percent' | 'rate'
  readonly movePercent: string
  readonly moveRate: string
  readonly who: 'nobody' | 'largest' | 'buyer'
  readonly count: string
  readonly worseBuyer: ChosenBuyer | null
  readonly points: string
  readonly which: 'none' | 'buyer' | 'band' | 'country' | 'policy'
  readonly cutBuyer: ChosenBuyer | null
  readonly band: string
  readonly country: string
  readonly policy: string
  readonly cutTo: 'percent' | 'amount'
  readonly cutPercent: string
  readonly cutAmount: string
  readonly cutCurrency: string
}

/** As one begins. */
export const nothingTyped: SuppositionForm = {
  code: '',
  move: 'percent',
  movePercent: '',
  moveRate: '',
  who: 'nobody',
  count: '1',
  worseBuyer: null,
  points: '',
  which: 'none',
  cutBuyer: null,
  band: '',
  country: '',
  policy: '',
  cutTo: 'percent',
  cutPercent: '',
  cutAmount: '',
  cutCurrency: 'EUR',
}

/** The fields that can be wrong; each stands at one control of that id. */
export type FaultyField =
  | 'movePercent'
  | 'moveRate'
  | 'count'
  | 'worseBuyer'
  | 'points'
  | 'cutBuyer'
  | 'band'
  | 'country'
  | 'policy'
  | 'cutPercent'
  | 'cutAmount'

export type Fault =
  | { readonly code: 'percent' | 'count'; readonly from: number; readonly to: number }
  | { readonly code: 'rate' | 'choose' | 'buyer' | 'amount' }

export type Faults = Partial<Readonly<Record<FaultyField, Fault>>>

export type Reading =
  | { readonly kind: 'suppositions'; readonly suppositions: Suppositions }
  | { readonly kind: 'faults'; readonly faults: Faults }
  | { readonly kind: 'nothing' }

/** What is supposed, or all that is wrong with it. */
export function readForm(form: SuppositionForm, language: Language): Reading {
  const faults: { -readonly [Field in FaultyField]?: Fault } = {}
  function need<Value>(field: FaultyField, value: Value | null, fault: Fault): Value | null {
    if (value === null) faults[field] = fault
    return value
  }
  const currency = currencyOf(form, need)
  const worsening = worseningOf(form, need)
  const cut = cutOf(form, language, need)
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults }
  if (currency === null && worsening === null && cut === null) return { kind: 'nothing' }
  return { kind: 'suppositions', suppositions: { currency, worsening, cut } }
}

type Need = <Value>(field: FaultyField, value: Value | null, fault: Fault) => Value | null

const movePercents = { code: 'percent', from: -99, to: 1_000 } as const
const cutPercents = { code: 'percent', from: 0, to: 100 } as const
const buyerCounts = { code: 'count', from: 1, to: 1_000 } as const
const pointCounts = { code: 'count', from: 1, to: 99 } as const

function currencyOf(form: SuppositionForm, need: Need): Suppositions['currency'] {
  const { code, move, movePercent, moveRate } = form
  if (code === '') return null
  if (move === 'rate') {
    const rate = need('moveRate', rateOf(moveRate), { code: 'rate' })
    return rate === null ? null : { code, to: { kind: 'rate', rate } }
  }
  const percent = need('movePercent', numberWithin(movePercent, movePercents), movePercents)
  return percent === null ? null : { code, to: { kind: 'percent', percent } }
}

function worseningOf(form: SuppositionForm, need: Need): Suppositions['worsening'] {
  const { who, count, worseBuyer, points: typed } = form
  if (who === 'nobody') return null
  const points = need('points', wholeWithin(typed, pointCounts), pointCounts)
  if (who === 'buyer') {
    const buyer = need('worseBuyer', worseBuyer, { code: 'buyer' })
    if (buyer === null || points === null) return null
    return { who: { kind: 'buyer', id: buyer.id }, points }
  }
  const largest = need('count', wholeWithin(count, buyerCounts), buyerCounts)
  if (largest === null || points === null) return null
  return { who: { kind: 'largest', count: largest }, points }
}

function cutOf(form: SuppositionForm, language: Language, need: Need): Suppositions['cut'] {
  const which = whichOf(form, need)
  if (form.which === 'none') return null
  const to = cutToOf(form, language, need)
  return which === null || to === null ? null : { which, to }
}

type Cut = NonNullable<Suppositions['cut']>

function whichOf(form: SuppositionForm, need: Need): Cut['which'] | null {
  const { which, cutBuyer } = form
  switch (which) {
    case 'none':
      return null
    case 'buyer': {
      const buyer = need('cutBuyer', cutBuyer, { code: 'buyer' })
      return buyer && { kind: 'buyer', id: buyer.id }
    }
    case 'country': {
      const code = need('country', form.country || null, { code: 'choose' })
      return code === null ? null : { kind: 'country', code }
    }
    case 'band':
    case 'policy': {
      const id = need(which, form[which] || null, { code: 'choose' })
      return id === null ? null : { kind: which, id }
    }
    default:
      return assertNever(which)
  }
}

function cutToOf(form: SuppositionForm, language: Language, need: Need): Cut['to'] | null {
  if (form.cutTo === 'percent') {
    const percent = need('cutPercent', numberWithin(form.cutPercent, cutPercents), cutPercents)
    return percent === null ? null : { kind: 'percent', percent }
  }
  const reading = parseAmount(language, form.cutAmount, form.cutCurrency)
  const money =
    reading.kind === 'amount' && !reading.money.amount.startsWith('-') ? reading.money : null
  const amount = need('cutAmount', money, { code: 'amount' })
  return amount && { kind: 'amount', amount }
}

/** "-10", "−10,5": at most two decimals; null where it is none, or not within the limits. */
function numberWithin(typed: string, { from, to }: { from: number; to: number }): number | null {
  const text = typed.trim().replace('\u2212', '-').replace(',', '.')
  const value = /^[+-]?\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

function wholeWithin(typed: string, within: { from: number; to: number }): number | null {
  return /^\s*\d+\s*$/.test(typed) ? numberWithin(typed, within) : null
}

function rateOf(typed: string): string | null {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,12})?$/.test(text) && Number(text) > 0 ? text : null
}
