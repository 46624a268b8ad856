import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** TypeScript takes any name for a class of a stylesheet; one that is not there is silently none. */
it('every class that a component names is in its stylesheet', () => {
  const missing = globSync('src/renderer/**/*.tsx').flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const imported = /import styles from '(?<path>[^']+)'/.exec(source)?.groups?.['path']
    if (imported === undefined) return []
    const stylesheet = readFileSync(join(dirname(file), imported), 'utf8')
    const names = [...source.matchAll(/styles\['(?<name>\w+)'\]/g)].map(
      (match) => match.groups?.['name'] ?? '',
    )
    return names
      .filter((name) => !new RegExp(`\\.${name}\\b`).test(stylesheet))
      .map((name) => `${file}: ${name}`)
  })
  expect(missing).toEqual([])
})
