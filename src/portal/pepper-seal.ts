/**
 * Whether a pepper is the one that a database is made with. The database keeps a constant that its
 * pepper sealed: with another one nobody could recover a password any more, and nothing would say so.
 */
import { sql } from 'kysely'
import { CommandError } from './platform/problem-error.ts'
import type { Db } from './platform/db/open.ts'
import { sealOf } from './platform/events/chain.ts'
import type { Pepper } from './platform/crypto/pepper.ts'

/** What is sealed. */
const constant = 'the pepper of this database'

export type SealState =
  /** Nothing in it is made with a pepper. */
  | 'empty'
  /** It is from before there was a seal. */
  | 'unsealed'
  | 'sealed'

/** The constant, sealed with `pepper`: what a database keeps to know its pepper by. */
export function sealConstant(pepper: Pepper): string {
  return pepper.encrypt(constant)
}

/** Reads only, also a database of a version before this one, or one that has no table yet. */
export async function sealStateOf(db: Db): Promise<SealState> {
  const tables = await tableNames(db)
  if (tables.has('pepper_seals') && (await readSeal(db)) !== null) return 'sealed'
  for (const table of madeWithPepper) {
    if (!tables.has(table)) continue
    // oxlint-disable-next-line no-await-in-loop -- the first that holds something is enough
    const rows = await db
      .selectFrom(table)
      .select(sql<number>`1`.as('one'))
      .limit(1)
      .execute()
    if (rows.length > 0) return 'unsealed'
  }
  return 'empty'
}

/** Tables that are empty where nobody was ever invited, and nobody asked for anything. */
const madeWithPepper = [
  'users',
  'security_answers',
  'security_events',
  'recoveries',
  'mails',
] as const

/** Of the schema that queries find. */
async function tableNames(db: Db): Promise<ReadonlySet<string>> {
  const tables = await db.introspection.getTables()
  const { rows } = tables.some(({ schema }) => schema !== undefined)
    ? await sql<{ name: string }>`select current_schema() as name`.execute(db)
    : { rows: [] }
  const [current] = rows
  return new Set(tables.filter(({ schema }) => schema === current?.name).map(({ name }) => name))
}

/**
 * For a database without a seal: whether the latest event in it was sealed with `pepper`.
 * @throws CommandError where it was not, or where there is none
 */
export async function assertSealedLatestEvent(
  db: Db,
  pepper: Pepper,
  place: string,
): Promise<void> {
  const latest = await db
    .selectFrom('security_events')
    .innerJoin('event_chains', (join) =>
      join
        .onRef('event_chains.chain', '=', 'security_events.chain')
        .onRef('event_chains.length', '=', 'security_events.position'),
    )
    .select(['security_events.hash', 'event_chains.head'])
    .orderBy('security_events.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest === undefined || sealOf(pepper, latest.head) !== latest.hash)
    throw anotherPepper(place)
}

/**
 * Seals the database with `pepper` where no pepper has yet.
 * @returns whether its seal is of `pepper`
 */
export async function isSealedWith(db: Db, pepper: Pepper): Promise<boolean> {
  if ((await readSeal(db)) === null) {
    // Whoever is first: two that start at the same moment must not both be right.
    await db
      .insertInto('pepper_seals')
      .values({ id: 1, sealed: sealConstant(pepper) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  return opensSeal(db, pepper)
}

/** Whether the database is sealed with `pepper`. Reads only. */
export async function opensSeal(db: Db, pepper: Pepper): Promise<boolean> {
  const sealed = await readSeal(db)
  return sealed !== null && opens(pepper, sealed)
}

async function readSeal(db: Db): Promise<string | null> {
  const row = await db.selectFrom('pepper_seals').select('sealed').executeTakeFirst()
  return row?.sealed ?? null
}

function opens(pepper: Pepper, sealed: string): boolean {
  try {
    return pepper.decrypt(sealed) === constant
  } catch {
    return false
  }
}

/** @param place what is not the right one */
export function anotherPepper(place: string): CommandError {
  return new CommandError(
    `This database is made with another secret than ${place}. Put back the pepper file that ` +
      'belongs to it, or set PORTAL_PEPPER to that secret. Nothing was written.',
  )
}

/** @param file where a secret was looked for */
export function missingPepper(file: string): CommandError {
  return new CommandError(
    `The secret of this database is missing: there is no ${file}, and PORTAL_PEPPER is not set. ` +
      'Put the file back from a backup of the folder, or set PORTAL_PEPPER to what it held; ' +
      'without it nobody could recover a password. Nothing was written.',
  )
}
