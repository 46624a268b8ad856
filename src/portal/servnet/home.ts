/** Serv@Net's first page: the latest messages and alerts, and how many there are of each. */
import type { ServnetHome } from '../../shared/contract/servnet/home.ts'
import type { Principal } from '../identity/sessions/principal.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'
import { createQueryCache } from '../platform/db/query-cache.ts'
import { contact } from '../platform/contact.ts'
import { alertColumns, alertOf, isOfGrantedPolicy } from '../credit/alert-rows.ts'
import { isFor, messageColumns, messageOf } from './messages.ts'

const mostMessages = 5
const mostAlerts = 20
const minute = 60 * 1000
const day = 24 * 60 * minute

/** Reads the first page of who calls. */
export type ReadHome = (principal: Principal) => Promise<ServnetHome>

/** Remembers what it found for as long as nobody writes. */
export function createReadHome({ db, changes, now }: PlatformContext): ReadHome {
  const findRows = createQueryCache(changes, keyOf, async (of: Of) => {
    const [messages, alerts] = await Promise.all([latestMessages(db, of), latestAlerts(db, of)])
    return { messages, alerts }
  })
  return async ({ user }) => {
    // To the minute, so that the same question is asked again for a while.
    const newSince = Math.floor(now() / minute) * minute - day
    return homeOf(await findRows({ userId: user.id, language: user.language, newSince }))
  }
}

type Of = { readonly userId: string; readonly language: string; readonly newSince: number }
type MessageRow = Awaited<ReturnType<typeof latestMessages>>[number]
type AlertRow = Awaited<ReturnType<typeof latestAlerts>>[number]
type Rows = { readonly messages: readonly MessageRow[]; readonly alerts: readonly AlertRow[] }

function keyOf({ userId, language, newSince }: Of): string {
  return `${newSince} ${language} ${userId}`
}

function homeOf({ messages, alerts }: Rows): ServnetHome {
  // Every row carries the counts of all; where there is no row, there is nothing to count.
  const [message, alert] = [messages[0], alerts[0]]
  return {
    banner: { kind: 'steer_with_confidence' },
    messages: messages.map(messageOf),
    alerts: alerts.map(alertOf),
    newAlerts: alert?.newer ?? 0,
    counts: {
      alerts: { total: alert?.total ?? 0, unhandled: alert?.unhandled ?? 0 },
      messages: { total: message?.total ?? 0, unread: message?.unread ?? 0 },
    },
    contact,
  }
}

const latestMessages = prepare((db, of: Slots<Of>) =>
  db
    .selectFrom('messages')
    .innerJoin('message_texts', 'message_texts.message_id', 'messages.id')
    .leftJoin('message_reads', (join) =>
      join
        .onRef('message_reads.message_id', '=', 'messages.id')
        .on('message_reads.user_id', '=', of.userId),
    )
    .where('message_texts.language', '=', of.language)
    .where((row) => isFor(row, of.userId))
    .orderBy('messages.published_at', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(mostMessages)
    .select(messageColumns)
    .select(({ fn }) => [
      fn.countAll<number>().over().as('total'),
      fn.countAll<number>().filterWhere('read_at', 'is', null).over().as('unread'),
    ]),
)

const latestAlerts = prepare((db, of: Slots<Of>) =>
  db
    .selectFrom('alerts')
    .where('user_id', '=', of.userId)
    .where(isOfGrantedPolicy)
    .orderBy(({ eb }) => eb.case().when('handled_at', 'is', null).then(0).else(1).end())
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostAlerts)
    .select(alertColumns)
    .select(({ fn }) => [
      fn.countAll<number>().over().as('total'),
      fn.countAll<number>().filterWhere('handled_at', 'is', null).over().as('unhandled'),
      fn.countAll<number>().filterWhere('at', '>', of.newSince).over().as('newer'),
    ]),
)
