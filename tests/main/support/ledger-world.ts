/** A ledger's service on a real store, with buyers, limits and policies that a test says, and no portal. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { success } from '../../../src/shared/contract/result.ts'
import type { Buyer } from '../../../src/shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../../src/shared/contract/credit/policies.ts'
import { type ExposureView } from '../../../src/shared/contract/servnet/exposure.ts'
import {
  customerFiltersSchema,
  type CustomerFilters,
  type LedgerCustomer,
} from '../../../src/shared/contract/servnet/ledger-customers.ts'
import type { Language } from '../../../src/shared/languages.ts'
import type { List } from '../../../src/main/resources/list.ts'
import {
  buyersList,
  limitsList,
  policiesList,
} from '../../../src/main/services/credit/credit-lists.ts'
import { indexOfBuyer, indexOfLimit } from '../../../src/main/services/credit/credit-windows.ts'
import {
  createExposureService,
  type ExposureService,
} from '../../../src/main/services/servnet/exposure/exposure-service.ts'
import type { RowIndex } from '../../../src/main/store/lists.ts'
import { fillList } from '../../../src/main/store/list-fillings.ts'
import { createTableReader } from '../../../src/main/tables/table-reader.ts'
import { openStoreBench, type StoreBench } from './store-bench.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const owner = 'marie.lambert'

export type LedgerWorld = {
  readonly service: ExposureService
  readonly bench: StoreBench
  /** What is known of the portfolio from now on, as the portal would have told. */
  readonly know: (portfolio: {
    readonly buyers?: readonly Buyer[]
    readonly limits?: readonly CreditLimit[]
    readonly policies?: readonly Policy[]
  }) => Promise<void>
  /** Opens a ledger of this text, in the place of the one before. */
  readonly open: (text: string | Uint8Array, name?: string) => Promise<ExposureView>
  readonly view: () => Promise<ExposureView | null>
  readonly customers: (filters?: Partial<CustomerFilters>) => Promise<LedgerCustomer[]>
  readonly exportDays: (key?: string) => Promise<{ readonly days: number; readonly text: string }>
  /** What another run of the app finds. */
  readonly startAgain: () => Promise<void>
  readonly close: () => Promise<void>
  readonly state: {
    now: number
    currency: string | null
    rates: ReadonlyMap<string, string>
    language: Language
  }
  /** How often the page was told. */
  readonly told: () => number
}

const freshness = { fetchedAt: '', stale: false, refreshing: false }
const tables = createTableReader(
  new URL('../../../src/main/tables/table-worker.ts', import.meta.url),
)

export async function startLedgerWorld(stack: AsyncDisposableStack): Promise<LedgerWorld> {
  const folder = temporaryFolder(stack)
  const bench = openStoreBench(stack)
  const file = { path: join(folder, 'none.csv') }
  const state: LedgerWorld['state'] = {
    now: Date.parse('2026-11-30T09:00:00Z'),
    currency: 'EUR',
    rates: new Map(),
    language: 'fr',
  }
  let policies: readonly Policy[] = []
  let [revision, told] = [0, 0]
  let { store, documents } = await bench.start(owner)

  async function person() {
    const present = await store.of(owner)
    if (present === null) throw new Error('The store is not open.')
    return present
  }

  async function fill<Item extends { readonly id: string }>(
    list: List<Item>,
    items: readonly Item[],
    indexOf: (item: Item) => RowIndex,
  ): Promise<void> {
    const { db } = await person()
    const filling = await fillList(db, list.name)
    await filling.add(items.map((item) => ({ id: item.id, fold: '', item, index: indexOf(item) })))
    await filling.finish(0)
  }

  const serviceOf = () =>
    createExposureService({
      session: {
        view: () => ({
          kind: 'ready',
          user: { username: owner, displayName: owner, language: 'fr', services: ['servnet'] },
        }),
      },
      resources: {
        pickRows: async <Item>(list: List<Item>) => {
          const items = list.name === policiesList.name ? list.show(policies, []) : []
          return success({ items, isWhole: true, freshness })
        },
        inStore: async (work) => {
          const present = await person()
          return success(await work(present.db, present))
        },
        revisionOf: () => revision,
      },
      documents,
      tables,
      askWhichTable: async () => file.path,
      askWhereToSave: async ({ fileName }) => join(folder, fileName),
      language: () => state.language,
      ratesOfDay: async (day) => ({
        rates: state.rates,
        ratesOf: state.rates.size > 0 ? day : null,
      }),
      preferredCurrency: async () => state.currency,
      onLedgerChanged: () => {
        told += 1
      },
      now: () => state.now,
    })
  let service = serviceOf()

  return {
    get service() {
      return service
    },
    bench,
    state,
    told: () => told,
    async know(portfolio) {
      const { buyers, limits } = portfolio
      policies = portfolio.policies ?? policies
      if (buyers !== undefined) await fill(buyersList, buyers, indexOfBuyer)
      if (limits !== undefined) await fill(limitsList, limits, indexOfLimit)
      revision += 1
    },
    async open(text, name = 'grand-livre.csv') {
      file.path = join(folder, name)
      writeFileSync(file.path, text)
      const { view } = dataOf(await service.open({}))
      if (view === null) throw new Error('Nothing was read.')
      return view
    },
    view: async () => dataOf(await service.read({})).view,
    async customers(filters = {}) {
      const asked = { ...customerFiltersSchema.parse({}), ...filters }
      return dataOf(await service.customers({ offset: 0, limit: 200, filters: asked })).window.items
    },
    async exportDays(key) {
      const saved = dataOf(await service.exportDays({ key: key ?? null }))
      if (saved.kind !== 'saved') throw new Error('It was not saved.')
      return { days: saved.days, text: readFileSync(saved.path, 'utf8') }
    },
    async startAgain() {
      await store.close()
      ;({ store, documents } = await bench.start(owner))
      service = serviceOf()
    },
    close: () => store.close(),
  }
}

const header = 'Customer no.;Name;Country;Registration;Invoice;Due date;Open amount;Currency;Police'
/** A line of a ledger; what is left out is usual. */
type Line = readonly [
  number: string,
  name: string,
  country?: string,
  registration?: string,
  due?: string,
  amount?: string,
  currency?: string,
  policy?: string,
]
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
/** The text of a ledger. */
export function ledgerOf(...lines: readonly Line[]): string {
  const rows = lines.map(
    ([number, name, country = '', registration = '', due = '2026-11-20', ...more]) => {
      const [amount = '100.00', currency = 'EUR', own = ''] = more
      const cells = [number, name, country, registration, `F-${number}`, due, amount, currency, own]
      return cells.map(quoted).join(';')
    },
  )
  return [header, ...rows].join('\n')
}

type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: object }

/** What must succeed. */
export function dataOf<Data>(result: Answer<Data>): Data {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}
