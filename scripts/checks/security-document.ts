/**
 * Holds `docs/security.md` to what there is: every file that it names is there, each line of code in it
 * stands in its file word for word, and each test that catches its loss has that title.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { untrueReferences } from '../lib/security-references.ts'

/** How many points Electron's list has. */
const points = 20

const text = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
const untrue = untrueReferences(text, (path) => {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
})
const rows = text.split('\n').filter((line) => /^\| \d+ +\|/.test(line)).length
const problems = rows === points ? untrue : [...untrue, `${rows} of Electron’s ${points} points`]

if (problems.length > 0) {
  const list = problems.map((one) => `  ${one}`).join('\n')
  reportFailure(
    new Failure(
      `docs/security.md says what is not so:\n${list}`,
      'Where a wall has moved, move the reference. Where it is gone, ask whether it should be.',
    ),
  )
  process.exitCode = 1
}
