/** What is written of buyers: the shapes of facts, and of what becomes of a position by them. */
import type { Insertable, Selectable } from 'kysely'
import type { PlatformContext } from '../platform/context.ts'
import type { ApplicationTable, BuyerTable, DecisionTable } from '../platform/db/credit-schema.ts'
import type { Position } from './position.ts'

export type Clock = Pick<PlatformContext, 'now'>

export type NewBuyer = Pick<
  Selectable<BuyerTable>,
  'id' | 'name' | 'country' | 'town' | 'registration_number' | 'trade'
>

export type NewApplication = Omit<Insertable<ApplicationTable>, 'applied_on' | 'decided_on'>

export type NewDecision = Omit<Insertable<DecisionTable>, 'decided_on'>

export type NewRating = {
  readonly id: string
  readonly buyer_id: string
  readonly rating: number
  readonly rated_at: number
}

/** How a buyer stood under a policy before something was written, and stands now. */
export type PositionChange = { readonly before: Position | null; readonly after: Position }

/** Any number of facts, of any buyers; those of `buyers` are added first. */
export type Facts = {
  readonly buyers?: readonly NewBuyer[]
  readonly ratings?: readonly NewRating[]
  readonly applications?: readonly NewApplication[]
  readonly decisions?: readonly NewDecision[]
}
