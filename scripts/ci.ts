/**
 * What continuous integration runs: `npm test`, then every check, each counted as one. The last
 * line says how many passed, failed and were skipped.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { reportFailure } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { runLoudly, runQuietly } from './lib/processes.ts'
import { formatDuration } from './lib/steps.ts'
import { add, formatTally, one } from './lib/tally.ts'
import type { Tally } from './lib/tally.ts'

type Check = { readonly name: string; readonly args: readonly string[] }

const results = join(root, 'test-results')
const tool = (path: string) => join(root, 'node_modules', path)
const script = (name: string) => join(root, 'scripts', 'checks', name)

const checks: readonly Check[] = [
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
  { name: 'openapi.json by Redocly’s rules', args: [script('openapi-rules.ts'), 'redocly'] },
  { name: 'openapi.json by Spectral’s rules', args: [script('openapi-rules.ts'), 'spectral'] },
  { name: 'no token in renderer or preload', args: [script('secrets.ts')] },
  { name: 'packaging', args: [script('packaging.ts')] },
]

const tallySchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() })

async function runTests(): Promise<Tally> {
  const npm = process.env['npm_execpath'] ?? 'npm'
  const code = npm.endsWith('.js')
    ? await runLoudly(process.execPath, [npm, 'test'], { cwd: root })
    : await runLoudly(npm, ['test'], { cwd: root, shell: process.platform === 'win32' })
  const file = join(results, 'tally.json')
  if (!existsSync(file)) return one(false)
  const tally = tallySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return code === 0 || tally.failed > 0 ? tally : add(tally, one(false))
}

async function runCheck({ name, args }: Check): Promise<Tally> {
  const startedAt = performance.now()
  const { code, output } = await runQuietly(process.execPath, args, { cwd: root })
  const time = formatDuration(performance.now() - startedAt)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${time})`)
  if (code !== 0) console.log(output.replaceAll(/^/gm, '  '))
  return one(code === 0)
}

async function main(): Promise<void> {
  let tally = await runTests()
  console.log('\nChecks')
  for (const check of checks) {
    // oxlint-disable-next-line no-await-in-loop -- each uses both processors by itself
    tally = add(tally, await runCheck(check))
  }
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'tally.txt'), formatTally(tally))
  process.exitCode = tally.failed === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
