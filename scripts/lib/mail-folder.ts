/** The messages of a portal without a mail server: files in its data folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { Mail } from '../../src/portal/platform/mail/mail.ts'
import { codeIn } from '../../tests/support/mailbox.ts'
import { Failure } from './failure.mjs'
import { waitFor } from './processes.ts'

/**
 * Reads the code of the newest message of `kind` below `portalFolder`, as soon as one is there.
 * @throws {Failure} where none comes
 */
export async function newestCode(
  portalFolder: string,
  kind: Extract<Mail['kind'], 'recovery_code' | 'email_change_code'>,
): Promise<string> {
  const folder = join(portalFolder, 'mail')
  const code = await waitFor(
    async () => {
      // Named so that they sort by the time they were sent.
      const newest = (existsSync(folder) ? readdirSync(folder) : [])
        .filter((name) => name.endsWith('.eml') && name.includes(`-${kind}-`))
        .toSorted()
        .at(-1)
      if (newest === undefined) return null
      const mail = await simpleParser(readFileSync(join(folder, newest)))
      return codeIn({ mail })
    },
    { timeoutMs: 30_000 },
  )
  if (code === null) throw new Failure('No code came by e-mail.', `Look into ${folder}.`)
  return code
}
