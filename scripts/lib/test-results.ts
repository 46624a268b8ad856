/** Counts of tests, read from what the test runners report as JSON. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

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
