/**
 * `npm test`: brings what the tests need on this machine, builds the app, runs every part's tests
 * and then the journeys, inside a keychain of their own.
 * `npm test -- FILE` runs one file, or every file with that in its path, by the runner that it is
 * for, and builds only for journeys; `-t NAME` may follow. `npm test -- unit` or `-- e2e` runs one
 * half, with whatever follows for its runner. `--postgres` adds a real PostgreSQL and nginx (always on
 * in continuous integration).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser, ensureHeadlessBrowser } from './lib/browser.ts'
import { ensureBuilt, ensurePortalBuilt } from './lib/build.ts'
import { ensureDebianPackages } from './lib/debian.ts'
import { hasDisplay, startVirtualDisplay } from './lib/display.ts'
import { findElectron } from './lib/electron-binary.ts'
import { reportFailure } from './lib/failure.mjs'
import { withLock } from './lib/lock.mjs'
import { locksFolder, root } from './lib/paths.mjs'
import { startPostgres } from './lib/postgres.ts'
import { runInTerminal } from './lib/processes.ts'
import { startPrivateKeychain } from './lib/secret-service.ts'
import { step } from './lib/steps.ts'
import {
  formatTestResults,
  noResults,
  readPlaywrightResults,
  readVitestResults,
  sumResults,
} from './lib/test-results.ts'
import type { TestResults } from './lib/test-results.ts'
import { findTestFiles, selectTests } from './lib/test-selection.ts'

const reportsFolder = join(root, 'test-results')
const reports = {
  vitest: join(reportsFolder, 'vitest.json'),
  playwright: join(reportsFolder, 'playwright.json'),
  summary: join(reportsFolder, 'summary.json'),
}

const isContinuousIntegration = process.env['CI'] === 'true'

function readArguments() {
  const given = process.argv.slice(2)
  const postgres = given.includes('--postgres') || isContinuousIntegration
  const rest = given.filter((argument) => argument !== '--postgres')
  return { ...selectTests(rest, findTestFiles()), postgres }
}

type Needs = { readonly browser: boolean; readonly postgres: boolean }

async function prepareEnvironment(needs: Needs, stack: AsyncDisposableStack) {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-tests-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const basis = {
    // Hundreds of portals and apps are started: what one has compiled, the next need not.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    PORTAL_PROGRAM: await ensurePortalBuilt(),
    ...(needs.browser
      ? { HOST_CHROMIUM: await ensureHeadlessBrowser(), WHOLE_CHROMIUM: await ensureBrowser() }
      : {}),
  }
  if (process.platform !== 'linux') return basis
  await ensureDebianPackages([
    'xvfb',
    'gnome-keyring',
    'dbus',
    ...(needs.postgres ? ['nginx' as const] : []),
    // For Windows' registry, which few changes touch.
    ...(isContinuousIntegration ? ['wine64' as const] : []),
  ])
  const keychain = await startPrivateKeychain(join(folder, 'keyring'), stack)
  const display = hasDisplay() ? {} : await startVirtualDisplay(stack)
  return {
    ...basis,
    ...keychain,
    ...display,
    ...(needs.postgres ? { TEST_DATABASE_URL: await startPostgres(stack) } : {}),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

async function runVitest(environment: Environment, args: readonly string[]): Promise<TestResults> {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`]
  const code = await runInTerminal(process.execPath, [program, 'run', ...reporters, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  return readVitestResults(reports.vitest, code)
}

async function runJourneys(
  environment: Environment,
  args: readonly string[],
): Promise<TestResults> {
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await runInTerminal(process.execPath, [program, 'test', ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  return readPlaywrightResults(reports.playwright, code)
}

/** Two at a time would write each other's reports, and build under each other's journeys. */
const oneAtATime = {
  waitMs: 2 * 60 * 60_000,
  onWait: (owner: number) =>
    console.log(`Process ${owner} runs the tests of this folder; waiting for it …`),
}

async function main(): Promise<void> {
  const { unit, e2e, postgres } = readArguments()
  mkdirSync(reportsFolder, { recursive: true })
  for (const report of Object.values(reports)) rmSync(report, { force: true })
  // Journeys alone run what is built.
  if (e2e !== null) {
    await step((built) => (built ? 'App built' : 'App is up to date'), ensureBuilt)
  }
  await using stack = new AsyncDisposableStack()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stack.disposeAsync().finally(() => process.exit(1)))
  }
  // Journeys run on Electron itself where its binary is.
  const needs = { browser: unit !== null || findElectron() === null, postgres }
  const environment = await step(
    () => 'Keychain and display of the tests’ own',
    () => prepareEnvironment(needs, stack),
  )
  const results = sumResults(
    unit === null ? noResults : await runVitest(environment, unit),
    e2e === null ? noResults : await runJourneys(environment, e2e),
  )
  writeFileSync(reports.summary, JSON.stringify(results))
  console.log(`\n${formatTestResults(results)}`)
  process.exitCode = results.failed === 0 ? 0 : 1
}

try {
  await withLock(join(locksFolder, 'test'), main, oneAtATime)
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
