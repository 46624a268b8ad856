/** What sends messages, and what can become of one. */
import type { SendMailOptions } from 'nodemailer'

/** A message as it leaves. The same `id` is the same message, however often it is tried. */
export type Outgoing = {
  readonly id: string
  readonly kind: string
  readonly createdAt: number
  readonly options: SendMailOptions
}

/**
 * `later` concerns this message, `unreachable` all of them; `refused` is for good. `reason` is a
 * code such as `EENVELOPE 550`.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later' | 'unreachable'; readonly reason: string }

export type Transport = {
  /** Never throws; gives up when `signal` aborts. */
  readonly send: (outgoing: Outgoing, signal: AbortSignal) => Promise<Outcome>
  /**
   * What sending asks of this machine, for a message that nobody gets: what it takes from other work
   * must not tell who has an account. Fails where sending would.
   */
  readonly simulate: (outgoing: Outgoing) => Promise<Outcome>
}

export type MailSettings = {
  /** A mail server (`smtp://…`); undefined where messages land in the folder. */
  readonly smtpUrl: string | undefined
  /** The sender of messages. */
  readonly from: string
  readonly folder: string
}
