/** The command that serves the portal. */
import closeWithGrace from 'close-with-grace'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  defaultOfflineLeaseHours,
  offlineLeaseHoursSchema,
} from '../../shared/contract/portal/meta.ts'
import { CommandError } from '../platform/problem-error.ts'
import { createPortal, type Portal } from '../portal.ts'
import { parsed, refusingInWords, withData, type Where } from './command-line.ts'
import { environment } from './environment.ts'

const port = parsed(z.coerce.number().int().min(0).max(65_535))
const leaseHours = parsed(z.coerce.number().pipe(offlineLeaseHoursSchema))
const policy = parsed(z.enum(['classic', 'modern']))
const proxySchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: ({ input }) => `${JSON.stringify(input)} is neither an address nor a network.`,
})
const proxies = parsed(
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(proxySchema)),
)

/** Adds `serve`, which is also what happens where no command is named. */
export function addServe(program: Command): void {
  withData(program.command('serve', { isDefault: true }))
    .description('serve the portal (what happens where no command is named)')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 for any', port, 4180)
    .option('--demo', 'keep the demonstration’s people and messages', false)
    .option('--policy <name>', 'password policy: classic or modern', policy, 'classic' as const)
    .option('--no-recovery-code', 'recover a password by the three answers alone')
    .option('--no-recovery-questions', 'recover a password by the e-mailed code alone')
    .option(
      '--offline-lease <hours>',
      'how long the app may show what it keeps without reaching the portal',
      leaseHours,
      defaultOfflineLeaseHours,
    )
    .option(
      '--trusted-proxies <list>',
      'addresses or networks of the proxies in front, for example 10.0.0.0/8',
      proxies,
      [],
    )
    .action((options: Serve) => refusingInWords(() => serve(options)))
}

type Serve = Where & {
  readonly host: string
  readonly port: number
  readonly demo: boolean
  readonly policy: 'classic' | 'modern'
  readonly recoveryCode: boolean
  readonly recoveryQuestions: boolean
  readonly offlineLease: number
  readonly trustedProxies: readonly string[]
}

async function serve({ data, port: number, policy: passwordPolicy, ...options }: Serve) {
  const recovery = { code: options.recoveryCode, questions: options.recoveryQuestions }
  if (!recovery.code && !recovery.questions) {
    throw new CommandError(
      'A recovery needs the code or the questions: turn off one of them, not both.',
    )
  }
  const portal = await createPortal({
    dataFolder: data,
    ...environment(),
    ...options,
    port: number,
    passwordPolicy,
    recovery,
    offlineLeaseHours: options.offlineLease,
  })
  const address = await listen(portal, number)
  closeInTheEnd(portal)
  portal.app.log.info({ address }, 'listening')
}

const addressError = z.object({ code: z.enum(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']) })

/** @throws CommandError where another program has the port, or the system refuses it */
async function listen({ listen: open, close }: Portal, number: number): Promise<string> {
  try {
    return await open()
  } catch (error) {
    await close()
    const code = addressError.safeParse(error).data?.code
    if (code === undefined) throw error
    throw new CommandError(
      `The portal cannot listen on port ${number} (${code}): name another with --port, or --host.`,
    )
  }
}

/** How long closing may take, in milliseconds: longer than a request, shorter than what stops services waits. */
const closingLimit = 25_000

/**
 * Closes `portal` when it is asked to stop, or when an error was caught by nobody, and ends the process.
 *
 * Terminals and npm often send a signal twice; the second must not cut the closing short, as it would
 * if the library saw it. Nor may it come when all is closed: a process that ends by itself lets go of
 * its signals first, and would then be said to have been killed. So it exits at once.
 */
function closeInTheEnd({ app, close }: Portal): void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  let reason: NodeJS.Signals | null = null
  const grace = closeWithGrace(
    {
      delay: closingLimit,
      logger: null,
      skip: [...signals],
      onTimeout: () => app.log.error({ ms: closingLimit }, 'closing took too long'),
      onSecondError: (error) => app.log.error({ err: error }, 'another error while closing'),
    },
    async ({ err, signal = reason }) => {
      if (err !== undefined) app.log.fatal({ err }, 'an error that nobody caught')
      try {
        await close()
        app.log.info({ signal }, 'closed')
      } catch (error) {
        app.log.error({ err: error }, 'closing failed')
        throw error
      }
    },
  )
  for (const signal of signals) {
    process.on(signal, () => {
      if (reason !== null) return
      reason = signal
      grace.close()
    })
  }
}
