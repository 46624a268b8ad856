/** Who sees what a fact changes, and noting it for each of them. */
import type { ChangeResource } from '../../shared/contract/portal/changes.ts'
import type { ServiceId } from '../../shared/services.ts'
import { grantedServices, servicesOf } from '../identity/access/service-grants.ts'
import { changed, noteChanges, type Changed } from '../platform/changes/log.ts'
import type { ServiceChanges } from '../platform/changes/service-changes.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { rollPositionsForward } from './position-rows.ts'

type Clock = Pick<PlatformContext, 'now'>

/** Something of a buyer under a policy that is other than it was. */
export type Moved = {
  readonly policyId: string
  readonly buyerId: string
  readonly limitId: string
  /** Where an application was made or decided. */
  readonly applicationId?: string | null
}

/** Somebody to whom policies are granted. */
type Reader = { readonly userId: string; readonly services: readonly ServiceId[] }

/** Those to whom `policyId` is granted, with a service that shows what is under it. */
export async function readersOf(db: Db, policyId: string): Promise<readonly Reader[]> {
  const rows = await db
    .selectFrom('users')
    .innerJoin('policy_grants', 'policy_grants.user_id', 'users.id')
    .where('policy_grants.policy_id', '=', policyId)
    .select(['users.id', grantedServices])
    .orderBy('users.id')
    .execute()
  return rows.map((row) => ({ userId: row.id, services: servicesOf(row) }))
}

/** Notes `moved` for everybody who sees it, within the transaction that moved it. */
export async function noteMoved(db: Db, context: Clock, moved: readonly Moved[]): Promise<void> {
  for (const [policyId, ofPolicy] of Map.groupBy(moved, (one) => one.policyId)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    for (const { userId, services } of await readersOf(db, policyId)) {
      // oxlint-disable-next-line no-await-in-loop
      await noteChanges(db, context, userId, changesFor(services, ofPolicy))
    }
  }
}

/**
 * Brings positions along with the day, and notes for everybody what has become of theirs: once at least
 * after each midnight (UTC).
 * @returns how many moved
 */
export function rollForward(context: Pick<PlatformContext, 'db' | 'now'>): Promise<number> {
  return rollPositionsForward(context, (db, moved) =>
    noteMoved(
      db,
      context,
      moved.map(({ after: { policy_id: policyId, buyer_id: buyerId, id: limitId } }) => ({
        policyId,
        buyerId,
        limitId,
      })),
    ),
  )
}

function changesFor(services: readonly ServiceId[], moved: readonly Moved[]): Changed[] {
  const buyers = moved.map(({ buyerId }) => item('buyers', buyerId))
  return [
    ...(services.includes('servnet')
      ? [
          ...moved.map(({ limitId }) => item('credit_limits', limitId)),
          ...moved.flatMap(({ applicationId }) =>
            typeof applicationId === 'string' ? [item('applications', applicationId)] : [],
          ),
          changed('home'),
        ]
      : []),
    ...figuresOf(services),
    ...(showsBuyers(services) ? buyers : []),
  ]
}

/** What tells figures of policies, whatever of them it is that moved. */
function figuresOf(services: readonly ServiceId[]): Changed[] {
  return [
    ...(services.includes('insights') ? [changed('dashboard')] : []),
    ...(services.includes('partners') ? [item('clients', null)] : []),
  ]
}

const showsBuyers = (services: readonly ServiceId[]) =>
  services.includes('servnet') || services.includes('insights')

function item(resource: ChangeResource, id: string | null): Changed {
  return { resource, id, deleted: false }
}

/** Notes that buyers are rated otherwise, for everybody who sees one of them. */
export async function noteRated(
  db: Db,
  context: Clock,
  buyerIds: readonly string[],
): Promise<void> {
  if (buyerIds.length === 0) return
  const pairs = await db
    .selectFrom('positions')
    .select(['policy_id', 'buyer_id'])
    .where('buyer_id', 'in', [...buyerIds])
    .execute()
  for (const [policyId, ofPolicy] of Map.groupBy(pairs, (one) => one.policy_id)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    for (const { userId, services } of await readersOf(db, policyId)) {
      const buyers = showsBuyers(services)
        ? ofPolicy.map((one) => item('buyers', one.buyer_id))
        : []
      // oxlint-disable-next-line no-await-in-loop
      await noteChanges(db, context, userId, [...buyers, ...figuresOf(services)])
    }
  }
}

/** Notes that amounts are converted by other rates, for everybody who sees some. */
export async function noteRates(db: Db, context: Clock): Promise<void> {
  const rows = await db
    .selectFrom('users')
    .where('users.id', 'in', (of) => of.selectFrom('policy_grants').select('policy_grants.user_id'))
    .select(['users.id', grantedServices])
    .execute()
  for (const row of rows) {
    const services = servicesOf(row)
    const buyers = showsBuyers(services) ? [item('buyers', null)] : []
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await noteChanges(db, context, row.id, [...buyers, ...figuresOf(services)])
  }
}

/** What lists a portfolio fills, as far as a service shows them. */
const listsOf = {
  servnet: ['policies', 'buyers', 'credit_limits', 'applications', 'declarations', 'alerts'],
  insights: ['policies', 'buyers'],
  collectnet: ['policies', 'cases'],
} as const satisfies Partial<Record<ServiceId, readonly ChangeResource[]>>

/** All that is under policies as changed, without naming any of it: for who has one of `services`. */
export function wholePortfolio(services: readonly ServiceId[]): Changed[] {
  const lists = new Set<ChangeResource>([
    ...(services.includes('servnet') ? listsOf.servnet : []),
    ...(services.includes('insights') ? listsOf.insights : []),
    ...(services.includes('collectnet') ? listsOf.collectnet : []),
  ])
  return [
    ...[...lists].map((resource) => item(resource, null)),
    ...figuresOf(services),
    ...(services.includes('servnet') ? [changed('home')] : []),
  ]
}

/**
 * Notes that anything under `policyIds` may be other than it was, for everybody who sees one of them: after
 * what is written in bulk, where naming each would be longer than reading all again.
 */
export async function noteWholePortfolios(
  db: Db,
  context: Clock,
  policyIds: readonly string[],
): Promise<void> {
  for (const policyId of policyIds) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    for (const { userId, services } of await readersOf(db, policyId)) {
      // oxlint-disable-next-line no-await-in-loop
      await noteChanges(db, context, userId, wholePortfolio(services))
    }
  }
}

/** All of a service that is under policies, without naming it; nothing of it changes with a language. */
const allUnderPolicies = (service: ServiceId): ServiceChanges => ({
  service,
  find: async (_db, _userId, scope) =>
    scope.kind === 'policies' && (scope.whole || scope.ids.length > 0)
      ? wholePortfolio([service])
      : [],
})

export const insightsChanges = allUnderPolicies('insights')
const clientsChanges = allUnderPolicies('partners')

/** Clients are told of as portfolios are; documents for brokers come and go with the service. */
export const partnersChanges: ServiceChanges = {
  ...clientsChanges,
  find: async (db, userId, scope) => [
    ...(await clientsChanges.find(db, userId, scope)),
    ...(scope.kind === 'policies' && scope.whole ? [item('partner_documents', null)] : []),
  ],
}
