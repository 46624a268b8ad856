/** Checks `docs/openapi.json` by the rules that a public linter recommends, named by the argument. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { linters } from '../lib/openapi-rules.ts'
import { root } from '../lib/paths.mjs'

const name = z.enum(['redocly', 'spectral']).parse(process.argv[2])
const document = readFileSync(join(root, 'docs', 'openapi.json'), 'utf8')
const problems = await linters[name](document)
if (problems.length > 0) {
  console.log(problems.join('\n'))
  reportFailure(
    new Failure(
      `docs/openapi.json breaks ${problems.length} of the rules that ${name} recommends.`,
      'See to the endpoint table (src/shared/contract) or to src/portal/server/openapi.ts.',
    ),
  )
  process.exitCode = 1
}
