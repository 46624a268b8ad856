/** The ledger that was opened on this computer, against what covers it; nothing of it is ever sent. */
import { assertNever } from '../../../../shared/assert-never.ts'
import type { RouteName } from '../../../../shared/contract/channels.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import {
  type ExposureView,
  type LedgerChange,
} from '../../../../shared/contract/servnet/exposure.ts'
import { mostShownInvoices } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { dayOf } from '../../../../shared/credit/days.ts'
import type { Language } from '../../../../shared/languages.ts'
import type { AskWhereToSave } from '../../../platform/files/chosen-file.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { Documents } from '../../../store/documents.ts'
import type { TableReader } from '../../../tables/table-reader.ts'
import { policiesList } from '../../credit/credit-lists.ts'
import { readBuyers } from '../../credit/kept-buyers.ts'
import { createTableShapes } from '../../credit/table-shapes.ts'
import type { AskWhichTable } from '../batch/batch-service.ts'
import { viewOf } from './exposure-view.ts'
import { readAccount } from './ledger-accounts.ts'
import { readCustomer, readCustomers } from './ledger-customers.ts'
import {
  agedOnOf,
  eraseLedger,
  readHead,
  removeAllBut,
  shapeKind,
  shapeOfHead,
  withColumn,
  type LedgerHead,
} from './ledger-head.ts'
import { createExportLedgerDays, type ExportLedgerDays } from './ledger-days.ts'
import { createLedgerKeeping, type KeepingOptions } from './ledger-keeping.ts'
import { writeHandMatch } from './ledger-matching.ts'
import { readLedger, type LedgerStore } from './ledger-reading.ts'
import { shownInvoice } from './ledger-standing.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type ExposureService = {
  readonly read: Handler<'servnet.exposure'>
  readonly open: Handler<'servnet.openLedger'>
  readonly change: Handler<'servnet.changeLedger'>
  readonly remove: Handler<'servnet.removeLedger'>
  readonly customers: Handler<'servnet.ledgerCustomers'>
  readonly customer: Handler<'servnet.ledgerCustomer'>
  readonly match: Handler<'servnet.matchCustomer'>
  readonly exportDays: ExportLedgerDays
}

