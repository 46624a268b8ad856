/** From a file that was fetched to a version that is installed, with the way back kept open. */
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assertNever } from '../../shared/assert-never.ts'
import { sha512Of } from './download.ts'
import type { ReplaceKind } from './installation.ts'
import type { Release } from './release.ts'
import { replaceAppImage, runNsis, type Start } from './run-installer.ts'
import { endTrial, writeTrial, type Former } from './trial.ts'
import { UpdateError } from './update-error.ts'

/** A file of a release, as it was fetched. */
export type Fetched = { readonly release: Release; readonly path: string }

export type Installer = {
  /**
   * Verifies the file once more, keeps what one would go back to, and notes that a trial begins.
   * @throws UpdateError `update_file_refused`; else what the file system throws
   */
  readonly prepare: (fetched: Fetched) => Promise<void>
  /** The last thing that the app does. @throws what the system says where nothing was begun */
  readonly run: (fetched: Fetched, restart: boolean) => Promise<void>
}

export type InstallerOptions = {
  readonly replaces: ReplaceKind
  /** Of the app that runs. */
  readonly version: string
  readonly folder: string
  readonly cacheFolder: string
  /** The file that runs, where it is an AppImage. */
  readonly appImage: string | undefined
  /** Null where the system's signature of the file is good. */
  readonly verifyPublisher: (path: string) => Promise<string | null>
  readonly start: Start
  /** macOS: Squirrel has the new version and starts it. */
  readonly restartIntoUpdate: () => void
}

/** The installer of this kind of installation; nothing happens before it is asked. */
export function createInstaller(options: InstallerOptions): Installer {
  const { replaces, folder, cacheFolder, appImage, start } = options

  /** Somebody else may have written it since: what is run is what was announced. */
  async function verify({ release, path }: Fetched): Promise<void> {
    const found = await sha512Of(path).catch(() => null)
    const announced = release.files.some(({ sha512 }) => sha512 === found)
    if (!announced || (await options.verifyPublisher(path)) !== null) {
      throw new UpdateError('update_file_refused')
    }
  }

  async function keepFormer(): Promise<Former | null> {
    switch (replaces) {
      case 'nsis': {
        // The installer of what runs lies there; the next one moves it to where it is noted.
        const present = join(cacheFolder, 'installer.exe')
        if (!(await isThere(present))) return null
        return {
          path: join(cacheFolder, 'former', 'installer.exe'),
          sha512: await sha512Of(present),
        }
      }
      case 'appImage': {
        if (appImage === undefined) return null
        const path = join(cacheFolder, 'former', 'services-online.AppImage')
        await mkdir(join(cacheFolder, 'former'), { recursive: true, mode: 0o700 })
        await copyFile(appImage, path)
        return { path, sha512: await sha512Of(path) }
      }
      case 'squirrel':
        // Squirrel takes no earlier version's place by itself: a person has to.
        return null
      default:
        return assertNever(replaces)
    }
  }

  async function replace({ path }: Fetched, restart: boolean): Promise<void> {
    const how = { restart, back: false }
    switch (replaces) {
      case 'nsis':
        return runNsis(start, path, how)
      case 'appImage':
        return appImage === undefined ? undefined : replaceAppImage(start, path, appImage, how)
      case 'squirrel':
        // It has the new version already, and waits for the end of the app.
        return restart ? options.restartIntoUpdate() : undefined
      default:
        return assertNever(replaces)
    }
  }

  return {
    async prepare(fetched) {
      await verify(fetched)
      const former = await keepFormer()
      const [from, to] = [options.version, fetched.release.version]
      writeTrial(folder, { from, to, starts: 0, former, goesBack: false })
    },
    async run(fetched, restart) {
      try {
        await replace(fetched, restart)
      } catch (error) {
        endTrial(folder)
        throw error
      }
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
