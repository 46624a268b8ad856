/** What is said between main and the thread that reads a table. */
import type { ErrorCode } from '../../shared/contract/error-codes.ts'
import type { PackedRows } from './packed-rows.ts'

/** Where a table comes from: a file that the person chose, or what they pasted. */
export type TableSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text'; readonly text: string }

export type ReadingOptions = {
  /** Of a workbook; null for the first sheet that is not hidden. */
  readonly sheet: string | null
  /** Names of columns as `foldHeader` makes them: the separator is that which finds most of them. */
  readonly knownHeaders: readonly string[]
  /**
   * No more is read, and cells of workbooks come with their formats; null reads all, without formats, in
   * memory that does not grow with the table.
   */
  readonly mostRows: number | null
}

/** How the texts of a file were encoded; `mixed` where some of its lines are in another way than others. */
export type TextEncoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'mixed'

/** A row that nobody could take apart, for its quotation marks. */
export type BrokenRow = { readonly place: number; readonly reason: 'quote_open' | 'quote_inside' }

/** What is known of a table once it was read. */
export type TableSummary = {
  /** Null for what is no workbook. */
  readonly sheet: string | null
  /** Those that are not hidden. */
  readonly sheets: readonly string[]
  /** Null for what is no text. */
  readonly encoding: TextEncoding | null
  /** The first hundred. */
  readonly broken: readonly BrokenRow[]
  /** Whether there are more rows than were asked for. */
  readonly isCut: boolean
}

/** Why a table cannot be read. */
export type TableErrorCode = Extract<ErrorCode, `table_${string}`>

/** Thrown where a file holds no table that can be read. */
export class TableError extends Error {
  override readonly name = 'TableError'
  readonly code: TableErrorCode
  readonly params: Readonly<Record<string, number>>

  constructor(code: TableErrorCode, params: Readonly<Record<string, number>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

export type FromReader =
  | { readonly kind: 'rows'; readonly rows: PackedRows }
  | { readonly kind: 'read'; readonly summary: TableSummary }
  | {
      readonly kind: 'failed'
      readonly code: TableErrorCode
      readonly params: Readonly<Record<string, number>>
    }
