/** A table of applications that was opened or pasted and not sent, kept for whose it is. */
import { z } from 'zod'
import { timestampSchema } from '../../../../shared/contract/common.ts'
import {
  batchFieldSchema,
  batchFields,
  type BatchField,
} from '../../../../shared/contract/servnet/batch.ts'
import { mostTableColumns } from '../../../../shared/contract/servnet/opened-tables.ts'
import { decimalSigns } from '../../../../shared/tables/amounts.ts'
import { isBlank, shownIn, type Cell, type Row } from '../../../../shared/tables/cells.ts'
import { dayOrders } from '../../../../shared/tables/days.ts'
import { foldHeader, guessColumns, shapeOf } from '../../../../shared/tables/headers.ts'
import type { TableSource, TableSummary } from '../../../tables/table-messages.ts'
import type { TableShape } from '../../credit/table-shapes.ts'
import { batchColumns } from './batch-columns.ts'

const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), value: z.number(), format: z.string().nullable() }),
  z.object({ kind: z.literal('day'), day: z.string() }),
  z.object({ kind: z.literal('other'), shown: z.string() }),
])

const rowSchema = z.object({
  key: z.number(),
  place: z.number(),
  cells: z.array(cellSchema),
  /** What the person has put in the place of cells. */
  edits: z.partialRecord(batchFieldSchema, z.string()),
  isLeft: z.boolean(),
  /** The buyer that was chosen for it; null for one that is described, left out where nobody chose. */
  buyerId: z.string().nullable().optional(),
})
export type DraftRow = z.infer<typeof rowSchema>

export const batchDraftSchema = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), path: z.string() }),
    z.object({ kind: z.literal('text') }),
  ]),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  isMixed: z.boolean(),
  broken: z.array(z.number()),
  hasHeader: z.boolean(),
  /** The first row, whatever it is. */
  first: z.array(cellSchema),
  firstPlace: z.number(),
  columns: z.array(batchFieldSchema.nullable()),
  isKnown: z.boolean(),
  decimalSign: z.enum(decimalSigns).nullable(),
  dayOrder: z.enum(dayOrders).nullable(),
  policyId: z.string().nullable(),
  terms: z.string().nullable(),
  rows: z.array(rowSchema),
  savedAt: timestampSchema,
})
export type BatchDraft = z.infer<typeof batchDraftSchema>

/** For which tables what is answered is remembered. */
export const shapeKind = 'applications'

/**
 * What begins with a table that was read.
 * @param read its rows, the first one included
 * @param remembered what was said of tables with the same columns before
 */
export function draftOf(
  source: TableSource,
  { sheet, sheets, encoding, broken }: TableSummary,
  read: readonly Row[],
  remembered: TableShape | null,
  savedAt: string,
): BatchDraft {
  const [first, ...others] = read.map(({ place, cells }) => ({
    place,
    cells: cells.slice(0, mostTableColumns),
  }))
  const names = headerOf(first?.cells ?? [])
  const width = Math.max(names.length, ...others.map(({ cells }) => cells.length))
  const guessed = guessColumns(names, batchColumns)
  const hasHeader = remembered !== null || guessed.some((field) => field !== null)
  const columns = remembered === null ? guessed : remembered.columns.map(fieldOrNull)
  const rows = hasHeader || first === undefined ? others : [first, ...others]
  return {
    source: source.kind === 'file' ? source : { kind: 'text' },
    sheet,
    sheets: [...sheets],
    isMixed: encoding === 'mixed',
    broken: broken.map(({ place }) => place),
    hasHeader,
    first: first?.cells ?? [],
    firstPlace: first?.place ?? 1,
    columns: Array.from({ length: width }, (_, at) => columns[at] ?? null),
    isKnown: remembered !== null,
    decimalSign: remembered?.decimalSign ?? null,
    dayOrder: remembered?.dayOrder ?? null,
    policyId: null,
    terms: null,
    rows: rows.map(({ place, cells }, key) => ({ key, place, cells, edits: {}, isLeft: false })),
    savedAt,
  }
}

function headerOf(cells: readonly Cell[]): string[] {
  return cells.map((cell) => (isBlank(cell) ? '' : shownIn(cell)))
}

function fieldOrNull(field: string | null): BatchField | null {
  return batchFields.find((one) => one === field) ?? null
}

/** By what such a table is known again. */
export function shapeOfRow(first: readonly Cell[]): string {
  return shapeOf(headerOf(first.slice(0, mostTableColumns)))
}

/** Names of columns as they are compared: by them a text's separator is found. */
export const knownHeaders: readonly string[] = [...batchColumns.keys()].map(foldHeader)

/** The first row as names, or as a row like the others. */
export function withHeader(draft: BatchDraft, hasHeader: boolean): BatchDraft {
  if (hasHeader === draft.hasHeader) return draft
  const { first: cells, firstPlace: place, rows } = draft
  const keys = rows.map(({ key }) => key)
  const row = { key: Math.max(-1, ...keys) + 1, place, cells, edits: {}, isLeft: false }
  return {
    ...draft,
    hasHeader,
    rows: hasHeader ? rows.filter((one) => one.place !== place) : [row, ...rows],
  }
}

/** With another meaning of a column; whichever other one had that has none. */
export function withColumn(draft: BatchDraft, at: number, field: BatchField | null): BatchDraft {
  const columns = draft.columns.map((one, index) => {
    if (index === at) return field
    return one === field ? null : one
  })
  return { ...draft, columns }
}
