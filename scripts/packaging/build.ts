/** Runs electron-builder, for one platform and one architecture. */
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { runCaptured, type Finished } from '../lib/processes.ts'
import type { Project } from './installed-project.ts'
import { releaseVariables } from './release.config.mjs'
import { electronVersion } from './target.ts'

const modules = join(root, 'node_modules')

export type BuildOptions = {
  /** electron-builder's names, e.g. `dir`, `nsis`, `deb`. */
  readonly targets: readonly string[]
  readonly configuration: 'electron-builder.yml' | 'electron-builder.unsigned.yml'
  /** Electron's distribution, as a folder or as its zip file. */
  readonly electron: string
  readonly args?: readonly string[]
  /** What else is in the environment: of a release's variables those that are here, and no other. */
  readonly env?: Readonly<NodeJS.ProcessEnv>
}

const withoutRelease = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !releaseVariables.includes(name)))

/** Packages `project` into its `dist`. Never rejects for what electron-builder refuses. */
export function build(
  project: Pick<Project, 'folder' | 'target'>,
  options: BuildOptions,
): Promise<Finished> {
  const { platform, arch } = project.target
  return runCaptured(
    process.execPath,
    [
      join(modules, 'electron-builder/cli.js'),
      `--${platform}`,
      ...options.targets,
      `--${arch}`,
      '--publish=never',
      `--config=${options.configuration}`,
      `-c.electronDist=${options.electron}`,
      `-c.electronVersion=${electronVersion()}`,
      ...(options.args ?? []),
    ],
    {
      cwd: project.folder,
      env: { ...withoutRelease(process.env), NODE_PATH: modules, ...options.env },
    },
  )
}
