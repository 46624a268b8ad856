/**
 * `npm run package -- --check`: makes a package of each kind with a stand-in for Electron, and
 * looks into it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.ts'
import { reportFailure } from './lib/failure.mjs'
import { step } from './lib/steps.ts'
import { folderChecks } from './packaging/folder-checks.ts'
import { refusalChecks } from './packaging/refusal-checks.ts'
import { openWorkshop, type Check } from './packaging/workshop.ts'

const checks: readonly Check[] = [...folderChecks, ...refusalChecks]

async function check(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-package-'))
  try {
    const workshop = openWorkshop(folder)
    for (const { name, run } of checks) {
      // oxlint-disable-next-line no-await-in-loop -- each uses both processors by itself
      await step(
        (seen) => `${name}: ${seen}`,
        () => run(workshop),
      )
    }
    console.log('Electron was a stand-in: nothing of this has been started.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await ensureBuilt()
  await check()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
