/**
 * `npm test`: brings what the tests need on this machine, builds the app, runs every part's tests
 * and then the journeys, inside a keychain of their own.
 * `npm test -- unit` or `-- e2e` runs one half; `--postgres` adds a real PostgreSQL (always on in
 * continuous integration); whatever follows goes to the runner, e.g. `npm test -- unit tests/main`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './lib/browser.ts'
import { ensureBuilt } from './lib/build.ts'
import { ensureDebianPackages } from './lib/debian.ts'
import { hasDisplay, startVirtualDisplay } from './lib/display.ts'
import { reportFailure } from './lib/failure.mjs'
import { withLock } from './lib/lock.mjs'
import { locksFolder, root } from './lib/paths.mjs'
import { startPostgres } from './lib/postgres.ts'
import { runLoudly } from './lib/processes.ts'
import { startPrivateKeychain } from './lib/secret-service.ts'
import { step } from './lib/steps.ts'
import { add, formatTally, nothing, tallyPlaywright, tallyVitest } from './lib/tally.ts'
import type { Tally } from './lib/tally.ts'

const results = join(root, 'test-results')
const reports = {
  vitest: join(results, 'vitest.json'),
  playwright: join(results, 'playwright.json'),
  tally: join(results, 'tally.json'),
}

function readArguments() {
  const given = process.argv.slice(2)
  const [half] = given
  const postgres = given.includes('--postgres') || process.env['CI'] === 'true'
  const rest = given.filter((argument) => argument !== '--postgres')
  if (half === 'unit') return { unit: true, e2e: false, postgres, rest: rest.slice(1) }
  if (half === 'e2e') return { unit: false, e2e: true, postgres, rest: rest.slice(1) }
  return { unit: true, e2e: true, postgres, rest }
}

async function prepareEnvironment(postgres: boolean, stack: AsyncDisposableStack) {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-tests-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const browser = { HOST_CHROMIUM: await ensureBrowser() }
  if (process.platform !== 'linux') return browser
  await ensureDebianPackages(['xvfb', 'gnome-keyring', 'dbus'])
  const keychain = await startPrivateKeychain(join(folder, 'keyring'), stack)
  const display = hasDisplay() ? {} : await startVirtualDisplay(stack)
  return {
    ...browser,
    ...keychain,
    ...display,
    ...(postgres ? { TEST_DATABASE_URL: await startPostgres(stack) } : {}),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

async function runVitest(environment: Environment, rest: readonly string[]): Promise<Tally> {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`]
  const code = await runLoudly(process.execPath, [program, 'run', ...reporters, ...rest], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  return tallyVitest(reports.vitest, code)
}

async function runJourneys(environment: Environment, rest: readonly string[]): Promise<Tally> {
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await runLoudly(process.execPath, [program, 'test', ...rest], {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  return tallyPlaywright(reports.playwright, code)
}

/** Two at a time would write each other's reports, and build under each other's journeys. */
const oneAtATime = {
  waitMs: 2 * 60 * 60_000,
  onWait: (owner: number) =>
    console.log(`Process ${owner} runs the tests of this folder; waiting for it …`),
}

async function main(): Promise<void> {
  const { unit, e2e, postgres, rest } = readArguments()
  mkdirSync(results, { recursive: true })
  for (const report of Object.values(reports)) rmSync(report, { force: true })
  await step((built) => (built ? 'App built' : 'App is up to date'), ensureBuilt)
  await using stack = new AsyncDisposableStack()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stack.disposeAsync().finally(() => process.exit(1)))
  }
  const environment = await step(
    () => 'Keychain and display of the tests’ own',
    () => prepareEnvironment(postgres, stack),
  )
  const tally = add(
    unit ? await runVitest(environment, rest) : nothing,
    e2e ? await runJourneys(environment, rest) : nothing,
  )
  writeFileSync(reports.tally, JSON.stringify(tally))
  console.log(`\n${formatTally(tally)}`)
  process.exitCode = tally.failed === 0 ? 0 : 1
}

try {
  await withLock(join(locksFolder, 'test'), main, oneAtATime)
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
