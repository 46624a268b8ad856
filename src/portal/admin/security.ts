/** Commands about people's safety: asking for a new password, checking what was recorded. */
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import { verifyEvents } from '../platform/events/verify-events.ts'
import { forUsername, print, withContext, withData, type Where } from './command-line.ts'
import { requirePasswordChange } from './password-change.ts'

/** Adds `require-password-change` and `verify-events`, which fails where a chain is broken. */
export function addSecurity(program: Command): void {
  forUsername(program.command('require-password-change'))
    .description('let someone do nothing but choose a new password')
    .action((options: Where & { username: string }) =>
      withContext(options, async (context) => {
        await requirePasswordChange(context, options.username)
        print(`${isolate(options.username)} must choose a new password.`)
      }),
    )
  withData(program.command('verify-events'))
    .description('check that no security event was altered or removed')
    .option('--noted <seal>', 'a seal of the register that was printed earlier: is it still there?')
    .action((options: Where & { readonly noted?: string }) =>
      withContext(options, async (context) => {
        const { chains, events, register, breaks } = await verifyEvents(context, options.noted)
        for (const { chain, position, problem } of breaks) {
          print(`Chain ${chain} is broken at event ${position}: ${problem}.`)
        }
        print(`Checked: ${events} events in ${chains} chains. Broken chains: ${breaks.length}.`)
        print(`Register: ${register.entries} entries, the latest sealed ${register.latest}`)
        if (breaks.length > 0) process.exitCode = 1
      }),
    )
}
