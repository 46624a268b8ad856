/** The commands, their options, and what they print. */
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import {
  languageSchema,
  serviceIdSchema,
  usernameSchema,
  type Language,
  type ServiceId,
} from '../../shared/portal/common.ts'
import type { Context } from '../context.ts'
import { createPortal, openContext, type Portal } from '../portal.ts'
import { CommandError, invite, listAccounts, revokeSessions, unlock } from './accounts.ts'

const defaultFolder = '.data/portal'

const environmentSchema = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORTAL_PEPPER: z.string().min(16).optional(),
})

type Where = { readonly data: string }

function environment() {
  const { DATABASE_URL, PORTAL_PEPPER } = environmentSchema.parse(process.env)
  return { databaseUrl: DATABASE_URL, pepper: PORTAL_PEPPER }
}

/** The command line; `serve` is what happens where no command is named. */
export function createProgram(): Command {
  const program = new Command('portal').description('The reference portal of the online services')
  addServe(program)
  addInvite(program)
  withData(program.command('list'))
    .description('list the accounts')
    .action((where: Where) =>
      withContext(where, async (context) => {
        const lines = await listAccounts(context)
        const columns = lines.map((line) => [line.username, line.state, line.services, line.name])
        print(columns.map((columnsOf) => columnsOf.join('\t')).join('\n'))
      }),
    )
  forUsername(program.command('unlock'))
    .description('end the waiting after wrong passwords and wrong answers')
    .action((options: Where & { username: string }) =>
      withContext(options, async (context) => {
        await unlock(context, options.username)
        print(`${options.username} can sign in at once.`)
      }),
    )
  forUsername(program.command('revoke-sessions'))
    .description('sign someone out everywhere')
    .action((options: Where & { username: string }) =>
      withContext(options, async (context) => {
        print(`Sessions ended: ${await revokeSessions(context, options.username)}`)
      }),
    )
  program
    .command('openapi')
    .description('print the OpenAPI document')
    .action(async () => {
      const { openApiDocument } = await import('../openapi.ts')
      print(JSON.stringify(openApiDocument(), null, 2))
    })
  return program
}

function addServe(program: Command): void {
  withData(program.command('serve', { isDefault: true }))
    .description('serve the portal (what happens where no command is named)')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 for any', port, 4180)
    .option('--demo', 'keep the demonstration’s people and messages', false)
    .option('--policy <name>', 'password policy: classic or modern', policy, 'classic' as const)
    .option('--no-recovery-code', 'recover a password by the three answers alone')
    .option('--no-recovery-questions', 'recover a password by the e-mailed code alone')
    .option(
      '--trusted-proxies <list>',
      'addresses or networks of the proxies in front, for example 10.0.0.0/8',
      (text: string) => text.split(','),
      [],
    )
    .action(serve)
}

type Serve = Where & {
  readonly host: string
  readonly port: number
  readonly demo: boolean
  readonly policy: 'classic' | 'modern'
  readonly recoveryCode: boolean
  readonly recoveryQuestions: boolean
  readonly trustedProxies: readonly string[]
}

async function serve(
  { data, port: number, policy: passwordPolicy, ...options }: Serve,
  command: Command,
) {
  const recovery = { code: options.recoveryCode, questions: options.recoveryQuestions }
  if (!recovery.code && !recovery.questions) {
    command.error('A recovery needs the code or the questions: turn off one of them, not both.')
  }
  const portal = await createPortal({
    dataFolder: data,
    ...environment(),
    ...options,
    port: number,
    passwordPolicy,
    recovery,
  })
  closeOnSignals(portal)
  const address = await portal.listen()
  portal.app.log.info({ address }, 'listening')
}

/** Terminals and npm often send a signal twice; the second must not cut the closing short. */
function closeOnSignals({ app, close }: Portal): void {
  const onSignal = (signal: NodeJS.Signals): void => {
    close().then(
      () => app.log.info({ signal }, 'closed'),
      (error: unknown) => {
        app.log.error({ err: error }, 'closing failed')
        process.exitCode = 1
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function addInvite(program: Command): void {
  type Options = Where & { username: string; language: Language; services: ServiceId[] }
  forUsername(program.command('invite'))
    .description('invite someone and print the initial password, once')
    .option('--language <language>', 'fr, nl, en, de, es or it', parsed(languageSchema), 'fr')
    .requiredOption('--services <list>', 'for example servnet,insights', serviceList)
    .action((options: Options) =>
      withContext(options, async (context) => {
        const { password, expiresAt } = await invite(context, options)
        print(`Username:         ${options.username}`)
        print(`Initial password: ${password}`)
        print(`Valid until:      ${expiresAt}`)
      }),
    )
}

function withData(command: Command): Command {
  return command.option('--data <folder>', 'folder of the database', defaultFolder)
}

function forUsername(command: Command): Command {
  return withData(command).requiredOption(
    '--username <name>',
    'whose account',
    parsed(usernameSchema),
  )
}

async function withContext(where: Where, task: (context: Context) => Promise<void>): Promise<void> {
  const context = await openContext({ dataFolder: where.data, ...environment() })
  try {
    await task(context)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  } finally {
    await context.db.destroy()
  }
}

/** Turns a schema into commander's way of refusing an option. */
function parsed<Output>(schema: z.ZodType<Output>): (text: string) => Output {
  return (text) => {
    const result = schema.safeParse(text)
    if (result.success) return result.data
    throw new InvalidArgumentError(result.error.issues.map((issue) => issue.message).join(' '))
  }
}

const port = parsed(z.coerce.number().int().min(0).max(65_535))
const policy = parsed(z.enum(['classic', 'modern']))
const serviceList = parsed(
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(serviceIdSchema).min(1)),
)

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
