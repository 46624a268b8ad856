/** Messages for tests: one of each kind, and what became of those that were queued. */
import type { Context } from '../../../src/portal/identity/context.ts'
import type { Mail } from '../../../src/portal/platform/mail/mail.ts'
import { queueMail, type Recipient } from '../../../src/portal/platform/mail/queue.ts'

const at = Date.parse('2026-11-23T12:20:00Z')
const alert = {
  id: 'alert-1',
  kind: 'rating_worse',
  buyer: 'Froid & Saveurs <SPRL>',
  policyId: '17386',
  at: '2026-11-23T09:00:00.000Z',
  buyerId: '4471',
  from: null,
  to: null,
  effectiveOn: '2026-11-29',
  reason: 'payments_late',
  handled: false,
} as const
const cut = {
  ...alert,
  id: 'alert-2',
  kind: 'limit_reduced',
  from: { amount: '250000.00', currency: 'EUR' },
  to: { amount: '40000.00', currency: 'EUR' },
} as const

export const codeMail: Mail = { kind: 'recovery_code', code: '482019', minutes: 10 }
export const newsMail: Mail = { kind: 'password_changed', at }

/** Every kind, and each way of saying it. */
export const mails = {
  'recovery code': codeMail,
  'recoveries left unfinished': { kind: 'recovery_unfinished' },
  'e-mail change code': { kind: 'email_change_code', code: '005107', minutes: 10 },
  'e-mail change requested': { kind: 'email_change_requested', newEmail: 'new@example.com' },
  'e-mail changed': { kind: 'email_changed', newEmail: 'new@example.com' },
  'password changed': newsMail,
  'password recovered': { kind: 'password_recovered', at },
  'new device': { kind: 'new_device', device: 'PC-MARIE (Windows)', at },
  'expiry in days': { kind: 'password_expiry', days: 14, expiresAt: at },
  'expiry tomorrow': { kind: 'password_expiry', days: 1, expiresAt: at },
  'expiry today': { kind: 'password_expiry', days: 0, expiresAt: at },
  'one alert': { kind: 'alerts_digest', alerts: [alert], more: 0 },
  'many alerts': { kind: 'alerts_digest', alerts: [alert, cut], more: 3 },
} as const satisfies Record<string, Mail>

export const marie: Recipient = {
  userId: 'demo-marie.lambert',
  address: 'marie@example.com',
  language: 'fr',
  name: 'Marie Lambert',
}

export function queue(context: Context, mail: Mail, to: Partial<Recipient> = {}): Promise<string> {
  return queueMail(context.db, context, { ...marie, ...to }, mail)
}

/** Any request that writes has the outbox looked at when it is answered. */
export async function nudge(address: string): Promise<void> {
  await fetch(`${address}/v1/nowhere`, { method: 'POST' })
}

/** What the outbox says of the message `id`. */
export function outboxRow({ db }: Context, id: string) {
  return db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
