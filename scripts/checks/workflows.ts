/**
 * Reads the workflows of `.github/workflows` as GitHub does, by its own parser: keys, events, expressions,
 * and what they name. Nothing runs them here. Besides: each action is named by its commit, as a
 * tag may be moved, and no job has more rights than it says.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

// The parser's own tables are imported as a bundler would have it.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { validate } = await import('@actions/languageservice')

const folder = join(root, '.github', 'workflows')
const byCommit = /^\s*(?:- )?uses: [\w./-]+@[\da-f]{40} # v[\d.]+$/
const usesAction = /^\s*(?:- )?uses:/
const ownRights = /^permissions:/m

async function complaintsOf(name: string): Promise<readonly string[]> {
  const text = readFileSync(join(folder, name), 'utf8')
  const found = await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text))
  const loose = text.split('\n').flatMap((line, index) => {
    const bad = usesAction.test(line) && !byCommit.test(line)
    return bad ? [`${name}:${index + 1}: an action is named by its commit, with its version`] : []
  })
  return [
    ...found.map(({ range, message }) => {
      const words = typeof message === 'string' ? message : message.value
      return `${name}:${range.start.line + 1}: ${words}`
    }),
    ...loose,
    ...(ownRights.test(text) ? [] : [`${name}: says nothing of its permissions`]),
  ]
}

try {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  const complaints = (await Promise.all(names.map(complaintsOf))).flat()
  if (names.length === 0) complaints.push('there is no workflow')
  if (complaints.length > 0) {
    throw new Failure(
      complaints.join('\n'),
      'The syntax: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax',
    )
  }
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
