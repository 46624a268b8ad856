/**
 * What continuous integration runs: `npm test`, then every check, each counted as one. The last
 * line says how many passed, failed and were skipped.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import pLimit from 'p-limit'
import { z } from 'zod'
import { reportFailure } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { runCaptured, runInTerminal } from './lib/processes.ts'
import { formatDuration } from './lib/steps.ts'
import {
  formatTestResults,
  readPlaywrightFailures,
  readVitestFailures,
  singleResult,
  sumResults,
  type FailedTest,
  type TestResults,
} from './lib/test-results.ts'

type Check = { readonly name: string; readonly args: readonly string[] }

const reportsFolder = join(root, 'test-results')
const tool = (path: string) => join(root, 'node_modules', path)
const script = (name: string) => join(root, 'scripts', 'checks', name)

/** Longest first: packages take as long as all the others together, and mostly one processor. */
const checks: readonly Check[] = [
  { name: 'packages', args: [join(root, 'scripts', 'package.ts'), '--check'] },
  ...(['node', 'preload', 'web', 'tools'] as const).map((side) => ({
    name: `types (tsconfig.${side}.json)`,
    args: [tool('typescript/bin/tsc'), '-p', `tsconfig.${side}.json`],
  })),
  { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.'] },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  {
    name: 'walls between folders',
    args: [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  },
  { name: 'unused code and dependencies', args: [tool('knip/bin/knip.js'), '--no-progress'] },
  { name: 'translations', args: [script('translations.ts')] },
  { name: 'openapi.json', args: [script('openapi.ts')] },
  { name: 'openapi.json by Redocly’s rules', args: [script('openapi.ts'), 'redocly'] },
  { name: 'openapi.json by Spectral’s rules', args: [script('openapi.ts'), 'spectral'] },
  { name: 'no token in renderer or preload', args: [script('secrets.ts')] },
  { name: 'secrets in the files', args: [script('leaked-secrets.ts')] },
  { name: 'secrets in the history', args: [script('leaked-secrets.ts'), 'history'] },
  { name: 'where packages come from, and their licences', args: [script('dependencies.ts')] },
  { name: 'Electronegativity’s findings', args: [script('electron-findings.ts')] },
  { name: 'what docs/security.md refers to', args: [script('security-document.ts')] },
  { name: 'files too small to be one', args: [script('fragments.ts')] },
  { name: 'docstrings of main and of the portal', args: [script('docstrings.ts')] },
  { name: 'workflows by GitHub’s rules', args: [script('workflows.ts')] },
]

/** How many checks run side by side. */
const lanes = 2

const resultsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() })

async function runTests(): Promise<TestResults> {
  const npm = process.env['npm_execpath'] ?? 'npm'
  const code = npm.endsWith('.js')
    ? await runInTerminal(process.execPath, [npm, 'test'], { cwd: root })
    : await runInTerminal(npm, ['test'], { cwd: root, shell: process.platform === 'win32' })
  const file = join(reportsFolder, 'summary.json')
  if (!existsSync(file)) return singleResult(false)
  const results = resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return code === 0 || results.failed > 0 ? results : sumResults(results, singleResult(false))
}

/** Enough to see what it is about; where very much fails, the first of it tells why. */
const shown = { failures: 30, characters: 2_000 } as const

/** Once more at the end, where a long run's output is looked at first. */
function printFailures(): void {
  const failed: readonly FailedTest[] = [
    ...readVitestFailures(join(reportsFolder, 'vitest.json')),
    ...readPlaywrightFailures(join(reportsFolder, 'playwright.json')),
  ]
  if (failed.length > 0) console.log('\nWhat failed')
  for (const { file, test, message } of failed.slice(0, shown.failures)) {
    console.log(`✗ ${[relative(root, file), test ?? 'does not load'].join(' › ')}`)
    console.log(message.slice(0, shown.characters).replaceAll(/^/gm, '  '))
  }
  const more = failed.length - shown.failures
  if (more > 0) console.log(`… and ${more} more`)
}

async function runCheck({ name, args }: Check): Promise<TestResults> {
  const startedAt = performance.now()
  const { code, output } = await runCaptured(process.execPath, args, { cwd: root })
  const time = formatDuration(performance.now() - startedAt)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${time})`)
  if (code !== 0) console.log(output.replaceAll(/^/gm, '  '))
  return singleResult(code === 0)
}

async function main(): Promise<void> {
  const tests = await runTests()
  console.log('\nChecks')
  const inLanes = pLimit(lanes)
  const checked = await Promise.all(checks.map((check) => inLanes(runCheck, check)))
  const results = sumResults(tests, ...checked)
  printFailures()
  mkdirSync(reportsFolder, { recursive: true })
  writeFileSync(join(reportsFolder, 'summary.txt'), formatTestResults(results))
  process.exitCode = results.failed === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
