/** The code that a recovery sends by e-mail. */
import { timingSafeEqual } from 'node:crypto'
import type { Pepper } from '../auth/pepper.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { queueMail, type Recipient } from '../mail/queue.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { lifetimes } from '../settings.ts'
import type { Flow } from './flow.ts'

const minute = 60_000

/** What is kept of `code` from `now` on; another one may be sent from `nextAt` on. */
export function codeColumns(
  pepper: Pepper,
  idHash: string,
  { code, now, nextAt }: { readonly code: string; readonly now: number; readonly nextAt: number },
) {
  return {
    code_hash: pepper.hideCode(idHash, code),
    code_expires_at: now + lifetimes.code,
    next_code_at: nextAt,
  }
}

/**
 * Queues the message with `code`, within the transaction that keeps it; one with a code before it
 * that still waits does not go out any more.
 */
export async function queueCode(
  db: Db,
  context: Context,
  { id_hash, mail_id: before }: Pick<Flow, 'id_hash' | 'mail_id'>,
  { to, code }: { readonly to: Recipient; readonly code: string },
): Promise<void> {
  await withdrawMails(db, [before])
  const minutes = lifetimes.code / minute
  const mail_id = await queueMail(db, context, to, { kind: 'recovery_code', code, minutes })
  await db.updateTable('recoveries').set({ mail_id }).where('id_hash', '=', id_hash).execute()
}

/** Whether `typed` is the latest code of `flow`, still in its time; compared in constant time. */
export function isCodeRight(pepper: Pepper, flow: Flow, typed: string, now: number): boolean {
  if (flow.code_hash === null || flow.code_expires_at === null) return false
  const hashed = Buffer.from(pepper.hideCode(flow.id_hash, typed))
  return timingSafeEqual(hashed, Buffer.from(flow.code_hash)) && flow.code_expires_at > now
}