/** The ledger of who is signed in; `unauthenticated` where nobody is. */
export function createExposureService(
  options: KeepingOptions & {
    readonly documents: Documents
    readonly tables: TableReader
    readonly askWhichTable: AskWhichTable
    readonly askWhereToSave: AskWhereToSave
    readonly language: () => Language
  },
): ExposureService {
  const { resources, tables, now } = options
  const shapes = createTableShapes(options.documents)
  const ledger = createLedgerKeeping(options)

  const shown = (head: LedgerHead | null): { view: ExposureView | null } => ({
    view: head === null ? null : viewOf(head, dayOf(now())),
  })

  /** Reads a file in place of the present one, which stays where that comes to nothing. */
  async function begin(person: LedgerStore, owner: string, path: string, chosen: string | null) {
    const { db } = person
    const before = await readHead(db)
    // What a reading left that the end of the app cut short.
    await removeAllBut(db, before)
    const read = await readLedger(person, tables, {
      path,
      sheet: chosen,
      generation: ledger.newGeneration(before),
      openedAt: new Date(now()).toISOString(),
      remembered: (shape) => shapes.find(owner, shapeKind, shape),
    })
    if (!read.ok) {
      await removeAllBut(db, before)
      return read
    }
    const { currency = null, policyId = null } = before ?? {}
    // Another sheet is of the same day; another file may be of any.
    const agedOn = chosen === null ? null : (before?.agedOn ?? null)
    const head = await ledger.keep(person, { ...read.data, currency, policyId, agedOn }, 'lines')
    return success(shown(head))
  }

  async function changed(
    person: LedgerStore,
    owner: string,
    head: LedgerHead,
    change: LedgerChange,
  ) {
    const kept = async (after: LedgerHead, from: 'lines' | 'standings' = 'lines') => {
      if (after.hasHeader && isOfColumns(change)) await remember(owner, after)
      return success(shown(await ledger.keep(person, after, from)))
    }
    switch (change.kind) {
      case 'sheet':
        return begin(person, owner, head.path, change.sheet)
      case 'header':
        return kept({ ...head, hasHeader: change.hasHeader })
      case 'column':
        return kept({ ...head, columns: withColumn(head.columns, change.at, change.field) })
      case 'decimalSign':
        return kept({ ...head, decimalSign: change.answer })
      case 'dayOrder':
        return kept({ ...head, dayOrder: change.answer })
      case 'currency':
        return kept({ ...head, currency: change.currency })
      case 'agedOn':
        return kept({ ...head, agedOn: change.day })
      case 'policy':
        return kept({ ...head, policyId: change.policyId }, 'standings')
      default:
        return assertNever(change)
    }
  }

  /** What was said of the columns holds for ledgers that have the same. */
  async function remember(owner: string, head: LedgerHead): Promise<void> {
    const { columns, decimalSign, dayOrder } = head
    const shape = shapeOfHead(head)
    await shapes.remember(owner, { kind: shapeKind, shape, columns, decimalSign, dayOrder })
  }

  async function policyOf(id: string | null) {
    const policies = await resources.pickRows(policiesList, { kind: 'all' })
    return (policies.ok && policies.data.items.find((policy) => policy.id === id)) || null
  }

  return {
    read: () => ledger.look(async (db) => success(shown(await ledger.present(db)))),
    open: () =>
      forUser(options.session, async (asked) => {
        // Outside of the turn: the system's box may stay open for long.
        const path = await options.askWhichTable()
        return ledger.inTurn(async (person, owner) => {
          // What one person chose is not read for another who signed in meanwhile.
          if (owner !== asked) return failure({ code: 'unauthenticated' })
          return path === null
            ? success(shown(await readHead(person.db)))
            : begin(person, owner, path, null)
        })
      }),
    change: (change) =>
      ledger.inTurn(async (person, owner) => {
        const head = await readHead(person.db)
        return head === null ? success({ view: null }) : changed(person, owner, head, change)
      }),
    remove: () =>
      ledger.inTurn(async ({ db }, owner) => {
        await eraseLedger(db)
        await shapes.forget(owner, shapeKind)
        options.onLedgerChanged()
        return success({})
      }),
    customers: ({ offset, limit, filters }) =>
      ledger.look(async (db) => {
        const head = await readHead(db)
        const standings = head?.standings ?? null
        if (standings === null) {
          return success({ window: { items: [], total: 0, kept: 0, isWhole: true } })
        }
        const range = { offset, limit }
        const window = await readCustomers(db, standings.generation, filters, range)
        return success({ window: { ...window, isWhole: true } })
      }),
    customer: ({ key }) =>
      ledger.look(async (db) => {
        const head = await readHead(db)
        if (head === null || head.standings === null || head.accounts === null) return notFound
        const { generation, asOf } = head.standings
        const kept = await readCustomer(db, generation, key)
        const account = await readAccount(db, head.accounts.generation, key)
        if (kept === null || account === null) return notFound
        const policy = await policyOf(kept.customer.policyId)
        const candidates = await readBuyers(db, kept.candidates)
        return success({
          customer: kept.customer,
          invoices: account.invoices
            .slice(0, mostShownInvoices)
            .map((invoice) => shownInvoice(invoice, policy, asOf)),
          candidates: kept.candidates.flatMap((id) => candidates.get(id) ?? []),
          asOf,
          agedOn: agedOnOf(head),
        })
      }),
    match: ({ key, buyerId }) =>
      ledger.inTurn(async (person) => {
        const { db } = person
        const head = await readHead(db)
        const before = head?.standings && (await readCustomer(db, head.standings.generation, key))
        if (!head || !before) return notFound
        const isKnown = buyerId === null || (await readBuyers(db, [buyerId])).size > 0
        if (!isKnown) return notFound
        await writeHandMatch(db, key, buyerId)
        const { standings } = await ledger.keepOne(person, head, key)
        const after = standings && (await readCustomer(db, standings.generation, key))
        return after ? success({ customer: after.customer }) : notFound
      }),
    exportDays: createExportLedgerDays(options),
  }
}

const notFound = failure({ code: 'not_found' })

/** Those that say something of the table's columns, and not of this ledger alone. */
function isOfColumns({ kind }: LedgerChange): boolean {
  return kind === 'column' || kind === 'decimalSign' || kind === 'dayOrder' || kind === 'header'
}
