/** Serv@Net's first page: the latest messages in the person's language, and alerts. */
import { servnetAlertSchema, type ServnetHome } from '../../shared/contract/servnet/home.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type { Principal } from '../identity/sessions/principal.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'
import { createQueryCache } from '../platform/db/query-cache.ts'
import { contact } from '../platform/contact.ts'

const mostMessages = 5
const mostAlerts = 20
const day = 24 * 60 * 60 * 1000
const alertKind = servnetAlertSchema.shape.kind

/** Reads the first page of who calls. */
export type ReadHome = (principal: Principal) => Promise<ServnetHome>

export function createReadHome({ db, changes, now }: PlatformContext): ReadHome {
  const findRows = createQueryCache(changes, keyOf, async (of: Of) => {
    const [messages, alerts] = await Promise.all([latestMessages(db, of), latestAlerts(db, of)])
    return { messages, alerts }
  })
  return async ({ user }) => {
    const of = { userId: user.id, language: user.language }
    const rows = await findRows(of)
    const newSince = now() - day
    const newAlerts = rows.alerts.filter((alert) => alert.at > newSince).length
    return homeOf(rows, newAlerts)
  }
}

type Of = { readonly userId: string; readonly language: string }
type MessageRow = Awaited<ReturnType<typeof latestMessages>>[number]
type AlertRow = Awaited<ReturnType<typeof latestAlerts>>[number]
type Rows = { readonly messages: readonly MessageRow[]; readonly alerts: readonly AlertRow[] }

function keyOf({ userId, language }: Of): string {
  return `${language} ${userId}`
}

function homeOf({ messages, alerts }: Rows, newAlerts: number): ServnetHome {
  return {
    banner: { kind: 'steer_with_confidence' },
    messages: messages.map((message) => ({
      id: message.id,
      title: message.title,
      body: message.body,
      publishedAt: timestamp(message.published_at),
      read: message.read_at !== null,
    })),
    alerts: alerts.map((alert) => ({
      id: alert.id,
      kind: alertKind.parse(alert.kind),
      buyer: alert.buyer,
      policyId: alert.policy_id,
      at: timestamp(alert.at),
    })),
    newAlerts,
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
    .where((row) =>
      row.or([row('messages.user_id', 'is', null), row('messages.user_id', '=', of.userId)]),
    )
    .orderBy('messages.published_at', 'desc')
    .orderBy('messages.id')
    .limit(mostMessages)
    .select([
      'messages.id',
      'messages.published_at',
      'message_texts.title',
      'message_texts.body',
      'message_reads.read_at',
    ]),
)

const latestAlerts = prepare((db, of: Slots<Pick<Of, 'userId'>>) =>
  db
    .selectFrom('alerts')
    .where('user_id', '=', of.userId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostAlerts)
    .select(['id', 'kind', 'buyer', 'policy_id', 'at']),
)
