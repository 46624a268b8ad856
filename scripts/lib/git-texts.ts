/** What git holds, as texts with their places: the files of the tree, and all that was ever added. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { runCaptured } from './processes.ts'

export type PlacedText = { readonly place: string; readonly text: string }

/** Bytes in it are no text. */
const isBinary = (content: Buffer) => content.includes(0)

/** Also in a clone that somebody else made, as continuous integration does. */
async function git(folder: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runCaptured('git', ['-c', 'safe.directory=*', ...args], {
    cwd: folder,
  })
  if (code === 0) return output
  throw new Failure(
    `git ${args[0] ?? ''} fails: ${output}`,
    'Run this in a clone, with git installed.',
  )
}

/** Whether `folder` is in a clone, and not unpacked from an archive of the sources. */
export async function hasHistory(folder: string): Promise<boolean> {
  const args = ['-c', 'safe.directory=*', 'rev-parse', '--git-dir']
  return (await runCaptured('git', args, { cwd: folder })).code === 0
}

const listFiles = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']

/** Of what lies in `folder`, what a clone of it would track. */
async function namesWithoutHistory(folder: string): Promise<string> {
  const empty = mkdtempSync(join(tmpdir(), 'services-online-git-'))
  try {
    await git(folder, ['init', '--quiet', '--bare', empty])
    return await git(folder, [`--git-dir=${empty}`, `--work-tree=${folder}`, ...listFiles])
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

/** The files that git tracks in `folder`, and those that it would, as they are on the disk. */
export async function trackedTexts(folder: string): Promise<readonly PlacedText[]> {
  const listed = (await hasHistory(folder))
    ? await git(folder, listFiles)
    : await namesWithoutHistory(folder)
  const names = listed.split('\0').filter((name) => name !== '')
  return names.flatMap((place) => {
    const content = readIfThere(join(folder, place))
    return content === null || isBinary(content) ? [] : [{ place, text: content.toString() }]
  })
}

/** Null for what is deleted and not committed yet, and for links to folders. */
function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

const mark = '\u0001commit '

/**
 * What each commit that `folder` can reach says, and has added to each file: the lines alone, at the
 * file's name of that time. Nothing where there is no history.
 */
export async function historyTexts(folder: string): Promise<readonly PlacedText[]> {
  if (!(await hasHistory(folder))) return []
  const log = await git(folder, [
    'log',
    '--all',
    '--patch',
    '--unified=0',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--diff-merges=first-parent',
    `--format=%x01commit %h%n%an%n%B`,
  ])
  return log.split(mark).slice(1).flatMap(textsOfCommit)
}

function textsOfCommit(commit: string): PlacedText[] {
  const [message = '', ...patches] = commit.split(/^diff --git /m)
  const hash = message.slice(0, message.indexOf('\n'))
  return [
    { place: `commit ${hash}`, text: message },
    ...patches.map((patch) => {
      const place = /^\+\+\+ "?b\/(.+?)"?$/m.exec(patch)?.[1] ?? 'what was deleted'
      // What stands before the first place that changed names the file.
      const [, ...changed] = patch.split(/^@@ .*$/m)
      const added = changed.flatMap((part) =>
        part.split('\n').filter((line) => line.startsWith('+')),
      )
      return { place, text: added.map((line) => line.slice(1)).join('\n') }
    }),
  ]
}
