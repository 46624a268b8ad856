/** What people, networks and computers do in a random session, in any order. */
import * as fc from 'fast-check'
import { buyerIds, periods } from './application-book.ts'
import { alertIds, messageIds } from './edit-portal.ts'
import { faults, type Fault } from './faults.ts'

export type Step =
  | { readonly kind: 'save'; readonly field: 'firstName' | 'lastName' }
  | { readonly kind: 'tick'; readonly id: string; readonly handled: boolean }
  | { readonly kind: 'readMessage'; readonly id: string }
  | { readonly kind: 'apply'; readonly buyerId: string; readonly clicks: number }
  | { readonly kind: 'declare'; readonly period: string; readonly clicks: number }
  | { readonly kind: 'enterCase'; readonly clicks: number }
  | { readonly kind: 'decide' | 'vanish'; readonly buyerId: string }
  | { readonly kind: 'elsewhere'; readonly field: 'firstName' | 'lastName' }
  | { readonly kind: 'plug'; readonly isIn: boolean }
  | { readonly kind: 'spoil'; readonly next: readonly Fault[] }
  | { readonly kind: 'resolve'; readonly isTheirs: boolean }
  | { readonly kind: 'sendNow' | 'restart' | 'discard' | 'signOut' | 'endSessions' }

const field = fc.constantFrom('firstName' as const, 'lastName' as const)
const of = <Kind extends Step['kind']>(kind: Kind) => fc.constant(kind)
const buyer = fc.constantFrom(...buyerIds)
const clicks = fc.integer({ min: 1, max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: of('save'), field }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: of('tick'),
      id: fc.constantFrom(...alertIds),
      handled: fc.boolean(),
    }),
  },
  fc.record({ kind: of('readMessage'), id: fc.constantFrom(...messageIds) }),
  { weight: 8, arbitrary: fc.record({ kind: of('apply'), buyerId: buyer, clicks }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: of('declare'), period: fc.constantFrom(...periods), clicks }),
  },
  { weight: 4, arbitrary: fc.record({ kind: of('enterCase'), clicks }) },
  { weight: 2, arbitrary: fc.record({ kind: of('decide'), buyerId: buyer }) },
  fc.record({ kind: of('vanish'), buyerId: buyer }),
  { weight: 3, arbitrary: fc.record({ kind: of('elsewhere'), field }) },
  { weight: 3, arbitrary: fc.record({ kind: of('plug'), isIn: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: of('spoil'),
      next: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: of('resolve'), isTheirs: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('sendNow', 'restart') }) },
  { weight: 2, arbitrary: fc.record({ kind: of('discard') }) },
  fc.record({ kind: fc.constantFrom('signOut', 'endSessions') }),
)
/** A session: from two steps to fourteen. */
export const steps = fc.array(step, { minLength: 2, maxLength: 14 })
