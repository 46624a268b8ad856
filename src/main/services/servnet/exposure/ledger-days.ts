/** The days of a ledger on which something is to be done, as a calendar file that the person chooses. */
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import {
  customerFiltersSchema,
  type LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { ledgerDays as de } from '../../../../shared/i18n/de/ledger-days.ts'
import { ledgerDays as en } from '../../../../shared/i18n/en/ledger-days.ts'
import { ledgerDays as es } from '../../../../shared/i18n/es/ledger-days.ts'
import { ledgerDays as fr } from '../../../../shared/i18n/fr/ledger-days.ts'
import { ledgerDays as it } from '../../../../shared/i18n/it/ledger-days.ts'
import { formatLongDay } from '../../../../shared/i18n/days.ts'
import { ledgerDays as nl } from '../../../../shared/i18n/nl/ledger-days.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import type { Language } from '../../../../shared/languages.ts'
import { writeChosenFile, type AskWhereToSave } from '../../../platform/files/chosen-file.ts'
import { storageFailure } from '../../../platform/files/write-file.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { Db } from '../../../store/schema.ts'
import { policiesList } from '../../credit/credit-lists.ts'
import { calendarFile, type CalendarDay } from './calendar-file.ts'
import { readCustomer, readCustomers } from './ledger-customers.ts'
import { agedOnOf, readHead } from './ledger-head.ts'

export type ExportLedgerDays = (
  input: ParsedInput<'servnet.exportLedgerDays'>,
) => Promise<Result<RouteOutput<'servnet.exportLedgerDays'>>>

const texts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }

/** Customers that are read at once. */
const atOnce = 500

/** The handler of `servnet.exportLedgerDays`; `not_found` for a customer that the ledger does not have. */
export function createExportLedgerDays(options: {
  readonly resources: Pick<Resources, 'pickRows' | 'inStore'>
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  /** This computer's clock, in ms since 1970. */
  readonly now: () => number
}): ExportLedgerDays {
  const { resources, language, askWhereToSave, now } = options

  async function policies(): Promise<readonly Policy[]> {
    const rows = await resources.pickRows(policiesList, { kind: 'all' })
    return rows.ok ? rows.data.items : []
  }

  return async function exportLedgerDays({ key }) {
    const found = await resources.inStore((db) => customersOf(db, key))
    if (!found.ok) return found
    if (found.data === null) return failure({ code: 'not_found' })
    const { customers, asOf, isAged } = found.data
    const words = { ...texts[language()], isAged, policies: await policies(), language: language() }
    const days = customers.flatMap((customer) => daysOf(customer, asOf, words))
    const path = await askWhereToSave({
      fileName: `${words.fileName}-${asOf}.ics`,
      kind: words.ics,
      extension: 'ics',
    })
    if (path === null) return success({ kind: 'cancelled' })
    try {
      await writeChosenFile(path, calendarFile(days, now()))
    } catch (error) {
      return failure(storageFailure(error))
    }
    return success({ kind: 'saved', path, days: days.length })
  }
}

/** Of all those whose oldest invoice is past due and can be reported in time; or of one, whatever is due. */
async function customersOf(db: Db, key: string | null) {
  const head = await readHead(db)
  if (head === null || head.standings === null) return null
  const { generation, asOf } = head.standings
  const isAged = agedOnOf(head) !== null
  if (key !== null) {
    const kept = await readCustomer(db, generation, key)
    return kept && { customers: [kept.customer], asOf, isAged }
  }
  const customers: LedgerCustomer[] = []
  for (const reporting of ['within_mep', 'to_report'] as const) {
    const filters = customerFiltersSchema.parse({ reporting, sort: 'report_by' })
    for (let offset = 0; ; offset += atOnce) {
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      const { items } = await readCustomers(db, generation, filters, { offset, limit: atOnce })
      customers.push(...items)
      if (items.length < atOnce) break
    }
  }
  return { customers, asOf, isAged }
}

type Words = Texts<typeof fr> & {
  readonly policies: readonly Policy[]
  /** Whether days follow from ages, and are the earliest that they may be. */
  readonly isAged: boolean
  readonly language: Language
}

/** Days that have gone by are in nobody's calendar any more. */
function daysOf(customer: LedgerCustomer, asOf: string, words: Words): CalendarDay[] {
  const { key, name, policyId, oldestDueOn, mepEndsOn, reportBy } = customer
  const policy = words.policies.find(({ id }) => id === policyId)
  if (oldestDueOn === null || mepEndsOn === null || reportBy === null) return []
  const due = formatLongDay(words.language, Date.parse(oldestDueOn), 'UTC')
  const description = filled(words.isAged ? words.whyAged : words.why, {
    due,
    policy: policyId ?? '',
    mep: String(policy?.mepDays ?? ''),
    within: String(policy?.reportWithinDays ?? ''),
  })
  const dayOf = (kind: 'cover' | 'report', day: string): CalendarDay => ({
    uid: `${key}-${kind}@ledger.services-online`,
    day,
    // A line break in a name would be one in the list of the calendar.
    summary: filled(words[kind], { name: name.replaceAll(/\s*[\r\n]+\s*/g, ' ') }),
    description,
  })
  const isCovered = mepEndsOn >= asOf && customer.areDeliveriesCovered !== false
  return [
    ...(isCovered ? [dayOf('cover', mepEndsOn)] : []),
    ...(reportBy >= asOf ? [dayOf('report', reportBy)] : []),
  ]
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}
