/** The command that backs SQLite up; PostgreSQL brings its own (`docs/operations.md`). */
import type { Command } from 'commander'
import { backUp } from '../operations/backup.ts'
import { CommandError } from '../platform/problem-error.ts'
import { print, refusingInWords, withData, type Where } from './command-line.ts'
import { environment } from './environment.ts'

/** Adds `backup`, which runs beside a portal that serves, and neither migrates nor changes anything. */
export function addBackup(program: Command): void {
  withData(program.command('backup'))
    .description('copy the database in the folder, as it is at this moment, while it is served')
    .requiredOption('--to <file>', 'a new file; whoever reads it reads everything save the pepper')
    .action((options: Where & { readonly to: string }) =>
      refusingInWords(async () => {
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
