/** Finds files that are too small to be a thing of their own. */
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** Files shorter than this are part of something else. */
const shortest = 25
/** And those shorter than this, where only one other file imports them. */
const shortestOfOne = 31

/**
 * The fragments among `sources`: whatever is shorter than a file that one can name, and what a
 * single file imports that could hold it.
 * @param sources the text of each file by its path from the root, with `/`
 */
export function fragmentsAmong(sources: ReadonlyMap<string, string>): string[] {
  const importers = importersIn(sources)
  return [...sources]
    .map(([file, source]) => ({ file, lines: source.split('\n').length - 1 }))
    .filter(({ file, lines }) => {
      const only = importers.get(file)?.size === 1
      return lines < (only ? shortestOfOne : shortest)
    })
    .map(({ file }) => file)
}

function importersIn(sources: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>()
  for (const [file, source] of sources) {
    const { module } = parseSync(file, source)
    const names = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
        source.slice(start + 1, end - 1),
      ),
    ]
    for (const name of names.filter((one) => one.startsWith('.'))) {
      const imported = posix.join(posix.dirname(file), name)
      const known = importers.get(imported) ?? new Set()
      importers.set(imported, known.add(file))
    }
  }
  return importers
}
