/** Counts of tests, read from what the test runners report as JSON. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './paths.mjs'

export type TestResults = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noResults: TestResults = { passed: 0, failed: 0, skipped: 0 }

const vitestSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

export function sumResults(...all: readonly TestResults[]): TestResults {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  }
}

/** One check that either holds or does not. */
export function singleResult(passed: boolean): TestResults {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** The last line of a run, as continuous integration reads it. */
export function formatTestResults({ passed, failed, skipped }: TestResults): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * Makes sure that a runner which failed counts as a failure, even where no single test did: a file
 * that does not load, or a crash, appears in no count.
 */
function withExit(results: TestResults, ok: boolean): TestResults {
  return ok || results.failed > 0 ? results : sumResults(results, singleResult(false))
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Vitest's report at `file`; `exitCode` is its process's. */
export function readVitestResults(file: string, exitCode: number): TestResults {
  const report = vitestSchema.safeParse(readReport(file))
  if (!report.success) return singleResult(false)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = report.data
  return withExit(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    success && exitCode === 0,
  )
}

/** Playwright's report at `file`. A test that only passed on a second try counts as failed. */
export function readPlaywrightResults(file: string, exitCode: number): TestResults {
  const report = playwrightSchema.safeParse(readReport(file))
  if (!report.success) return singleResult(false)
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return withExit({ passed: expected, failed: unexpected + flaky, skipped }, exitCode === 0)
}

/** A test that failed; `test` is null for a file that did not load. */
export type FailedTest = {
  readonly file: string
  readonly test: string | null
  readonly message: string
}

const failedFileSchema = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(
    z.object({
      fullName: z.string(),
      status: z.string(),
      failureMessages: z.array(z.string()).nullish(),
    }),
  ),
})

/** What failed by Vitest's report at `file`; none where there is no report. */
export function readVitestFailures(file: string): FailedTest[] {
  const report = z.object({ testResults: z.array(failedFileSchema) }).safeParse(readReport(file))
  if (!report.success) return []
  return report.data.testResults.flatMap(failedIn)
}

function failedIn({
  name: file,
  status,
  message = '',
  assertionResults,
}: z.infer<typeof failedFileSchema>): FailedTest[] {
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [{ file, test: null, message }] : []
  return failed.map(({ fullName, failureMessages }) => ({
    file,
    test: fullName,
    message: (failureMessages ?? []).join('\n'),
  }))
}

/** What Playwright names its files from. */
const journeysFolder = join(root, 'tests', 'e2e')

const journeySchema = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
})
const suiteSchema = z.object({
  specs: z.array(journeySchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
type Suite = z.infer<typeof suiteSchema>

/** What failed by Playwright's report at `file`; none where there is no report. */
export function readPlaywrightFailures(file: string): FailedTest[] {
  const report = z.object({ suites: z.array(suiteSchema) }).safeParse(readReport(file))
  return report.success ? report.data.suites.flatMap(failedJourneys) : []
}

function failedJourneys({ specs, suites = [] }: Suite): FailedTest[] {
  const failed = specs.filter(({ ok }) => !ok)
  return [
    ...failed.map(({ file, title, tests }) => ({
      file: join(journeysFolder, file),
      test: title,
      message: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message = '' }) => message)
        .join('\n'),
    })),
    ...suites.flatMap(failedJourneys),
  ]
}
