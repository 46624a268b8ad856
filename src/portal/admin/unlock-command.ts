/** The command that ends somebody's waiting, and what it prints. */
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type { AccountTries } from '../identity/waits/throttle-keys.ts'
import { forUsername, print, withContext, type Where } from './command-line.ts'
import { unlock, type Unlocked } from './unlock.ts'

const names: Readonly<Record<AccountTries, string>> = {
  'sign-in': 'signing in',
  'recovery-code': 'codes for a forgotten password',
  'recovery-answers': 'answers for a forgotten password',
  'recovery-day': 'answers for a forgotten password, for the day',
  'recovery-password': 'a new password after a forgotten one',
  'current-password': 'entering the password again',
  rehearsal: 'rehearsing the security questions',
  questions: 'choosing other security questions',
  'email-change': 'changing the e-mail address',
  'email-code': 'the code for a new e-mail address',
  'enrolment-security': 'enrolment, step 1',
  'enrolment-personal-data': 'enrolment, step 2',
}

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
    ...ended.map(({ tries, until }) => `Ended: ${names[tries]} (until ${timestamp(until)}).`),
    ...addresses.map(
      ({ address, until }) =>
        `Still waiting, until ${timestamp(until)}: everyone at ${address}, after too many failures there.`,
    ),
    addresses.length === 0
      ? `${isolate(username)} can sign in at once.`
      : `${isolate(username)} can sign in at once, save from where everyone is still waiting.`,
  ]
}
