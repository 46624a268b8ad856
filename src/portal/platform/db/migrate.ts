/** Brings a database to the shape that this version expects. */
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
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
import type { Tables } from './schema.ts'

const migrationsSealing = (sealed: string) => ({
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
})

/**
 * Runs what has not run yet, in one transaction under a lock, so that processes that start
 * together wait for one another.
 * @param sealed what the database's pepper sealed, to be kept where it is not yet
 * @throws what the database threw; nothing is half done then.
 */
export async function migrate(db: Kysely<Tables>, sealed: string): Promise<void> {
  const migrations = migrationsSealing(sealed)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
