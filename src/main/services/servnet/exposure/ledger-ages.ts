/**
 * Aged ledgers: in place of when each invoice was due they say how old what a customer owes is, a column an
 * age. When it was due is not known then; it is taken to be the earliest day that the age allows, so that
 * nothing is reported too late.
 */
import { ledgerAgeFields, type LedgerField } from '../../../../shared/contract/servnet/exposure.ts'
import type { AgeBand } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { addDays } from '../../../../shared/credit/days.ts'
import { foldLetters } from '../../../../shared/rules/typed-text.ts'

type AgeField = (typeof ledgerAgeFields)[number]

const bands = {
  age_not_due: 'not_due',
  age_1_30: '1_30',
  age_31_60: '31_60',
  age_61_90: '61_90',
  age_over_90: 'over_90',
} as const satisfies Readonly<Record<AgeField, AgeBand>>

/** Of which age a column holds what is owed; null for none. */
export function bandOfField(field: LedgerField | null): AgeBand | null {
  const age = ledgerAgeFields.find((one) => one === field)
  return age === undefined ? null : bands[age]
}

/** Whether a ledger with these columns says ages, and no due dates. */
export function isAged(columns: readonly (LedgerField | null)[]): boolean {
  return !columns.includes('dueOn') && columns.some((field) => bandOfField(field) !== null)
}

/** "1-30", "31 à 60 jours", "61 bis 90 Tage": from how many days to how many. */
const fromTo = /(?<![\d.,/-])(\d{1,3})\s?(?:-|–|—|a|to|tot|bis|al)\s?(\d{1,3})(?![\d.,/-])/u
/** "> 90", "90+", "plus de 90 jours". */
const moreThan =
  /(?:>|\+|plus de|more than|over|meer dan|ouder dan|uber|mehr als|mas de|oltre|piu di)\s?(\d{2,3})(?!\d)/u
const andMore =
  /(?<!\d)(\d{2,3})\s?(?:\+|et plus|and (?:more|over)|en meer|und mehr|y mas|e oltre)/u

/**
 * The field of a column whose name says from how many days past due to how many; several columns may be of
 * one. Null where its days are of two ages ("1-60"), or it says none.
 */
export function ageFieldNamed(name: string): LedgerField | null {
  const text = foldAge(name)
  const range = fromTo.exec(text)
  if (range !== null) {
    const [first, last] = [Math.max(1, Number(range[1])), Number(range[2])]
    const field = fieldOfDays(first)
    return first <= last && field === fieldOfDays(last) ? field : null
  }
  const [, open] = moreThan.exec(text) ?? andMore.exec(text) ?? []
  return open !== undefined && Number(open) >= 90 ? 'age_over_90' : null
}

/** Without accents and capitals; signs say something here. */
function foldAge(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ')
}

function fieldOfDays(days: number): AgeField {
  if (days <= 30) return 'age_1_30'
  if (days <= 60) return 'age_31_60'
  return days <= 90 ? 'age_61_90' : 'age_over_90'
}

/** How many days past due an amount of an age is at most; of the last age at least. */
const days = { '1_30': 30, '31_60': 60, '61_90': 90, over_90: 91 } as const

/** Its columns that hold ages, each with the earliest day on which that was due; null for what is not due yet. */
export function agesIn(columns: readonly (LedgerField | null)[], agedOn: string) {
  return columns.flatMap((field, at) => {
    const band = bandOfField(field)
    if (field === null || band === null) return []
    return [{ field, at, dueOn: band === 'not_due' ? null : addDays(agedOn, -days[band]) }]
  })
}

const totalNames = new Set(
  [
    'total',
    'totals',
    'grand total',
    'total général',
    'sous-total',
    'totaal',
    'eindtotaal',
    'subtotaal',
    'Summe',
    'Gesamt',
    'Gesamtsumme',
    'Zwischensumme',
    'suma',
    'total general',
    'totale',
    'totale generale',
    'subtotale',
    'subtotal',
  ].map(foldLetters),
)

/** Whether this names a sum, with which an aged ledger ends. */
export function isTotalName(name: string): boolean {
  return totalNames.has(foldLetters(name))
}
