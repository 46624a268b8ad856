/**
 * One buyer and one limit with all that is known of them: kept once somebody has opened them. Where they
 * were not, and the portal is away, what the lists hold stands in.
 */
import type { BuyerDetail } from '../../../shared/contract/credit/buyers.ts'
import { buyerDetailSchema } from '../../../shared/contract/credit/buyers.ts'
import {
  creditLimitDetailSchema,
  type CreditLimit,
  type CourseStep,
} from '../../../shared/contract/credit/credit-limits.ts'
import type { Application } from '../../../shared/contract/credit/applications.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { FollowedQuestions } from '../../resources/kept-questions.ts'
import { defineResource, type Params } from '../../resources/resource.ts'
import type { Resources } from '../../resources/resources.ts'
import { buyerWithin } from './client-buyers.ts'
import { isWithin, type ClientScope, type Scope } from './client-scope.ts'
import {
  applicationsList,
  buyersList,
  keptCurrency,
  limitsList,
  policiesList,
} from './credit-lists.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type DetailService = {
  /** `forbidden` without Insights. */
  readonly buyer: Handler<'credit.buyerDetail'>
  readonly limit: Handler<'credit.limit'>
}

const minuteMs = 60_000
/** More than anybody opens in weeks. */
const mostKept = 300

const idOf = ({ id = '' }: Params) => ({ id })

const buyerResource = defineResource({
  name: 'buyer',
  endpoint: 'insightsBuyer',
  schema: buyerDetailSchema,
  maxAgeMs: 5 * minuteMs,
  mostKept,
  request: (params: Params) => ({ params: idOf(params), query: { currency: keptCurrency } }),
})

const limitResource = defineResource({
  name: 'limit',
  endpoint: 'servnetCreditLimit',
  schema: creditLimitDetailSchema,
  maxAgeMs: 5 * minuteMs,
  mostKept,
  request: (params: Params) => ({ params: idOf(params) }),
})

/** What `GET /v1/changes` tells of a buyer or a limit, it tells of these. */
export const detailQuestions: readonly FollowedQuestions[] = [
  { resource: buyerResource, changes: 'buyers', idParam: 'id', grantedIn: 'policies' },
  { resource: limitResource, changes: 'credit_limits', idParam: 'id', grantedIn: 'policies' },
]

/**
 * Details of who is signed in; `unauthenticated` where nobody is.
 * @param options.isReachable whether it is worth waiting for the portal
 */
export function createDetailService(options: {
  readonly resources: Resources
  readonly clients: ClientScope
  readonly isReachable: () => boolean
}): DetailService {
  const { resources, clients, isReachable } = options

  /** Of policies that are granted no longer nothing is shown, also where the portal is away. */
  async function granted(): Promise<(row: { readonly policyId: string }) => boolean> {
    const policies = await resources.pickRows(policiesList, { kind: 'all' })
    if (!policies.ok || !policies.data.isWhole) return () => true
    const ids = new Set(policies.data.items.map(({ id }) => id))
    return ({ policyId }) => ids.has(policyId)
  }

  async function buyerFromLists(id: string): Promise<RouteOutput<'credit.buyerDetail'> | null> {
    const row = await resources.findRow(buyersList, id)
    if (row === null) return null
    const about = { kind: 'about', subject: id } as const
    const limits = await resources.pickRows(limitsList, about)
    const applications = await resources.pickRows(applicationsList, about)
    const detail = detailOf(
      row.item,
      limits.ok ? limits.data.items : [],
      applications.ok ? applications.data.items : [],
    )
    return { detail, freshness: { ...row.freshness, stale: true } }
  }

  /** What is kept; else what the lists hold where the portal is away, or does not answer. */
  async function keptOr<Shown>(
    read: () => Promise<Result<Shown>>,
    isKept: () => Promise<boolean>,
    fromLists: () => Promise<Shown | null>,
  ): Promise<Result<Shown>> {
    if (!isReachable() && !(await isKept())) {
      const early = await fromLists()
      if (early !== null) return success(early)
    }
    const result = await read()
    if (result.ok || isAnswer(result.error.code)) return result
    const late = await fromLists()
    return late === null ? result : success(late)
  }

  const limitOf = (id: string): Promise<Result<RouteOutput<'credit.limit'>>> =>
    keptOr(
      async () => {
        const shown = await resources.read(limitResource, { id })
        if (!shown.ok) return shown
        return success({ detail: shown.data.data, freshness: shown.data.freshness })
      },
      async () => (await resources.last(limitResource, { id })) !== null,
      async () => {
        const row = await resources.findRow(limitsList, id)
        if (row === null) return null
        const detail = { limit: row.item, course: courseOf(row.item) }
        return { detail, freshness: { ...row.freshness, stale: true } }
      },
    )

  return {
    buyer: async ({ id, client }) => {
      const scope = await clients.of(client)
      if (!scope.ok) return scope
      const read = await keptOr(
        async () => {
          const shown = await resources.read(buyerResource, { id })
          if (!shown.ok) return shown
          const { data, freshness } = shown.data
          return success({ detail: among(data, await granted()), freshness })
        },
        async () => (await resources.last(buyerResource, { id })) !== null,
        () => buyerFromLists(id),
      )
      if (!read.ok || scope.data === null) return read
      const detail = detailWithin(read.data.detail, scope.data)
      return detail === null ? failure({ code: 'not_found' }) : success({ ...read.data, detail })
    },
    limit: ({ id, client }) =>
      clients.only(client, limitOf(id), ({ detail }) => detail.limit.policyId),
  }
}

