/** Back to the version before, where the new one does not come to a page that works. */
import { sha512Of } from './download.ts'
import { replaceAppImage, runNsis, type Start } from './run-installer.ts'
import { endTrial, writeTrial, type Trial } from './trial.ts'

/**
 * Verifies what was kept of the former version and starts it; the app then has to end.
 * @param options.restoreStores puts back the stores that the new version has changed
 * @throws what the file system throws where the trial cannot be ended
 * @returns false where there is no way back: the trial is then over, and the app starts on
 */
export async function goBack(options: {
  readonly trial: Trial
  readonly folder: string
  readonly platform: NodeJS.Platform
  /** The file that runs, where it is an AppImage. */
  readonly appImage: string | undefined
  /** Null where the system's signature of the file is good. */
  readonly verifyPublisher: (path: string) => Promise<string | null>
  readonly restoreStores: () => void
  readonly start: Start
}): Promise<boolean> {
  const { trial, folder, platform, appImage, start } = options
  try {
    const { former } = trial
    // Tried before, and yet this version has started again.
    if (former === null || trial.goesBack) throw new Error('There is no way back.')
    if ((await sha512Of(former.path)) !== former.sha512) throw new Error('It is another file.')
    if ((await options.verifyPublisher(former.path)) !== null) throw new Error('Unknown publisher.')
    writeTrial(folder, { ...trial, goesBack: true })
    options.restoreStores()
    const how = { restart: true, back: true }
    if (platform === 'win32') await runNsis(start, former.path, how)
    else if (appImage !== undefined) await replaceAppImage(start, former.path, appImage, how)
    else throw new Error('This system has no way back.')
    return true
  } catch {
    endTrial(folder)
    return false
  }
}
