/** Which services somebody may use. */
import { expressionBuilder, sql } from 'kysely'
import { serviceIds, type ServiceId } from '../../../shared/services.ts'
import type { Db } from '../../platform/db/open.ts'
import type { Tables } from '../../platform/db/schema.ts'

/** A row of `users` with `grantedServices` beside it; null where nothing is granted. */
export type Granted = { readonly services: string | null }

/**
 * The column `services` of `Granted`, for any statement on `users`: whoever reads or locks an account
 * has what is granted to it in the same round trip.
 */
export const grantedServices = expressionBuilder<Tables, 'users'>()
  .selectFrom('service_grants')
  .whereRef('service_grants.user_id', '=', 'users.id')
  .select(sql<string | null>`string_agg(service_grants.service, ',')`.as('services'))
  .as('services')

/** The services in the contract's order. One that this version does not know is left out. */
export function servicesOf({ services }: Granted): ServiceId[] {
  const granted = new Set(services?.split(','))
  return serviceIds.filter((id) => granted.has(id))
}

/** Grants `services` to `userId`; those that it has already it keeps. */
export async function grantServices(
  db: Db,
  userId: string,
  services: readonly ServiceId[],
): Promise<void> {
  if (services.length === 0) return
  await db
    .insertInto('service_grants')
    .values(services.map((service) => ({ user_id: userId, service })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Withdraws `services` from `userId`: an open session is refused from its next call on. */
export async function withdrawServices(
  db: Db,
  userId: string,
  services: readonly ServiceId[],
): Promise<void> {
  if (services.length === 0) return
  await db
    .deleteFrom('service_grants')
    .where('user_id', '=', userId)
    .where('service', 'in', services)
    .execute()
}

/** Grants `services` to `userId`, and no others. */
export async function replaceServices(
  db: Db,
  userId: string,
  services: readonly ServiceId[],
): Promise<void> {
  await db.deleteFrom('service_grants').where('user_id', '=', userId).execute()
  await grantServices(db, userId, services)
}
