/** `docs/operations.md` names all that whoever runs the portal can set, run and watch, and nothing else. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { environmentVariables } from '../../../src/portal/admin/environment.ts'
import { createProgram } from '../../../src/portal/admin/program.ts'
import { watchMails } from '../../../src/portal/operations/mail-backlog.ts'
import { createMetrics } from '../../../src/portal/operations/metrics.ts'
import { servingLimits } from '../../../src/portal/platform/db/time-limits.ts'
import { startPortal } from '../support/portal.ts'

const root = join(import.meta.dirname, '../../..')
const text = readFileSync(join(root, 'docs', 'operations.md'), 'utf8')

/** What stands in the first column of tables, of the shape that `pattern` has. */
const firstColumns = (pattern: RegExp) =>
  text
    .split('\n')
    .flatMap((line) => /^\|(?<first>[^|]*)\|/.exec(line)?.groups?.['first'] ?? [])
    .flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, word = '']) => word))
    .filter((word) => pattern.test(word))

const { commands } = createProgram()

describe('docs/operations.md', () => {
  test('has every switch of serve, and no other', () => {
    const serve = commands.find((command) => command.name() === 'serve')
    const switches = serve?.options.map(({ long }) => long ?? '') ?? []
    expect(switches).toContain('--port')
    expect(firstColumns(/^--/).toSorted()).toEqual(switches.toSorted())
  })

  test('has every variable; of others, those of Node alone', () => {
    const ofNode = ['NODE_EXTRA_CA_CERTS', 'UV_THREADPOOL_SIZE']
    const named = firstColumns(/^[A-Z][A-Z_]+$/)
    expect(named.toSorted()).toEqual([...environmentVariables, ...ofNode].toSorted())
  })

  test('has every metric, and no other', async () => {
    const it = await startPortal('SQLite')
    const { registry, measures } = createMetrics()
    measures.watchPool(() => ({ open: 0, idle: 0, waiting: 0 }))
    watchMails(it.portal.context, registry)
    const known = registry.getMetricsAsArray().map(({ name }) => name)
    await it.stop()
    const own = known.filter((name) => name.startsWith('portal_'))
    expect(new Set(firstColumns(/^portal_\w+$/))).toEqual(new Set(own))
    for (const [name] of text.matchAll(
      /portal_\w+_(?:seconds|total|length|queued|connections)\b/g,
    )) {
      expect(known).toContain(name)
    }
  })

  test('runs no command that is not there, and points to files that are', () => {
    const names = commands.map((command) => command.name())
    for (const [, name = ''] of text.matchAll(/node main\.js ([a-z-]+)/g)) {
      expect(names).toContain(name)
    }
    for (const [, path = ''] of text.matchAll(/`((?:deploy|tests|scripts)\/[\w./-]+)`/g)) {
      expect(existsSync(join(root, path)), path).toBe(true)
    }
    for (const [, path = ''] of text.matchAll(/\]\(([\w./-]+\.md)\)/g)) {
      expect(existsSync(join(root, 'docs', path)), path).toBe(true)
    }
  })

  test('says the time limits that there are', () => {
    expect(text).toContain(`a statement after ${servingLimits.statement / 1000} s`)
    expect(text).toContain(`waiting for a lock after ${servingLimits.lock / 1000} s`)
    expect(text).toContain(`that pauses after ${servingLimits.idleInTransaction / 1000} s`)
  })
})
