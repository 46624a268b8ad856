/**
 * Messages are written in the transaction of what they tell, and sent from there afterwards: none
 * is lost where the mail server is away, none tells what was rolled back.
 */
import { randomUUID } from 'node:crypto'
import type { Language } from '../../shared/portal/common.ts'
import type { ServnetAlert } from '../../shared/portal/servnet.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'

/** What a message says; its words are in the catalogues (`mail.<kind>`). */
export type Mail =
  | { readonly kind: 'recovery_code'; readonly code: string; readonly minutes: number }
  | { readonly kind: 'email_change_code'; readonly code: string; readonly minutes: number }
  /** To the present address. */
  | { readonly kind: 'email_change_requested'; readonly newEmail: string }
  /** To the former address. */
  | { readonly kind: 'email_changed'; readonly newEmail: string }
  | { readonly kind: 'password_changed'; readonly at: number }
  | { readonly kind: 'password_recovered'; readonly at: number }
  | { readonly kind: 'new_device'; readonly device: string; readonly at: number }
  /** `days` is 0 on the day itself. */
  | { readonly kind: 'password_expiry'; readonly days: number; readonly expiresAt: number }
  | { readonly kind: 'alerts_digest'; readonly alerts: readonly ServnetAlert[] }

export type MailKind = Mail['kind']

export type Recipient = {
  /** Null for a username that nobody has: written like any other, and dropped. */
  readonly userId: string | null
  readonly address: string | null
  /** Of the profile. */
  readonly language: Language
  /** How the person is greeted; null greets without a name. */
  readonly name: string | null
}

/** Queues `mail` in the caller's transaction. @returns its id. */
export async function queueMail(
  db: Db,
  { now, pepper }: Pick<Context, 'now' | 'pepper'>,
  to: Recipient,
  mail: Mail,
): Promise<string> {
  const id = randomUUID()
  const { kind, ...params } = mail
  await db
    .insertInto('mails')
    .values({
      id,
      kind,
      user_id: to.userId,
      recipient: to.address,
      language: to.language,
      params: pepper.seal(JSON.stringify({ name: to.name, ...params })),
      state: 'queued',
      attempts: 0,
      next_attempt_at: now(),
      claimed_until: 0,
      last_error: null,
      created_at: now(),
      sent_at: null,
    })
    .execute()
  return id
}
