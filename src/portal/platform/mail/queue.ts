/**
 * Messages are written in the transaction of what they tell, and sent from there afterwards: none
 * is lost where the mail server is away, none tells what was rolled back.
 */
import { randomUUID } from 'node:crypto'
import type { Language } from '../../../shared/languages.ts'
import type { PlatformContext } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { Mail } from './mail.ts'

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
  { now, pepper }: Pick<PlatformContext, 'now' | 'pepper'>,
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
      params: pepper.encrypt(JSON.stringify({ name: to.name, ...params })),
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

/**
 * Drops messages that wait: a code that no longer counts must not arrive after the one that does.
 * One that is being sent may still leave; where that fails it is not tried again.
 * @param ids of messages; null stands for none
 */
export async function withdrawMails(db: Db, ids: readonly (string | null)[]): Promise<void> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return
  await db
    .updateTable('mails')
    .set({ state: 'dropped', params: '' })
    .where('id', 'in', known)
    .where('state', '=', 'queued')
    .execute()
}
