/** A broker's clients: the organisations of the policies that are granted, with what those add up to. */
import { z } from 'zod'
import { idSchema, isPlainText } from '../../shared/contract/common.ts'
import type { Client, ClientsQuery } from '../../shared/contract/partners/clients.ts'
import { dayOf } from '../../shared/credit/days.ts'
import { nameKeyOf, searchClients } from '../../shared/credit/search-text.ts'
import { policyOf } from '../credit/policies.ts'
import { assertKnownCurrency } from '../credit/rates.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare, type Slots } from '../platform/db/prepare.ts'
import { decodeCursor, pageOf, type Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { readFigures } from './client-figures.ts'

type Context = Pick<PlatformContext, 'db' | 'now'>

/** Who looks, and in which currency figures are told. */
type Viewer = { readonly userId: string; readonly currency: string }

type GrantedClient = Omit<Client, 'figures'> & { readonly nameKey: string }

const findGranted = prepare((db, { userId }: Slots<{ userId: string }>) =>
  db
    .selectFrom('policy_grants')
    .innerJoin('policies', 'policies.id', 'policy_grants.policy_id')
    .innerJoin('organisations', 'organisations.id', 'policies.organisation_id')
    .where('policy_grants.user_id', '=', userId)
    .selectAll('policies')
    .select(['organisations.name as client_name', 'organisations.country as client_country']),
)

/** The last that was shown. */
const positionSchema = z.tuple([z.string().refine(isPlainText), idSchema])

/**
 * A page of the clients of `viewer`, by name.
 * @throws ProblemError `invalid_request` for a currency that is none, and for a cursor that no page of
 * this list bore
 */
export async function listClients(
  context: Context,
  viewer: Viewer,
  { q = '', cursor, limit }: Pick<ClientsQuery, 'q' | 'cursor' | 'limit'>,
): Promise<Page<Client>> {
  await assertKnownCurrency(context.db, viewer.currency)
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const clients = searchClients(await readClients(context, viewer.userId), q)
  const behind = clients.filter((client) => after === null || isBehind(client, after))
  const { items, nextCursor } = pageOf(
    behind.slice(0, limit + 1),
    limit,
    (client) => client,
    ({ nameKey, id }) => [nameKey, id],
  )
  return { items: await withFigures(context, viewer.currency, items), nextCursor }
}

/**
 * One client of `viewer`.
 * @throws ProblemError `not_found` where none of its policies is granted, `invalid_request` for a currency
 * that is none
 */
export async function readClient(context: Context, viewer: Viewer, id: string): Promise<Client> {
  await assertKnownCurrency(context.db, viewer.currency)
  const clients = await readClients(context, viewer.userId)
  const [client] = await withFigures(
    context,
    viewer.currency,
    clients.filter((one) => one.id === id),
  )
  if (client === undefined) throw new ProblemError('not_found')
  return client
}

/** All of them, in order: as few rows as there are policies. */
async function readClients({ db }: Context, userId: string): Promise<readonly GrantedClient[]> {
  const rows = await findGranted(db, { userId })
  const byClient = Map.groupBy(rows, ({ organisation_id: id }) => id)
  const clients = [...byClient].flatMap(([id, policies]) => {
    const [first] = policies
    if (first === undefined) return []
    const { client_name: name, client_country: country } = first
    return {
      id,
      name,
      nameKey: nameKeyOf(name),
      country,
      policies: policies.toSorted((one, other) => compare(keyOf(one), keyOf(other))).map(policyOf),
    }
  })
  return clients.toSorted((one, other) => compare(placeOf(one), placeOf(other)))
}

type Place = readonly [nameKey: string, id: string]

const keyOf = ({ id, name }: { readonly id: string; readonly name: string }): Place => [
  nameKeyOf(name),
  id,
]
const placeOf = ({ nameKey, id }: GrantedClient): Place => [nameKey, id]
const isBehind = (client: GrantedClient, place: Place) => compare(placeOf(client), place) > 0

function compare([name, id]: Place, [otherName, otherId]: Place): number {
  const [one, other] = name === otherName ? [id, otherId] : [name, otherName]
  return Number(one > other) - Number(one < other)
}

async function withFigures(
  context: Context,
  currency: string,
  clients: readonly GrantedClient[],
): Promise<Client[]> {
  const sets = clients.map(({ policies }) => policies.map(({ id }) => id))
  const figures = await readFigures(context.db, sets, { currency, day: dayOf(context.now()) })
  return clients.flatMap(({ id, name, country, policies }, place) => {
    const own = figures[place]
    return own === undefined ? [] : [{ id, name, country, policies, figures: own }]
  })
}
