/** The command that invites someone. */
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import { languageSchema, usernameSchema } from '../../shared/contract/common.ts'
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import { invisibleIn, isAssigned } from '../../shared/rules/typed-text.ts'
import { invite } from './invite.ts'
import {
  parsed,
  policyList,
  print,
  serviceList,
  withContext,
  withData,
  type Where,
} from './command-line.ts'

type Invited = { readonly username: string; readonly leftOut: readonly string[] }
type Options = Where & {
  readonly username: Invited
  readonly language: Language
  readonly services: readonly ServiceId[]
  readonly organisation?: string
  readonly policies?: readonly string[]
  readonly startOver: boolean
}

/** Adds `invite` to `program`. */
export function addInvite(program: Command): void {
  withData(program.command('invite'))
    .description('invite someone and print the initial password, once')
    .requiredOption('--username <name>', 'whose account', invitedName)
    .option('--language <language>', 'fr, nl, en, de, es or it', parsed(languageSchema), 'fr')
    .requiredOption('--services <list>', 'for example servnet,insights', serviceList)
    .option('--organisation <name or id>', 'where they belong')
    .option('--policies <list>', 'all that they see, for example 17386,17412', policyList)
    .option('--start-over', 'also who is enrolled, but never confirmed an e-mail address', false)
    .action((options: Options) =>
      withContext(options, async (context) => {
        const { username, leftOut } = options.username
        const { password, expiresAt } = await invite(context, { ...options, username })
        print(`Username:         ${isolate(username)}`)
        if (leftOut.length > 0) print(`Left out of it:   ${leftOut.join(', ')} (nobody sees it)`)
        print(`Initial password: ${password}`)
        print(`Valid until:      ${expiresAt}`)
      }),
    )
}

const newUsername = parsed(
  usernameSchema.refine(isAssigned, { error: 'It holds characters that no font knows.' }),
)

/** What nobody sees is left out and told, e.g. `U+200B`; what nobody could type is refused. */
function invitedName(text: string): Invited {
  return { username: newUsername(text), leftOut: invisibleIn(text).map(codePointName) }
}

function codePointName(character: string): string {
  const number = character.codePointAt(0) ?? 0
  return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`
}
