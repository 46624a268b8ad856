/** What changed since the person was last here, and what is due, from what is kept. */
import { newsItemSchema, type DueItem } from '../../../shared/contract/credit/news.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import type { Money } from '../../../shared/contract/common.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { Resources } from '../../resources/resources.ts'
import { grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { readNews, tickNews } from '../../store/news.ts'
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
      // What another version kept, and this one cannot read, is left out.
      const items = rows.data.flatMap(({ id, at, isTicked, item }) => {
        const whole = typeof item === 'object' ? { ...item, id, at, isTicked } : item
        const parsed = newsItemSchema.safeParse(whole)
        return parsed.success ? [parsed.data] : []
      })
      return success({ items, freshness: await freshness() })
    },
    async tick({ ids }) {
      const done = await resources.inStore((db) => tickNews(db, ids, now()))
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