/** Whether the portal has said that there is nothing to show, or that nobody is here to be shown it. */
function isAnswer(code: string): boolean {
  return code === 'not_found' || code === 'forbidden' || code === 'unauthenticated'
}

function among(
  detail: BuyerDetail,
  isGranted: (row: { readonly policyId: string }) => boolean,
): BuyerDetail {
  return {
    ...detail,
    limits: detail.limits.filter(isGranted),
    decisions: detail.decisions.filter(isGranted),
    alerts: detail.alerts.filter(isGranted),
    runOff: detail.runOff.filter(isGranted),
  }
}

/** What of a buyer is of a client's policies; null where nothing is. */
function detailWithin(detail: BuyerDetail, scope: Scope): BuyerDetail | null {
  const of = among(detail, ({ policyId }) => isWithin(scope, policyId))
  const buyer = buyerWithin(detail.buyer, scope, detail.limits)
  return buyer.policyIds.length === 0 ? null : { ...of, buyer }
}

function detailOf(
  buyer: BuyerDetail['buyer'],
  limits: readonly CreditLimit[],
  applications: readonly Application[],
): BuyerDetail {
  const ofLimits = limits.flatMap((limit) =>
    courseOf(limit).map((step) => ({ ...step, policyId: limit.policyId })),
  )
  const ofApplications = applications.flatMap(stepsOf)
  const steps = new Map(
    [...ofLimits, ...ofApplications].map((step) => [
      `${step.policyId} ${step.kind} ${step.at}`,
      step,
    ]),
  )
  return {
    buyer,
    ratings: [],
    limits: [...limits],
    decisions: [...steps.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    alerts: [],
    runOff: limits.flatMap(({ policyId, inForce: from, granted: to, effectiveOn }) => {
      const isCut = from !== null && to !== null && Number(from.amount) > Number(to.amount)
      return isCut && effectiveOn !== null ? [{ policyId, from, to, effectiveOn }] : []
    }),
  }
}

const nothingElse = { effectiveOn: null, endsOn: null, reason: null, applicationId: null }

/** As far as the row of the list tells of it, newest first. */
function courseOf(limit: CreditLimit): CourseStep[] {
  const { pending, granted, decidedAt, effectiveOn, endsOn, reason } = limit
  const { applied: amount, appliedAt: at } = limit
  const decided: CourseStep[] =
    granted === null || decidedAt === null
      ? []
      : [
          {
            kind: decisionKindOf(limit),
            at: decidedAt,
            amount: granted,
            effectiveOn,
            endsOn,
            reason,
            applicationId: null,
          },
          { ...nothingElse, kind: 'applied', at, amount },
        ]
  if (pending === null) return decided
  const { applicationId, amount: asked, appliedAt } = pending
  return [
    { ...nothingElse, kind: 'applied', at: appliedAt, amount: asked, applicationId },
    ...decided,
  ]
}

function decisionKindOf({ status, initiatedBy }: CreditLimit): CourseStep['kind'] {
  if (status === 'cancelled') {
    return initiatedBy === 'customer' ? 'withdrawn_by_customer' : 'cancelled'
  }
  return status === 'reduced' ? 'reduced' : 'decided'
}

function stepsOf(application: Application): BuyerDetail['decisions'] {
  const { id: applicationId, policyId, amount, appliedAt: at, endsOn, decision } = application
  const applied = {
    ...nothingElse,
    policyId,
    kind: 'applied',
    at,
    amount,
    endsOn,
    applicationId,
  } as const
  if (decision === null || decision.granted === null || decision.decidedAt === null)
    return [applied]
  const { granted, decidedAt, effectiveOn, reason } = decision
  return [
    {
      policyId,
      kind: 'decided',
      at: decidedAt,
      amount: granted,
      effectiveOn,
      endsOn: decision.endsOn,
      reason,
      applicationId,
    },
    applied,
  ]
}
