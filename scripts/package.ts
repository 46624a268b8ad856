/**
 * `npm run package [-- --platform win|mac|linux --arch x64|arm64] [--unsigned]` makes the packages of one
 * platform and architecture, this machine's where none is named. `npm run package -- --check` makes
 * one of each kind with a stand-in for Electron, and looks into it. `npm run package -- --feed DIR --notes
 * FILE [--percentage N]` announces the packages in DIR to installed apps.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ensureBuilt } from './lib/build.ts'
import { Failure, reportFailure } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { step } from './lib/steps.ts'
import { folderChecks } from './packaging/folder-checks.ts'
import { linuxChecks } from './packaging/linux-checks.ts'
import { listChecks } from './packaging/list-checks.ts'
import { macChecks } from './packaging/mac-checks.ts'
import { makeFeeds } from './packaging/make-feed.ts'
import { makePackage } from './packaging/make-package.ts'
import { refusalChecks } from './packaging/refusal-checks.ts'
import { architectures, describeTarget, nodePlatforms, platforms } from './packaging/target.ts'
import { windowsInstallerChecks } from './packaging/windows-installer.ts'
import { NotRun, openWorkshop, type Check } from './packaging/workshop.ts'

const checks: readonly Check[] = [
  ...folderChecks,
  ...listChecks,
  ...refusalChecks,
  ...linuxChecks,
  ...macChecks,
  ...windowsInstallerChecks,
]

const usage =
  `npm run package [-- --check | --platform ${platforms.join('|')}` +
  ` --arch ${architectures.join('|')} --unsigned | --feed DIR --notes FILE --percentage N]`

const manifestSchema = z.object({ version: z.string() })

const argumentsSchema = z.object({
  check: z.boolean(),
  unsigned: z.boolean(),
  platform: z.enum(platforms),
  arch: z.enum(architectures),
  /** The folder of packages to announce; null where packages are made. */
  feed: z.string().nullable(),
  notes: z.string(),
  percentage: z.coerce.number().int().min(0).max(100),
})

function readArguments(): z.infer<typeof argumentsSchema> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      unsigned: { type: 'boolean', default: false },
      platform: { type: 'string' },
      arch: { type: 'string', default: process.arch },
      feed: { type: 'string' },
      notes: { type: 'string', default: 'notes.json' },
      percentage: { type: 'string', default: '100' },
    },
  })
  const own = platforms.find((platform) => nodePlatforms[platform] === process.platform)
  return argumentsSchema.parse({
    ...values,
    platform: values.platform ?? own,
    feed: values.feed ?? null,
  })
}

function parseArguments() {
  try {
    return readArguments()
  } catch {
    throw new Failure(`These arguments mean nothing: ${process.argv.slice(2).join(' ')}`, usage)
  }
}

async function check(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-package-'))
  try {
    const workshop = openWorkshop(folder)
    const notRun: string[] = []
    for (const { name, run } of checks) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- each uses both processors by itself
        await step(
          (seen) => `${name}: ${seen}`,
          () => run(workshop),
        )
      } catch (error) {
        if (!(error instanceof NotRun)) throw error
        notRun.push(`${name}: ${error.message}`)
      }
    }
    console.log(`${checks.length - notRun.length} of ${checks.length} checks were run.`)
    for (const line of notRun) console.log(`NOT RUN: ${line}`)
    console.log('Electron was a stand-in: the app itself has not been started.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function announce(folder: string, notesFile: string, percentage: number): Promise<void> {
  const { version } = manifestSchema.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  )
  const environment = process.env
  const names = await makeFeeds({
    folder,
    version,
    notesFile,
    percentage,
    environment,
    now: new Date(),
  })
  for (const name of names) console.log(`  ${join(folder, name)}, with its signature`)
}

async function main(): Promise<void> {
  const { check: onlyCheck, unsigned, feed, notes, percentage, ...target } = parseArguments()
  if (feed !== null) {
    await announce(feed, notes, percentage)
    return
  }
  await ensureBuilt()
  if (onlyCheck) {
    await check()
    return
  }
  const names = await step(
    () => `${describeTarget(target)}${unsigned ? ', signed by nobody' : ''}`,
    () => makePackage(target, { unsigned }),
  )
  for (const name of names) console.log(`  dist/${name}`)
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
