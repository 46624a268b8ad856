/** Many applications at once: a table is opened or pasted, put right, and sent as one batch. */
import { randomUUID } from 'node:crypto'
import { Mutex } from 'async-mutex'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { RouteName } from '../../../../shared/contract/channels.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import {
  mostBatchRows,
  type BatchChange,
  type BatchView,
} from '../../../../shared/contract/servnet/batch.ts'
import type { Row } from '../../../../shared/tables/cells.ts'
import type { Outbox } from '../../../outbox/outbox.ts'
import type { NewBatch } from '../../../outbox/batches.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { Documents } from '../../../store/documents.ts'
import { unpackRows } from '../../../tables/packed-rows.ts'
import type { TableReader } from '../../../tables/table-reader.ts'
import type { TableSource } from '../../../tables/table-messages.ts'
import { policiesList } from '../../credit/credit-lists.ts'
import { createTableShapes } from '../../credit/table-shapes.ts'
import type { ApplicationChecks } from '../application-checks.ts'
import { createBatchChecks, type CheckedRow } from './batch-checks.ts'
import { viewOf } from './batch-view.ts'
import {
  batchDraftSchema,
  draftOf,
  knownHeaders,
  shapeKind,
  shapeOfRow,
  withColumn,
  withHeader,
  type BatchDraft,
  type DraftRow,
} from './batch-draft.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type BatchService = {
  readonly read: Handler<'servnet.batchDraft'>
  readonly open: Handler<'servnet.openBatch'>
  readonly paste: Handler<'servnet.pasteBatch'>
  readonly change: Handler<'servnet.changeBatch'>
  readonly discard: Handler<'servnet.discardBatch'>
  readonly send: Handler<'servnet.sendBatch'>
}

/** Which file the person chose; null where they thought better of it. */
export type AskWhichTable = () => Promise<string | null>

const document = 'batch-draft'

/**
 * The drafts of batches of who is signed in; `unauthenticated` where nobody is.
 * @param options.now this computer's clock, in ms since 1970
 */
export function createBatchService(options: {
  readonly session: SessionService
  readonly resources: Resources
  readonly outbox: Outbox
  readonly documents: Documents
  readonly checks: ApplicationChecks
  readonly tables: TableReader
  readonly askWhichTable: AskWhichTable
  readonly now: () => number
}): BatchService {
  const { session, resources, outbox, documents, tables, now } = options
  const shapes = createTableShapes(documents)
  /** One change after the other, each of what the former made of the draft. */
  const turn = new Mutex()
  const checks = createBatchChecks({
    resources,
    policies,
    checkOne: options.checks.forMany,
    now,
  })

  async function policies(): Promise<readonly Policy[]> {
    const rows = await resources.pickRows(policiesList, { kind: 'all' })
    return rows.ok ? rows.data.items : []
  }

  const kept = (owner: string) => documents.read(document, owner, batchDraftSchema)

  async function shown(draft: BatchDraft | null): Promise<{ view: BatchView | null }> {
    return { view: draft === null ? null : viewOf(draft, await checks.check(draft)) }
  }

  const forOwner = <Data>(work: (owner: string) => Promise<Result<Data>>) =>
    forUser(session, (owner) => turn.runExclusive(() => work(owner)))

  async function keep(owner: string, draft: BatchDraft): Promise<{ view: BatchView | null }> {
    const saved = { ...draft, savedAt: new Date(now()).toISOString() }
    await documents.write(document, owner, saved)
    return shown(saved)
  }

  /** @param chosen a sheet of a workbook; null for the first */
  async function readDraft(
    owner: string,
    source: TableSource,
    chosen: string | null,
  ): Promise<Result<BatchDraft>> {
    const rows: Row[] = []
    // Beside the rows, one that names the columns.
    const reading = { sheet: chosen, knownHeaders, mostRows: mostBatchRows + 1 }
    const read = await tables.read({ source, options: reading }, ({ text }) => {
      rows.push(...unpackRows(text))
    })
    if (!read.ok) return read
    if (read.data.isCut) {
      return failure({ code: 'table_too_many_rows', params: { max: mostBatchRows } })
    }
    const shape = shapeOfRow(rows[0]?.cells ?? [])
    const remembered = await shapes.find(owner, shapeKind, shape)
    const draft = draftOf(source, read.data, rows, remembered, new Date(now()).toISOString())
    if (draft.rows.length > mostBatchRows) {
      return failure({ code: 'table_too_many_rows', params: { max: mostBatchRows } })
    }
    return draft.rows.length === 0 ? failure({ code: 'table_empty' }) : success(draft)
  }

  async function begin(owner: string, source: TableSource) {
    const draft = await readDraft(owner, source, null)
    if (!draft.ok) return draft
    checks.forget()
    return success(await keep(owner, draft.data))
  }

  async function changed(
    owner: string,
    draft: BatchDraft,
    change: BatchChange,
  ): Promise<Result<BatchDraft>> {
    switch (change.kind) {
      case 'sheet':
        return draft.source.kind === 'file'
          ? readDraft(owner, draft.source, change.sheet)
          : success(draft)
      case 'header':
        return success(withHeader(draft, change.hasHeader))
      case 'column':
        return success(withColumn(draft, change.at, change.field))
      case 'decimalSign':
        return success({ ...draft, decimalSign: change.answer })
      case 'dayOrder':
        return success({ ...draft, dayOrder: change.answer })
      case 'policy':
        return success({ ...draft, policyId: change.policyId })
      case 'terms':
        return success({ ...draft, terms: change.terms })
      case 'row':
      case 'leave':
        return success({ ...draft, rows: rowsAfter(draft, change) })
      default:
        return assertNever(change)
    }
  }

  /** What was said of the columns holds for tables that have the same. */
  async function remember(owner: string, { first, columns, decimalSign, dayOrder }: BatchDraft) {
    const shape = shapeOfRow(first)
    await shapes.remember(owner, { kind: shapeKind, shape, columns, decimalSign, dayOrder })
  }

  return {
    read: () =>
      forOwner(async (owner) => {
        // It may be looked at after a decision, or after a day.
        checks.forget()
        return success(await shown(await kept(owner)))
      }),
    open: () =>
      forUser(session, async (asked) => {
        // Outside of the turn: the system's box may stay open for long.
        const path = await options.askWhichTable()
        return forOwner(async (owner) => {
          // What one person chose is not read for another who signed in meanwhile.
          if (owner !== asked) return failure({ code: 'unauthenticated' })
          return path === null
            ? success(await shown(await kept(owner)))
            : begin(owner, { kind: 'file', path })
        })
      }),
    paste: ({ text }) => forOwner((owner) => begin(owner, { kind: 'text', text })),
    change: (change) =>
      forOwner(async (owner) => {
        const draft = await kept(owner)
        if (draft === null) return success({ view: null })
        const after = await changed(owner, draft, change)
        if (!after.ok) return after
        if (after.data.hasHeader && isOfColumns(change)) await remember(owner, after.data)
        return success(await keep(owner, after.data))
      }),
    discard: () =>
      forOwner(async (owner) => {
        await documents.remove(document, owner)
        return success({ view: null })
      }),
    send: ({ id }) =>
      forOwner(async (owner) => {
        const sentBefore = await outbox.batch(id)
        const draft = await kept(owner)
        if (sentBefore !== null) {
          return success({ size: sentBefore.progress.size, ...(await shown(draft)) })
        }
        if (draft === null) return success({ size: 0, view: null })
        if (draft.hasHeader) await remember(owner, draft)
        checks.forget()
        const { rows } = await checks.check(draft)
        const ready = rows.filter(({ application }) => application !== null)
        const rest = restOf(draft, rows)
        const content = rest === null ? null : JSON.stringify(rest)
        if (ready.length === 0) return success({ size: 0, ...(await shown(draft)) })
        const added = await outbox.addBatch({
          id,
          edits: ready.flatMap((row) => editOf(row, id, new Date(now()).toISOString())),
          draft: { name: document, content },
        })
        return added.ok ? success({ size: ready.length, ...(await shown(rest)) }) : added
      }),
  }
}

