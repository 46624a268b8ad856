/**
 * A process that writes all buyers of a store to a file, as the app does, and says what memory that took: by
 * itself, so that nothing else has grown its memory before.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { failure, success } from '../../src/shared/contract/result.ts'
import { createExportTable } from '../../src/main/services/credit/export/export-service.ts'
import { buyersWindow } from '../../src/main/services/credit/credit-lists.ts'
import { narrowedCases } from '../../src/main/services/collectnet/case-lists.ts'
import { buyerQueryOf } from '../../src/main/services/credit/credit-windows.ts'
import { buyerFiltersSchema } from '../../src/shared/contract/credit/buyers.ts'
import type { SecretName } from '../../src/main/platform/secrets/os-keychain.ts'
import { storesIn } from './offline-bench.ts'
import { owner, windowsOf } from './portfolio-app-bench.ts'

const secretName = z.custom<SecretName>((name) => typeof name === 'string')
const taskSchema = z.object({
  folder: z.string(),
  entries: z.array(z.tuple([secretName, z.string()])),
  format: z.enum(['xlsx', 'csv']),
})

/** Bytes, of the process that only shows the list, and at most while it wrote; and how long that took. */
export const measuredSchema = z.object({
  idle: z.number(),
  peak: z.number(),
  rows: z.number(),
  processorMs: z.number(),
})
export type Measured = z.infer<typeof measuredSchema>

const sampledEveryMs = 5
const rss = () => process.memoryUsage.rss()

async function measure(task: z.infer<typeof taskSchema>): Promise<Measured> {
  const { folder, entries, format } = task
  const store = storesIn(folder, new Map(entries))()
  await store.openFor(owner)
  const person = await store.of(owner)
  if (person === null) throw new Error('The store is not open.')
  const windows = windowsOf(person)
  // Whoever exports a list has looked at it.
  const query = buyerQueryOf(buyerFiltersSchema.parse({ country: 'BE' }))
  await windows.read(buyersWindow, query, { offset: 0, limit: 100 })
  const freshness = { fetchedAt: '', stale: false, refreshing: false }
  const exportTable = createExportTable({
    client: { call: async () => failure({ code: 'network_offline' }) },
    session: {
      authorized: async () => failure({ code: 'network_offline' }),
      view: () => ({ kind: 'signedOut', username: null, reason: 'none' }),
    },
    clients: { of: async () => success(null) },
    followedBatch: async () => failure({ code: 'not_found' }),
    narrowedCases,
    resources: {
      windows,
      pickRows: async () => failure({ code: 'network_offline' }),
      read: async () => failure({ code: 'network_offline' }),
      readPage: async () => success({ page: { items: [], nextCursor: null }, freshness }),
    },
    waitingApplications: async () => [],
    language: () => 'fr',
    askWhereToSave: async () => join(folder, `buyers.${format}`),
    now: Date.now,
  })
  // What reading the keys has left behind is not what the list takes.
  globalThis.gc?.()
  const idle = rss()
  let peak = idle
  const sampling = setInterval(() => {
    peak = Math.max(peak, rss())
  }, sampledEveryMs)
  const before = process.cpuUsage()
  const table = { kind: 'buyers', filters: buyerFiltersSchema.parse({}) } as const
  const written = await exportTable({ format, columns: null, table })
  const { user, system } = process.cpuUsage(before)
  clearInterval(sampling)
  await store.close()
  if (!written.ok || written.data.kind !== 'saved') throw new Error('It was not written.')
  return { idle, peak, rows: written.data.rows, processorMs: (user + system) / 1_000 }
}

if (process.argv[1] === import.meta.filename) {
  const messages: readonly unknown[] = await once(process, 'message')
  process.send?.(await measure(taskSchema.parse(messages[0])))
  process.disconnect()
}
