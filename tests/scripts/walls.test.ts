/** The walls between the folders of `src`, on a small house full of forbidden imports. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCaptured } from '../../scripts/lib/processes.ts'
import { root } from '../../scripts/lib/paths.mjs'

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const walls = join(root, '.dependency-cruiser.mjs')

/** What stands where it must not, and what it imports: each is refused. */
const planted = [
  ['a session that knows the portal', 'main/session/a.ts', '../../portal/platform/b.ts'],
  ['a page that knows main', 'renderer/features/servnet/a.ts', '../../../main/session/b.ts'],
  ['a feature that knows another', 'renderer/features/help/a.ts', '../servnet/b.ts'],
  ['what features share that knows one', 'renderer/common/data/a.ts', '../../features/help/b.ts'],
  ['a control that knows data', 'renderer/ui/a.ts', '../common/data/b.ts'],
  ['a service of main that knows another', 'main/services/servnet/a.ts', '../identity/b.ts'],
  ['main’s platform that knows a service', 'main/platform/a.ts', '../services/servnet/b.ts'],
  ['the portal’s platform that knows identity', 'portal/platform/a.ts', '../identity/b.ts'],
  ['a service of the portal that knows another', 'portal/servnet/a.ts', '../insights/b.ts'],
  ['identity that knows a service', 'portal/identity/a.ts', '../servnet/b.ts'],
  ['the contract that knows main', 'shared/contract/a.ts', '../../main/platform/b.ts'],
  ['the preload script that knows main', 'preload/a.ts', '../main/ipc/b.ts'],
  ['a folder that nobody planned', 'renderer/lib/a.ts', '../ui/b.ts'],
  ['Node in shared', 'shared/rules/a.ts', 'node:fs'],
  ['Node in the preload script', 'preload/node.ts', 'node:fs'],
  ['Node in the renderer', 'renderer/common/data/node.ts', 'node:fs'],
  ['Electron in main outside its app', 'main/session/electron.ts', 'electron'],
  ['the keychain outside main’s secrets', 'main/store/a.ts', '@napi-rs/keyring'],
  ['Electron in the portal', 'portal/server/a.ts', 'electron'],
] as const

/** Each imports what follows it; together they are two circles of files and of folders. */
const circles = {
  'main/platform/files/c.ts': ['../log/d.ts', './e.ts'],
  'main/platform/files/e.ts': ['./c.ts'],
  'main/platform/log/d.ts': [],
  'main/platform/log/f.ts': ['../files/e.ts'],
} as const

const allowed = {
  'main/session/down.ts': ['../store/down.ts', '../../shared/contract/down.ts', 'node:path'],
  'main/store/down.ts': [],
  'shared/contract/down.ts': [],
} as const

let house = ''
let complaints = ''

/** Writes a file of `src` that imports `names`. */
function plant(file: string, names: readonly string[]): void {
  const path = join(house, 'src', file)
  mkdirSync(dirname(path), { recursive: true })
  const lines = names.map((name, index) => `import { one as one${index} } from '${name}'`)
  const uses = names.map((_, index) => `one${index}`)
  writeFileSync(path, `${lines.join('\n')}\nexport const one = [${uses.join(', ')}]\n`)
}

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'services-online-walls-'))
  for (const [, file, imported] of planted) {
    if (imported.startsWith('.')) plant(join(dirname(file), imported), [])
  }
  for (const [, file, imported] of planted) plant(file, [imported])
  for (const [file, names] of Object.entries({ ...circles, ...allowed })) plant(file, names)
  const args = [cruiser, 'src', '--config', walls]
  const { code, output } = await runCaptured(process.execPath, args, { cwd: house })
  expect(code).not.toBe(0)
  complaints = output
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the walls', () => {
  test.each(planted)('stop %s', (_what, file) => {
    expect(complaints).toContain(`not-in-allowed: src/${file}`)
  })

  test.each(['no-circle-of-files', 'no-circle-of-folders'])('say %s', (rule) => {
    expect(complaints).toContain(rule)
  })

  test.each(Object.keys(allowed))('let %s go down', (file) => {
    expect(complaints).not.toContain(file)
  })
})
