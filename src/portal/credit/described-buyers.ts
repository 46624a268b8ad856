/** Buyers that somebody describes: one that is known by its number is meant, any other is added. */
import { randomUUID } from 'node:crypto'
import type { DescribedBuyer } from '../../shared/contract/credit/applications.ts'
import { compactNumber } from '../../shared/credit/plain-number.ts'
import { nameKeyOf } from '../../shared/credit/search-text.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockName, type Holding } from '../platform/db/prepare.ts'
import { addBuyers } from './facts.ts'
import { lockScopes } from './scopes.ts'

/**
 * The id of the buyer that is described: of the one in that country with the number, if any. Without a
 * number, of one of that name that the policy has there already. Nothing tells which of these it was.
 */
export async function findOrAddBuyer(
  db: Db,
  context: Pick<PlatformContext, 'now'>,
  policyId: string,
  described: DescribedBuyer,
): Promise<string> {
  await lockNewBuyers(db, 'shared')
  const number = described.registrationNumber ?? ''
  const known =
    compactNumber(number) === ''
      ? await sameName(db, policyId, described)
      : await sameNumber(db, described.country, number)
  if (known !== null) return known
  const id = randomUUID()
  const { name, country, town = null } = described
  const registration_number = number === '' ? null : number
  await addBuyers(db, context, [
    { id, name, country, town: town === '' ? null : town, registration_number, trade: null },
  ])
  return id
}

/**
 * Until the transaction ends no buyer is added whom it may add, too: `shared` by who describes one, `alone` by
 * who brings a whole portfolio. Scopes come first, as who grants a policy waits for those who hold them.
 */
export async function lockNewBuyers(db: Db, how: Holding): Promise<void> {
  await lockScopes(db, 'shared')
  await lockName(db, 'new buyers', how)
}

async function sameNumber(db: Db, country: string, number: string): Promise<string | null> {
  const compact = compactNumber(number)
  // With its country before it, or without: both are on letterheads.
  const bare = compact.startsWith(country) ? compact.slice(country.length) : compact
  // Of two who describe the same unknown buyer at once, the second finds that of the first.
  await lockName(db, `buyer ${country} ${bare}`, 'alone')
  const row = await db
    .selectFrom('buyers')
    .select('id')
    .where('registration_key', 'in', [bare, `${country}${bare}`])
    .where('country', '=', country)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

async function sameName(
  db: Db,
  policyId: string,
  { name, country }: DescribedBuyer,
): Promise<string | null> {
  const row = await db
    .selectFrom('positions')
    .select('buyer_id')
    .where('policy_id', '=', policyId)
    .where('name_key', '=', nameKeyOf(name))
    .where('country', '=', country)
    .orderBy('buyer_id')
    .limit(1)
    .executeTakeFirst()
  return row?.buyer_id ?? null
}
