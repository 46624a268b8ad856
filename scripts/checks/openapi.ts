/**
 * Checks that `docs/openapi.json` says what the portal serves. `--write` brings it up to date:
 * `node scripts/checks/openapi.ts --write`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '../../src/portal/server/openapi.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

const file = join(root, 'docs', 'openapi.json')
const current = `${JSON.stringify(openApiDocument(), null, 2)}\n`

if (process.argv.includes('--write')) {
  writeFileSync(file, current)
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== current) {
  reportFailure(
    new Failure(
      'docs/openapi.json is not what the portal serves.',
      'node scripts/checks/openapi.ts --write',
    ),
  )
  process.exitCode = 1
}