/** Those that say something of the table's columns, and not of one row or this table alone. */
function isOfColumns({ kind }: BatchChange): boolean {
  return kind === 'column' || kind === 'decimalSign' || kind === 'dayOrder' || kind === 'header'
}

type RowChange = Extract<BatchChange, { readonly kind: 'row' | 'leave' }>

function rowsAfter({ rows }: BatchDraft, change: RowChange): BatchDraft['rows'] {
  switch (change.kind) {
    case 'row':
      return rows.map((row) => (row.key === change.key ? rowAfter(row, change) : row))
    case 'leave': {
      const keys = new Set(change.keys)
      return rows.map((row) => (keys.has(row.key) ? { ...row, isLeft: change.isLeft } : row))
    }
    default:
      return assertNever(change)
  }
}

/** By what a buyer is found: which of them was meant does not hold for another. */
const identifying = ['name', 'country', 'registrationNumber', 'buyerId'] as const

function rowAfter(
  row: DraftRow,
  { texts, buyerId }: Extract<RowChange, { kind: 'row' }>,
): DraftRow {
  const { buyerId: before, ...rest } = row
  const isOther = identifying.some((field) => texts[field] !== undefined)
  const chosen = buyerId === undefined && !isOther ? before : buyerId
  const after = { ...rest, edits: { ...row.edits, ...texts } }
  return chosen === undefined ? after : { ...after, buyerId: chosen }
}

function editOf(
  { application, buyerName, country }: CheckedRow,
  batch: string,
  at: string,
): NewBatch['edits'] {
  if (application === null) return []
  const { buyerId = null, policyId, amount, paymentTermsDays } = application
  return [
    {
      edit: { kind: 'apply', id: randomUUID(), at, application, batch },
      about: {
        buyerName: buyerName.slice(0, longestSubject),
        buyerId,
        country,
        policyId,
        amount,
        paymentTermsDays,
      },
    },
  ]
}

/** As long as a line may be. */
const longestSubject = 300

/** What stays once those that are ready have gone: rows that are wrong; null where there are none. */
function restOf(draft: BatchDraft, rows: readonly CheckedRow[]): BatchDraft | null {
  const wrong = new Set(rows.flatMap(({ view }) => (view.state === 'wrong' ? [view.key] : [])))
  const left = draft.rows.filter(({ key }) => wrong.has(key))
  return left.length === 0 ? null : { ...draft, rows: left }
}
