/** The commands, their options, and what they print. */
import { Command } from 'commander'
import { z } from 'zod'
import {
  languageSchema,
  serviceIdSchema,
  type Language,
  type ServiceId,
} from '../../shared/portal/common.ts'
import { invite, listAccounts, revokeSessions, unlock } from './accounts.ts'
import { forUsername, parsed, print, withContext, withData, type Where } from './command-line.ts'
import { addNotices } from './notices.ts'
import { addSecurity } from './security.ts'
import { addServe } from './serve.ts'

/** The command line; `serve` is what happens where no command is named. */
export function createProgram(): Command {
  const program = new Command('portal').description('The reference portal of the online services')
  addServe(program)
  addInvite(program)
  addNotices(program)
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
  addSecurity(program)
  program
    .command('openapi')
    .description('print the OpenAPI document')
    .action(async () => {
      const { openApiDocument } = await import('../openapi.ts')
      print(JSON.stringify(openApiDocument(), null, 2))
    })
  return program
}

function addInvite(program: Command): void {
  type Options = Where & {
    username: string
    language: Language
    services: ServiceId[]
    startOver: boolean
  }
  forUsername(program.command('invite'))
    .description('invite someone and print the initial password, once')
    .option('--language <language>', 'fr, nl, en, de, es or it', parsed(languageSchema), 'fr')
    .requiredOption('--services <list>', 'for example servnet,insights', serviceList)
    .option('--start-over', 'also who is enrolled, but never confirmed an e-mail address', false)
    .action((options: Options) =>
      withContext(options, async (context) => {
        const { password, expiresAt } = await invite(context, options)
        print(`Username:         ${options.username}`)
        print(`Initial password: ${password}`)
        print(`Valid until:      ${expiresAt}`)
      }),
    )
}

const serviceList = parsed(
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(serviceIdSchema).min(1)),
)
