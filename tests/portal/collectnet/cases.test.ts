/** Cases of collection: who sees which, exact amounts, what the insurer enters, and who is told. */
/* oxlint-disable no-await-in-loop -- steps and pages follow one another */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import { addStep, type NewStep } from '../../../src/portal/collectnet/collecting.ts'
import { typed } from '../support/command.ts'
import { openTestCase } from '../support/cases.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { minute, startPortal, type TestPortal } from '../support/portal.ts'

const cents = (amount: string) => BigInt(amount.replace('.', ''))

describe.each(databaseKinds)('cases of collection, on %s', (database) => {
  let it: TestPortal
  let reader: TestPerson
  let [policy, other, japanese] = ['', '', '']
  let cases = 0
  beforeAll(async () => {
    it = await startPortal(database)
    ;[policy = '', other = '', japanese = ''] = await addTestPolicies(it, ['EUR', 'EUR', 'JPY'])
    reader = await addReader(it, [policy, japanese], ['collectnet'])
    await write(it, {
      buyers: [testBuyer('frit', { name: 'Friterie L’Étoile' }), testBuyer('glace')],
    })
  })
  afterAll(() => it.stop())

  const number = () => `F-${(cases += 1)}`
  const invoiceOf = (units: bigint, dueOn = '2026-07-01') => {
    return { number: number(), issuedOn: '2026-06-01', dueOn, units }
  }
  const read = (id: string) =>
    it.client.succeed('collectnetCase', { token: reader.token, params: { id } })
  const list = async (query: Readonly<Record<string, string>> = {}) => {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const asked: Readonly<Record<string, string>> =
        cursor === '' ? { ...query, limit: '2' } : { ...query, limit: '2', cursor }
      const page = await it.client.succeed('collectnetCases', { token: reader.token, query: asked })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    return ids
  }

  test('of another policy are not there, and of none once it is withdrawn', async () => {
    const theirs = await openTestCase(it, { policyId: other, buyerId: 'frit' })
    const own = await openTestCase(it, { policyId: policy, buyerId: 'frit' })
    expect(await list()).toEqual([own])
    const { token } = reader
    await it.client.fail('collectnetCase', 'not_found', { token, params: { id: theirs } })
    await it.client.fail('collectnetCases', 'not_found', { token, query: { policy: other } })
    const leaving = await addReader(it, [policy], ['collectnet'])
    await withdrawPolicies(it.portal.context.db, leaving.id, [policy])
    const gone = { token: leaving.token, params: { id: own } }
    await it.client.fail('collectnetCase', 'not_found', gone)
    const { items } = await it.client.succeed('collectnetCases', { token: leaving.token })
    expect(items).toEqual([])
    const stranger = await addReader(it, [policy], ['servnet', 'insights'])
    const problem = await it.client.fail('collectnetCases', 'forbidden', { token: stranger.token })
    expect(problem.service).toBe('collectnet')
  })

  test('are listed newest first in pages, by status, by policy, by words and by invoice', async () => {
    const old = await openTestCase(it, {
      policyId: japanese,
      buyerId: 'glace',
      currency: 'JPY',
      invoices: [{ ...invoiceOf(500n), number: 'RÉF/2026-77' }],
    })
    it.pass(minute)
    const young = await openTestCase(it, { policyId: policy, buyerId: 'frit' })
    const all = await list()
    expect(all[0]).toBe(young)
    expect(all).toContain(old)
    expect(new Set(all).size).toBe(all.length)
    expect(await list({ policy: japanese })).toEqual([old])
    for (const q of ['ref/2026 77', '77', 'GLA']) expect(await list({ q })).toEqual([old])
    expect(await list({ q: 'letoile' })).not.toContain(old)
    expect(await list({ q: 'letoile' })).toContain(young)
    await addStep(it.portal.context, old, { kind: 'legal_action' })
    expect(await list({ status: 'legal' })).toEqual([old])
    for (const q of ["' or 1=1 --", '%', '_', '株'])
      expect(await list({ q, status: 'legal' })).toEqual(q === '%' || q === '_' ? [old] : [])
  })

  test('their amounts are exact, beyond what a number holds, and in a currency without decimals', async () => {
    const large = 9_007_199_254_740_991n
    const id = await openTestCase(it, {
      policyId: policy,
      buyerId: 'frit',
      invoices: [invoiceOf(large), invoiceOf(large), invoiceOf(1n)],
    })
    expect(await read(id)).toMatchObject({
      claimed: { amount: '180143985094819.83', currency: 'EUR' },
      outstanding: { amount: '180143985094819.83' },
      recovered: { amount: '0.00' },
    })
    const yen = await openTestCase(it, {
      policyId: japanese,
      buyerId: 'frit',
      currency: 'JPY',
      invoices: [invoiceOf(1_500n)],
    })
    await addStep(it.portal.context, yen, { kind: 'payment_received', amount: '1499' })
    expect(await read(yen)).toMatchObject({ outstanding: { amount: '1', currency: 'JPY' } })
  })

  test('what was paid is shared out, and nothing is lost or paid twice', async () => {
    const { context } = it.portal
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt({ min: 1n, max: 5_000n }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.bigInt({ min: 1n, max: 6_000n }), { maxLength: 5 }),
        async (invoices, payments) => {
          const id = await openTestCase(it, {
            policyId: policy,
            buyerId: 'frit',
            invoices: invoices.map((units, index) => invoiceOf(units, `2026-07-0${9 - index}`)),
          })
          const claimed = invoices.reduce((sum, units) => sum + units, 0n)
          let paid = 0n
          for (const units of payments) {
            const amount = `${units / 100n}.${String(units % 100n).padStart(2, '0')}`
            const isRefused = paid + units > claimed
            const entering = addStep(context, id, { kind: 'payment_received', amount })
            if (isRefused) await expect(entering).rejects.toThrow(/Open of it/)
            else await entering
            paid += isRefused ? 0n : units
          }
          const one = await read(id)
          expect(cents(one.claimed.amount)).toBe(claimed)
          expect(cents(one.recovered.amount)).toBe(paid)
          expect(cents(one.outstanding.amount)).toBe(claimed - paid)
          expect(one.course.filter(({ kind }) => kind === 'payment_received')).toHaveLength(
            one.course.length - 1,
          )
          // The first that was due is paid first: only one can be paid in part.
          const open = one.invoices.map(({ amount, paid: part }) => {
            return cents(amount.amount) - cents(part.amount)
          })
          const firstOpen = open.findIndex((units) => units > 0n)
          const behind = one.invoices.slice(firstOpen + 1)
          if (firstOpen >= 0)
            expect(behind.every(({ paid: p }) => cents(p.amount) === 0n)).toBe(true)
          expect(open.every((units) => units >= 0n)).toBe(true)
        },
      ),
      { numRuns: 8, seed: 40 },
    )
  })

  test('the insurer’s commands enter steps, payments and the end, each told to who sees the case', async () => {
    const id = await openTestCase(it, {
      policyId: policy,
      buyerId: 'frit',
      invoices: [{ ...invoiceOf(100_000n), number: 'F 1/a' }, invoiceOf(50_000n)],
    })
    const run = (...args: readonly string[]) => typed(it.place, ['case', ...args])
    const { nextCursor: since } = await it.client.succeed('changes', { token: reader.token })
    expect((await run('list')).out).toContain(id)
    const entered = [
      ['step', '--case', id, '--kind', 'reminder_sent', '--note', 'Par lettre'],
      ['step', '--case', id, '--kind', 'instalment_plan', '--amount', '500'],
      ['payment', '--case', id, '--amount', '1000.00', '--invoice', 'f 1/A'],
      ['payment', '--case', id, '--amount', '500'],
      ['close', '--case', id],
    ]
    for (const args of entered) expect((await run(...args)).code).toBe(0)
    for (const args of [
      ['close', '--case', id],
      ['payment', '--case', 'nobody’s', '--amount', '1'],
      ['payment', '--case', id, '--amount', '0'],
      ['step', '--case', id, '--kind', 'closed'],
    ])
      expect((await run(...args)).code).toBe(1)
    const one = await read(id)
    expect(one.status).toBe('recovered')
    expect(
      one.course.map(({ kind, amount, note }) => [kind, amount?.amount ?? null, note]),
    ).toEqual([
      ['opened', null, null],
      ['reminder_sent', null, 'Par lettre'],
      ['instalment_plan', '500.00', null],
      ['payment_received', '1000.00', null],
      ['payment_received', '500.00', null],
      ['closed', null, null],
    ])
    const told = await it.client.succeed('changes', { token: reader.token, query: { since } })
    expect(told.items).toContainEqual(
      expect.objectContaining({ resource: 'cases', id, deleted: false }),
    )
    expect(told.items.some(({ resource }) => resource === 'home')).toBe(false)
  })

  test.each([
    [{ kind: 'closed' }, 'closed'],
    [{ kind: 'legal_action' }, 'legal'],
    [{ kind: 'instalment_plan' }, 'instalments'],
    [{ kind: 'debtor_contacted' }, 'open'],
  ] as const satisfies readonly (readonly [NewStep, string])[])(
    '%o of what is outstanding leaves it %s',
    async (step, status) => {
      const id = await openTestCase(it, { policyId: policy, buyerId: 'frit' })
      await addStep(it.portal.context, id, step)
      expect((await read(id)).status).toBe(status)
    },
  )

  test('the demonstration has lively cases, for the two who are granted them', async () => {
    const { accessToken: token } = await it.signIn('jan.peeters')
    const { items } = await it.client.succeed('collectnetCases', { token, query: { limit: '50' } })
    expect(new Set(items.map(({ status }) => status)).size).toBe(5)
    const marie = (await it.signIn('marie.lambert')).accessToken
    const hers = await it.client.succeed('collectnetCases', { token: marie })
    expect(hers.items.map(({ buyerName }) => buyerName)).toContain('Festival des Glaces ASBL')
  })
})
