/** The commands, their options, and what they print. */
import { Command } from 'commander'
import { addAccess } from './access-commands.ts'
import { listAccounts, revokeSessions } from './accounts.ts'
import { addDocuments } from './document-commands.ts'
import { addCases } from './case-commands.ts'
import {
  forUsername,
  print,
  printColumns,
  withContext,
  withData,
  type Where,
} from './command-line.ts'
import { addGenerate } from './generate-command.ts'
import { addFigures } from './figures-commands.ts'
import { addImportPortfolio } from './import-command.ts'
import { addInvite } from './invite-command.ts'
import { addScheduled } from './scheduled.ts'
import { addSecurity } from './security.ts'
import { addServe } from './serve.ts'
import { addUnderwriting } from './underwriting-commands.ts'
import { addUnlock } from './unlock-command.ts'

/** The command line; `serve` is what happens where no command is named. */
export function createProgram(): Command {
  const program = new Command('portal').description('The reference portal of the online services')
  addServe(program)
  addInvite(program)
  addAccess(program)
  addScheduled(program)
  addUnderwriting(program)
  addCases(program)
  addDocuments(program)
  addImportPortfolio(program)
  addGenerate(program)
  withData(program.command('list'))
    .description('list the accounts')
    .action((where: Where) =>
      withContext(where, async (context) => {
        const lines = await listAccounts(context)
        for (const line of lines) {
          printColumns([
            line.username,
            line.state,
            line.services,
            line.name,
            line.organisation,
            line.policies,
          ])
        }
      }),
    )
  addUnlock(program)
  forUsername(program.command('revoke-sessions'))
    .description('sign someone out everywhere')
    .action((options: Where & { username: string }) =>
      withContext(options, async (context) => {
        print(`Sessions ended: ${await revokeSessions(context, options.username)}`)
      }),
    )
  addSecurity(program)
  addFigures(program)
  program
    .command('openapi')
    .description('print the OpenAPI document')
    .action(async () => {
      const { openApiDocument } = await import('../server/openapi.ts')
      print(JSON.stringify(openApiDocument(), null, 2))
    })
  return program
}
