/** Applications and declarations as a portal in memory takes them down: which it refuses, and which stand. */
import { z } from 'zod'
import { applicationRequestSchema } from '../../../src/shared/contract/credit/applications.ts'
import { turnoverRequestSchema } from '../../../src/shared/contract/credit/turnover.ts'

export const buyerIds = ['b1', 'b2', 'b3'] as const
export const periods = ['2026-Q2', '2026-Q3'] as const

/** What a write comes to: taken, or refused under this code without having done anything. */
export type Taken =
  | { readonly kind: 'made'; readonly body: object }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }

export type ApplicationBook = {
  readonly apply: (body: unknown) => Taken
  readonly declare: (body: unknown) => Taken
  /** The insurer decides what is pending of a buyer: the next application of it is taken again. */
  readonly decide: (buyerId: string) => void
  /** Nobody sees this buyer any more. */
  readonly vanish: (buyerId: string) => void
}

const at = '2026-11-29T12:00:00.000Z'
const invalid: Taken = { kind: 'refused', status: 400, code: 'invalid_request' }

/** @param onMade told of each that is taken: its amount, by the buyer or the period that it is of */
export function createApplicationBook(
  onMade: (of: string, amount: string) => void,
): ApplicationBook {
  const pending = new Set<string>()
  const vanished = new Set<string>()
  let made = 0

  return {
    apply(body) {
      const request = applicationRequestSchema.safeParse(body)
      const buyerId = z.string().safeParse(request.data?.buyerId)
      if (!request.success || !buyerId.success) return invalid
      if (vanished.has(buyerId.data)) return { kind: 'refused', status: 404, code: 'not_found' }
      if (pending.has(buyerId.data)) {
        return { kind: 'refused', status: 409, code: 'application_pending' }
      }
      pending.add(buyerId.data)
      const { policyId, amount, paymentTermsDays } = request.data
      const id = `application-${(made += 1)}`
      onMade(`buyer ${buyerId.data}`, amount.amount)
      const asked = { policyId, buyerId: buyerId.data, amount, paymentTermsDays }
      const unknown = { startsOn: null, endsOn: null, expectedBy: null, decision: null }
      const of = { buyerName: buyerId.data, country: 'BE', limitId: `limit-${buyerId.data}` }
      const state = { kind: 'new', status: 'pending', appliedAt: at }
      return { kind: 'made', body: { id, ...asked, ...of, ...state, ...unknown } }
    },
    declare(body) {
      const request = turnoverRequestSchema.safeParse(body)
      if (!request.success) return invalid
      const id = `declaration-${(made += 1)}`
      onMade(`turnover ${request.data.period}`, request.data.amount.amount)
      return { kind: 'made', body: { id, ...request.data, declaredAt: at, replaced: false } }
    },
    decide: (buyerId) => void pending.delete(buyerId),
    vanish: (buyerId) => void vanished.add(buyerId),
  }
}
