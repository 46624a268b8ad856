/** Buyers as a file: what the list has, as it was at one moment, made as fast as it is taken. */
/* oxlint-disable no-await-in-loop -- files follow one another */
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { exportBuyers } from '../../../src/portal/credit/buyer-export.ts'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import { keepPortfolioOf } from '../../../src/portal/credit/portfolios.ts'
import { textStreamSchema } from '../../../src/shared/contract/endpoint.ts'
import { buyerExportQuerySchema } from '../../../src/shared/contract/credit/buyers.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { day, startPortal, type TestPortal } from '../support/portal.ts'

const names = [
  '=HYPERLINK("http://x";"y")',
  '+32 Logistics',
  '-5 Degrees',
  '@Home NV',
  'Two\nLines; "quoted"',
]
const count = 450
const tableSchema = z.array(z.record(z.string(), z.string()))
const tableOf = (file: string, delimiter: string) =>
  tableSchema.parse(parse(file, { bom: true, columns: true, delimiter }))

describe.each(databaseKinds)('buyers as a file, on %s', (kind) => {
  let it: TestPortal
  let policies: string[]
  let reader: TestPerson
  beforeAll(async () => {
    it = await startPortal(kind)
    policies = await addTestPolicies(it, ['EUR', 'EUR'])
    reader = await addReader(it, policies)
    await addBuyers(0, count)
    await keepPortfolioOf(it.portal.context, reader.id)
  })
  afterAll(() => it.stop())

  async function addBuyers(first: number, number: number): Promise<void> {
    const { context } = it.portal
    const now = context.now()
    const ids = Array.from({ length: number }, (_, at) => `e${String(first + at).padStart(4, '0')}`)
    await context.db.transaction().execute((db) =>
      recordFacts(db, context, {
        buyers: ids.map((id, at) => testBuyer(id, { name: names[first + at] ?? `Buyer ${id}` })),
        decisions: ids.map((buyer_id) => ({
          id: `${buyer_id}d`,
          policy_id: policies[0] ?? '',
          buyer_id,
          initiated_by: 'customer',
          applied: 1_234_50,
          granted: 1_234_50,
          currency: 'EUR',
          decided_at: now - 2 * day,
          effective_on: '2020-01-01',
        })),
      }),
    )
  }

  const send = (query: Record<string, string> = {}, token = reader.token) =>
    it.client.send('insightsBuyersExport', { token, query })

  test('have every buyer of the list, in its order, with no formula among them', async () => {
    const response = await send({ language: 'fr', sort: '-name' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    const rows = tableOf(new TextDecoder().decode(bytes), ';')
    expect(rows).toHaveLength(count)
    const first = await it.client.succeed('insightsBuyers', {
      token: reader.token,
      query: { sort: '-name', limit: '200' },
    })
    expect(rows.slice(0, 200).map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
    expect(rows[0]).toMatchObject({ totalCld: '1234,50', currency: 'EUR' })
    for (const { name = '' } of rows) expect(name).not.toMatch(/^[=+\-@]|\n/)
  })

  test('are narrowed as the list is, and written as the language has it', async () => {
    const rows = tableOf(await (await send({ language: 'en', q: 'logistics' })).text(), ',')
    expect(rows).toMatchObject([{ name: "'+32 Logistics", totalCld: '1234.50' }])
    expect(tableOf(await (await send({ policy: policies[1] ?? '' })).text(), ';')).toEqual([])
  })

  test('are nobody else’s', async () => {
    const [foreign = ''] = await addTestPolicies(it, ['EUR'])
    const query = { policy: foreign }
    await it.client.fail('insightsBuyersExport', 'not_found', { token: reader.token, query })
    const other = await addReader(it, [foreign])
    expect(tableOf(await (await send({}, other.token)).text(), ';')).toEqual([])
    const without = await addReader(it, policies, ['servnet'])
    await it.client.fail('insightsBuyersExport', 'forbidden', { token: without.token })
    await it.client.fail('insightsBuyersExport', 'unauthenticated')
  })

  test('are as they were when they were begun, whatever is written meanwhile', async () => {
    const viewer = { userId: reader.id, currency: 'EUR' }
    const query = buyerExportQuerySchema.parse({})
    const { signal } = new AbortController()
    const asked = { query, signal, language: 'fr' } as const
    const file = await exportBuyers(it.portal.context, viewer, asked)
    const parts: string[] = []
    for await (const part of file) {
      parts.push(part)
      // Behind the titles and the first buyers.
      if (parts.length === 2) {
        await addBuyers(count, 20)
        await write(it, { ratings: [{ id: 'late', buyer_id: 'e0449', rating: 77, rated_at: 1 }] })
      }
    }
    const rows = tableOf(parts.join(''), ';')
    expect(rows).toHaveLength(count)
    expect(rows.find(({ id }) => id === 'e0449')?.['rating']).toBe('')
    expect(parts.length).toBeGreaterThan(3)
  })

  test('end for who has hung up, and leave nothing open', async () => {
    const closed = vi.fn<() => void>()
    const { context } = it.portal
    const watched = {
      ...context,
      openSnapshot: async () => {
        const { db, close } = await context.openSnapshot()
        return { db, close: () => close().finally(closed) }
      },
    }
    const gone = new AbortController()
    const asked = {
      query: buyerExportQuerySchema.parse({}),
      signal: gone.signal,
      language: 'fr',
    } as const
    const viewer = { userId: reader.id, currency: 'EUR' }
    // More of them than there are connections for.
    for (let time = 1; time <= 4; time += 1) {
      const file = await exportBuyers(watched, viewer, asked)
      for await (const part of file) if (part.length > 0 && !part.includes('totalCld')) break
      expect(closed).toHaveBeenCalledTimes(time)
    }
    gone.abort()
    const rest = await text(await exportBuyers(watched, viewer, asked))
    expect(tableOf(rest, ';').length).toBeLessThan(count)
    expect(closed).toHaveBeenCalledTimes(5)
    expect(textStreamSchema.safeParse({}).success).toBe(false)
  })
})
