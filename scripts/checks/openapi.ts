/**
 * Checks `docs/openapi.json`: without an argument, that it says what the portal serves; with
 * `redocly` or `spectral`, that it breaks none of the rules which that linter recommends. `--write`
 * brings it up to date: `node scripts/checks/openapi.ts --write`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openApiDocument } from '../../src/portal/server/openapi.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { linters } from '../lib/openapi-rules.ts'
import { root } from '../lib/paths.mjs'

const file = join(root, 'docs', 'openapi.json')
const document = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const served = () => `${JSON.stringify(openApiDocument(), null, 2)}\n`

function checkCurrent(): void {
  if (document() === served()) return
  throw new Failure(
    'docs/openapi.json is not what the portal serves.',
    'node scripts/checks/openapi.ts --write',
  )
}

async function checkRules(linter: keyof typeof linters): Promise<void> {
  const problems = await linters[linter](document())
  if (problems.length === 0) return
  console.log(problems.join('\n'))
  throw new Failure(
    `docs/openapi.json breaks ${problems.length} of the rules that ${linter} recommends.`,
    'See to the endpoint table (src/shared/contract) or to src/portal/server/openapi.ts.',
  )
}

const act = z.enum(['--write', 'redocly', 'spectral']).optional().parse(process.argv[2])
try {
  if (act === '--write') writeFileSync(file, served())
  else if (act === undefined) checkCurrent()
  else await checkRules(act)
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
