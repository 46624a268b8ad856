/** Writes a table of the portfolio to a file that the person chooses. */
import { assertNever } from '../../../../shared/assert-never.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import { localeOf } from '../../../../shared/i18n/locale.ts'
import type { Language } from '../../../../shared/languages.ts'
import { writeChosenStream, type AskWhereToSave } from '../../../platform/files/chosen-file.ts'
import { storageFailure } from '../../../platform/files/write-file.ts'
import { metaResource } from '../../../resources/portal-resources.ts'
import { policiesList } from '../credit-lists.ts'
import type { ExportColumn, Words } from './export-columns.ts'
import { openTable, pagesOfList, ReadingStopped, type RowSources } from './export-rows.ts'
import type { ColumnTitles, CreditFileTexts } from './export-texts.ts'
import type { TableFile } from './table-file.ts'

type Input = ParsedInput<'credit.export'>

export type ExportTable = (input: Input) => Promise<Result<RouteOutput<'credit.export'>>>

export type ExportOptions = RowSources & {
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  /** This computer's clock, in ms since 1970. */
  readonly now: () => number
}

/**
 * The handler of `credit.export`: asks where to, then writes what the table holds by then. What is read
 * is not held in memory. `in_progress` where part of the list is still on its way here.
 */
export function createExportTable(options: ExportOptions): ExportTable {
  const { resources, language, askWhereToSave, now } = options

  async function wordsIn(spoken: Language): Promise<Words> {
    // Loaded when it is needed: the words of six languages are most of what it takes.
    const { caseTexts, creditFileTexts, statusTexts } = await import('./export-texts.ts')
    const unsent = creditFileTexts[spoken].unsent
    const meta = await resources.read(metaResource, {})
    const bands = new Map(
      meta.ok ? meta.data.data.ratingBands.map(({ id, name }) => [id, name]) : [],
    )
    const countries = new Intl.DisplayNames(localeOf(spoken), { type: 'region', fallback: 'code' })
    const policies = new Map<string, string>()
    for await (const page of pagesOfList(resources, policiesList)) {
      for (const { id, name } of page) policies.set(id, name)
    }
    return {
      status: (status) => statusTexts[spoken][status],
      followed: (status) => ({ ...statusTexts[spoken], ...unsent })[status],
      country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
      policy: (id) => policies.get(id) ?? id,
      band: (id) => bands.get(id)?.[spoken] ?? id,
      caseStatus: (status) => caseTexts[spoken].status[status],
      caseStep: (kind) => caseTexts[spoken].steps[kind],
      applicationKind: (kind) => creditFileTexts[spoken].kinds[kind],
    }
  }

  return async function exportTable({ format, columns: chosen, table }) {
    const spoken = language()
    const { columnTitles, creditFileTexts } = await import('./export-texts.ts')
    const texts = { ...creditFileTexts[spoken], columns: columnTitles[spoken] }
    const path = await askWhereToSave({
      fileName: `${texts.names[table.kind]}-${new Date(now()).toISOString().slice(0, 10)}.${format}`,
      kind: texts[format],
      extension: format,
    })
    if (path === null) return success({ kind: 'cancelled' })
    const spec = { format, chosen, table, spoken, texts, path }
    return writeTable(spec, mostTries)
  }

  async function writeTable(spec: FileSpec, tries: number): Promise<Result<Exported>> {
    const { format, chosen, table, spoken, texts, path } = spec
    let rows = 0
    const count = (more: number) => {
      rows += more
    }
    try {
      const words = await wordsIn(spoken)
      const opened = await openTable(options, table, (columns, parts) => {
        const own = { name: table.kind, columns: among(columns, chosen), parts }
        return tableFileOf(texts, words, own, count)
      })
      if (!opened.ok) return opened
      await writeChosenStream(path, await contentOf(format, opened.data, spoken, texts))
      return success({ kind: 'saved', path, rows })
    } catch (error) {
      const stopped = error instanceof ReadingStopped ? error.error : null
      // The list was read anew meanwhile: it is there again at once.
      if (stopped?.code === 'in_progress' && tries > 1) return writeTable(spec, tries - 1)
      return failure(stopped ?? storageFailure(error))
    }
  }
}

type Exported = RouteOutput<'credit.export'>

type FileSpec = {
  readonly format: Input['format']
  readonly chosen: Input['columns']
  readonly table: Input['table']
  readonly spoken: Language
  readonly texts: FileTexts
  readonly path: string
}

type FileTexts = Omit<CreditFileTexts, 'columns'> & { readonly columns: ColumnTitles }

/** A list changes now and then, not all the time. */
const mostTries = 3

/** In the order of the screen; all where none of those named is known. */
function among<Row>(
  columns: readonly ExportColumn<Row>[],
  chosen: Input['columns'],
): readonly ExportColumn<Row>[] {
  const named = (chosen ?? []).flatMap((chosenId) =>
    columns.filter(({ id, within }) => id === chosenId || within === chosenId),
  )
  return named.length === 0 ? columns : named
}

/** @param count told how many rows a part has */
function tableFileOf<Row>(
  texts: FileTexts,
  words: Words,
  table: {
    readonly name: keyof CreditFileTexts['names']
    readonly columns: readonly ExportColumn<Row>[]
    readonly parts: AsyncIterable<readonly Row[]>
  },
  count: (rows: number) => void,
): TableFile {
  const { columns } = table
  async function* parts() {
    for await (const part of table.parts) {
      count(part.length)
      yield part.map((row) => columns.map(({ cell }) => cell(row, words)))
    }
  }
  return {
    name: texts.names[table.name],
    columns: columns.map(({ id, kind, width }) => ({ title: texts.columns[id], kind, width })),
    parts: parts(),
  }
}

async function contentOf(
  format: Input['format'],
  table: TableFile,
  language: Language,
  texts: FileTexts,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (format) {
    case 'xlsx': {
      const { xlsxFile } = await import('./xlsx-file.ts')
      return xlsxFile(table)
    }
    case 'csv': {
      const { csvFile } = await import('./csv-file.ts')
      return csvFile(table, language, texts.columns.currency)
    }
    default:
      return assertNever(format)
  }
}
