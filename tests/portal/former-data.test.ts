/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grant } from '../../src/portal/admin/access.ts'
import { invite } from '../../src/portal/admin/invite.ts'
import {
  importPortfolio,
  readTable,
} from '../../src/portal/admin/portfolio-import/import-portfolio.ts'
import { decideApplication } from '../../src/portal/credit/underwriting.ts'
import { verifyFigures } from '../../src/portal/credit/verify-figures.ts'
import { addOrganisation, addPolicies } from '../../src/portal/identity/access/organisations.ts'
import { verifyEvents } from '../../src/portal/platform/events/verify-events.ts'
import { createPortal, type Portal } from '../../src/portal/portal.ts'
import { createClient, type Client } from './support/client.ts'
import { createDatabase, databaseKinds, type TestDatabase } from './support/databases.ts'
import { knowledge, restoreFormerData } from './support/former-data.ts'
import { demoPasswords, device, minute } from './support/portal.ts'

/** Minutes after the fixtures were written: the codes in them still count. */
const writtenAt = Date.parse('2026-11-29T04:25:00.000Z')

/** As the new client typed them when they enrolled. */
const answers = [
  { questionId: 'favourite-city', answer: 'L’Étranger-sur-Mer' },
  { questionId: 'mothers-maiden-name', answer: "d'Hooghe" },
  { questionId: 'first-pet', answer: 'Minou  II' },
]

