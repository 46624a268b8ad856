/** What `npm test` was asked for, and which of the two runners has it. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Failure } from './failure.mjs'
import { root } from './paths.mjs'

export type TestSelection = {
  /** Arguments for Vitest; null where it has nothing to run. */
  readonly unit: readonly string[] | null
  /** Arguments for Playwright; null where it has nothing to run. */
  readonly e2e: readonly string[] | null
}

/** Every test file, from the project's root, with slashes on every system. */
export function findTestFiles(): readonly string[] {
  return readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:test|spec)\.tsx?$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted()
}

const isJourney = (file: string) => file.endsWith('.spec.ts')

/**
 * Reads the arguments of `npm test`: nothing for everything; `unit` or `e2e` and whatever else goes
 * to that half's runner; or test files by their path or a part of it, `-t NAME` for tests of one
 * name, and options, which go to whichever runner has the files.
 * @throws {Failure} where no test file has such a path
 */
export function selectTests(given: readonly string[], files: readonly string[]): TestSelection {
  const [half, ...rest] = given
  if (half === 'unit') return { unit: rest, e2e: null }
  if (half === 'e2e') return { unit: null, e2e: rest }
  const { words, names, options } = readWords(given)
  if (words.length === 0) {
    return {
      unit: [...withNames('-t', names), ...options],
      e2e: [...withNames('-g', names), ...options],
    }
  }
  const found = [...new Set(words.flatMap((word) => filesNamed(word, files)))]
  const journeys = found.filter((file) => isJourney(withoutLine(file)))
  const others = found.filter((file) => !isJourney(withoutLine(file)))
  return {
    unit: others.length === 0 ? null : [...others, ...withNames('-t', names), ...options],
    e2e: journeys.length === 0 ? null : [...journeys, ...withNames('-g', names), ...options],
  }
}

function readWords(given: readonly string[]) {
  const words: string[] = []
  const names: string[] = []
  const options: string[] = []
  for (const [index, argument] of given.entries()) {
    if (isNameOption(given[index - 1])) names.push(argument)
    else if (argument.startsWith('-') && !isNameOption(argument)) options.push(argument)
    else if (!isNameOption(argument)) words.push(argument)
  }
  return { words, names, options }
}

const isNameOption = (argument: string | undefined) => argument === '-t' || argument === '-g'
const withNames = (option: '-t' | '-g', names: readonly string[]) =>
  names.flatMap((name) => [option, name])

const line = /:\d+$/u
const withoutLine = (file: string) => file.replace(line, '')

/** The files whose path has `word` in it, each with the line that stands behind it (`FILE:12`). */
function filesNamed(word: string, files: readonly string[]): readonly string[] {
  const [at = ''] = line.exec(word) ?? []
  const path = withoutLine(word)
    .replace(`${root}${sep}`, '')
    .replaceAll(sep, '/')
    .replace(/^\.\//u, '')
  const found = files.filter((file) => file.includes(path))
  if (found.length === 0) {
    throw new Failure(
      `No test file has "${word}" in its path.`,
      'They lie in tests/, as the sources do in src/: npm test -- tests/portal/identity',
    )
  }
  return found.map((file) => `${file}${at}`)
}
