/** Opens a database together with the pepper that belongs to it, and with no other. */
import {
  anotherPepper,
  assertSealedLatestEvent,
  isSealedWith,
  missingPepper,
  sealConstant,
  sealStateOf,
} from './pepper-seal.ts'
import {
  findPepperSecret,
  makePepperSecret,
  type PepperSecret,
} from './platform/crypto/pepper-secret.ts'
import { createPepper, type Pepper } from './platform/crypto/pepper.ts'
import type { PortalOptions } from './settings.ts'
import { migrate } from './platform/db/migrate.ts'
import { openDatabase, type Database, type DatabasePlace, type Db } from './platform/db/open.ts'
import { migratingLimits, servingLimits } from './platform/db/time-limits.ts'

/**
 * Opens the database and brings it up to date. Until the pepper is known to be the right one nothing
 * is written; one is made only for a database that is empty.
 * @throws CommandError where the pepper is missing, is another, or cannot be read; else what the
 * database threw
 */
export async function openWithPepper(
  options: Pick<
    PortalOptions,
    'dataFolder' | 'databaseUrl' | 'pepper' | 'databaseLimits' | 'measures'
  >,
): Promise<Database & { readonly pepper: Pepper }> {
  const found = findPepperSecret(options.dataFolder, options.pepper)
  const pepper = await migrateWithPepper(options, found)
  const limits = { ...servingLimits, ...options.databaseLimits }
  return { ...(await openDatabase(options, { limits, measures: options.measures })), pepper }
}

/** By a connection of its own, as a migration may take longer than anything that is served. */
async function migrateWithPepper(place: DatabasePlace, found: PepperSecret): Promise<Pepper> {
  const { db } = await openDatabase(place, { limits: migratingLimits })
  try {
    return await settlePepper(db, found)
  } finally {
    await db.destroy()
  }
}

async function settlePepper(db: Db, found: PepperSecret): Promise<Pepper> {
  const state = await sealStateOf(db)
  if (found.kind === 'missing' && state !== 'empty') throw missingPepper(found.file)
  const { secret, place, takeBack } =
    found.kind === 'missing'
      ? { ...makePepperSecret(found.file), place: `the secret in ${found.file}` }
      : { ...found, takeBack: () => undefined }
  const pepper = createPepper(secret)
  if (state === 'unsealed') await assertSealedLatestEvent(db, pepper, place)
  if (state === 'sealed' && !(await isSealedWith(db, pepper))) throw anotherPepper(place)
  await migrate(db, sealConstant(pepper))
  if (await isSealedWith(db, pepper)) return pepper
  // Another portal made the empty database its own meanwhile: the secret made here is of no use.
  takeBack()
  throw anotherPepper(place)
}
