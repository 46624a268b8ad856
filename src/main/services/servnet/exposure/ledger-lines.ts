/**
 * What the rows of a ledger say, put together as accounts as they come. They are read by what the first of
 * them tell of how amounts and days are written; where all of them tell another thing, they are read again.
 */
import { isDeepStrictEqual } from 'node:util'
import type { LedgerProblem } from '../../../../shared/contract/servnet/exposure.ts'
import type { Row } from '../../../../shared/tables/cells.ts'
import type { Conventions } from '../../../../shared/tables/values.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import { createGathering, type Account } from './ledger-accounts.ts'
import {
  createConventions,
  createLineReader,
  type LedgerFields,
  type Question,
} from './ledger-values.ts'

/** By what lines are read. */
export type ReadBy = {
  readonly columns: LedgerFields
  /** As the person answered, of this ledger or of one before; null where nobody did. What the lines prove goes before. */
  readonly answered: Conventions
  /** Of amounts whose line says none. */
  readonly currency: string
  /** The day on which its ages were counted; null where it says due dates. */
  readonly agedOn: string | null
}

export type LinesRead = {
  readonly kind: 'read'
  readonly questions: readonly Question[]
  /** The first of those that were left out. */
  readonly problems: readonly LedgerProblem[]
  readonly wrongLines: number
  /** Those of the lines that could be read. */
  readonly accounts: () => Promise<Account[]>
}

export type Lines = {
  /** The next ones, without the row that names the columns. */
  readonly take: (rows: readonly Row[]) => Promise<void>
  /** What all of them say; or by what they have to be read again. */
  readonly end: () => LinesRead | { readonly kind: 'again'; readonly conventions: Conventions }
}

/** As many lines as are named that were left out. */
const mostProblems = 100

/** @param known how amounts and days are written, where all lines were looked at before */
export function createLines(by: ReadBy, known: Conventions | null = null): Lines {
  const { columns, answered, currency, agedOn } = by
  const looking = createConventions(columns)
  const gathering = createGathering()
  const pace = createPace()
  const questions = new Map<Question['kind'], Question>()
  const problems: LedgerProblem[] = []
  let wrongLines = 0
  let used: { readonly conventions: Conventions; readonly read: Reader } | null = null

  function conventionsNow(): Conventions {
    if (known !== null) return known
    const found = looking.found()
    return {
      decimalSign: found.decimalSign ?? answered.decimalSign,
      dayOrder: found.dayOrder ?? answered.dayOrder,
    }
  }

  function begin(): NonNullable<typeof used> {
    const conventions = conventionsNow()
    return { conventions, read: createLineReader({ columns, conventions, currency, agedOn }) }
  }

  return {
    async take(rows) {
      if (known === null) looking.look(rows)
      used ??= begin()
      for (const row of rows) {
        const line = used.read(row)
        if (line.kind === 'lines') line.lines.forEach(gathering.add)
        else if (line.kind === 'wrong') {
          wrongLines += 1
          if (problems.length < mostProblems) problems.push(line.problem)
        } else if (!questions.has(line.question.kind)) {
          questions.set(line.question.kind, line.question)
        }
        // oxlint-disable-next-line no-await-in-loop -- main answers the page between
        await pace()
      }
    },
    end() {
      const conventions = conventionsNow()
      if (used !== null && !isDeepStrictEqual(used.conventions, conventions)) {
        return { kind: 'again', conventions }
      }
      const { accounts } = gathering
      return { kind: 'read', questions: [...questions.values()], problems, wrongLines, accounts }
    },
  }
}

type Reader = ReturnType<typeof createLineReader>
