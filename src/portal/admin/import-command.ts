/** The command that takes over a portfolio from a file, and what it prints. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { sql } from 'kysely'
import { z } from 'zod'
import { isolate } from '../../shared/rules/isolate.ts'
import { CommandError } from '../platform/problem-error.ts'
import { parsed, print, withContext, withData, type Where } from './command-line.ts'
import { decimalSigns, type DecimalSign } from '../../shared/tables/amounts.ts'
import { dayOrders, type DayOrder } from '../../shared/tables/days.ts'
import type { Imported } from './portfolio-import/import-portfolio.ts'
import { shownIn } from '../../shared/tables/cells.ts'
import type { Table } from './portfolio-import/csv-table.ts'

type Options = Where & {
  readonly decimals?: DecimalSign
  readonly dates?: DayOrder
  readonly dryRun: boolean
}

/** Adds `import-portfolio`, which takes over buyers and what was decided of them. */
export function addImportPortfolio(program: Command): void {
  withData(program.command('import-portfolio'))
    .description('take over buyers, ratings, applications and decisions from a CSV or XLSX file')
    .argument('<file>', 'as docs/import.md describes it')
    .option('--decimals <sign>', 'comma or point, before decimals', parsed(z.enum(decimalSigns)))
    .option('--dates <order>', 'day-first or month-first', parsed(z.enum(dayOrders)))
    .option('--dry-run', 'only say what is wrong, or what would be written', false)
    .action((file: string, options: Options) =>
      withContext(options, async (context) => {
        // What reads files is of no use to any other command.
        const { importPortfolio, readTable } =
          await import('./portfolio-import/import-portfolio.ts')
        const table = await readTable(bytesOf(file))
        const answers = answersFor(table, options)
        const imported = await importPortfolio(context, table, {
          ...answers.answers,
          isTrial: options.dryRun,
        })
        answers.keep()
        // Until then a database plans questions as if tables were as small as before.
        if (!options.dryRun) await sql`analyze`.execute(context.db)
        print(linesOf(file, table, imported, options.dryRun).join('\n'))
      }),
    )
}

/** @throws CommandError where it cannot be read */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError(`${file} cannot be read (${why}).`)
  }
}

const conventionsSchema = z.object({
  decimalSign: z.enum(decimalSigns).nullable(),
  dayOrder: z.enum(dayOrders).nullable(),
})
/** What was said of files before, by the shape of their first row. */
const keptSchema = z.record(z.string(), conventionsSchema)

const nothingSaid = { decimalSign: null, dayOrder: null }

/**
 * What is said of the file now, and was said of one with the same columns in the same order before.
 * @returns also what keeps it for the next one, once the file was read with it
 */
function answersFor(table: Table, { data, decimals, dates }: Options) {
  const file = join(data, 'import-answers.json')
  const all = keptAnswers(file)
  const header = JSON.stringify(table.header.cells.map(shownIn))
  const shape = createHash('sha256').update(header).digest('base64url')
  const kept = all[shape] ?? nothingSaid
  const told = { decimalSign: decimals ?? null, dayOrder: dates ?? null }
  const keep = (): void => {
    if (decimals === undefined && dates === undefined) return
    const answers = {
      decimalSign: told.decimalSign ?? kept.decimalSign,
      dayOrder: told.dayOrder ?? kept.dayOrder,
    }
    writeFileSync(file, `${JSON.stringify({ ...all, [shape]: answers }, null, 2)}\n`)
  }
  return { answers: { told, kept }, keep }
}

function keptAnswers(file: string): z.infer<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Not there yet, or spoilt: then it is asked once more.
    return {}
  }
}

function linesOf(file: string, { unread }: Table, imported: Imported, isTrial: boolean): string[] {
  const { rows, buyers, ratings, applications, decisions, ignored } = imported
  const columns = ignored.map(isolate).join(', ')
  const would = isTrial ? 'would be written' : 'written'
  const nothing = buyers + ratings + applications + decisions === 0
  return [
    `${isolate(basename(file))}: ${rows} rows${nothing ? ', all of which are there already' : ''}.`,
    ...(ignored.length > 0 ? [`Columns that mean nothing here: ${columns}.`] : []),
    ...(unread.length > 0 ? [`Sheets that were not read: ${unread.map(isolate).join(', ')}.`] : []),
    `Buyers ${would}:       ${buyers}`,
    `Ratings ${would}:      ${ratings}`,
    `Applications ${would}: ${applications}`,
    `Decisions ${would}:    ${decisions}`,
  ]
}
