/** Organisations, which people belong to, and their policies. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { foldTyped } from '../../../shared/rules/typed-text.ts'
import type { OrganisationTable, PolicyTable } from '../../platform/db/access-schema.ts'
import type { Db } from '../../platform/db/open.ts'

export type Organisation = Selectable<OrganisationTable>
export type Policy = Selectable<PolicyTable>

/** A policyholder sells on credit and has policies; a broker sees those of several. */
export const organisationKinds = ['policyholder', 'broker'] as const

export type NewOrganisation = Pick<Organisation, 'name' | 'country'> & {
  readonly kind: (typeof organisationKinds)[number]
}

/**
 * Adds an organisation, also where another has the same name.
 * @param id for the demonstration, whose ids are always the same; any other by default
 * @returns undefined where there is one with this id already; it stays as it is then
 */
export async function addOrganisation(
  db: Db,
  { kind, name, country }: NewOrganisation,
  id: string = randomUUID(),
): Promise<Organisation | undefined> {
  return db
    .insertInto('organisations')
    .values({ id, kind, name, name_key: foldTyped(name), country })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** The organisation with the id `nameOrId`, or else all that have this name, however it is typed. */
export async function findOrganisations(db: Db, nameOrId: string): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisations')
    .selectAll()
    .where((row) => row.or([row('id', '=', nameOrId), row('name_key', '=', foldTyped(nameOrId))]))
    .orderBy('id')
    .execute()
  const named = rows.find(({ id }) => id === nameOrId)
  return named === undefined ? rows : [named]
}

/**
 * Adds policies, save those whose number is there already: they stay as they are.
 * @returns how many were added
 */
export async function addPolicies(db: Db, policies: readonly Policy[]): Promise<number> {
  const { numInsertedOrUpdatedRows: added = 0n } = await db
    .insertInto('policies')
    .values(policies)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return Number(added)
}
