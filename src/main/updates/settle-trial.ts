/** What became of an update, known once a page of the version that runs works. */
import type { Log } from '../platform/log/log.ts'
import type { KnownReleases } from './known-releases.ts'
import { endTrial, readTrial } from './trial.ts'

/**
 * Ends the trial, if there is one: the new version works, was given up, or was never installed.
 * @param options.version of the app that runs
 * @param options.tellWentBack told once of the version from which the app went back
 * @throws what the file system throws; the trial then goes on
 */
export async function settleTrial(options: {
  readonly folder: string
  readonly version: string
  readonly known: KnownReleases
  readonly tellWentBack: (from: string) => void
  readonly log: Log
}): Promise<void> {
  const { folder, version, known, log } = options
  const trial = readTrial(folder)
  if (trial !== null) {
    const { from, to, goesBack } = trial
    log.info('update settled', { from, to, running: version, goesBack })
    if (to === version) await known.update({ notInstalled: null })
    else if (goesBack) {
      const refused = [...new Set([...known.values().refused, to])].slice(-100)
      await known.update({ refused, wentBackFrom: to })
    } else await known.update({ notInstalled: to })
    endTrial(folder)
  }
  const { wentBackFrom } = known.values()
  if (wentBackFrom === null) return
  options.tellWentBack(wentBackFrom)
  await known.update({ wentBackFrom: null })
}
