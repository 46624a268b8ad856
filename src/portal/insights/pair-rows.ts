/** The rows that a buyer under a policy has behind a figure: what they add up to is the figure. */
import type { Figure, FigureRow } from '../../shared/contract/credit/dashboard.ts'
import type { Buyer } from '../credit/buyer-facts.ts'
import {
  decidedDayOf,
  isCancelled,
  ratingOn,
  type Application,
  type PairFacts,
  type Rating,
} from '../credit/pair-sums.ts'
import { statusOf } from '../credit/position.ts'
import { inForceOn, latestOn, standingOn } from '../credit/standing.ts'
import { announcedCuts, cutsOf, type Cut, type Decision } from '../credit/timeline.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { percentOf, type Conversion } from '../credit/conversion.ts'
import type { Report } from './report.ts'

/** Figures whose rows are of one buyer under one policy each. */
export type PairFigure = Exclude<Figure, 'largest-policies' | 'deteriorations'>

export type FiguredPair = {
  readonly policyId: string
  readonly buyer: Buyer
  readonly ratings: readonly Rating[]
  readonly facts: PairFacts
}

/** A row, and the decision or application that it is of. */
export type PairRow = { readonly sourceId: string; readonly row: FigureRow }

type Amount = { readonly units: bigint; readonly currency: string }

/** The rows of `pair` behind `figure` in `report`. */
export function pairRows(
  figure: PairFigure,
  report: Report,
  pair: FiguredPair,
  conversion: Conversion,
): readonly PairRow[] {
  const { decisions } = pair.facts
  const { from, to } = report
  const rows = rowBuilder(pair, report, conversion)
  const decided = decisions.filter(({ decided_on }) => from <= decided_on && decided_on <= to)
  const cuts = cutsOf(decisions).filter(({ on }) => from <= on && on <= to)
  switch (figure) {
    case 'risk-acceptance':
      return latest(decisions, to).map((decision) => rows.ofDecision(decision, 'accepted'))
    case 'decisions':
      return counted(decisions, to).map((decision) => rows.ofDecision(decision, 'applied'))
    case 'applications':
      return [
        ...pending(pair.facts, to).map(rows.ofApplication),
        ...counted(decisions, to).map((decision) => rows.ofDecision(decision, 'applied')),
      ]
    case 'abr':
      return rows.rated()
    case 'new-decisions-zero':
      return decided
        .filter(({ granted }) => granted === 0)
        .map((decision) => rows.ofDecision(decision, 'applied'))
    case 'new-decisions-partial':
      return decided
        .filter(({ granted, applied }) => granted > 0 && granted < applied)
        .map((decision) => rows.ofDecision(decision, 'applied'))
    case 'new-decisions-full':
      return decided
        .filter(({ granted, applied }) => granted > 0 && granted >= applied)
        .map((decision) => rows.ofDecision(decision, 'applied'))
    case 'deductions':
      return cuts.filter(({ by }) => by === 'insurer').map(rows.ofCut)
    case 'customer-cuts':
      return cuts.filter(({ by }) => by === 'customer').map(rows.ofCut)
    case 'ended-temporary':
      return cuts.filter(({ by }) => by === 'end').map(rows.ofCut)
    case 'future-deductions':
      return announcedCuts(decisions, to).map(rows.ofCut)
    case 'pending-applications':
      return pending(pair.facts, to).map(rows.ofApplication)
    default:
      return assertNever(figure)
  }
}

function latest(decisions: readonly Decision[], to: string): readonly Decision[] {
  const decision = latestOn(decisions, to)
  return decision === null ? [] : [decision]
}

/** The latest decision, where it is neither cancelled nor ended. */
function counted(decisions: readonly Decision[], to: string): readonly Decision[] {
  return latest(decisions, to).filter(
    (decision) => !isCancelled(decision) && (decision.ends_on === null || decision.ends_on >= to),
  )
}

function pending({ applications, decisions }: PairFacts, to: string): readonly Application[] {
  return applications.filter(
    (application) => application.applied_on <= to && decidedDayOf(application, decisions) > to,
  )
}

/** Makes rows of the pair, with all that they have in common. */
function rowBuilder(
  { policyId, buyer, ratings, facts }: FiguredPair,
  { to }: Report,
  conversion: Conversion,
) {
  const standing = standingOn([facts], to)
  const rating = ratingOn(ratings, to)
  const money = ({ units, currency }: Amount) => conversion.money(new Map([[currency, units]]))
  const common = {
    buyerId: buyer.id,
    name: buyer.name,
    country: buyer.country,
    policyId,
    totalCld: conversion.money(standing.cld),
    rating,
    deterioration: null,
    riskAcceptance: percentOf(conversion.ratio(standing.accepted, standing.applied)),
  }
  const ofDecision = (decision: Decision, adds: 'applied' | 'accepted'): PairRow => {
    const { currency } = decision
    const applied = { units: BigInt(decision.applied), currency }
    const granted = { units: BigInt(decision.granted), currency }
    const amount = adds === 'accepted' && granted.units < applied.units ? granted : applied
    return {
      sourceId: decision.id,
      row: {
        ...common,
        id: decision.id,
        on: decision.decided_on,
        applied: money(applied),
        granted: money(granted),
        amount: money(amount),
        original: moneyOfUnits(amount.units, currency),
        status: statusOf(decision, to),
      },
    }
  }
  return {
    ofDecision,
    ofApplication: (application: Application): PairRow => {
      const amount = { units: BigInt(application.amount), currency: application.currency }
      return {
        sourceId: application.id,
        row: {
          ...common,
          id: application.id,
          on: application.applied_on,
          applied: money(amount),
          granted: null,
          amount: money(amount),
          original: moneyOfUnits(amount.units, amount.currency),
          status: 'pending',
        },
      }
    },
    ofCut: ({ on, amount: units, currency, decision }: Cut): PairRow => {
      const { sourceId, row } = ofDecision(decision, 'applied')
      const original = moneyOfUnits(units, currency)
      return { sourceId, row: { ...row, on, amount: money({ units, currency }), original } }
    },
    /** The limit in force of a rated buyer: by its amount, the rating counts in the average. */
    rated: (): readonly PairRow[] => {
      const decision = inForceOn(facts.decisions, to)
      if (rating === null || decision === null) return []
      const { sourceId, row } = ofDecision(decision, 'applied')
      const original = moneyOfUnits(BigInt(decision.granted), decision.currency)
      return [{ sourceId, row: { ...row, amount: row.granted, original } }]
    },
  }
}
