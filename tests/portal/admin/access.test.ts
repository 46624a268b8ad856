/** What a contact person grants and withdraws, and what people then may and may not. */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOrganisation, grant, withdraw } from '../../../src/portal/admin/access.ts'
import { invite } from '../../../src/portal/admin/invite.ts'
import {
  addOrganisation,
  addPolicies,
  type NewOrganisation,
} from '../../../src/portal/identity/access/organisations.ts'
import { queueAlertDigests } from '../../../src/portal/servnet/alert-digest.ts'
import { verifyEvents } from '../../../src/portal/platform/events/verify-events.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type DemoName, type TestPortal } from '../support/portal.ts'
import { lastEventOf } from '../support/profile.ts'

const idsOf = (alerts: readonly { readonly id: string }[]) => alerts.map(({ id }) => id)

describe.each(databaseKinds)('what is granted, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const tokenOf = async (name: DemoName) => (await it.signIn(name)).accessToken
  const alertsOf = async (token: string) => {
    const { alerts, counts } = await it.client.succeed('servnetHome', { token })
    const { items } = await it.client.succeed('servnetAlerts', { token, query: { limit: '200' } })
    expect(counts.alerts.total).toBe(items.length)
    expect(alerts).toHaveLength(Math.min(20, items.length))
    return items
  }

  test('is what the demonstration’s people need', async () => {
    const { db } = it.portal.context
    const rows = await db
      .selectFrom('policy_grants')
      .innerJoin('users', 'users.id', 'policy_grants.user_id')
      .innerJoin('policies', 'policies.id', 'policy_grants.policy_id')
      .innerJoin('organisations', 'organisations.id', 'policies.organisation_id')
      .select(['users.username', 'policies.id', 'organisations.name'])
      .execute()
    const of = (username: string) => rows.filter((row) => row.username === username)
    expect(of('marie.lambert').map(({ id, name }) => [id, name])).toEqual([
      ['17386', 'DEDERT ICESTICKS B.V.'],
    ])
    expect(of('jan.peeters')).toHaveLength(40)
    expect(new Set(of('luc.courtier').map(({ name }) => name)).size).toBe(3)
  })

  test('counts at once: a service that is withdrawn refuses the next call of an open session', async () => {
    const { context } = it.portal
    const token = await tokenOf('marie.lambert')
    await it.client.succeed('servnetHome', { token })
    const left = await withdraw(context, 'Marie.Lambert', { services: ['servnet'] })
    expect(left.services).toEqual(['collectnet', 'insights'])
    const problem = await it.client.fail('servnetHome', 'forbidden', { token })
    expect(problem).toMatchObject({ service: 'servnet' })
    expect(await it.client.succeed('me', { token })).toMatchObject({ services: left.services })
    expect(await lastEventOf(it, 'marie.lambert')).toMatchObject({
      kind: 'access_changed',
      details: { services: 'collectnet,insights', policies: '1' },
    })
    await grant(context, 'marie.lambert', { services: ['servnet'] })
    await it.client.succeed('servnetHome', { token })
    const { user } = await it.signIn('marie.lambert')
    expect(user.services).toEqual(['servnet', 'collectnet', 'insights'])
  })

  test('holds for whoever calls while it is withdrawn: none that begins later gets through', async () => {
    const { context } = it.portal
    const token = await tokenOf('jan.peeters')
    const call = async () => (await it.client.send('servnetHome', { token })).status
    const meanwhile = Array.from({ length: 8 }, call)
    await withdraw(context, 'jan.peeters', { services: ['servnet'] })
    const afterwards = await Promise.all(Array.from({ length: 8 }, call))
    expect(afterwards).toEqual(afterwards.map(() => 403))
    for (const status of await Promise.all(meanwhile)) expect([200, 403]).toContain(status)
    await grant(context, 'jan.peeters', { services: ['servnet'] })
  })

  test('takes a policy’s alerts along, from the page and from messages, and brings them back', async () => {
    const { context } = it.portal
    const token = await tokenOf('jan.peeters')
    const before = await alertsOf(token)
    const params = { id: before.find(({ policyId }) => policyId === '20114')?.id ?? '' }
    await it.client.succeed('servnetAlert', { token, params })
    await withdraw(context, 'jan.peeters', { policies: ['20114'] })
    const others = before.filter(({ policyId }) => policyId !== '20114')
    expect(others.length).toBeLessThan(before.length)
    expect(await alertsOf(token)).toEqual(others)
    for (const name of ['servnetAlert', 'servnetAlertHandle', 'servnetAlertReopen'] as const) {
      await it.client.fail(name, 'not_found', { token, params })
    }
    await queueAlertDigests(context)
    const told = await context.db
      .selectFrom('alerts')
      .select('id')
      .where('user_id', '=', 'demo-jan.peeters')
      .where('told_at', 'is not', null)
      .execute()
    expect(idsOf(told).toSorted()).toEqual(idsOf(others).toSorted())
    await grant(context, 'jan.peeters', { policies: ['20114'] })
    expect(await alertsOf(token)).toEqual(before)
  })

  test('of policies is an organisation’s own, unless it is a broker', async () => {
    const { context } = it.portal
    const refused = grant(context, 'marie.lambert', { policies: ['20101'] })
    await expect(refused).rejects.toThrow('Policy 20101 is not one of DEDERT ICESTICKS B.V.')
    const { policies } = await grant(context, 'luc.courtier', { policies: ['20101'] })
    expect(policies).toEqual(['17386', '17412', '17455', '20101'])
  })

  test('of policies ends where somebody moves to another organisation', async () => {
    const { context } = it.portal
    const moved = await grant(context, 'sofia.alvarez', {
      organisation: 'dedert icesticks b.v.',
      policies: ['17386'],
    })
    expect(moved).toMatchObject({ organisation: 'DEDERT ICESTICKS B.V.', policies: ['17386'] })
    const stayed = await grant(context, 'sofia.alvarez', { organisation: 'demo-dedert' })
    expect(stayed.policies).toEqual(['17386'])
  })

  test('changes as a whole or not at all', async () => {
    const { context } = it.portal
    const access = { services: ['partners'], policies: ['17386', '99999'] } as const
    await expect(grant(context, 'marie.lambert', access)).rejects.toThrow(
      'There is no policy 99999.',
    )
    const none = withdraw(context, 'marie.lambert', { services: ['insights', 'partners'] })
    await expect(none).rejects.toThrow('Not granted to marie.lambert: partners.')
    const { user } = await it.signIn('marie.lambert')
    expect(user.services).toEqual(['servnet', 'collectnet', 'insights'])
  })

  test('of several changes at once keeps each', async () => {
    const { context } = it.portal
    await invite(context, { username: 'much.asked', language: 'fr', services: ['servnet'] })
    await Promise.all([
      grant(context, 'much.asked', { services: ['insights'] }),
      grant(context, 'much.asked', { services: ['partners', 'servnet'] }),
      grant(context, 'much.asked', { organisation: 'demo-dedert', policies: ['17386'] }),
      withdraw(context, 'much.asked', { services: ['servnet'] }).catch(() => undefined),
      grant(context, 'much.asked', { services: ['collectnet'] }),
    ])
    const { services, policies } = await grant(context, 'much.asked', { services: ['servnet'] })
    expect(services).toEqual(['servnet', 'collectnet', 'insights', 'partners'])
    expect(policies).toEqual(['17386'])
    expect((await verifyEvents(context)).breaks).toEqual([])
  })

  test('to who is invited is kept when they are invited anew, unless it is said', async () => {
    const { context } = it.portal
    const { db } = context
    const invitation = { username: 'new.at.dedert', language: 'fr', services: ['servnet'] } as const
    const policiesNow = async () => {
      const access = await grant(context, invitation.username, { services: ['servnet'] })
      return access.policies
    }
    await expect(invite(context, { ...invitation, policies: ['17386'] })).rejects.toThrow(
      'Policies are granted to people of an organisation',
    )
    const nobody = db.selectFrom('users').where('username', '=', invitation.username)
    expect(await nobody.select('id').execute()).toEqual([])
    await invite(context, { ...invitation, organisation: 'demo-dedert', policies: ['17386'] })
    await invite(context, invitation)
    expect(await policiesNow()).toEqual(['17386'])
    await invite(context, { ...invitation, organisation: 'demo-peeters' })
    expect(await policiesNow()).toEqual([])
    await invite(context, { ...invitation, policies: ['20140', '20101'] })
    await invite(context, { ...invitation, policies: ['20102'] })
    expect(await policiesNow()).toEqual(['20102'])
  })

  test('names an organisation by its id, or by its name however it is typed', async () => {
    const { db } = it.portal.context
    const twins = { kind: 'policyholder', name: 'Ørsted\u00a0A/S', country: 'DK' } as const
    const named = await addOrganisation(db, twins)
    const idOf = async (text: string) => (await findOrganisation(db, text)).id
    for (const typed of ['ØRSTED A/S', ' ørsted  a/s ', 'Ørs\u200bted A/S', named?.id ?? '']) {
      expect(await idOf(typed)).toBe(named?.id)
    }
    await expect(idOf('Orsted')).rejects.toThrow('No organisation is called Orsted')
    const other = await addOrganisation(db, { ...twins, country: 'DE' })
    await expect(idOf('Ørsted A/S')).rejects.toThrow(/Several .* \(D[EK]\), .* \(D[EK]\)\.$/)
    expect(await idOf(other?.id ?? '')).toBe(other?.id)
    // An id is nobody else's name.
    const squatter = { ...twins, name: named?.id ?? '' }
    await addOrganisation(db, squatter)
    expect(await idOf(named?.id ?? '')).toBe(named?.id)
  })

  test('never lets a policyholder’s people see another’s policy, whatever is granted and moved', async () => {
    const { context } = it.portal
    const { db } = context
    const kinds: readonly NewOrganisation['kind'][] = ['policyholder', 'policyholder', 'broker']
    for (const [index, one] of kinds.entries()) {
      await addOrganisation(db, { kind: one, name: `P${index}`, country: 'BE' }, `p${index}`)
    }
    const rules = { mep_days: 60, grace_days: 30, maximum_terms_days: 90, report_within_days: 30 }
    const policy = { ...rules, name: 'P', currency: 'EUR', country: 'BE' }
    await addPolicies(
      db,
      ['p0', 'p0', 'p1', 'p1'].map((organisation_id, index) => {
        return { ...policy, id: `p${index}`, organisation_id }
      }),
    )
    await invite(context, { username: 'mover', language: 'fr', services: ['servnet'] })
    const policies = fc.subarray(['p0', 'p1', 'p2', 'p3'])
    const organisation = fc.constantFrom('p0', 'p1', 'p2')
    const step = fc.record({ organisation, policies }, { requiredKeys: ['policies'] })
    const takes = fc.array(step, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(takes, async (steps) => {
        await Promise.allSettled(steps.map((one) => grant(context, 'mover', one)))
        const foreign = await db
          .selectFrom('policy_grants')
          .innerJoin('users', 'users.id', 'policy_grants.user_id')
          .innerJoin('organisations', 'organisations.id', 'users.organisation_id')
          .innerJoin('policies', 'policies.id', 'policy_grants.policy_id')
          .where('users.username', '=', 'mover')
          .where('organisations.kind', '=', 'policyholder')
          .whereRef('policies.organisation_id', '!=', 'organisations.id')
          .selectAll('policy_grants')
          .execute()
        expect(foreign).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
