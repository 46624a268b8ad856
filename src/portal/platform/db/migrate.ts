/** Brings a database to the shape that this version expects. */
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pRetry from 'p-retry'
import { CommandError } from '../problem-error.ts'
import { databaseFailure } from './errors.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { identityLife } from './migrations/0002-identity-life.ts'
import { recoveryMail } from './migrations/0003-recovery-mail.ts'
import { knownClients } from './migrations/0004-known-clients.ts'
import { codes } from './migrations/0005-codes.ts'
import { unconfirmedEmail } from './migrations/0006-unconfirmed-email.ts'
import { eventAnchors } from './migrations/0007-event-anchors.ts'
import { typedText } from './migrations/0008-typed-text.ts'
import { toldAlerts } from './migrations/0009-told-alerts.ts'
import { organisations } from './migrations/0010-organisations.ts'
import { preferences } from './migrations/0011-preferences.ts'
import { alertDetails } from './migrations/0012-alert-details.ts'
import { keptAnswers } from './migrations/0013-kept-answers.ts'
import { changes } from './migrations/0014-changes.ts'
import { schemaSupport } from './migrations/0015-schema-support.ts'
import { creditLedger } from './migrations/0016-credit-ledger.ts'
import { portfolios } from './migrations/0017-portfolios.ts'
import { cases } from './migrations/0018-cases.ts'
import { caseDocuments } from './migrations/0019-case-documents.ts'
import { partnerDocuments } from './migrations/0020-partner-documents.ts'
import { schemaStateOf } from './schema-support.ts'
import type { Tables } from './schema.ts'

/** All of this version, in their order; `sealed` is what the database's pepper sealed. */
export const migrationsSealing = (sealed: string) => ({
  '0001-foundation': { up: foundation },
  '0002-identity-life': { up: identityLife },
  '0003-recovery-mail': { up: recoveryMail },
  '0004-known-clients': { up: knownClients },
  '0005-codes': { up: (db: Kysely<Tables>) => codes(db, sealed) },
  '0006-unconfirmed-email': { up: unconfirmedEmail },
  '0007-event-anchors': { up: eventAnchors },
  '0008-typed-text': { up: typedText },
  '0009-told-alerts': { up: toldAlerts },
  '0010-organisations': { up: organisations },
  '0011-preferences': { up: preferences },
  '0012-alert-details': { up: alertDetails },
  '0013-kept-answers': { up: keptAnswers },
  '0014-changes': { up: changes },
  '0015-schema-support': { up: schemaSupport },
  '0016-credit-ledger': { up: creditLedger },
  '0017-portfolios': { up: portfolios },
  '0018-cases': { up: cases },
  '0019-case-documents': { up: caseDocuments },
  '0020-partner-documents': { up: partnerDocuments },
})

/** The names of this version's migrations. */
export const knownMigrations: readonly string[] = Object.keys(migrationsSealing(''))

/** Others hold the locks that a migration needs for as long as their transactions last: ten minutes in all. */
const retries = { retries: 300, minTimeout: 1000, factor: 1 } as const

/**
 * Runs what has not run yet, in one transaction under a lock, so that processes that start
 * together wait for one another. Where others at work hold a lock it lets them go first, and tries again.
 * @param sealed what the database's pepper sealed, to be kept where it is not yet
 * @throws CommandError where a later version has taken away what this one needs; else what the
 * database threw. Nothing is half done then.
 */
export async function migrate(db: Kysely<Tables>, sealed: string): Promise<void> {
  await runMigrations(db, migrationsSealing(sealed))
}

/** As `migrate`, of a version that has `migrations`. @throws as that */
export async function runMigrations(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  await pRetry(() => runOnce(db, migrations), {
    ...retries,
    shouldRetry: ({ error }) => databaseFailure(error) === 'lock_timeout' || isOvertaken(error),
  })
}

async function runOnce(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const state = await schemaStateOf(db, Object.keys(migrations))
  if (state.kind === 'unsupported') throw laterVersion(state.least)
  // What a later version added has run, and is none of ours: the library wants to be told of it.
  const theirs = state.later.map((name) => [name, { up: async () => undefined }] as const)
  const all: Record<string, Migration> = { ...migrations, ...Object.fromEntries(theirs) }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => all } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** Whether a later version has migrated between our look at the database and our turn. */
function isOvertaken(error: Error): boolean {
  return /previously executed migration .* is missing/.test(error.message)
}

function laterVersion(least: string): CommandError {
  return new CommandError(
    `A later version of the portal has changed this database (${least}), and this one can no longer ` +
      'work with it: run that version, or put back a backup from before. Nothing was written.',
  )
}
