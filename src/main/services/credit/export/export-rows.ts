/** The rows of a table that is exported, a part at a time: from what is kept, or page by page. */
import { assertNever } from '../../../../shared/assert-never.ts'
import type { CollectionCase } from '../../../../shared/contract/collectnet/cases.ts'
import type { CaseFilters } from '../../../../shared/contract/credit/case-filters.ts'
import type { Application } from '../../../../shared/contract/credit/applications.ts'
import type {
  Figure,
  FigureRow,
  ReportQuery,
} from '../../../../shared/contract/credit/dashboard.ts'
import { failure, success, type AppError, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../../shared/contract/routes.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { List } from '../../../resources/list.ts'
import type { KeyQuery } from '../../../resources/windows/list-keys.ts'
import type { WindowedList } from '../../../resources/windows/windows.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { grantedServices } from '../../../session/session-owner.ts'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { buyersWithin } from '../client-buyers.ts'
import { isWithin, type ClientScope, type Scope } from '../client-scope.ts'
import type { FollowedRow } from '../../../../shared/contract/servnet/batch.ts'
import { applicationsList, buyersWindow, limitsWindow, policiesList } from '../credit-lists.ts'
import { buyerQueryOf, limitQueryOf } from '../credit-windows.ts'
import {
  applicationColumns,
  batchColumns,
  buyerColumns,
  caseColumns,
  limitColumns,
  policyColumns,
  type ExportColumn,
} from './export-columns.ts'
import { figureColumnsOf } from './figure-columns.ts'
import type { TableFile } from './table-file.ts'

type Table = ParsedInput<'credit.export'>['table']

type Parts<Row> = AsyncIterable<readonly Row[]>

export type RowSources = {
  readonly client: Pick<PortalClient, 'call'>
  readonly session: Pick<SessionService, 'authorized' | 'view'>
  readonly resources: Pick<Resources, 'read' | 'readPage' | 'pickRows' | 'windows'>
  /** Whose view a table may be of. */
  readonly clients: Pick<ClientScope, 'of'>
  /** Applications that the portal does not have yet, as their list shows them in front of the others. */
  readonly waitingApplications: () => Promise<readonly Application[]>
  /** The applications of a batch, in their order. */
  /** The list of cases as it is kept and narrowed. */
  readonly narrowedCases: (
    filters: CaseFilters,
    scope: Scope,
  ) => {
    readonly window: WindowedList<CollectionCase>
    readonly query: KeyQuery
  }
  readonly followedBatch: (id: string) => Promise<Result<{ readonly rows: readonly FollowedRow[] }>>
}

/** Thrown where a table cannot be read to its end. */
export class ReadingStopped extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/** As many as the portal gives at once. */
const pageSize = 200

/**
 * Opens a table; `in_progress` where part of it is still on its way here.
 * @param shape makes a file of its columns and rows
 */
export async function openTable(
  sources: RowSources,
  table: Table,
  shape: <Row>(columns: readonly ExportColumn<Row>[], parts: Parts<Row>) => TableFile,
): Promise<Result<TableFile>> {
  const { resources, clients, session } = sources
  const { windows } = resources
  const asked = 'filters' in table ? table.filters : table
  const found = await clients.of('client' in asked ? asked.client : undefined)
  if (!found.ok) return found
  const scope = found.data
  switch (table.kind) {
    case 'buyers': {
      const rows = await whole(windows, buyersWindow, buyerQueryOf(table.filters, scope))
      const hasLimits = grantedServices(session.view()).includes('servnet')
      const shown = (buyers: readonly Buyer[]) => buyersWithin(resources, scope, buyers, hasLimits)
      if (!rows.ok) return rows
      const parts = scope === null ? rows.data : each(rows.data, shown)
      return success(shape(buyerColumns, parts))
    }
    case 'limits': {
      const rows = await whole(windows, limitsWindow, limitQueryOf(table.filters, scope))
      return rows.ok ? success(shape(limitColumns, rows.data)) : rows
    }
    case 'policies':
      return success(
        shape(
          policyColumns,
          each(pagesOfList(resources, policiesList), (rows) =>
            rows.filter(({ id }) => isWithin(scope, id)),
          ),
        ),
      )
    case 'applications':
      return success(
        shape(
          applicationColumns,
          each(allApplications(sources), (rows) =>
            rows.filter(({ policyId }) => isWithin(scope, policyId)),
          ),
        ),
      )
    case 'cases': {
      const { window, query } = sources.narrowedCases(table.filters, scope)
      const rows = await whole(windows, window, query)
      return rows.ok ? success(shape(caseColumns, rows.data)) : rows
    }
    case 'batch': {
      const batch = await sources.followedBatch(table.id)
      return batch.ok ? success(shape(batchColumns, atOnce(batch.data.rows))) : batch
    }
    case 'figure': {
      const { figure, report } = table
      return success(shape(figureColumnsOf(figure), pagesOfFigure(sources, figure, report)))
    }
    default:
      return assertNever(table)
  }
}

/** Parts as they are shown. */
async function* each<Row>(
  parts: Parts<Row>,
  shown: (rows: readonly Row[]) => readonly Row[] | Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for await (const part of parts) yield await shown(part)
}

async function* atOnce<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}

