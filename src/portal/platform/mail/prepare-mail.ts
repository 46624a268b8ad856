/** From a row of the outbox to a message that can leave. */
import addressparser from 'nodemailer/lib/addressparser'
import { z } from 'zod'
import { languageSchema } from '../../../shared/contract/common.ts'
import type { PlatformContext } from '../context.ts'
import { composeMessage } from './compose.ts'
import { renderHtml, renderText } from './render.ts'
import { mailSchema, type Mail } from './mail.ts'
import type { OutboxRow, Settlement } from './outbox.ts'
import { expiryOf } from './retries.ts'
import type { Outgoing } from './transport.ts'

export type Prepared =
  | { readonly kind: 'void'; readonly settlement: Settlement }
  | {
      readonly kind: 'ready'
      /** Whether it is for a username that nobody has: prepared like any other, and never sent. */
      readonly isDiscarded: boolean
      readonly outgoing: Outgoing
      readonly expiresAt: number
    }

/** For messages that nobody gets: about as long as an address is. */
const placeholderAddress = 'nobody.in.particular@company.invalid'

type Of = Pick<PlatformContext, 'now' | 'pepper' | 'settings'>

/** What is to leave for `row`; void where it cannot be read, or can be of no use any more. */
export function prepareMail(context: Of, row: OutboxRow): Prepared {
  const written = write(context, row)
  if (written === null) return voidOf({ state: 'failed', reason: 'unreadable' })
  const end = expiryOf(written.mail, row.created_at)
  if (end <= context.now()) return voidOf({ state: 'failed', reason: row.last_error ?? 'too late' })
  const isDiscarded = row.recipient === null
  return { kind: 'ready', isDiscarded, outgoing: written.outgoing, expiresAt: end }
}

function voidOf(settlement: Settlement): Prepared {
  return { kind: 'void', settlement }
}

type Content = { readonly mail: Mail; readonly name: string | null }

const greetingSchema = z.object({ name: z.string().nullable() })

type Written = { readonly mail: Mail; readonly outgoing: Outgoing }

/** Null where it cannot be opened: the pepper is another, or the row was altered. */
function write(context: Of, row: OutboxRow): Written | null {
  try {
    const params = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(context.pepper.decrypt(row.params)))
    const mail = mailSchema.parse({ ...params, kind: row.kind })
    const content = { mail, ...greetingSchema.parse(params) }
    return { mail, outgoing: outgoingOf(context, row, content) }
  } catch {
    return null
  }
}

function outgoingOf({ settings }: Of, row: OutboxRow, { mail, name }: Content): Outgoing {
  const { from } = settings.mail
  const language = languageSchema.parse(row.language)
  const message = composeMessage(mail, { language, name, queuedAt: row.created_at })
  return {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    options: {
      from,
      // Taken as it is: a text would be parsed, and could name others.
      to: { name: '', address: row.recipient ?? placeholderAddress },
      subject: message.subject,
      text: renderText(message),
      html: renderHtml(message),
      // The same for every try, so that a second copy is recognised.
      messageId: `<${row.id}@${domainOf(from)}>`,
      date: new Date(row.created_at),
      xMailer: false,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': language,
      },
    },
  }
}

/** The domain of the sender's address. */
function domainOf(from: string): string {
  const [sender] = addressparser(from, { flatten: true })
  return sender?.address.split('@').at(-1) ?? 'localhost'
}
