/** The command that serves the portal. */
import type { Command } from 'commander'
import { z } from 'zod'
import {
  defaultOfflineLeaseHours,
  offlineLeaseHoursSchema,
} from '../../shared/contract/portal/meta.ts'
import type { Operations } from '../operations/listener.ts'
import { second } from '../platform/clock.ts'
import { CommandError } from '../platform/problem-error.ts'
import { createPortal, type Portal } from '../portal.ts'
import { logLevels, type LogLevel } from '../settings.ts'
import { closeInTheEnd } from './closing.ts'
import { parsed, refusingInWords, withData, type Where } from './command-line.ts'
import { environment } from './environment.ts'

const port = parsed(z.coerce.number().int().min(0).max(65_535))
const leaseHours = parsed(z.coerce.number().pipe(offlineLeaseHoursSchema))
const policy = parsed(z.enum(['classic', 'modern']))
const level = parsed(z.enum(logLevels))
/** What `jan.peeters` has to look through. */
const usualDemoBuyers = 25_000
const mostDemoBuyers = 250_000
/** Gateways look every few seconds; what stops services has little patience. */
const drainSeconds = parsed(z.coerce.number().int().min(0).max(60))
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
    .option(
      '--demo-buyers <count>',
      'how many buyers the demonstration’s large portfolio has in the end',
      parsed(z.coerce.number().int().min(0).max(mostDemoBuyers)),
      usualDemoBuyers,
    )
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
    .option(
      '--log-level <level>',
      `the least that is logged: ${logLevels.join(', ')}`,
      level,
      'info',
    )
    .option('--operations-port <port>', 'port for metrics and health; none is opened without', port)
    .option('--operations-host <host>', 'address to listen on for them', '127.0.0.1')
    .option(
      '--drain <seconds>',
      'how long to go on serving, without being ready, once asked to stop',
      drainSeconds,
      0,
    )
    .action((options: Serve) => refusingInWords(() => serve(options)))
}

type Serve = Where & {
  readonly host: string
  readonly port: number
  readonly demo: boolean
  readonly demoBuyers: number
  readonly policy: 'classic' | 'modern'
  readonly recoveryCode: boolean
  readonly recoveryQuestions: boolean
  readonly offlineLease: number
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  readonly operationsPort?: number
  readonly operationsHost: string
  readonly drain: number
}

async function serve({ data, port: number, policy: passwordPolicy, ...options }: Serve) {
  const recovery = { code: options.recoveryCode, questions: options.recoveryQuestions }
  if (!recovery.code && !recovery.questions) {
    throw new CommandError(
      'A recovery needs the code or the questions: turn off one of them, not both.',
    )
  }
  const operations = await watch(options)
  try {
    const portal = await createPortal({
      dataFolder: data,
      ...environment(),
      ...options,
      port: number,
      passwordPolicy,
      recovery,
      offlineLeaseHours: options.offlineLease,
      measures: operations?.measures,
    })
    const address = await open(portal, number)
    operations?.serve(portal.context)
    closeInTheEnd(portal, operations, options.drain * second)
    portal.app.log.info({ address, operations: operations?.address }, 'listening')
  } catch (error) {
    await operations?.close()
    throw error
  }
}

/** @throws CommandError where another program has the port, or the system refuses it */
async function watch({
  operationsPort,
  operationsHost,
}: Pick<Serve, 'operationsPort' | 'operationsHost'>): Promise<Operations | null> {
  if (operationsPort === undefined) return null
  // Loaded where it is asked for: metrics take their memory.
  const { startOperations } = await import('../operations/listener.ts')
  try {
    return await startOperations({ host: operationsHost, port: operationsPort })
  } catch (error) {
    throw addressRefusal(error, operationsPort, '--operations-port, or --operations-host') ?? error
  }
}

/** @throws CommandError where another program has the port, or the system refuses it */
async function open({ listen, close }: Portal, number: number): Promise<string> {
  try {
    return await listen()
  } catch (error) {
    await close()
    throw addressRefusal(error, number, '--port, or --host') ?? error
  }
}

const addressError = z.object({ code: z.enum(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']) })

function addressRefusal(error: unknown, number: number, option: string): CommandError | null {
  const code = addressError.safeParse(error).data?.code
  return code === undefined
    ? null
    : new CommandError(
        `The portal cannot listen on port ${number} (${code}): name another with ${option}.`,
      )
}
