/**
 * Commands for a scheduler: they queue what is due and send it. Each loads what it needs when it
 * runs: the calendar alone, with its time zone, would take 8 MB of a portal that serves.
 */
import type { Command } from 'commander'
import type { Context } from '../identity/context.ts'
import type { DeliverySummary } from '../platform/mail/deliver.ts'
import { print, withContext, withData, type Where } from './command-line.ts'

/** Adds `send-expiry-notices` and `send-alert-digests`. */
export function addNotices(program: Command): void {
  withData(program.command('send-expiry-notices'))
    .description('tell people by e-mail that their password is about to expire, once each')
    .action((where: Where) =>
      withContext(where, async (context) => {
        const { queueExpiryNotices } = await import('../identity/passwords/expiry-notices.ts')
        const queued = await queueExpiryNotices(context)
        print(queued === 0 ? 'No expiry notice is due.' : `Expiry notices: ${queued}`)
        await deliver(context)
      }),
    )
  withData(program.command('send-alert-digests'))
    .description('tell people by e-mail what is new in Serv@Net, if they wish so')
    .action((where: Where) =>
      withContext(where, async (context) => {
        const { queueAlertDigests } = await import('../servnet/alert-digest.ts')
        const queued = await queueAlertDigests(context)
        print(queued === 0 ? 'No alert digest is due.' : `Alert digests: ${queued}`)
        await deliver(context)
      }),
    )
}

/** Sends what is due, also what waited from before; a running portal may do so at the same time. */
async function deliver(context: Context): Promise<void> {
  const { createMailTransport, deliverDue } = await import('../platform/mail/deliver.ts')
  const summary = await deliverDue({
    context,
    transport: createMailTransport(context.settings.mail),
    log: null,
    signal: null,
    isStopping: () => false,
  })
  print(summaryLine(summary))
}

function summaryLine({ sent, refused, failed, queued }: DeliverySummary): string {
  const parts = [
    `Messages sent: ${sent}`,
    ...(queued > 0 ? [`to be tried again: ${queued}`] : []),
    ...(refused > 0 ? [`refused: ${refused}`] : []),
    ...(failed > 0 ? [`given up: ${failed}`] : []),
  ]
  return parts.join(', ')
}
