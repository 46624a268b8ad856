/** A table of applications as it is shown: each row read, its buyer found, and what there is to say of it. */
import type { ApplicationRequest } from '../../../../shared/contract/credit/applications.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import {
  batchFields,
  type BatchBuyer,
  type BatchProblem,
  type BatchRowView,
  type BatchWarning,
} from '../../../../shared/contract/servnet/batch.ts'
import { dayOf } from '../../../../shared/credit/days.ts'
import { plainNumber } from '../../../../shared/credit/plain-number.ts'
import { foldLetters } from '../../../../shared/rules/typed-text.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { CheckOne } from '../application-checks.ts'
import { createFindBuyer, isOtherName, type FoundBuyer } from './batch-buyers.ts'
import type { BatchDraft, DraftRow } from './batch-draft.ts'
import { conventionsOf, questionsOf, textOf, valuesOf, type RowValues } from './batch-values.ts'
import type { BatchView } from '../../../../shared/contract/servnet/batch.ts'

/** A row with what it would be sent as; null where something is wrong with it. */
export type CheckedRow = {
  readonly view: BatchRowView
  readonly application: ApplicationRequest | null
  readonly buyerName: string
  readonly country: string
}

export type CheckedBatch = {
  readonly rows: readonly CheckedRow[]
  readonly questions: BatchView['questions']
}

export type CheckBatch = (draft: BatchDraft) => Promise<CheckedBatch>

type Looked = { readonly found: FoundBuyer; readonly warnings: readonly BatchWarning[] }

/**
 * Checks of drafts, from what is kept. What was found of a row is remembered until `isNew`.
 * @param options.policies those that are granted
 * @param options.now this computer's clock, in ms since 1970
 */
export function createBatchChecks(options: {
  readonly resources: Resources
  readonly policies: () => Promise<readonly Policy[]>
  readonly checkOne: () => Promise<CheckOne>
  readonly now: () => number
}): { readonly check: CheckBatch; readonly forget: () => void } {
  const findBuyer = createFindBuyer(options.resources)
  /** By what was asked: a thousand rows are not looked up again for a change of one. */
  const looked = new Map<string, Looked>()

  async function lookUp(row: RowValues, isDescribed: boolean, checkOne: CheckOne): Promise<Looked> {
    const { problems: _, ...asked } = row
    const key = JSON.stringify([asked, isDescribed])
    const known = looked.get(key)
    if (known !== undefined) return known
    const found: FoundBuyer = isDescribed ? { kind: 'none' } : await findBuyer(row)
    const buyerId = found.kind === 'one' ? found.buyer.id : null
    const warnings = await checkOne({
      policyId: row.policy?.id ?? null,
      buyerId,
      buyer:
        buyerId === null && found.kind === 'none'
          ? {
              name: row.name ?? '',
              country: row.country ?? '',
              registrationNumber: row.registrationNumber ?? '',
            }
          : null,
      amount: row.amount,
    })
    const present = { found, warnings: [...warnings, ...nameWarnings(row, found)] }
    looked.set(key, present)
    return present
  }

  async function check(draft: BatchDraft): Promise<CheckedBatch> {
    const policies = await options.policies()
    const conventions = conventionsOf(draft)
    const rules = { policies, conventions, today: dayOf(options.now()) }
    const checkOne = await options.checkOne()
    const doubles = new Map<string, number>()
    const rows: CheckedRow[] = []
    for (const row of draft.rows) {
      const values = valuesOf(draft, row, rules)
      // oxlint-disable-next-line no-await-in-loop -- one connection does one thing at a time
      const { found, warnings } = await lookUp(values, row.buyerId === null, checkOne)
      const { found: unchosen } =
        row.buyerId === undefined
          ? { found }
          : // oxlint-disable-next-line no-await-in-loop -- as above
            await lookUp({ ...values, buyerId: null }, false, checkOne)
      const candidates = unchosen.kind === 'several' ? unchosen.candidates : []
      rows.push(checked(draft, row, values, { found, candidates, warnings, doubles }))
    }
    return { rows, questions: questionsOf(draft, conventions) }
  }

  return { check, forget: () => looked.clear() }
}

function nameWarnings({ name }: RowValues, found: FoundBuyer): BatchWarning[] {
  if (found.kind !== 'one' || name === null || !isOtherName(name, found.buyer.name)) return []
  return [{ kind: 'name_differs', name: found.buyer.name }]
}

