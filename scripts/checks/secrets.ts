/** Tokens live in main alone: neither the renderer's nor the preload's sources may name them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

const forbidden = /accessToken|refreshToken/
const found = ['src/renderer', 'src/preload']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => forbidden.test(readFileSync(file, 'utf8')))
  .map((file) => relative(root, file))

if (found.length > 0) {
  reportFailure(
    new Failure(
      `Tokens are named in ${found.join(', ')}.`,
      'Let main keep them; the renderer learns only who is signed in.',
    ),
  )
  process.exitCode = 1
}
