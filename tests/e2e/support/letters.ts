/** A person's post: what the mail server has received for them. */
import type { ParsedMail } from 'mailparser'
import { codeIn } from '../../support/mailbox.ts'
import type { Mailbox } from '../../support/mailbox.ts'
import { expect } from './test.ts'

export type Post = { readonly to: string; readonly subject: string }

/** What came to this address under this subject, the oldest first. */
export function lettersTo(mailbox: Mailbox, { to, subject }: Post): ParsedMail[] {
  return mailbox.received
    .filter((received) => received.to === to && received.mail.subject === subject)
    .map(({ mail }) => mail)
}

/** The message number `count` of its kind, as soon as it is there. */
export async function letterTo(mailbox: Mailbox, post: Post, count = 1): Promise<ParsedMail> {
  // A mail server that was away is tried again after half a minute.
  await expect
    .poll(() => lettersTo(mailbox, post).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(count)
  const letter = lettersTo(mailbox, post)[count - 1]
  if (letter === undefined) throw new Error(`No message ${count} to ${post.to}`)
  return letter
}

/** Opens message number `count` of its kind and reads the code in it. */
export async function readCode(mailbox: Mailbox, post: Post, count = 1): Promise<string> {
  return codeIn({ mail: await letterTo(mailbox, post, count) })
}