/** A file in which rows are missing would be taken for all of them. */
async function whole<Item>(
  windows: Resources['windows'],
  windowed: Parameters<typeof windows.parts<Item>>[0],
  query: Parameters<typeof windows.parts>[1],
): Promise<Result<Parts<Item>>> {
  const first = await windows.read(windowed, query, { offset: 0, limit: 1 })
  if (!first.ok) return first
  if (!first.data.window.isWhole) return failure({ code: 'in_progress' })
  const parts = await windows.parts(windowed, query)
  return parts.ok ? success(counted(parts.data.items, parts.data.total)) : parts
}

/** @throws ReadingStopped where rows went meanwhile: the list was read anew, and is to be read again */
async function* counted<Row>(parts: Parts<Row>, total: number): AsyncGenerator<readonly Row[]> {
  let left = total
  for await (const part of parts) {
    left -= part.length
    yield part
  }
  if (left > 0) throw new ReadingStopped({ code: 'in_progress' })
}

/**
 * All rows of a list, also what is not here yet.
 * @throws ReadingStopped where the portal is needed, and does not answer
 */
export function pagesOfList<Item>(
  resources: Pick<Resources, 'readPage'>,
  list: List<Item>,
): Parts<Item> {
  return pagesOf(async (cursor) => {
    const page = await resources.readPage(list, cursor)
    return page.ok ? success(page.data.page) : page
  })
}

async function* allApplications({
  resources,
  waitingApplications,
}: RowSources): AsyncGenerator<readonly Application[]> {
  yield await waitingApplications()
  yield* pagesOfList(resources, applicationsList)
}

function pagesOfFigure(
  { client, session }: RowSources,
  figure: Figure,
  report: ReportQuery,
): Parts<FigureRow> {
  return pagesOf((cursor) =>
    session.authorized((token) => {
      const query = { ...report, limit: pageSize, ...(cursor === null ? {} : { cursor }) }
      return client.call('insightsFigureRows', { token, params: { figure }, query })
    }),
  )
}

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

async function* pagesOf<Item>(
  ask: (cursor: string | null) => Promise<Result<Page<Item>>>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | null = null
  const seen = new Set<string>()
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: Result<Page<Item>> = await ask(cursor)
    if (!page.ok) throw new ReadingStopped(page.error)
    yield page.data.items
    cursor = page.data.nextCursor
    // A list that leads in circles never ends.
    if (cursor !== null && seen.has(cursor))
      throw new ReadingStopped({ code: 'portal_answer_invalid' })
    if (cursor !== null) seen.add(cursor)
  } while (cursor !== null)
}
