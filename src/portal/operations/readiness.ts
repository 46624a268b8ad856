/**
 * Whether a portal can serve: what a gateway or an orchestrator asks before it sends anybody here. A
 * mail server that is away does not count, as messages wait for it; nor does anything that all
 * instances would lose together and that this one could go on without.
 */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import pTimeout from 'p-timeout'
import type { Context } from '../identity/context.ts'
import { opensSeal } from '../pepper-seal.ts'
import { knownMigrations } from '../platform/db/migrate.ts'
import { schemaStateOf } from '../platform/db/schema-support.ts'
import type { MailSettings } from '../platform/mail/transport.ts'

/** Milliseconds; who asks waits a few seconds at most. */
const patience = 2000

const checkNames = ['database', 'schema', 'pepper', 'mail'] as const
type CheckName = (typeof checkNames)[number]

export type Readiness = {
  readonly isReady: boolean
  readonly checks: Readonly<Record<CheckName, 'ok' | 'failed'>>
}

/**
 * Asks everything that serving needs. What does not answer within two seconds has failed; while it
 * has not answered, nobody asks it again.
 */
export function createReadiness(context: Context): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null
  return () => {
    asking ??= ask(context).finally(() => {
      asking = null
    })
    return asking
  }
}

async function ask({ db, pepper, settings }: Context): Promise<Readiness> {
  const [schema, seal, mail] = await Promise.all([
    answerOf(schemaStateOf(db, knownMigrations)),
    answerOf(opensSeal(db, pepper)),
    answerOf(canLeave(settings.mail)),
  ])
  const checks = {
    // Whatever it answers.
    database: wordFor(schema !== null),
    schema: wordFor(schema?.kind === 'current'),
    pepper: wordFor(seal === true),
    mail: wordFor(mail === true),
  }
  return { isReady: checkNames.every((name) => checks[name] === 'ok'), checks }
}

function wordFor(isFine: boolean): 'ok' | 'failed' {
  return isFine ? 'ok' : 'failed'
}

/** What `check` answers in time; null where it fails, or takes longer. */
async function answerOf<Answer>(check: Promise<Answer>): Promise<Answer | null> {
  try {
    return await pTimeout(check, { milliseconds: patience })
  } catch {
    return null
  }
}

/** @throws where the folder of messages, which is made with the first of them, cannot be written to */
async function canLeave({ smtpUrl, folder }: MailSettings): Promise<boolean> {
  if (smtpUrl !== undefined) return true
  await access(folder, constants.W_OK).catch(() => access(dirname(folder), constants.W_OK))
  return true
}
