/** Messages through a mail server. */
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Outcome, Transport } from './transport.ts'

/** In milliseconds; what the address says (`?socketTimeout=…`) comes first. */
const limits = {
  dnsTimeout: 5000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * A connection a message: there are few messages, and a kept connection that the server has
 * closed meanwhile would fail the next one.
 * @param address `smtps://…` is encrypted from the start; `smtp://…` upgrades, and must be able to
 * save on this machine itself or where the address says `?requireTLS=false`.
 */
export function createSmtpTransport(address: string): Transport {
  const { hostname } = new URL(address)
  const mailer = createTransport({
    url: address,
    ...limits,
    requireTLS: !loopback.has(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ options }, signal) => {
      try {
        await mailer.sendMail({ ...options, signal })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    // Waiting for another machine takes nothing from this one.
    simulate: async () => ({ kind: 'sent' }),
  }
}

const failureSchema = z.object({
  code: z.string().default('unknown'),
  /** The command that was refused. */
  command: z.string().optional(),
  responseCode: z.number().optional(),
  permanent: z.boolean().default(false),
})

/** Commands whose refusal concerns this message only, and not our sender or our password. */
const ofThisMessage = new Set(['RCPT TO', 'DATA'])

function outcomeOf(error: unknown): Outcome {
  const parsed = failureSchema.safeParse(error)
  if (!parsed.success) return { kind: 'later', reason: 'unknown' }
  const { code, command, responseCode, permanent } = parsed.data
  const reason = responseCode === undefined ? code : `${code} ${responseCode}`
  // An address that cannot even be said to a mail server.
  if (command === 'API' && code === 'EENVELOPE') return { kind: 'refused', reason }
  if (responseCode === undefined || !ofThisMessage.has(command ?? '')) {
    return { kind: 'unreachable', reason }
  }
  return { kind: permanent ? 'refused' : 'later', reason }
}
