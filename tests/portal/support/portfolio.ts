/** Small portfolios for tests: policies, people who see them, and buyers with their facts. */
import { randomUUID } from 'node:crypto'
import { addOrganisation, addPolicies } from '../../../src/portal/identity/access/organisations.ts'
import { grantPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import { replaceServices } from '../../../src/portal/identity/access/service-grants.ts'
import { openSession } from '../../../src/portal/identity/sessions/sessions.ts'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import type { NewApplication, NewBuyer } from '../../../src/portal/credit/new-facts.ts'
import { inTransaction } from '../../../src/portal/platform/changes/log.ts'
import type { ServiceId } from '../../../src/shared/services.ts'
import { addPeople } from './people.ts'
import { device, type TestPortal } from './portal.ts'

/** The rules of a policy of tests: terms up to 120 days, 30 days of grace. */
const rules = { mep_days: 60, grace_days: 30, maximum_terms_days: 120, report_within_days: 30 }

/** Adds policies of one organisation, in these currencies. @returns their ids */
export async function addTestPolicies(
  { portal: { context } }: TestPortal,
  currencies: readonly string[],
): Promise<string[]> {
  const organisation_id = `test-${randomUUID()}`
  const organisation = { kind: 'policyholder', name: 'Somebody', country: 'BE' } as const
  await addOrganisation(context.db, organisation, organisation_id)
  const policies = currencies.map((currency) => {
    const id = randomUUID().slice(0, 18)
    return { ...rules, id, name: `Policy ${id}`, organisation_id, currency, country: 'BE' }
  })
  await addPolicies(context.db, policies)
  return policies.map(({ id }) => id)
}

export type TestPerson = { readonly id: string; readonly username: string; readonly token: string }

/** Somebody to whom `policies` and `services` are granted, signed in. */
export async function addReader(
  { portal: { context } }: TestPortal,
  policies: readonly string[],
  services: readonly ServiceId[] = ['servnet', 'insights'],
): Promise<TestPerson> {
  const [user] = await addPeople(context, 1, {})
  if (user === undefined) throw new Error('Nobody was added')
  await context.db.deleteFrom('policy_grants').where('user_id', '=', user.id).execute()
  await grantPolicies(context.db, user.id, policies)
  await replaceServices(context.db, user.id, services)
  const session = await context.db
    .transaction()
    .execute((transaction) =>
      openSession(transaction, context, { ...user, services: null }, device),
    )
  return { id: user.id, username: user.username, token: session.accessToken }
}

/** A buyer as tests name it. */
export function testBuyer(id: string, special: Partial<NewBuyer> = {}): NewBuyer {
  return {
    id,
    name: id,
    country: 'BE',
    town: null,
    registration_number: null,
    trade: null,
    ...special,
  }
}

/** Writes facts as they come, in one transaction. */
export function write(
  { portal: { context } }: TestPortal,
  facts: Parameters<typeof recordFacts>[2],
): Promise<unknown> {
  return inTransaction(context, (transaction) => recordFacts(transaction, context, facts))
}

/** An application for 50,000 euro under a policy, made at `at`. */
export function applicationOf(
  id: string,
  pair: { readonly policy_id: string; readonly buyer_id: string },
  at: number,
  special: Partial<NewApplication> = {},
): NewApplication {
  return {
    ...pair,
    id,
    kind: 'new',
    amount: 5_000_000,
    currency: 'EUR',
    payment_terms_days: 30,
    starts_on: null,
    ends_on: null,
    applied_at: at,
    user_id: null,
    ...special,
  }
}
