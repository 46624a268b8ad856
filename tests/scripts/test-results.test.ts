import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  sumResults,
  formatTestResults,
  noResults,
  singleResult,
} from '../../scripts/lib/test-results.ts'
import {
  readPlaywrightFailures,
  readPlaywrightResults,
  readVitestFailures,
  readVitestResults,
} from '../../scripts/lib/test-results.ts'
import { root } from '../../scripts/lib/paths.mjs'
import { temporaryFolder } from './temporary-folder.ts'

function report(content: unknown): string {
  const file = join(temporaryFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = (numFailedTests: number, success: boolean) =>
  report({ success, numPassedTests: 5, numFailedTests, numPendingTests: 2, numTodoTests: 1 })

describe('the count of a run', () => {
  it('adds up', () => {
    const sum = sumResults(noResults, singleResult(true), singleResult(true), singleResult(false), {
      ...noResults,
      skipped: 3,
    })
    expect(formatTestResults(sum)).toBe('2 passed, 1 failed, 3 skipped')
  })

  it('takes Vitest’s numbers', () => {
    expect(readVitestResults(vitest(0, true), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
    expect(readVitestResults(vitest(2, false), 1)).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  it('counts a test file that does not load, though no test of it failed', () => {
    expect(readVitestResults(vitest(0, false), 1).failed).toBe(1)
  })

  it('counts a runner that crashed after its report', () => {
    expect(readVitestResults(vitest(0, true), 1).failed).toBe(1)
  })

  it('counts a runner that left no report', () => {
    const absent = join(temporaryFolder(), 'none.json')
    expect(readVitestResults(absent, 0)).toEqual(singleResult(false))
    expect(readPlaywrightResults(absent, 0)).toEqual(singleResult(false))
  })

  it('takes Playwright’s numbers, and a flaky journey for a failed one', () => {
    const file = report({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 } })
    expect(readPlaywrightResults(file, 1)).toEqual({ passed: 4, failed: 3, skipped: 3 })
  })
})

const journey = (title: string, ok: boolean) => ({
  title,
  file: 'sign-in.spec.ts',
  ok,
  tests: [{ results: [{ errors: ok ? [] : [{ message: 'not visible' }] }] }],
})

describe('what failed', () => {
  it('is named by Vitest’s report, a file that does not load among it', () => {
    const file = report({
      testResults: [
        {
          name: 'loads.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'adds up', status: 'failed', failureMessages: ['expected 1'] },
            { fullName: 'holds', status: 'passed', failureMessages: [] },
          ],
        },
        {
          name: 'broken.test.ts',
          status: 'failed',
          message: 'no such module',
          assertionResults: [],
        },
        { name: 'good.test.ts', status: 'passed', message: '', assertionResults: [] },
      ],
    })
    expect(readVitestFailures(file)).toEqual([
      { file: 'loads.test.ts', test: 'adds up', message: 'expected 1' },
      { file: 'broken.test.ts', test: null, message: 'no such module' },
    ])
  })

  it('is named by Playwright’s report, in whichever group it stands', () => {
    const file = report({
      suites: [{ specs: [journey('good', true)], suites: [{ specs: [journey('bad', false)] }] }],
    })
    expect(readPlaywrightFailures(file)).toEqual([
      { file: join(root, 'tests', 'e2e', 'sign-in.spec.ts'), test: 'bad', message: 'not visible' },
    ])
  })

  it('is nothing where there is no report', () => {
    const absent = join(temporaryFolder(), 'none.json')
    expect([...readVitestFailures(absent), ...readPlaywrightFailures(absent)]).toEqual([])
  })
})