function checked(
  draft: BatchDraft,
  row: DraftRow,
  values: RowValues,
  about: Looked & {
    /** Those that it may mean, also once one of them was chosen. */
    readonly candidates: readonly BatchBuyer[]
    readonly doubles: Map<string, number>
  },
): CheckedRow {
  const { found, doubles } = about
  const buyer = found.kind === 'one' ? found.buyer : null
  const problems = [...values.problems, ...buyerProblems(values, found)]
  const pairs = row.isLeft ? [] : pairsOf(values, found)
  const [earlier] = pairs.flatMap((pair) => doubles.get(pair) ?? [])
  if (earlier !== undefined) {
    problems.push({ field: 'name', code: 'row_double', params: { place: earlier } })
  }
  for (const pair of pairs) if (!doubles.has(pair)) doubles.set(pair, row.place)
  problems.push(...about.warnings.flatMap(pendingProblem))
  const application = problems.length === 0 ? applicationOf(values, buyer?.id ?? null) : null
  const texts = batchFields.map((field) => [field, textOf(draft, row, field)] as const)
  return {
    application: row.isLeft ? null : application,
    buyerName: buyer?.name ?? values.name ?? '',
    country: buyer?.country ?? values.country ?? '',
    view: {
      key: row.key,
      place: row.place,
      state: row.isLeft ? 'left' : stateOf(application),
      texts: Object.fromEntries(texts.filter(([, text]) => text !== '')),
      amount: values.amount,
      buyer,
      candidates: [...about.candidates],
      problems,
      warnings: about.warnings.filter((warning) => pendingProblem(warning).length === 0),
    },
  }
}

const stateOf = (application: ApplicationRequest | null) =>
  application === null ? 'wrong' : 'ready'

/** Described well enough, or one that is known. */
function buyerProblems(values: RowValues, found: FoundBuyer): BatchProblem[] {
  const isWrong = (field: BatchProblem['field']) =>
    values.problems.some((problem) => problem.field === field)
  switch (found.kind) {
    case 'one':
      return []
    case 'several':
      return [{ field: 'name', code: 'buyer_ambiguous' }]
    case 'unknown':
      return [{ field: 'buyerId', code: 'buyer_unknown' }]
    case 'none':
      return (['name', 'country'] as const)
        .filter((field) => values[field] === null && !isWrong(field))
        .map((field) => ({ field, code: 'required' }))
    default:
      return assertNever(found)
  }
}

/**
 * Under which names a row asks for a limit: the portal has one application of a buyer and policy at a time,
 * and knows a buyer that is described by its number, or by what it is called.
 */
function pairsOf(values: RowValues, found: FoundBuyer): string[] {
  const { policy, name, country, registrationNumber } = values
  if (policy === null || found.kind === 'several' || found.kind === 'unknown') return []
  const pair = (...names: readonly (string | null)[]) => JSON.stringify([policy.id, ...names])
  if (found.kind === 'one') return [pair('buyer', found.buyer.id)]
  const number = registrationNumber === null ? '' : plainNumber(registrationNumber, country)
  return [
    ...(name === null ? [] : [pair('name', country, foldLetters(name))]),
    ...(number === '' ? [] : [pair('number', country, number)]),
  ]
}

/** What the portal would refuse for certain is wrong, and no warning. */
function pendingProblem(warning: BatchWarning): BatchProblem[] {
  if (warning.kind === 'application_exists') {
    return [{ field: 'name', code: 'application_pending', params: { id: warning.applicationId } }]
  }
  return warning.kind === 'application_waits'
    ? [{ field: 'name', code: 'application_waiting' }]
    : []
}

function applicationOf(values: RowValues, buyerId: string | null): ApplicationRequest | null {
  const { policy, amount, terms, name, country, registrationNumber, town } = values
  if (policy === null || amount === null || terms === null) return null
  const asked = {
    policyId: policy.id,
    amount,
    paymentTermsDays: terms,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
  }
  if (buyerId !== null) return { ...asked, buyerId }
  if (name === null || country === null) return null
  return {
    ...asked,
    buyer: { name: line(name), country, registrationNumber, town: town && line(town) },
  }
}

/** A line break is no part of a name that is described. */
const line = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')
