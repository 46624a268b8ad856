/** What happens in a case, as it is written: it is opened, the insurer acts, the buyer pays, it is closed. */
import { isClosedCase, type CaseStepKind } from '../../shared/contract/collectnet/cases.ts'
import { caseSearchTextOf } from '../../shared/credit/search-text.ts'
import { minorUnitsOf, moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isolate } from '../../shared/rules/isolate.ts'
import { foldTyped } from '../../shared/rules/typed-text.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { CommandError } from '../platform/problem-error.ts'
import { amountsOf, statusOf } from './cases.ts'
import { noteCase } from './changes.ts'

type Clock = Pick<PlatformContext, 'now'>

export type NewInvoice = {
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string
  /** In the smallest unit of the case's currency; below 2^53. */
  readonly units: bigint
}

export type NewCase = {
  readonly id: string
  readonly policyId: string
  readonly buyerId: string
  readonly currency: string
  /** At least one, each number once. */
  readonly invoices: readonly NewInvoice[]
  readonly remarks: string | null
  /** Who entered it; null where the insurer did. */
  readonly userId: string | null
}

/** By what numbers of invoices are the same. */
export const invoiceKeyOf = foldTyped

/** Writes a case that is opened at the clock's time, within the caller's transaction, and notes it. */
export async function recordCase(db: Db, context: Clock, one: NewCase): Promise<void> {
  const { id, policyId, buyerId, currency, invoices, remarks, userId } = one
  const buyer = await db
    .selectFrom('buyers')
    .select('name')
    .where('id', '=', buyerId)
    .executeTakeFirstOrThrow()
  const invoiceNumbers = invoices.map(({ number }) => number)
  await db
    .insertInto('collection_cases')
    .values({
      id,
      policy_id: policyId,
      buyer_id: buyerId,
      currency,
      status: 'open',
      opened_at: context.now(),
      remarks,
      search_text: caseSearchTextOf({ buyerId, buyerName: buyer.name, invoiceNumbers }),
      user_id: userId,
    })
    .execute()
  const rows = invoices.map(({ number, issuedOn, dueOn, units }) => ({
    case_id: id,
    number_key: invoiceKeyOf(number),
    number,
    issued_on: issuedOn,
    due_on: dueOn,
    amount: units,
  }))
  await db.insertInto('case_invoices').values(rows).execute()
  await writeStep(db, context, id, { kind: 'opened' })
  await noteCase(db, context, { id, policyId })
}

/** Something that the insurer enters. Amounts are decimals in the currency of the case. */
export type NewStep = { readonly note?: string | undefined } & (
  | { readonly kind: 'reminder_sent' | 'debtor_contacted' | 'legal_action' | 'closed' }
  | { readonly kind: 'instalment_plan'; readonly amount?: string | undefined }
  | {
      readonly kind: 'payment_received'
      readonly amount: string
      /** The number of the invoice that is paid; else those that were due first. */
      readonly invoice?: string | undefined
    }
)

/**
 * Adds a step to a case, and notes it for everybody who sees the case.
 * @throws CommandError where there is no such case, it is closed, or the amount is not one that can be
 * paid of it
 */
export function addStep(
  context: Pick<PlatformContext, 'db' | 'now'>,
  caseId: string,
  step: NewStep,
): Promise<void> {
  return inTransaction(context, (db) => recordStep(db, context, caseId, step))
}

/** As `addStep`, within the caller's transaction. @throws as that */
export async function recordStep(
  db: Db,
  context: Clock,
  caseId: string,
  step: NewStep,
): Promise<void> {
  const found = await lockRows(
    db,
    db.selectFrom('collection_cases').selectAll().where('id', '=', caseId),
  ).executeTakeFirst()
  if (found === undefined) throw new CommandError(`There is no case ${isolate(caseId)}.`)
  if (isClosedCase(statusOf(found))) {
    throw new CommandError('The case is closed: nothing more is entered in it.')
  }
  const amount = 'amount' in step && step.amount !== undefined ? step.amount : null
  const units = amount === null ? null : unitsOf(amount, found.currency)
  if (step.kind === 'payment_received' && units !== null) {
    await pay(db, found, units, step.invoice)
  }
  await writeStep(db, context, caseId, { kind: step.kind, amount: units, note: step.note })
  const status = await statusAfter(db, caseId, step.kind)
  if (status !== null) {
    await db.updateTable('collection_cases').set({ status }).where('id', '=', caseId).execute()
  }
  await noteCase(db, context, { id: caseId, policyId: found.policy_id })
}

/** The status that a step brings about; null where it leaves the one that there is. */
async function statusAfter(db: Db, caseId: string, kind: NewStep['kind']) {
  if (kind === 'instalment_plan') return 'instalments'
  if (kind === 'legal_action') return 'legal'
  if (kind !== 'closed') return null
  const { outstanding } = amountsOf(await invoicesOf(db, caseId))
  return outstanding === 0n ? 'recovered' : 'closed'
}

/** @throws CommandError for what is no amount above zero in that currency */
function unitsOf(amount: string, currency: string): bigint {
  const units = minorUnitsOf({ amount, currency })
  if (units !== null && units > 0n && units <= Number.MAX_SAFE_INTEGER) return units
  throw new CommandError(`${isolate(amount)} is no amount in ${currency}.`)
}

/** Invoices of a case, the one that was due first at first. */
function invoicesOf(db: Db, caseId: string) {
  return db
    .selectFrom('case_invoices')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('due_on')
    .orderBy('number_key')
    .execute()
}

/** @throws CommandError where there is no such invoice, or less of it is open */
async function pay(
  db: Db,
  { id, currency }: { readonly id: string; readonly currency: string },
  units: bigint,
  number: string | undefined,
): Promise<void> {
  const all = await invoicesOf(db, id)
  const key = number === undefined ? null : invoiceKeyOf(number)
  const invoices = all.filter(({ number_key }) => key === null || number_key === key)
  const { outstanding } = amountsOf(invoices)
  if (units > outstanding) {
    const open = moneyOfUnits(outstanding, currency)
    throw new CommandError(`Open of it is ${currency} ${open.amount}: nothing was entered.`)
  }
  let rest = units
  for (const { number_key: numberKey, amount, paid } of invoices) {
    const open = BigInt(amount) - BigInt(paid)
    const part = rest < open ? rest : open
    rest -= part
    if (part === 0n) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db
      .updateTable('case_invoices')
      .set({ paid: BigInt(paid) + part })
      .where('case_id', '=', id)
      .where('number_key', '=', numberKey)
      .execute()
  }
}

type WrittenStep = {
  readonly kind: CaseStepKind
  readonly amount?: bigint | null
  readonly note?: string | undefined
}

async function writeStep(
  db: Db,
  { now }: Clock,
  caseId: string,
  { kind, amount = null, note }: WrittenStep,
): Promise<void> {
  const last = await db
    .selectFrom('case_steps')
    .select((row) => row.fn.max('position').as('position'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  const step = { case_id: caseId, position, kind, at: now(), amount, note: note ?? null }
  await db.insertInto('case_steps').values(step).execute()
}
