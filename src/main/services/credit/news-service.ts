/** What changed since the person was last here, and what is due, from what is kept. */
import { isDeepStrictEqual } from 'node:util'
import {
  newsItemSchema,
  type DueItem,
  type NewsItem,
} from '../../../shared/contract/credit/news.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import type { Money } from '../../../shared/contract/common.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { Resources } from '../../resources/resources.ts'
import { grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { readNews, tickNews, type NewsRow } from '../../store/news.ts'
import { limitsList } from './credit-lists.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type NewsService = {
  /** Newest first; what the portal told of since the first time that it was followed here. */
  readonly news: Handler<'credit.news'>
  /** Kept on this computer alone. */
  readonly tick: Handler<'credit.tickNews'>
  /** What takes effect first stands first; then what waits longest. */
  readonly due: Handler<'credit.due'>
}

/** A limit that ends, and a cut that takes effect, are told of as many days before. */
const daysAhead = 30
const dayMs = 86_400_000
/** Of what the portal was last asked longer ago, nobody can say that it is so now. */
const freshMs = 5 * 60_000
/** As many as a page shows. */
const mostItems = 200

/**
 * What is new to who is signed in; `unauthenticated` where nobody is.
 * @param options.now this computer's clock, in ms since 1970
 * @param options.onTicked told where a tick has changed what is shown
 */
export function createNewsService(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly resources: Resources
  readonly now: () => number
  readonly onTicked: () => void
}): NewsService {
  const { session, resources, now, onTicked } = options

  async function freshness(): Promise<Freshness> {
    const syncedAt = await resources.syncedAt()
    return {
      fetchedAt: new Date(syncedAt ?? now()).toISOString(),
      stale: syncedAt === null || Math.abs(now() - syncedAt) > freshMs,
      refreshing: resources.busy(),
    }
  }

  /** What is new and what is due is told of alerts, applications, messages and limits: all Serv@Net's. */
  const isGranted = () => grantedServices(session.view()).includes('servnet')
  const isReady = () => session.view().kind === 'ready'

  return {
    async news() {
      if (isReady() && !isGranted()) return success({ items: [], freshness: await freshness() })
      const rows = await resources.inStore(readNews)
      if (!rows.ok) return rows
      const items = toldOnce(rows.data).map(({ item }) => item)
      return success({ items, freshness: await freshness() })
    },
    async tick({ ids }) {
      const done = await resources.inStore(async (db) => {
        const told = ids === null ? [] : toldOnce(await readNews(db))
        const ticked = told.filter(({ item }) => ids?.includes(item.id))
        const hidden = ticked.flatMap(({ hiddenIds }) => hiddenIds)
        await tickNews(db, ids === null ? null : [...ids, ...hidden], now())
      })
      if (!done.ok) return done
      onTicked()
      return success({})
    },
    async due() {
      if (isReady() && !isGranted()) return success({ items: [], freshness: await freshness() })
      const today = dayOf(now())
      const picking = {
        kind: 'due',
        // Of a row with several days, a former one may have passed since it was written.
        from: dayOf(now() - daysAhead * dayMs),
        to: dayOf(now() + daysAhead * dayMs),
      } as const
      const limits = await resources.pickRows(limitsList, picking)
      // Who has no limits to be told of.
      if (!limits.ok && limits.error.code === 'forbidden') {
        return success({ items: [], freshness: await freshness() })
      }
      if (!limits.ok) return limits
      const { items, freshness: age } = limits.data
      const dated = items.flatMap((limit) => [...endOf(limit), ...cutOf(limit)])
      const upcoming = dated
        .filter(({ on }) => on >= today && on <= picking.to)
        .toSorted((one, other) => inOrder(one.on, other.on) || inOrder(one.buyer, other.buyer))
      const pending = items
        .flatMap(pendingOf)
        .toSorted((one, other) => inOrder(one.since, other.since))
      return success({ items: [...upcoming, ...pending].slice(0, mostItems), freshness: age })
    },
  }
}

type ToldNews = {
  readonly item: NewsItem
  /** Of alerts that say the same, and are ticked off with it. */
  readonly hiddenIds: readonly string[]
}

/** An alert is raised with the decision that it is about, but by another look at the portal's clock. */
const raisedWithinMs = 60_000

/**
 * What is shown: a decision on an application of one's own is not told again as the alert that it raised.
 * What another version kept, and this one cannot read, is left out.
 */
function toldOnce(rows: readonly NewsRow[]): ToldNews[] {
  const items = rows.flatMap(({ id, at, isTicked, item }) => {
    const whole = typeof item === 'object' ? { ...item, id, at, isTicked } : item
    const parsed = newsItemSchema.safeParse(whole)
    return parsed.success ? [parsed.data] : []
  })
  const told = items.map((item) => ({ item, hiddenIds: alertsOf(item, items) }))
  const hidden = new Set(told.flatMap(({ hiddenIds }) => hiddenIds))
  return told.filter(({ item }) => !hidden.has(item.id))
}

/** The ids of the alerts that `item`, a decision, has raised. */
function alertsOf(item: NewsItem, items: readonly NewsItem[]): string[] {
  if (item.kind !== 'decision') return []
  const raised = items.filter(
    (one) =>
      one.kind === 'alert' &&
      one.buyer === item.buyer &&
      isDeepStrictEqual(one.to, item.granted) &&
      Math.abs(Date.parse(one.at) - Date.parse(item.at)) < raisedWithinMs,
  )
  return raised.map(({ id }) => id)
}

type Dated = Extract<DueItem, { on: string }>
type Pending = Extract<DueItem, { since: string }>

const about = ({ id: limitId, buyerId, buyerName: buyer }: CreditLimit) => ({
  limitId,
  buyerId,
  buyer,
})

/** A temporary limit that ends; one that grants nothing does not. */
function endOf(limit: CreditLimit): Dated[] {
  const { endsOn, inForce, granted, status } = limit
  const amount = isPositive(granted) ? granted : inForce
  if (endsOn === null || status === 'expired' || !isPositive(amount)) return []
  return [{ kind: 'limit_ends', ...about(limit), amount, on: endsOn }]
}

/** A cut that is announced: what is in force is still more than what was granted last. */
function cutOf(limit: CreditLimit): Dated[] {
  const { effectiveOn, inForce: from, granted: to } = limit
  if (effectiveOn === null || from === null || to === null) return []
  if (Number(from.amount) <= Number(to.amount)) return []
  return [{ kind: 'cut_takes_effect', ...about(limit), from, to, on: effectiveOn }]
}

function pendingOf(limit: CreditLimit): Pending[] {
  const { pending } = limit
  if (pending === null) return []
  const { buyerId, buyer } = about(limit)
  const { applicationId, amount, appliedAt: since } = pending
  return [{ kind: 'pending_since', applicationId, buyerId, buyer, amount, since }]
}

function isPositive(money: Money | null): money is Money {
  return money !== null && Number(money.amount) > 0
}

/** The UTC day of a time in ms since 1970. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
