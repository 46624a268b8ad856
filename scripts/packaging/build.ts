/** Runs electron-builder, for one platform and one architecture. */
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { runCaptured, type Finished } from '../lib/processes.ts'
import type { Project } from './installed-project.ts'
import { electronVersion } from './target.ts'

const modules = join(root, 'node_modules')

export type BuildOptions = {
  /** electron-builder's names, e.g. `dir`, `nsis`, `deb`. */
  readonly targets: readonly string[]
  readonly configuration: 'electron-builder.yml' | 'electron-builder.unsigned.yml'
  /** Electron's distribution, as a folder or as its zip file. */
  readonly electron: string
  readonly args?: readonly string[]
  readonly env?: Readonly<NodeJS.ProcessEnv>
}

/** Packages `project` into its `dist`. Never rejects for what electron-builder refuses. */
export function build(project: Project, options: BuildOptions): Promise<Finished> {
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
    { cwd: project.folder, env: { ...process.env, NODE_PATH: modules, ...options.env } },
  )
}
