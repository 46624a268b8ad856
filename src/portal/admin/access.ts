/** What a contact person grants and withdraws, each change within one transaction. */
import { isolate } from '../../shared/rules/isolate.ts'
import type { ServiceId } from '../../shared/services.ts'
import { findOrganisations, type Organisation } from '../identity/access/organisations.ts'
import { keepPortfolioOf } from '../credit/portfolios.ts'
import { lockScopes } from '../credit/scopes.ts'
import {
  grantPolicies,
  mayBeGranted,
  withdrawAllPolicies,
  withdrawPolicies,
} from '../identity/access/policy-grants.ts'
import {
  grantedServices,
  grantServices,
  servicesOf,
  withdrawServices,
} from '../identity/access/service-grants.ts'
import type { Context } from '../identity/context.ts'
import { lockAccount } from '../identity/sessions/sessions.ts'
import { CommandError } from '../platform/problem-error.ts'
import type { Db } from '../platform/db/open.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { findAccount } from './accounts.ts'
import { changed, inTransaction, noteChanges } from '../platform/changes/log.ts'
import { noteGrants } from '../platform/changes/service-changes.ts'

export type Grants = {
  readonly services?: readonly ServiceId[]
  /** By their numbers. */
  readonly policies?: readonly string[]
}

/** What somebody may do and see. */
export type Access = {
  readonly organisation: string | null
  readonly services: readonly ServiceId[]
  readonly policies: readonly string[]
}

/**
 * Grants to `username` what is named, beside what they have. Where `organisation` (a name or an id) is
 * another than theirs, they move to it, and keep no policy that is not named.
 * @throws CommandError for a username, an organisation or a policy that is not there, and for a policy
 * of another organisation than theirs, unless theirs is a broker
 */
export async function grant(
  context: Context,
  username: string,
  { organisation, ...grants }: Grants & { readonly organisation?: string },
): Promise<Access> {
  return change(context, username, async (transaction, userId) => {
    if (organisation !== undefined) await moveTo(transaction, userId, organisation)
    await grantServices(transaction, userId, grants.services ?? [])
    await grantKnownPolicies(transaction, userId, grants.policies ?? [])
  })
}

/**
 * Withdraws from `username` what is named: an open session is refused from its next call on.
 * @throws CommandError for a username that nobody has, and for what is not granted; all stays then
 */
export async function withdraw(
  context: Context,
  username: string,
  { services = [], policies = [] }: Grants,
): Promise<Access> {
  return change(context, username, async (transaction, userId) => {
    const access = await accessOf(transaction, userId)
    const missing = [
      ...services.filter((one) => !access.services.includes(one)),
      ...policies.filter((one) => !access.policies.includes(one)),
    ]
    if (missing.length > 0) {
      throw new CommandError(
        `Not granted to ${isolate(username)}: ${missing.map(isolate).join(', ')}.`,
      )
    }
    await withdrawServices(transaction, userId, services)
    await withdrawPolicies(transaction, userId, policies)
  })
}

async function change(
  context: Context,
  username: string,
  write: (transaction: Db, userId: string) => Promise<void>,
): Promise<Access> {
  const { id } = await findAccount(context, username)
  const changedTo = await inTransaction(context, async (transaction) => {
    // Of changes at once each sees what the one before it left.
    await lockAccount(transaction, id)
    // A fact that is being written is told to who saw its policy before: others read it once it is there.
    await lockScopes(transaction, 'alone')
    const before = await accessOf(transaction, id)
    await write(transaction, id)
    const access = await accessOf(transaction, id)
    await noteAccess(transaction, context, id, before, access)
    await recordEvent(transaction, context, {
      kind: 'access_changed',
      userId: id,
      details: { services: access.services.join(','), policies: String(access.policies.length) },
    })
    return access
  })
  await keepPortfolioOf(context, id)
  return changedTo
}

/** Notes what `userId` sees since what they may do has changed from `before` to `after`. */
export async function noteAccess(
  db: Db,
  context: Context,
  userId: string,
  before: Access,
  after: Access,
): Promise<void> {
  if (String(before.services) !== String(after.services)) {
    await noteChanges(db, context, userId, [changed('me')])
  }
  await noteGrants(db, context, userId, before, after)
}

/**
 * Moves `userId` to the organisation, where they start without policies if it is another.
 * @throws CommandError where there is none, or several of this name
 */
export async function moveTo(db: Db, userId: string, nameOrId: string): Promise<void> {
  const { id } = await findOrganisation(db, nameOrId)
  const moved = await db
    .updateTable('users')
    .set({ organisation_id: id })
    .where('id', '=', userId)
    .where((row) => row.or([row('organisation_id', 'is', null), row('organisation_id', '!=', id)]))
    .returning('id')
    .executeTakeFirst()
  if (moved !== undefined) await withdrawAllPolicies(db, userId)
}

/** @throws CommandError where there is none, or several of this name */
export async function findOrganisation(db: Db, nameOrId: string): Promise<Organisation> {
  const found = await findOrganisations(db, nameOrId)
  const [organisation] = found
  if (organisation === undefined) {
    throw new CommandError(`No organisation is called ${isolate(nameOrId)}: add it first.`)
  }
  if (found.length === 1) return organisation
  const ids = found.map(({ id, country }) => `${id} (${country})`).join(', ')
  throw new CommandError(
    `Several organisations are called ${isolate(nameOrId)}. Name one of: ${ids}.`,
  )
}

/**
 * Grants policies that are there, and that people of this one's organisation may see.
 * @throws CommandError for any other, and where nobody said which organisation is theirs
 */
export async function grantKnownPolicies(
  db: Db,
  userId: string,
  policyIds: readonly string[],
): Promise<void> {
  if (policyIds.length === 0) return
  const organisation = await db
    .selectFrom('users')
    .innerJoin('organisations', 'organisations.id', 'users.organisation_id')
    .selectAll('organisations')
    .where('users.id', '=', userId)
    .executeTakeFirst()
  if (organisation === undefined) {
    throw new CommandError('Policies are granted to people of an organisation: name it, too.')
  }
  const policies = await db
    .selectFrom('policies')
    .selectAll()
    .where('id', 'in', policyIds)
    .execute()
  for (const policyId of policyIds) {
    const policy = policies.find(({ id }) => id === policyId)
    if (policy === undefined) throw new CommandError(`There is no policy ${isolate(policyId)}.`)
    if (!mayBeGranted(organisation, policy)) {
      const name = isolate(organisation.name)
      throw new CommandError(
        `Policy ${isolate(policyId)} is not one of ${name}, which is no broker.`,
      )
    }
  }
  await grantPolicies(db, userId, policyIds)
}

/** What `userId` has now. */
export async function accessOf(db: Db, userId: string): Promise<Access> {
  const account = await db
    .selectFrom('users')
    .leftJoin('organisations', 'organisations.id', 'users.organisation_id')
    .select(['organisations.name', grantedServices])
    .where('users.id', '=', userId)
    .executeTakeFirstOrThrow()
  const policies = await db
    .selectFrom('policy_grants')
    .select('policy_id')
    .where('user_id', '=', userId)
    .orderBy('policy_id')
    .execute()
  return {
    organisation: account.name,
    services: servicesOf(account),
    policies: policies.map(({ policy_id }) => policy_id),
  }
}
