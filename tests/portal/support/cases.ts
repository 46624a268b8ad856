/** Cases of collection for tests, as the insurer's side opens them. */
import { randomUUID } from 'node:crypto'
import { recordCase, type NewCase } from '../../../src/portal/collectnet/collecting.ts'
import { inTransaction } from '../../../src/portal/platform/changes/log.ts'
import type { TestPortal } from './portal.ts'

/** One invoice over 1,000.00 of the currency, due on a day of 2026. */
const invoice = {
  number: 'F-1',
  issuedOn: '2026-06-01',
  dueOn: '2026-07-01',
  units: 100_000n,
} as const

/** Opens a case under a policy, of a buyer that is there. @returns its id */
export async function openTestCase(
  { portal: { context } }: TestPortal,
  one: Pick<NewCase, 'policyId' | 'buyerId'> & Partial<NewCase>,
): Promise<string> {
  const id = one.id ?? randomUUID()
  const usual = { currency: 'EUR', invoices: [invoice], remarks: null, userId: null }
  await inTransaction(context, (db) => recordCase(db, context, { ...usual, ...one, id }))
  return id
}
