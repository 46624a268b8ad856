/** Applying for a limit through the front door: of whom, what is refused and why, once however often it is sent. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideApplication } from '../../../src/portal/credit/underwriting.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const day = 24 * 60 * 60 * 1000
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

describe.each(databaseKinds)('applying, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  let policyId: string
  let othersPolicy: string
  beforeAll(async () => {
    it = await startPortal(kind)
    const [own = '', others = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    policyId = own
    othersPolicy = others
    reader = await addReader(it, [policyId])
    await write(it, {
      buyers: [
        testBuyer('known', { name: 'Known NV', registration_number: '0202239951' }),
        testBuyer('mine'),
        testBuyer('theirs'),
      ],
      applications: [
        applicationOf('a-mine', { policy_id: policyId, buyer_id: 'mine' }, 1),
        applicationOf('a-theirs', { policy_id: othersPolicy, buyer_id: 'theirs' }, 1),
      ],
    })
  })
  afterAll(() => it.stop())

  const bodyOf = (special: object = {}) => ({
    policyId,
    buyer: { name: `Buyer ${randomUUID()}`, country: 'BE' },
    amount: { amount: '50000.00', currency: 'EUR' },
    paymentTermsDays: 60,
    ...special,
  })
  const apply = (special: object = {}) =>
    it.client.succeed('servnetApply', { token: reader.token, body: bodyOf(special) })
  const grant = (applicationId: string, amount: 'all' | { amount: string } = 'all') =>
    decideApplication(it.portal.context, { applicationId, grant: amount })

  /** What an application lacks that is refused. */
  const refused = async (special: object) => {
    const request = { token: reader.token, body: bodyOf(special) }
    return (await it.client.fail('servnetApply', 'invalid_request', request)).errors
  }

  test('is new, then more, less, and the end of it', async () => {
    const first = await apply()
    expect(first).toMatchObject({ kind: 'new', status: 'pending', decision: null })
    const { buyerId, limitId } = first
    const read = () =>
      it.client.succeed('servnetCreditLimit', { token: reader.token, params: { id: limitId } })
    expect((await read()).limit).toMatchObject({
      status: 'pending',
      granted: null,
      pending: { applicationId: first.id, amount: { amount: '50000.00' } },
    })
    await grant(first.id)
    for (const [amount, expected] of [
      ['80000', 'increase'],
      ['20000', 'decrease'],
      ['0', 'cancellation'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- each is seen from the one before
      const next = await apply({ buyer: null, buyerId, amount: { amount, currency: 'EUR' } })
      expect(next.kind).toBe(expected)
      // oxlint-disable-next-line no-await-in-loop
      await grant(next.id)
    }
    const { limit, course } = await read()
    expect(limit).toMatchObject({ status: 'cancelled', inForce: { amount: '0.00' } })
    expect(course.map((step) => step.kind)).toEqual([
      'withdrawn_by_customer',
      'applied',
      'decided',
      'applied',
      'decided',
      'applied',
      'decided',
      'applied',
    ])
  })

  test('tells everything that its fields lack', async () => {
    const [today, past] = [isoDay(Date.now()), isoDay(Date.now() - 5 * day)]
    expect(await refused({ paymentTermsDays: 121 })).toEqual([
      { pointer: '/paymentTermsDays', code: 'terms_too_long', params: { max: 120 } },
    ])
    expect(await refused({ amount: { amount: '1.005', currency: 'EUR' } })).toEqual([
      { pointer: '/amount/amount', code: 'too_many_decimals', params: { max: 2 } },
    ])
    expect(await refused({ amount: { amount: '1.5', currency: 'JPY' } })).toEqual([
      { pointer: '/amount/amount', code: 'no_decimals' },
    ])
    expect(await refused({ amount: { amount: '1', currency: 'ABC' } })).toEqual([
      { pointer: '/amount/currency', code: 'currency_unknown' },
    ])
    expect(await refused({ amount: { amount: '0', currency: 'EUR' } })).toEqual([
      { pointer: '/amount/amount', code: 'no_limit' },
    ])
    expect(await refused({ startsOn: today, endsOn: past })).toEqual([
      { pointer: '/endsOn', code: 'ends_before_starts' },
    ])
    expect(await refused({ endsOn: past })).toEqual([{ pointer: '/endsOn', code: 'ends_in_past' }])
    expect(await refused({ buyer: { name: 'X', country: 'ZZ' } })).toEqual([
      { pointer: '/buyer/country', code: 'country_unknown' },
    ])
    expect(await refused({ buyerId: 'mine' })).toEqual([{ pointer: '/buyer', code: 'one_buyer' }])
    expect(await refused({ buyer: null })).toEqual([{ pointer: '/buyerId', code: 'required' }])
    const several = { paymentTermsDays: 500, endsOn: past, buyer: { name: 'X', country: 'ZZ' } }
    expect(await refused(several)).toHaveLength(3)
  })

  test('is of what one sees: others’ policies and buyers, and what is not there, are not found', async () => {
    for (const special of [
      { policyId: othersPolicy },
      { policyId: 'none' },
      { buyer: null, buyerId: 'theirs' },
      { buyer: null, buyerId: 'known' },
      { buyer: null, buyerId: 'none' },
    ]) {
      const request = { token: reader.token, body: bodyOf(special) }
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await it.client.fail('servnetApply', 'not_found', request)
    }
  })

  test('one at a time for a buyer under a policy', async () => {
    const body = bodyOf({ buyer: null, buyerId: 'mine' })
    const request = { token: reader.token, body }
    await it.client.fail('servnetApply', 'application_pending', request)
    await grant('a-mine', { amount: '100' })
    await it.client.succeed('servnetApply', request)
  })

  test('a buyer that is known by its number is meant, however the number is written', async () => {
    const buyer = {
      name: 'Known, as I call it',
      country: 'BE',
      registrationNumber: 'BE 0202.239.951',
    }
    const applied = await apply({ buyer })
    expect(applied).toMatchObject({ buyerId: 'known', buyerName: 'Known NV' })
    // In another country it is another's.
    const other = await apply({ buyer: { ...buyer, country: 'NL' } })
    expect(other.buyerId).not.toBe('known')
    expect(Object.keys(other)).toEqual(Object.keys(applied))
  })

  test('the same name under the same policy is the same buyer', async () => {
    const { buyerId, id } = await apply({ buyer: { name: 'Émile & Fils', country: 'FR' } })
    await grant(id)
    const again = await apply({ buyer: { name: 'EMILE &  FILS', country: 'FR' } })
    expect(again.buyerId).toBe(buyerId)
  })

  test('sent twice it is one, and two at once are one', async () => {
    const count = async () => {
      const rows = it.portal.context.db.selectFrom('applications').select('id')
      return (await rows.where('policy_id', '=', policyId).execute()).length
    }
    const before = await count()
    const request = { token: reader.token, body: bodyOf(), headers: { 'idempotency-key': 'once' } }
    const first = await it.client.succeed('servnetApply', request)
    expect(await it.client.succeed('servnetApply', request)).toEqual(first)
    expect(await count()).toBe(before + 1)
    const buyer = { name: `Twice ${randomUUID()}`, country: 'BE', registrationNumber: '0403170701' }
    const send = () =>
      it.client.send('servnetApply', { token: reader.token, body: bodyOf({ buyer }) })
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 409])
    expect(await count()).toBe(before + 2)
  })

  test('turnover is declared in the policy’s currency once its period is over, the latest counts', async () => {
    const { token } = reader
    const body = { policyId, period: '2026-Q1', amount: { amount: '10.50', currency: 'EUR' } }
    const declare = (special: object) => ({ token, body: { ...body, ...special } })
    const refusedOf = async (special: object) =>
      (await it.client.fail('servnetDeclareTurnover', 'invalid_request', declare(special))).errors
    expect(await refusedOf({ amount: { amount: '1', currency: 'USD' } })).toEqual([
      { pointer: '/amount/currency', code: 'currency_of_policy', params: { currency: 'EUR' } },
    ])
    expect(await refusedOf({ period: isoDay(Date.now()).slice(0, 7) })).toEqual([
      { pointer: '/period', code: 'period_not_over' },
    ])
    await it.client.fail('servnetDeclareTurnover', 'not_found', declare({ policyId: othersPolicy }))
    await it.client.succeed('servnetDeclareTurnover', declare({}))
    it.pass(1000)
    await it.client.succeed(
      'servnetDeclareTurnover',
      declare({ amount: { amount: '11', currency: 'EUR' } }),
    )
    const { items } = await it.client.succeed('servnetDeclarations', { token })
    expect(items.map(({ amount, replaced }) => [amount.amount, replaced])).toEqual([
      ['11.00', false],
      ['10.50', true],
    ])
  })
})
