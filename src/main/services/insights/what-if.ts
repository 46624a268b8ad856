/** Suppositions about the portfolio, computed from the lists on this computer: nothing is asked, sent or kept for them. */
import { setImmediate as breathe } from 'node:timers/promises'
import { buyerFiltersSchema } from '../../../shared/contract/credit/buyers.ts'
import { limitFiltersSchema } from '../../../shared/contract/credit/credit-limits.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import {
  holdingOf,
  type DecidedLimit,
  type Debtor,
  type Holding,
} from '../../../shared/credit/what-if/debtors.ts'
import { whatIf } from '../../../shared/credit/what-if/what-if.ts'
import { metaResource } from '../../resources/portal-resources.ts'
import type { Resources } from '../../resources/resources.ts'
import type { WindowedList } from '../../resources/windows/windows.ts'
import type { KeyQuery } from '../../resources/windows/list-keys.ts'
import { grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { buyersWindow, limitsWindow } from '../credit/credit-lists.ts'
import { buyerQueryOf, limitQueryOf } from '../credit/credit-windows.ts'
import { dashboardResource } from './insights-resources.ts'

export type WhatIfHandler = (
  input: ParsedInput<'insights.whatIf'>,
) => Promise<Result<RouteOutput<'insights.whatIf'>>>

/**
 * The handler of `insights.whatIf`; `unauthenticated` where nobody is signed in. Rates are those of the
 * dashboard that is kept; main answers others while it computes.
 */
export function createWhatIf(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly resources: Pick<Resources, 'read' | 'windows'>
}): WhatIfHandler {
  const { session, resources } = options

  /** Without Serv@Net nobody has limits by policy, nor what was applied for. */
  async function debtors(): Promise<Result<Portfolio>> {
    const hasLimits = grantedServices(session.view()).includes('servnet')
    const byId = new Map<string, MutableDebtor>()
    const buyers = await readAll(
      resources.windows,
      buyersWindow,
      buyerQueryOf(everyBuyer),
      (buyer) => {
        const { id, name, country, rating, band, limits, policyIds } = buyer
        const [first = null] = policyIds.length === 1 ? policyIds : []
        const held = hasLimits ? [] : limits.map((money) => holdingOf(first, money))
        const holdings = held.filter((one) => one !== null)
        byId.set(id, { id, name, country, rating, band, holdings, decided: [] })
      },
    )
    if (!buyers.ok || !hasLimits) {
      return buyers.ok ? success({ debtors: [...byId.values()], ...buyers.data }) : buyers
    }
    const limits = await readAll(
      resources.windows,
      limitsWindow,
      limitQueryOf(everyLimit),
      ({ buyerId, policyId, inForce, applied, granted }) => {
        const debtor = byId.get(buyerId)
        const holding = inForce && holdingOf(policyId, inForce)
        if (holding !== null) debtor?.holdings.push(holding)
        if (granted !== null) debtor?.decided.push({ policyId, applied, granted })
      },
    )
    if (!limits.ok) return limits
    const isWhole = buyers.data.isWhole && limits.data.isWhole
    return success({ debtors: [...byId.values()], isWhole, freshness: buyers.data.freshness })
  }

  return async function supposed({ suppositions, currency }) {
    const portfolio = await debtors()
    if (!portfolio.ok) return portfolio
    const dashboard = await resources.read(dashboardResource, { currency })
    const meta = await resources.read(metaResource, {})
    const run = whatIf({
      debtors: portfolio.data.debtors,
      suppositions,
      currency,
      rates: dashboard.ok ? dashboard.data.data.rates : [],
      bands: meta.ok ? meta.data.data.ratingBands : [],
    })
    let step = run.next()
    while (step.done !== true) {
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await breathe()
      step = run.next()
    }
    const { isWhole, freshness } = portfolio.data
    return success({ result: step.value, isWhole, freshness })
  }
}

const everyBuyer = buyerFiltersSchema.parse({})
const everyLimit = limitFiltersSchema.parse({})

type MutableDebtor = Debtor & {
  readonly holdings: Holding[]
  readonly decided: DecidedLimit[]
}

type Read = {
  /** Whether all of the list is here, and was still when its end was read. */
  readonly isWhole: boolean
  readonly freshness: Freshness
}

type Portfolio = Read & { readonly debtors: readonly Debtor[] }

/** Takes in each row that is kept, a part at a time. */
async function readAll<Item>(
  windows: Resources['windows'],
  windowed: WindowedList<Item>,
  query: KeyQuery,
  take: (item: Item) => void,
): Promise<Result<Read>> {
  const first = await windows.read(windowed, query, { offset: 0, limit: 1 })
  if (!first.ok) return first
  const parts = await windows.parts(windowed, query)
  if (!parts.ok) return parts
  let taken = 0
  for await (const items of parts.data.items) {
    for (const item of items) take(item)
    taken += items.length
  }
  const { window, freshness } = first.data
  return success({ isWhole: window.isWhole && taken === parts.data.total, freshness })
}
