/** Serv@Net's first page: the latest messages in the person's language, and alerts. */
import { languageSchema } from '../../shared/portal/common.ts'
import { servnetAlertSchema, type ServnetHome } from '../../shared/portal/servnet.ts'
import { servicesOf, timestamp } from '../accounts/account.ts'
import type { Principal } from '../auth/principal.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { contact } from '../meta/contact.ts'
import { ProblemError } from '../problem-error.ts'

const mostMessages = 5
const mostAlerts = 20
const day = 24 * 60 * 60 * 1000
const alertKind = servnetAlertSchema.shape.kind

/** @throws ProblemError `forbidden` for an account without Serv@Net */
export async function readHome(context: Context, { user }: Principal): Promise<ServnetHome> {
  if (!servicesOf(user).includes('servnet')) throw new ProblemError('forbidden')
  const newSince = context.now() - day
  const messages = await latestMessages(context.db, user)
  const alerts = await latestAlerts(context.db, user)
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
    newAlerts: alerts.filter((alert) => alert.at > newSince).length,
    contact,
  }
}

function latestMessages(db: Db, user: Principal['user']) {
  return db
    .selectFrom('messages')
    .innerJoin('message_texts', 'message_texts.message_id', 'messages.id')
    .leftJoin('message_reads', (join) =>
      join
        .onRef('message_reads.message_id', '=', 'messages.id')
        .on('message_reads.user_id', '=', user.id),
    )
    .where('message_texts.language', '=', languageSchema.parse(user.language))
    .where((row) =>
      row.or([row('messages.user_id', 'is', null), row('messages.user_id', '=', user.id)]),
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
    ])
    .execute()
}

function latestAlerts(db: Db, user: Principal['user']) {
  return db
    .selectFrom('alerts')
    .where('user_id', '=', user.id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostAlerts)
    .select(['id', 'kind', 'buyer', 'policy_id', 'at'])
    .execute()
}
