/** The tables of cases of collection. Amounts are whole numbers of the case's currency's smallest unit. */
import type { ColumnType } from 'kysely'

/** An amount below 2^53: a bigint may be written, a number is read. Sums leave the database as text. */
type Amount = ColumnType<number, bigint | number, bigint | number>

export type CollectionCaseTable = {
  id: string
  policy_id: string
  buyer_id: string
  /** ISO 4217; of all its invoices. */
  currency: string
  /** One of `caseStatuses` of the contract. */
  status: string
  opened_at: number
  remarks: string | null
  /** As `caseSearchTextOf` makes it. */
  search_text: string
  /** Who entered it; null where the insurer did. */
  user_id: string | null
}

export type CaseInvoiceTable = {
  case_id: string
  /** The number without regard to case, and to what nobody sees. */
  number_key: string
  number: string
  issued_on: string
  /** The original due date. */
  due_on: string
  amount: Amount
  /** Never more than `amount`. */
  paid: ColumnType<number, bigint | number | undefined, bigint | number>
}

export type CaseStepTable = {
  case_id: string
  /** In which order they happened, from 1 on. */
  position: number
  /** One of `caseStepKinds` of the contract. */
  kind: string
  at: number
  amount: ColumnType<number | null, bigint | number | null, never>
  note: string | null
}

/** A document without its content, which a table of its own has. */
export type CaseDocumentTable = {
  id: string
  case_id: string
  /** As `cleanFileName` makes it. */
  name: string
  /** One of `documentMediaTypes`. */
  media_type: string
  bytes: number
  added_at: number
  /** Who added it, and as they were called then; null where the insurer did. */
  user_id: string | null
  added_by: string | null
}

export type CaseDocumentContentTable = { document_id: string; content: Uint8Array }

export type CollectionTables = {
  collection_cases: CollectionCaseTable
  case_invoices: CaseInvoiceTable
  case_steps: CaseStepTable
  case_documents: CaseDocumentTable
  case_document_contents: CaseDocumentContentTable
}
