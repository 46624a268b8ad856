/** What several do with the portfolio at once: nothing twice, nothing missed, nobody waits for ever. */
/* oxlint-disable no-await-in-loop -- pages and facts follow one another */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grant, withdraw } from '../../../src/portal/admin/access.ts'
import {
  importPortfolio,
  readTable,
} from '../../../src/portal/admin/portfolio-import/import-portfolio.ts'
import { findOrAddBuyer } from '../../../src/portal/credit/described-buyers.ts'
import { noteMoved } from '../../../src/portal/credit/concerned.ts'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import { positionIdOf } from '../../../src/portal/credit/position.ts'
import { decideApplication, reduceLimit } from '../../../src/portal/credit/underwriting.ts'
import { verifyFigures } from '../../../src/portal/credit/verify-figures.ts'
import { lockRows } from '../../../src/portal/platform/db/prepare.ts'
import { databaseKinds } from '../support/databases.ts'
import { across } from '../support/meanwhile.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { minute, startPortal, type TestPortal } from '../support/portal.ts'

const described = (registrationNumber: string) => ({
  name: 'Nobody Yet NV',
  country: 'BE',
  registrationNumber,
})

describe.each(databaseKinds)('at once, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const now = () => it.portal.context.now()
  const sendApplication = ({ token }: TestPerson, policyId: string, buyer: object) =>
    it.client.send('servnetApply', {
      token,
      body: {
        policyId,
        buyer,
        amount: { amount: '1000', currency: 'EUR' },
        paymentTermsDays: 30,
      },
    })
  const buyersWith = async (key: string) => {
    const rows = it.portal.context.db.selectFrom('buyers').select('id')
    return (await rows.where('registration_key', 'like', `%${key}`).execute()).map(({ id }) => id)
  }

  test('two who apply for the same unknown buyer under their own policies mean one', async () => {
    const { context } = it.portal
    const [one = '', other = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    const reader = await addReader(it, [one])
    const response = await across(
      context,
      (db) => findOrAddBuyer(db, context, other, described('BE 0403.170.701')),
      () => sendApplication(reader, one, described('0403170701')),
    )
    expect(response.status).toBe(201)
    expect(await buyersWith('0403170701')).toHaveLength(1)
    const many = ['0417497106', 'BE0417497106', '0417.497.106', '0417 497 106', 'be 0417497106']
    const policies = await addTestPolicies(
      it,
      many.map(() => 'EUR'),
    )
    const everybody = await addReader(it, policies)
    const answers = await Promise.all(
      many.map((number, index) =>
        sendApplication(everybody, policies[index] ?? '', described(number)),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(many.map(() => 201))
    expect(await buyersWith('0417497106')).toHaveLength(1)
  })

  test('an import and who applies for the same unknown buyer mean one, whoever comes first', async () => {
    const { context } = it.portal
    const [own = '', others = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    const reader = await addReader(it, [own])
    const imported = async (number: string) => {
      const columns = 'policy;name;country;registration_number;applied;applied_on;currency'
      const row = `${others};Nobody Yet NV;BE;${number};1000;2026-01-15;EUR`
      const table = await readTable(new TextEncoder().encode(`${columns}\n${row}`))
      const unsaid = { decimalSign: null, dayOrder: null }
      return importPortfolio(context, table, { told: unsaid, kept: unsaid, isTrial: false })
    }
    const { buyers } = await across(
      context,
      (db) => findOrAddBuyer(db, context, own, described('BE 0428.759.497')),
      () => imported('0428759497'),
    )
    expect(buyers).toBe(0)
    expect(await buyersWith('0428759497')).toHaveLength(1)
    const numbers = ['0464269874', '0402206045', '0404616494', '0403199702']
    const answers = await Promise.all(
      numbers.flatMap((number) => [
        imported(number).then(() => 201),
        sendApplication(reader, own, described(number)).then(({ status }) => status),
      ]),
    )
    expect(new Set(answers)).toEqual(new Set([201]))
    for (const number of numbers) expect(await buyersWith(number)).toHaveLength(1)
  })

  test('a fact that is being written while its policy is granted is not missed', async () => {
    const { context } = it.portal
    const [policy = ''] = await addTestPolicies(it, ['EUR'])
    const [own = ''] = await addTestPolicies(it, ['EUR'])
    const { id, username, token } = await addReader(it, [own])
    await context.db
      .updateTable('users')
      .set((row) => ({
        organisation_id: row
          .selectFrom('policies')
          .select('organisation_id')
          .where('id', '=', policy),
      }))
      .where('id', '=', id)
      .execute()
    const pair = { policy_id: policy, buyer_id: `late-${policy}` }
    const isGranted = async () => {
      const grants = context.db.selectFrom('policy_grants').select('policy_id')
      const granted = grants.where('policy_id', '=', policy).where('user_id', '=', id)
      return (await granted.executeTakeFirst()) !== undefined
    }
    const read = async () => {
      await expect.poll(isGranted).toBe(true)
      const { items } = await it.client.succeed('servnetCreditLimits', { token })
      const { nextCursor } = await it.client.succeed('changes', { token, query: { limit: '200' } })
      return { seen: items.some(({ buyerId }) => buyerId === pair.buyer_id), since: nextCursor }
    }
    let reading: ReturnType<typeof read> | undefined
    await across(
      context,
      async (db) => {
        const applications = [applicationOf(`late-${policy}`, pair, now())]
        await recordFacts(db, context, { buyers: [testBuyer(pair.buyer_id)], applications })
        const [policyId, buyerId, limitId] = [policy, pair.buyer_id, positionIdOf(pair)]
        await noteMoved(db, context, [{ policyId, buyerId, limitId }])
      },
      async () => {
        reading = read()
        await grant(context, username, { policies: [policy] })
      },
      async () => {
        // Where it is granted by now, it is read before the fact is there.
        if (kind === 'PostgreSQL' && (await isGranted())) await reading
      },
    )
    const { seen, since } = (await reading) ?? (await read())
    // Whoever read too early to see it is told of it later.
    const { items } = await it.client.succeed('changes', { token, query: { since } })
    expect(seen || items.some((one) => one.id === positionIdOf(pair))).toBe(true)
  })

  test('a limit is reduced while its buyer is written, and neither waits for the other for ever', async () => {
    const { context } = it.portal
    const [policyId = ''] = await addTestPolicies(it, ['EUR'])
    const buyerId = `held-${policyId}`
    const pair = { policy_id: policyId, buyer_id: buyerId }
    const first = applicationOf(`first-${policyId}`, pair, now() - minute)
    await write(it, { buyers: [testBuyer(buyerId)], applications: [first] })
    await decideApplication(context, { applicationId: first.id, grant: 'all' })
    const second = applicationOf(`second-${policyId}`, pair, now())
    const { after } = await across(
      context,
      (db) =>
        lockRows(db, db.selectFrom('buyers').select('id').where('id', '=', buyerId)).execute(),
      () => reduceLimit(context, { policyId, buyerId, amount: '1', atOnce: true }),
      (db) => recordFacts(db, context, { applications: [second] }),
    )
    expect(after).toMatchObject({ granted: 100, pending_id: second.id })
  })

  /** Buyers of `policy`, each with an application, named so that they come by their numbers. */
  const addMany = async (policy: string, numbers: readonly number[]) => {
    const ids = numbers.map((number) => `many-${String(number).padStart(3, '0')}-${policy}`)
    await write(it, {
      buyers: ids.map((id) => testBuyer(id)),
      applications: ids.map((id, index) =>
        applicationOf(`a-${id}`, { policy_id: policy, buyer_id: id }, now() - index, {
          amount: 1000 + ((index * 37) % 50),
        }),
      ),
    })
    return ids
  }
  const evens = Array.from({ length: 30 }, (_, index) => index * 2)

  test.each([
    ['servnetCreditLimits', 'buyer'],
    ['servnetCreditLimits', '-granted'],
    ['insightsBuyers', 'name'],
    ['insightsBuyers', '-total_cld'],
    ['servnetApplications', null],
  ] as const)(
    '%s by %s has no row twice and misses none, whatever comes and goes',
    async (name, sort) => {
      const [stays = '', goes = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
      const { username, token } = await addReader(it, [stays, goes])
      const kept = await addMany(stays, evens)
      await addMany(goes, evens)
      const seen: string[] = []
      let cursor: string | null = null
      for (let page = 0; page === 0 || cursor !== null; page += 1) {
        const query: Record<string, string> = {
          limit: '7',
          ...(sort !== null && { sort }),
          ...(cursor !== null && { cursor }),
        }
        const answer: {
          items: readonly { id: string; buyerId?: string }[]
          nextCursor: string | null
        } = await it.client.succeed(name, { token, query })
        seen.push(...answer.items.map((one) => one.buyerId ?? one.id))
        cursor = answer.nextCursor
        // Before where one has come to, and behind it.
        if (page < 4) await addMany(stays, [page * 2 + 1, 59 - page * 2])
        if (page === 1) await withdraw(it.portal.context, username, { policies: [goes] })
      }
      expect(seen).toHaveLength(new Set(seen).size)
      expect(kept.filter((one) => !seen.includes(one))).toEqual([])
    },
  )

  test('figures that are checked while others write differ nowhere but where they really do', async () => {
    const { context } = it.portal
    const [policy = ''] = await addTestPolicies(it, ['EUR'])
    await addMany(policy, [0])
    const found: string[] = []
    const verify = () =>
      verifyFigures(context, ({ figure, policies }) => found.push(`${policies.join()} ${figure}`))
    let written = 100
    const busily = async (work: () => Promise<unknown>) => {
      const before = written
      const state = { isOver: false }
      const over = work().finally(() => {
        state.isOver = true
      })
      do await addMany(policy, [(written += 1)])
      while (!state.isOver)
      await over
      expect(written).toBeGreaterThan(before)
    }
    await busily(verify)
    expect(found).toEqual([])
    await context.db
      .updateTable('positions')
      .set({ pending_amount: 7 })
      .where('policy_id', '=', policy)
      .where('buyer_id', 'like', 'many-000-%')
      .execute()
    await busily(verify)
    expect(found).toEqual([`${policy} positions.pending_amount`])
  })
})
