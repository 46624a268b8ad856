/** Where packages are made to be looked at: each once, with a stand-in for Electron. */
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { build } from './build.ts'
import { installedProject, type Project } from './installed-project.ts'
import { leaveLitter } from './litter.ts'
import { standInElectron } from './stand-in-electron.ts'
import { describeTarget, packagedApp, type PackagedApp, type Target } from './target.ts'

export type Packaged = {
  readonly project: Project
  /** The folder that stands for Electron's distribution. */
  readonly electron: string
  readonly app: PackagedApp
}

/** One thing that `npm run package -- --check` tries. */
export type Check = {
  readonly name: string
  /**
   * @returns what was seen, in a line
   * @throws {Failure} where a package is not as it has to be
   * @throws {NotRun} where this machine cannot try it
   */
  readonly run: (workshop: Workshop) => Promise<string>
}

/** Says why a check was not run; it has then neither passed nor failed. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}

export type Workshop = {
  /** A folder for whatever is made; it is deleted at the end. */
  readonly folder: string
  /** The app for `target` as a folder, unsigned; the same one for all who ask. */
  readonly packaged: (target: Target) => Promise<Packaged>
}

export const mendConfiguration =
  'Mend electron-builder.yml (https://www.electron.build/configuration).'

/** What signs on macOS alone, and has to be left out elsewhere. */
export const withoutSigning = ({ platform }: Target): readonly string[] =>
  platform === 'mac' ? ['-c.electronFuses.resetAdHocDarwinSignature=false'] : []

async function packageFolder(folder: string, target: Target): Promise<Packaged> {
  const electron = join(folder, 'electron')
  await standInElectron(electron, target)
  const project = await installedProject(join(folder, 'project'), target)
  leaveLitter(project.folder)
  const { code, output } = await build(project, {
    targets: ['dir'],
    configuration: 'electron-builder.unsigned.yml',
    electron,
    args: withoutSigning(target),
  })
  if (code !== 0) {
    const name = describeTarget(target)
    throw new Failure(`electron-builder failed for ${name}:\n${output}`, mendConfiguration)
  }
  return { project, electron, app: packagedApp(join(project.folder, 'dist'), target) }
}

/** A workshop in `folder`, which the caller deletes. */
export function openWorkshop(folder: string): Workshop {
  const made = new Map<string, Promise<Packaged>>()
  return {
    folder,
    packaged: (target) => {
      const name = describeTarget(target)
      const known = made.get(name) ?? packageFolder(join(folder, name), target)
      made.set(name, known)
      return known
    },
  }
}
