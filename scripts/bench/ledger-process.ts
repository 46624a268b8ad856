/**
 * A process that opens a ledger in a filled store, as the app does, and says how long that took, what memory,
 * and for how long main's thread was held at the longest: by itself, so that nothing else has grown before.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { success } from '../../src/shared/contract/result.ts'
import type { CreditLimit } from '../../src/shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../src/shared/contract/credit/policies.ts'
import { customerFiltersSchema } from '../../src/shared/contract/servnet/ledger-customers.ts'
import type { SecretName } from '../../src/main/platform/secrets/os-keychain.ts'
import { limitsList, policiesList } from '../../src/main/services/credit/credit-lists.ts'
import { indexOfLimit } from '../../src/main/services/credit/credit-windows.ts'
import { createExposureService } from '../../src/main/services/servnet/exposure/exposure-service.ts'
import { createDocuments } from '../../src/main/store/documents.ts'
import { fillList } from '../../src/main/store/list-fillings.ts'
import type { PersonStore } from '../../src/main/store/store.ts'
import { createTableReader } from '../../src/main/tables/table-reader.ts'
import type { List } from '../../src/main/resources/list.ts'
import { storesIn } from './offline-bench.ts'
import { owner } from './portfolio-app-bench.ts'

const secretName = z.custom<SecretName>((name) => typeof name === 'string')
const taskSchema = z.object({
  folder: z.string(),
  entries: z.array(z.tuple([secretName, z.string()])),
  file: z.string(),
})

/** Milliseconds and bytes. */
export const openedSchema = z.object({
  opened: z.number(),
  shown: z.number(),
  processor: z.number(),
  longestHold: z.number(),
  idle: z.number(),
  peak: z.number(),
  lines: z.number(),
  known: z.number(),
  removed: z.number(),
})
export type Opened = z.infer<typeof openedSchema>

const freshness = { fetchedAt: '', stale: false, refreshing: false }
const policy: Policy = {
  id: 'policy-1',
  name: 'Policy',
  currency: 'EUR',
  country: 'BE',
  mepDays: 60,
  graceDays: 30,
  maximumTermsDays: 120,
  reportWithinDays: 30,
}

function limitOf(index: number): CreditLimit {
  const granted = { amount: `${10_000 + index}.00`, currency: 'EUR' }
  return {
    id: `limit-${index}`,
    policyId: policy.id,
    buyerId: `buyer-${index}`,
    buyerName: `Buyer ${index}`,
    country: 'BE',
    applied: granted,
    granted,
    status: 'accepted',
    initiatedBy: 'customer',
    appliedAt: '2026-01-01T00:00:00Z',
    decidedAt: '2026-01-02T00:00:00Z',
    effectiveOn: null,
    endsOn: null,
    inForce: granted,
    reason: null,
    paymentTermsDays: 30,
    conditions: null,
    pending: null,
  }
}

/** One for each of the buyers of whom the ledger tells. */
export async function fillLimits({ db }: PersonStore, count: number): Promise<void> {
  const filling = await fillList(db, limitsList.name)
  const limits = Array.from({ length: count }, (_none, index) => limitOf(index))
  await filling.add(
    limits.map((item) => ({ id: item.id, fold: '', item, index: indexOfLimit(item) })),
  )
  await filling.finish(0)
}

const nothing = () => undefined
const sampledEveryMs = 2

async function measure({ folder, entries, file }: z.infer<typeof taskSchema>): Promise<Opened> {
  const store = storesIn(folder, new Map(entries))()
  await store.openFor(owner)
  const person = await store.of(owner)
  if (person === null) throw new Error('The store is not open.')
  const service = createExposureService({
    session: {
      view: () => ({
        kind: 'ready',
        user: { username: owner, displayName: owner, language: 'fr', services: ['servnet'] },
      }),
    },
    resources: {
      pickRows: async <Item>(list: List<Item>) => {
        const items = list.name === policiesList.name ? list.show([policy], []) : []
        return success({ items, isWhole: true, freshness })
      },
      inStore: async (work) => success(await work(person.db, person)),
      revisionOf: () => 1,
    },
    documents: createDocuments(store, nothing),
    tables: createTableReader(new URL('../../src/main/tables/table-worker.ts', import.meta.url)),
    askWhichTable: async () => file,
    askWhereToSave: async () => join(folder, 'days.ics'),
    language: () => 'fr',
    ratesOfDay: async () => ({ rates: new Map(), ratesOf: null }),
    preferredCurrency: async () => 'EUR',
    onLedgerChanged: nothing,
    now: Date.now,
  })
  globalThis.gc?.()
  const idle = process.memoryUsage.rss()
  let [peak, longestHold, last] = [idle, 0, performance.now()]
  const sampling = setInterval(() => {
    const now = performance.now()
    longestHold = Math.max(longestHold, now - last - sampledEveryMs)
    last = now
    peak = Math.max(peak, process.memoryUsage.rss())
  }, sampledEveryMs)
  const [before, worked] = [performance.now(), process.cpuUsage()]
  const { view } = dataOf(await service.open({}))
  const opened = performance.now() - before
  const filters = customerFiltersSchema.parse({})
  dataOf(await service.customers({ offset: 0, limit: 100, filters }))
  const shown = performance.now() - before
  const { user, system } = process.cpuUsage(worked)
  const [held, processor] = [longestHold, (user + system) / 1_000]
  const start = performance.now()
  dataOf(await service.remove({}))
  const removed = performance.now() - start
  clearInterval(sampling)
  await store.close()
  const totals = view?.totals ?? null
  const known = (totals?.owed.customers ?? 0) - (totals?.unknown.customers ?? 0)
  const lines = view?.lines ?? 0
  return { opened, shown, processor, longestHold: held, idle, peak, lines, known, removed }
}

function dataOf<Data>(
  result: { readonly ok: true; readonly data: Data } | { readonly ok: false },
): Data {
  if (!result.ok) throw new Error('The ledger was not read.')
  return result.data
}

if (process.argv[1] === import.meta.filename) {
  const messages: readonly unknown[] = await once(process, 'message')
  process.send?.(await measure(taskSchema.parse(messages[0])))
  process.disconnect()
}
