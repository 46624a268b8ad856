/**
 * Commands for a scheduler: they queue what is due and send it, or back SQLite up. Each loads what it needs
 * when it runs: the calendar alone, with its time zone, would take 8 MB of a portal that serves.
 */
import type { Command } from 'commander'
import type { Context } from '../identity/context.ts'
import type { DeliverySummary } from '../platform/mail/deliver.ts'
import { CommandError } from '../platform/problem-error.ts'
import { print, refusingInWords, withContext, withData, type Where } from './command-line.ts'
import { environment } from './environment.ts'

/** Adds `send-expiry-notices`, `send-alert-digests` and `backup`. */
export function addScheduled(program: Command): void {
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
  addBackup(program)
}

/** Runs beside a portal that serves, and neither migrates nor changes anything. PostgreSQL brings its own. */
function addBackup(program: Command): void {
  withData(program.command('backup'))
    .description('copy the database in the folder, as it is at this moment, while it is served')
    .requiredOption('--to <file>', 'a new file; whoever reads it reads everything save the pepper')
    .action((options: Where & { readonly to: string }) =>
      refusingInWords(async () => {
        const { backUp } = await import('../operations/backup.ts')
        if (environment().databaseUrl !== undefined) {
          throw new CommandError(
            'DATABASE_URL names a PostgreSQL server: back it up with pg_basebackup and its archive of ' +
              'the write-ahead log (docs/operations.md).',
          )
        }
        const { bytes } = backUp(options.data, options.to)
        print(`Database copied to ${options.to}, ${bytes} bytes. The pepper is not in it.`)
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
