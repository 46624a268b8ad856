/** Entering a case: what is taken, what is refused and where, and that no invoice is claimed twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addStep } from '../../../src/portal/collectnet/collecting.ts'
import type { CaseRequest } from '../../../src/shared/contract/collectnet/cases.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { minute, startPortal, type TestPortal } from '../support/portal.ts'

describe.each(databaseKinds)('entering a case, on %s', (database) => {
  let it: TestPortal
  let reader: TestPerson
  let [policy, other] = ['', '']
  let numbers = 0
  beforeAll(async () => {
    it = await startPortal(database)
    ;[policy = '', other = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    reader = await addReader(it, [policy], ['servnet', 'collectnet'])
    const at = it.portal.context.now() - minute
    await write(it, {
      buyers: [testBuyer('known'), testBuyer('theirs')],
      applications: [
        applicationOf('a1', { policy_id: policy, buyer_id: 'known' }, at),
        applicationOf('a2', { policy_id: other, buyer_id: 'theirs' }, at),
      ],
    })
  })
  afterAll(() => it.stop())

  const invoice = (changes: Partial<CaseRequest['invoices'][number]> = {}) => ({
    number: `N-${(numbers += 1)}`,
    issuedOn: '2026-05-01',
    dueOn: '2026-06-01',
    amount: '100.50',
    ...changes,
  })
  const request = (changes: Partial<CaseRequest> = {}): CaseRequest => ({
    policyId: policy,
    buyerId: 'known',
    currency: 'EUR',
    invoices: [invoice()],
    ...changes,
  })
  const enter = (body: CaseRequest) =>
    it.client.succeed('collectnetEnterCase', { token: reader.token, body })
  const refused = (code: 'case_exists' | 'not_found' | 'invalid_request', body: unknown) =>
    it.client.fail('collectnetEnterCase', code, { token: reader.token, body })

  test('opens it with its sums, its remarks and its first step, and tells who sees it', async () => {
    const { nextCursor: since } = await it.client.succeed('changes', { token: reader.token })
    const invoices = [invoice(), invoice({ amount: '0.01', dueOn: '2026-05-20' })]
    const entered = await enter(request({ invoices, remarks: ' Contesté ' }))
    expect(entered).toMatchObject({
      status: 'open',
      claimed: { amount: '100.51', currency: 'EUR' },
      recovered: { amount: '0.00' },
      outstanding: { amount: '100.51' },
      oldestDueOn: '2026-05-20',
      remarks: 'Contesté',
      course: [{ kind: 'opened' }],
    })
    const told = await it.client.succeed('changes', { token: reader.token, query: { since } })
    expect(told.items).toContainEqual(
      expect.objectContaining({ resource: 'cases', id: entered.id }),
    )
  })

  test('of an invoice that an open case has is refused with that case, until it is closed', async () => {
    const first = await enter(request({ invoices: [invoice({ number: 'Réf-9' }), invoice()] }))
    const again = request({ invoices: [invoice(), invoice({ number: '  réf-9\u200b' })] })
    const problem = await refused('case_exists', again)
    expect(problem.errors).toEqual([
      { pointer: '', code: 'case_exists', params: { caseId: first.id, number: 'Réf-9' } },
    ])
    await addStep(it.portal.context, first.id, { kind: 'closed' })
    expect((await enter(again)).id).not.toBe(first.id)
  })

  test('twice at once is one case', async () => {
    const body = request({ invoices: [invoice({ number: 'AT-ONCE' })] })
    const answers = await Promise.all(
      [1, 2, 3].map(() => it.client.send('collectnetEnterCase', { token: reader.token, body })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2)
  })

  test('a buyer that is described twice is the same one', async () => {
    const buyer = { name: 'Boulangerie Étoile', country: 'BE' }
    const one = await enter(request({ buyerId: null, buyer }))
    const typed = { ...buyer, name: 'BOULANGERIE etoile' }
    const two = await enter(request({ buyerId: null, buyer: typed }))
    expect(two.buyerId).toBe(one.buyerId)
    // It has no limit, and is known by its case from then on.
    expect((await enter(request({ buyerId: one.buyerId }))).buyerName).toBe(buyer.name)
  })

  test.each([
    [{ dueOn: '2026-04-30' }, '/invoices/1/dueOn', 'due_before_issue'],
    [{ issuedOn: '2999-01-01', dueOn: '2999-01-02' }, '/invoices/1/issuedOn', 'issued_in_future'],
    [{ amount: '0.00' }, '/invoices/1/amount', 'amount_zero'],
    [{ amount: '1.005' }, '/invoices/1/amount', 'too_many_decimals'],
  ] as const)('%o is refused at its own field', async (changes, pointer, code) => {
    const invoices = [invoice(), invoice(changes)]
    const problem = await refused('invalid_request', request({ invoices }))
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, code })])
  })

  test('all that is wrong is said at once, of every invoice', async () => {
    const [one, two] = [invoice({ amount: '0' }), invoice({ dueOn: '2020-01-01' })]
    const twice = invoice({ number: one.number.toLowerCase() })
    const problem = await refused('invalid_request', request({ invoices: [one, two, twice] }))
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/invoices/0/amount', 'amount_zero'],
      ['/invoices/1/dueOn', 'due_before_issue'],
      ['/invoices/2/number', 'invoice_twice'],
    ])
  })

  test.each([
    ['a policy of others', { policyId: 'other' }, 'not_found'],
    ['a buyer of others', { buyerId: 'theirs' }, 'not_found'],
    ['nobody', { buyerId: null }, 'invalid_request'],
    ['no invoice', { invoices: [] }, 'invalid_request'],
    ['a currency that there is not', { currency: 'XQX' }, 'invalid_request'],
  ] as const)('%s is refused', async (_name, changes, code) => {
    const asked = { ...request(), ...changes }
    await refused(code, asked.policyId === 'other' ? { ...asked, policyId: other } : asked)
  })

  test('two hundred invoices are one case, exactly summed', async () => {
    const invoices = Array.from({ length: 200 }, () => invoice({ amount: '99999999999.99' }))
    const entered = await enter(request({ invoices }))
    expect(entered.claimed.amount).toBe('19999999999998.00')
    await refused('invalid_request', request({ invoices: [...invoices, invoice()] }))
    // As many problems as an answer can name.
    const wrong = Array.from({ length: 200 }, () => invoice({ amount: 'much' }))
    const problem = await refused('invalid_request', request({ invoices: wrong }))
    expect(problem.errors).toHaveLength(100)
  })
})
