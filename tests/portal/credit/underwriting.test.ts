/** What the insurer decides: on the command line and by the demonstration's underwriter, told to all concerned. */
import { Big } from 'big.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../../src/portal/admin/program.ts'
import { rollForward } from '../../../src/portal/credit/concerned.ts'
import type { PendingApplication } from '../../../src/portal/credit/pending-applications.ts'
import { keepPortfolioOf } from '../../../src/portal/credit/portfolios.ts'
import { readRatingBands } from '../../../src/portal/credit/rating-bands.ts'
import {
  decideApplication,
  rateBuyer,
  reduceLimit,
} from '../../../src/portal/credit/underwriting.ts'
import { decideWaiting, decisionOn } from '../../../src/portal/demo/underwriter.ts'
import { publishMessage } from '../../../src/portal/servnet/publish.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('the insurer, on %s', (kind) => {
  let it: TestPortal
  let policyId: string
  let reader: TestPerson
  let analyst: TestPerson
  let stranger: TestPerson
  let count = 0
  let buyerId = ''
  let applicationId = ''
  beforeAll(async () => {
    it = await startPortal(kind)
    const [own = '', others = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    policyId = own
    reader = await addReader(it, [policyId])
    analyst = await addReader(it, [policyId], ['insights'])
    stranger = await addReader(it, [others])
    // Its lists are read from rows that are kept, which each fact is to bring along.
    await keepPortfolioOf(it.portal.context, reader.id)
  })
  beforeEach(async () => {
    count += 1
    buyerId = `b${count}`
    applicationId = `a${count}`
    const pair = { policy_id: policyId, buyer_id: buyerId }
    await write(it, {
      buyers: [testBuyer(buyerId)],
      applications: [applicationOf(applicationId, pair, it.portal.context.now() - minute)],
    })
    await changesOf(reader)
    await changesOf(analyst)
    await changesOf(stranger)
  })
  afterAll(() => it.stop())

  const cursors = new Map<string, string>()

  /** What is new since this was last asked: `resource id`, each once. */
  async function changesOf({ id, token }: TestPerson): Promise<string[]> {
    const since = cursors.get(id)
    const query = { limit: '200', ...(since === undefined ? {} : { since }) }
    const page = await it.client.succeed('changes', { token, query })
    cursors.set(id, page.nextCursor)
    return page.items.map((one) => `${one.resource} ${one.id ?? '*'}`).toSorted()
  }
  const limitOf = async () => {
    const { items } = await it.client.succeed('servnetCreditLimits', {
      token: reader.token,
      query: { q: buyerId },
    })
    return items.find((one) => one.buyerId === buyerId)
  }
  const alertsOf = async ({ token }: TestPerson) =>
    (await it.client.succeed('servnetAlerts', { token })).items.filter(
      (alert) => alert.buyerId === buyerId,
    )
  const isoDay = (days: number) =>
    new Date(it.portal.context.now() + days * day).toISOString().slice(0, 10)

  test('grants all, a part or nothing, and tells who sees the policy, and nobody else', async () => {
    await decideApplication(it.portal.context, {
      applicationId,
      grant: { amount: '20000.50' },
      endsOn: isoDay(60),
      conditions: 'Guarantee of the parent',
      reason: 'accounts_weak',
    })
    const limit = await limitOf()
    expect(limit).toMatchObject({
      status: 'partly_accepted',
      granted: { amount: '20000.50', currency: 'EUR' },
      inForce: { amount: '20000.50' },
      endsOn: isoDay(60),
      conditions: 'Guarantee of the parent',
      reason: 'accounts_weak',
      pending: null,
    })
    const [alert] = await alertsOf(reader)
    expect(alert).toMatchObject({
      kind: 'limit_granted',
      from: { amount: '0.00' },
      to: { amount: '20000.50' },
      effectiveOn: isoDay(0),
    })
    expect(await changesOf(reader)).toEqual(
      [
        `alerts ${alert?.id ?? ''}`,
        `applications ${applicationId}`,
        `buyers ${buyerId}`,
        `credit_limits ${limit?.id ?? ''}`,
        'dashboard *',
        'home *',
      ].toSorted(),
    )
    expect(await changesOf(analyst)).toEqual([`buyers ${buyerId}`, 'dashboard *'])
    expect(await changesOf(stranger)).toEqual([])
    const params = { id: applicationId }
    const { token } = reader
    expect(await it.client.succeed('servnetApplication', { token, params })).toMatchObject({
      status: 'partly_accepted',
      decision: { granted: { amount: '20000.50' }, conditions: 'Guarantee of the parent' },
    })
  })

  test('reduces after the days of grace or at once, and what is cut is told at midnight', async () => {
    const { context } = it.portal
    await decideApplication(context, { applicationId, grant: 'all' })
    await reduceLimit(context, { policyId, buyerId, amount: '10000', atOnce: false })
    expect(await limitOf()).toMatchObject({
      status: 'reduced',
      initiatedBy: 'insurer',
      granted: { amount: '10000.00' },
      inForce: { amount: '50000.00' },
      effectiveOn: isoDay(30),
    })
    const detail = () =>
      it.client.succeed('insightsBuyer', { token: reader.token, params: { id: buyerId } })
    expect((await detail()).runOff).toEqual([
      {
        policyId,
        from: { amount: '50000.00', currency: 'EUR' },
        to: { amount: '10000.00', currency: 'EUR' },
        effectiveOn: isoDay(30),
      },
    ])
    await changesOf(analyst)
    // The same database a month later, whatever the clock of sessions says.
    await rollForward({ ...context, now: () => context.now() + 31 * day })
    expect(await limitOf()).toMatchObject({ inForce: { amount: '10000.00' } })
    expect(await changesOf(analyst)).toContain(`buyers ${buyerId}`)
    await reduceLimit(context, {
      policyId,
      buyerId,
      amount: '0',
      atOnce: true,
      reason: 'insolvency',
    })
    expect(await limitOf()).toMatchObject({ status: 'cancelled', inForce: { amount: '0.00' } })
    expect((await alertsOf(reader)).map((alert) => alert.kind)).toEqual(
      expect.arrayContaining(['limit_withdrawn', 'limit_reduced', 'limit_granted']),
    )
    expect((await detail()).decisions.map((step) => step.kind)).toEqual([
      'cancelled',
      'reduced',
      'decided',
    ])
  })

  test('rates: who sees the buyer hears of it, from the second rating on as an alert', async () => {
    const { context } = it.portal
    expect(await rateBuyer(context, { buyerId, rating: 43 })).toBeNull()
    expect(await alertsOf(reader)).toEqual([])
    it.pass(1000)
    expect(await rateBuyer(context, { buyerId, rating: 71, reason: 'payments_late' })).toBe(43)
    expect(await alertsOf(reader)).toMatchObject([
      { kind: 'rating_worse', reason: 'payments_late' },
    ])
    const { buyer, ratings } = await it.client.succeed('insightsBuyer', {
      token: reader.token,
      params: { id: buyerId },
    })
    expect(buyer).toMatchObject({ rating: 71, band: 'severe' })
    expect(ratings.map((one) => one.rating)).toEqual([43, 71])
    expect(await changesOf(stranger)).toEqual([])
    expect(await changesOf(analyst)).toEqual([`buyers ${buyerId}`, 'dashboard *'])
  })

  test('writes messages: in the reader’s language, else in one that there is', async () => {
    const { context } = it.portal
    const fr = { title: 'Bonjour', body: 'Un mot.' }
    const id = await publishMessage(context, { fr, nl: { title: 'Dag', body: 'Een woord.' } }, null)
    const { items } = await it.client.succeed('servnetMessages', { token: reader.token })
    expect(items.find((one) => one.id === id)).toMatchObject({ ...fr, read: false })
    expect(await changesOf(reader)).toEqual(['home *', `messages ${id}`])
    const own = await publishMessage(context, { en: { title: 'Hello', body: 'You.' } }, reader.id)
    const to = async ({ token }: TestPerson) =>
      (await it.client.succeed('servnetMessages', { token })).items.map((one) => one.id)
    expect(await to(reader)).toContain(own)
    expect(await to(stranger)).not.toContain(own)
  })

  test('refuses nonsense in a sentence', async () => {
    const { context } = it.portal
    const decide = (special: object) =>
      decideApplication(context, { applicationId, grant: 'all', ...special })
    await expect(decide({ applicationId: 'none' })).rejects.toThrow('There is no application')
    await expect(decide({ grant: { amount: '50000.01' } })).rejects.toThrow('EUR 50000.00')
    await expect(decide({ grant: { amount: '1.005' } })).rejects.toThrow('2 decimals')
    await expect(decide({ endsOn: '2016-01-01' })).rejects.toThrow('before it takes effect')
    const reduce = (amount: string) =>
      reduceLimit(context, { policyId, buyerId, amount, atOnce: true })
    await expect(reduce('1')).rejects.toThrow('No limit is in force')
    await decide({})
    await expect(decide({})).rejects.toThrow('already')
    await expect(reduce('50000')).rejects.toThrow('EUR 50000.00')
    await expect(rateBuyer(context, { buyerId: 'none', rating: 1 })).rejects.toThrow('no buyer')
  })

  test('the demonstration’s underwriter decides what people applied for, and nothing else', async () => {
    const body = {
      policyId,
      buyer: { name: `Unrated ${buyerId}`, country: 'BE' },
      amount: { amount: '90000', currency: 'EUR' },
      paymentTermsDays: 30,
    }
    const applied = await it.client.succeed('servnetApply', { token: reader.token, body })
    const read = () =>
      it.client.succeed('servnetApplication', { token: reader.token, params: { id: applied.id } })
    await decideWaiting(it.portal.context)
    expect((await read()).status).toBe('pending')
    it.pass(5000)
    await decideWaiting(it.portal.context)
    expect(await read()).toMatchObject({
      status: 'partly_accepted',
      decision: { granted: { amount: '25000.00' }, reason: 'accounts_missing' },
    })
    // That of the generator waits for ever.
    expect((await limitOf())?.status).toBe('pending')
  })

  test('its rule goes by band and amount', async () => {
    const bands = await readRatingBands(it.portal.context.db)
    const rates = new Map([
      ['EUR', new Big(1)],
      ['USD', new Big('1.2345')],
    ])
    const rule = (
      rating: number | null,
      euros: number,
      special: Partial<PendingApplication> = {},
    ) =>
      decisionOn(
        {
          id: 'a',
          applied_on: '2026-01-01',
          policy_id: 'p',
          buyer_id: 'b',
          kind: 'new',
          amount: euros * 100,
          currency: 'EUR',
          name: 'B',
          country: 'BE',
          rating,
          ...special,
        },
        bands,
        rates,
      ).grant
    expect(rule(10, 1_000_000)).toBe('all')
    expect(rule(10, 1_000_001)).toEqual({ amount: '1000000' })
    expect(rule(45, 250_000)).toBe('all')
    expect(rule(70, 90_000)).toEqual({ amount: '50000' })
    expect(rule(71, 1)).toBe('nothing')
    expect(rule(null, 25_000)).toBe('all')
    expect(rule(null, 25_001)).toEqual({ amount: '25000' })
    expect(rule(null, 40_000, { currency: 'USD' })).toEqual({ amount: '30000' })
    expect(rule(99, 0, { kind: 'cancellation' })).toBe('all')
  })
})

test('the commands are there, and say what they need', () => {
  const names = createProgram().commands.map((command) => command.name())
  expect(names).toEqual(expect.arrayContaining(['pending', 'decide', 'reduce', 'rate', 'message']))
})
