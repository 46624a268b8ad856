/** The code that a recovery sends by e-mail. */
import { timingSafeEqual } from 'node:crypto'
import type { CodeFormat } from '../../../shared/rules/codes.ts'
import type { Pepper } from '../../platform/crypto/pepper.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { queueMail, type Recipient, withdrawMails } from '../../platform/mail/queue.ts'
import { lifetimes, type RecoveryFactors } from '../settings.ts'
import type { Flow } from './flow.ts'
import { minute } from '../../platform/clock.ts'

/** A code alone must withstand guessing: then it is longer, and of more characters. */
export function codeFormatFor({ questions }: RecoveryFactors): CodeFormat {
  return questions ? 'numeric' : 'alphanumeric'
}

type NewCode = {
  readonly code: string
  readonly format: CodeFormat
  readonly now: number
  readonly nextAt: number
}

/** What is kept of `code` from `now` on; another one may be sent from `nextAt` on. */
export function codeColumns(
  pepper: Pepper,
  idHash: string,
  { code, format, now, nextAt }: NewCode,
) {
  return {
    code_hash: pepper.hmacCode(idHash, code),
    code_format: format,
    code_expires_at: now + lifetimes.recoveryCode,
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
  const minutes = lifetimes.recoveryCode / minute
  const mail_id = await queueMail(db, context, to, { kind: 'recovery_code', code, minutes })
  await db.updateTable('recoveries').set({ mail_id }).where('id_hash', '=', id_hash).execute()
}

/** Whether the time of the latest code of `flow` is over at `now`, in milliseconds. */
export function isCodeOver({ code_expires_at: end }: Pick<Flow, 'code_expires_at'>, now: number) {
  return end !== null && end <= now
}

/** Whether `typed` is the latest code of `flow`, whatever its time; compared in constant time. */
export function isLatestCode(pepper: Pepper, flow: Flow, typed: string): boolean {
  if (flow.code_hash === null) return false
  const hashed = Buffer.from(pepper.hmacCode(flow.id_hash, typed))
  return timingSafeEqual(hashed, Buffer.from(flow.code_hash))
}
