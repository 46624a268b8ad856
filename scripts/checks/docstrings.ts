/** Every exported function of main and of the portal says in its docstring what it is for. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { docstringComplaints } from '../lib/docstrings.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

/** `docstrings.ts src/portal` looks there alone. */
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['src/main', 'src/portal']

const complaints = folders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  // A migration that was released is never edited.
  .filter((file) => !/[\\/]migrations[\\/]/.test(file))
  .flatMap((file) => docstringComplaints(file, readFileSync(join(root, file), 'utf8')))

if (complaints.length > 0) {
  reportFailure(
    new Failure(
      complaints.join('\n'),
      'Write above each what it answers, in which unit, and what it throws (`@throws`).',
    ),
  )
  process.exitCode = 1
}