describe.each(databaseKinds)('the database of the first release, on %s', (kind) => {
  let database: TestDatabase
  let portal: Portal
  let client: Client
  const openedAt = Date.now()
  beforeAll(async () => {
    database = await createDatabase(kind)
    await restoreFormerData(kind, database)
    portal = await createPortal({
      ...database,
      demo: true,
      logLevel: 'silent',
      checkAnswers: true,
      clock: () => writtenAt + minute + Date.now() - openedAt,
    })
    client = createClient(await portal.listen())
  })
  afterAll(async () => {
    await portal.close()
    await database.remove()
  })

  const signIn = (username: string, password: string) =>
    client.succeed('sessionCreate', { body: { username, password, device } })

  const preferencesOf = async (username: 'jan.peeters' | 'marie.lambert') => {
    const { accessToken: token } = await signIn(username, demoPasswords[username])
    return client.succeed('preferences', { token })
  }

  test('has whole chains of events', async () => {
    const { breaks, events } = await verifyEvents(portal.context)
    expect(breaks).toEqual([])
    expect(events).toBeGreaterThan(0)
  })

  test('misses a chain of events from before there was a register', async () => {
    const { db } = portal.context
    const chain = 'demo-sofia.alvarez'
    const events = await db
      .selectFrom('security_events')
      .selectAll()
      .where('chain', '=', chain)
      .execute()
    const head = await db
      .deleteFrom('event_chains')
      .where('chain', '=', chain)
      .returningAll()
      .executeTakeFirstOrThrow()
    await db.deleteFrom('security_events').where('chain', '=', chain).execute()
    const { breaks } = await verifyEvents(portal.context)
    expect(breaks).toEqual([{ chain, position: 1, problem: 'removed' }])
    await db.insertInto('event_chains').values(head).execute()
    await db.insertInto('security_events').values(events).execute()
  })

  test('tells nobody of a new device who merely has a new app on it', async () => {
    const devices = [
      ['marie.lambert', demoPasswords['marie.lambert'], 'PC-MARIE', 'windows'],
      ['nouveau.client', 'Lumiere-Du-Matin-88!', 'Mac de Paul', 'macos'],
    ] as const
    for (const [username, password, name, platform] of devices) {
      const body = { username, password, device: { name, platform, secret: 'x'.repeat(43) } }
      await client.succeed('sessionCreate', { body })
    }
    const mails = portal.context.db.selectFrom('mails').select('id')
    expect(await mails.where('kind', '=', 'new_device').execute()).toEqual([])
    const networks = await portal.context.db
      .selectFrom('known_networks')
      .select(['user_id', 'network'])
      .orderBy('user_id')
      .execute()
    expect(networks).toEqual([
      { user_id: 'demo-marie.lambert', network: '127.0.0.1' },
      { user_id: 'demo-nouveau.client', network: '127.0.0.1' },
    ])
  })

  test('lets everybody sign in who could', async () => {
    for (const [username, next] of [
      ['marie.lambert', 'ready'],
      ['jan.peeters', 'ready'],
      ['sofia.alvarez', 'password_change'],
    ] as const) {
      expect((await signIn(username, demoPasswords[username])).next).toBe(next)
    }
    expect((await signIn('nouveau.client', 'Lumiere-Du-Matin-88!')).next).toBe('ready')
    const invited = await signIn('attend.encore', knowledge[kind].initialPassword)
    expect(invited.next).toBe('enrolment')
  })

  test('lets everybody use what they could', async () => {
    const services = async (username: string, password: string) =>
      (await signIn(username, password)).user.services
    expect(await services('jan.peeters', demoPasswords['jan.peeters'])).toEqual([
      'servnet',
      'partners',
    ])
    expect(await services('attend.encore', knowledge[kind].initialPassword)).toEqual([])
    const { refreshToken } = await signIn('marie.lambert', demoPasswords['marie.lambert'])
    const { user } = await client.succeed('sessionRefresh', { body: { refreshToken } })
    expect(user.services).toEqual(['servnet', 'collectnet', 'insights'])
  })

  test('shows the alerts of policies that it knows by alerts alone, and of no others', async () => {
    const password = 'Lumiere-Du-Matin-88!'
    const { accessToken: token } = await signIn('nouveau.client', password)
    const { alerts } = await client.succeed('servnetHome', { token })
    const policies = new Set(alerts.map(({ policyId }) => policyId))
    expect(policies).toEqual(new Set(['17386', '99001']))
    const { db } = portal.context
    const rows = await db
      .selectFrom('users')
      .leftJoin('policy_grants', 'policy_grants.user_id', 'users.id')
      .select(['users.username', 'users.organisation_id', 'policy_grants.policy_id'])
      .where('users.username', 'in', ['attend.encore', 'marie.lambert'])
      .orderBy('users.username')
      .execute()
    expect(rows).toEqual([
      { username: 'attend.encore', organisation_id: null, policy_id: null },
      { username: 'marie.lambert', organisation_id: 'demo-dedert', policy_id: '17386' },
    ])
  })

  test('keeps how people like to work, and what they left as it was', async () => {
    expect(await preferencesOf('jan.peeters')).toEqual({
      defaultSearchCountry: 'DE',
      servnetStartPage: 'buyers',
      currency: 'USD',
      language: 'nl',
      alertsByEmail: false,
    })
    expect(await preferencesOf('marie.lambert')).toMatchObject({
      defaultSearchCountry: null,
      currency: 'EUR',
      alertsByEmail: true,
    })
  })

  test('keeps who had stayed signed in', async () => {
    const { refreshToken } = knowledge[kind]
    const { accessToken: token } = await client.succeed('sessionRefresh', {
      body: { refreshToken },
    })
    const me = await client.succeed('me', { token })
    const email = { email: 'paul.client@example.org', emailConfirmed: true }
    expect(me).toMatchObject({ ...email, lastName: 'Client' })
    await client.succeed('servnetHome', { token })
  })

  test('takes the code of an address that was waiting', async () => {
    const { accessToken: token } = await signIn('marie.lambert', demoPasswords['marie.lambert'])
    const { id, code } = knowledge[kind].emailChange
    await client.succeed('emailChangeConfirm', { token, params: { id }, body: { code } })
    expect(await client.succeed('me', { token })).toMatchObject({
      email: 'marie.nouvelle@example.org',
    })
  })

  test('does not tell again by e-mail what it had told', async () => {
    const told = await portal.context.db
      .selectFrom('alerts')
      .select('id')
      .where('told_at', 'is not', null)
      .orderBy('id')
      .execute()
    expect(told.map(({ id }) => id)).toEqual(['demo-marie.lambert-2', 'demo-marie.lambert-3'])
  })

  test('lets a recovery that had begun go on', async () => {
    const { id, code } = knowledge[kind].recovery
    const flow = await client.succeed('recovery', { params: { id } })
    expect(flow).toMatchObject({ state: 'answers', codeRequired: true })
    const wrong = ['first-school', 'favourite-dish', 'holiday-place'].map((questionId) => ({
      questionId,
      answer: 'une autre',
    }))
    await client.fail('recoveryAnswers', 'verification_failed', {
      params: { id },
      body: { code, answers: wrong },
    })
  })

  test('knows the answers that were given when enrolling', async () => {
    const password = 'Lumiere-Du-Matin-88!'
    const { accessToken: token } = await signIn('nouveau.client', password)
    await client.succeed('reauthenticate', { token, body: { password } })
    const { results } = await client.succeed('rehearsal', { token, body: { answers } })
    expect(results.map(({ right }) => right)).toEqual([true, true, true])
  })
  test('knows of no change from before changes were kept, and of all from then on', async () => {
    const { accessToken: token } = await signIn('jan.peeters', demoPasswords['jan.peeters'])
    const headers = { 'if-match': '*', 'idempotency-key': 'of former data' }
    const rename = { token, headers, body: { firstName: 'Johannes' } }
    const me = await client.succeed('mePatch', rename)
    expect(await client.succeed('mePatch', rename)).toEqual(me)
    const { items } = await client.succeed('changes', { token, query: { limit: '200' } })
    const { length } = await portal.context.db
      .selectFrom('security_events')
      .select('position')
      .where('chain', '=', 'demo-jan.peeters')
      .execute()
    const events = items.filter(({ resource }) => resource === 'security_events')
    expect(events.at(-1)?.id).toBe(String(length))
    expect(events.length).toBeLessThan(length)
    expect(items.map(({ resource }) => resource)).toContain('me')
  })

  test('lives on with a portfolio: granted, empty, then imported, applied for and decided', async () => {
    const { context } = portal
    const organisation = { kind: 'policyholder', name: 'Verreries', country: 'BE' } as const
    await addOrganisation(context.db, organisation, 'verreries')
    // Somebody was told an alert of it before there were policies.
    const policyId = '99001'
    const rules = { mep_days: 60, grace_days: 30, maximum_terms_days: 90, report_within_days: 30 }
    const named = { id: policyId, name: 'Verreries du Nord', currency: 'EUR', country: 'BE' }
    await addPolicies(context.db, [{ ...rules, ...named, organisation_id: 'verreries' }])
    const invited = await invite(context, {
      username: 'new.controller',
      language: 'fr',
      services: ['servnet', 'insights'],
      organisation: 'Verreries',
      policies: [policyId],
    })
    const { accessToken: enrolling } = await signIn('new.controller', invited.password)
    await client.fail('insightsDashboard', 'enrolment_required', { token: enrolling })
    await grant(context, 'jan.peeters', { organisation: 'verreries', services: ['insights'] })
    await grant(context, 'jan.peeters', { policies: [policyId] })
    const { accessToken: token } = await signIn('jan.peeters', demoPasswords['jan.peeters'])
    const { items } = await client.succeed('servnetPolicies', { token })
    expect(items).toMatchObject([{ id: policyId, mepDays: 60, graceDays: 30, currency: 'EUR' }])
    const dashboard = () =>
      client.succeed('insightsDashboard', { token, query: { currency: 'EUR' } })
    expect((await dashboard()).position).toMatchObject({
      riskAcceptance: { percent: null },
      applications: 0,
      totalCld: { amount: '0.00' },
    })
    const file = `policy;name;country;applied;applied_on;granted;decided_on\n${policyId};Bottle BV;NL;1000,50;2026-11-02;500;2026-11-03`
    const table = await readTable(new TextEncoder().encode(file))
    const unsaid = { decimalSign: null, dayOrder: null }
    await importPortfolio(context, table, { told: unsaid, kept: unsaid, isTrial: false })
    const buyer = { name: 'Flacon SA', country: 'FR' }
    const amount = { amount: '250.00', currency: 'EUR' }
    const body = { policyId, buyer, amount, paymentTermsDays: 30 }
    const { id: applicationId } = await client.succeed('servnetApply', { token, body })
    await decideApplication(context, { applicationId, grant: 'all' })
    expect((await dashboard()).position).toMatchObject({
      riskAcceptance: { granted: { amount: '750.00' }, applied: { amount: '1250.50' } },
      applications: 2,
      decisions: 2,
      totalCld: { amount: '750.00' },
    })
    const differences: unknown[] = []
    await verifyFigures(context, (one) => differences.push(one))
    expect(differences).toEqual([])
  })
})
