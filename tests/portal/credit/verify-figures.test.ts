/** verify-figures: what is kept and is not what the facts come to is named, each by itself. */
import { expect, test } from 'vitest'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import { verifyFigures } from '../../../src/portal/credit/verify-figures.ts'
import { databaseKinds } from '../support/databases.ts'
import { addTestPolicies, testBuyer } from '../support/portfolio.ts'
import { startPortal } from '../support/portal.ts'

const now = Date.UTC(2026, 10, 29, 12)
const day = 86_400_000
const dayAt = (age: number) => new Date(now - age * day).toISOString().slice(0, 10)

test.each(databaseKinds)('each sum that was tampered with is named, on %s', async (kind) => {
  const it = await startPortal(kind, { clock: () => now })
  const { db } = it.portal.context
  const [policy = ''] = await addTestPolicies(it, ['EUR'])
  await it.portal.context.db.transaction().execute((transaction) =>
    recordFacts(transaction, it.portal.context, {
      buyers: [testBuyer('tampered')],
      ratings: [
        { id: 'tr1', buyer_id: 'tampered', rating: 20, rated_at: now - 40 * day },
        { id: 'tr2', buyer_id: 'tampered', rating: 45, rated_at: now - 10 * day },
      ],
      decisions: [
        {
          id: 'td1',
          policy_id: policy,
          buyer_id: 'tampered',
          application_id: null,
          initiated_by: 'customer',
          applied: 9_007_199_254_740_991,
          granted: 9_007_199_254_740_991,
          currency: 'EUR',
          decided_at: now - 20 * day,
          effective_on: dayAt(20),
        },
      ],
    }),
  )
  const foundBy = async () => {
    const found: string[] = []
    await verifyFigures(it.portal.context, ({ policies, figure, day: on, kept, recomputed }) => {
      // The demonstration was brought along by this computer's clock, which may be ahead of this portal's.
      if (!policies.includes(policy)) return
      found.push([policies.join(), figure, on, kept, recomputed].join(' '))
    })
    return found
  }
  expect(await foundBy()).toEqual([])
  await db
    .updateTable('figure_days')
    .set({ cld: 1 })
    .where('period', '=', dayAt(20))
    .where('scope_id', '=', policy)
    .execute()
  await db
    .updateTable('figure_months')
    .set({ decisions: 7 })
    .where('scope_id', '=', policy)
    .where('period', '=', '2026-11')
    .execute()
  await db
    .updateTable('scope_days')
    .set({ buyers: 3 })
    .where('scope_id', '=', policy)
    .where('day', '=', dayAt(20))
    .execute()
  await db.updateTable('positions').set({ in_force: 5 }).where('policy_id', '=', policy).execute()
  await db
    .updateTable('rating_rises')
    .set({ rise: 4 })
    .where('policy_id', '=', policy)
    .where('span', '=', '2026-11/2')
    .execute()
  expect(await foundBy()).toEqual([
    `${policy} positions.in_force  5 9007199254740991`,
    `${policy} figure_days.cld ${dayAt(20)} 1 9007199254740991`,
    `${policy} figure_months.decisions 2026-11 7 1`,
    `${policy} scope_days.buyers ${dayAt(20)} 3 1`,
    `${policy} rating_rises.rise  4 25`,
  ])
  await it.stop()
})
