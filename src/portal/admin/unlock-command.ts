/** The command that ends somebody's waiting, and what it prints. */
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import { timestamp } from '../identity/accounts/account.ts'
import { accountAttempts } from '../identity/throttle-rules.ts'
import { forUsername, print, withContext, type Where } from './command-line.ts'
import { unlock, type Unlocked } from './unlock.ts'

/** Adds `unlock`, which prints what it ended and what it could not. */
export function addUnlock(program: Command): void {
  forUsername(program.command('unlock'))
    .description('end the waiting after wrong passwords and wrong answers')
    .action((options: Where & { username: string }) =>
      withContext(options, async (context) => {
        print(linesOf(options.username, await unlock(context, options.username)).join('\n'))
      }),
    )
}

function linesOf(username: string, { ended, addresses }: Unlocked): string[] {
  return [
    ...ended.map(
      ({ kind, until }) => `Ended: ${accountAttempts[kind].name} (until ${timestamp(until)}).`,
    ),
    ...addresses.map(
      ({ address, until }) =>
        `Still waiting, until ${timestamp(until)}: everyone at ${address}, after too many failures there.`,
    ),
    addresses.length === 0
      ? `${isolate(username)} can sign in at once.`
      : `${isolate(username)} can sign in at once, save from where everyone is still waiting.`,
  ]
}
