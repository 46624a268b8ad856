/** Makes packages for people: with Electron itself, signed where they are a release. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { dataFolder, root } from '../lib/paths.mjs'
import { runCaptured } from '../lib/processes.ts'
import { build } from './build.ts'
import { componentList } from './component-list.ts'
import { electronDistribution } from './electron-distribution.ts'
import { writeFeedFile } from './feed-file.ts'
import { installedProject, type Project } from './installed-project.ts'
import { debEnvironment } from './linux-tools.ts'
import { nsisEnvironment } from './nsis.ts'
import { missingForRelease } from './release.config.mjs'
import { describeTarget, nodePlatforms, versionOf, type Target } from './target.ts'
import { thirdParties } from './third-party.ts'

const distFolder = join(root, 'dist')
/** What people and administrators call the platforms. */
const platformNames = { win: 'windows', mac: 'macos', linux: 'linux' } as const

type Environment = Readonly<Record<string, string>>

/** The tools of this machine that electron-builder is to use instead of its own. */
async function toolsFor({ platform }: Target, folder: string): Promise<Environment> {
  if (platform === 'win') return nsisEnvironment(join(folder, 'nsis'))
  return platform === 'linux' ? debEnvironment() : {}
}

/** Beside the packages: whose work is inside, for people and for tools. */
async function writeLists(project: Project): Promise<readonly string[]> {
  const { target, folder } = project
  const version = versionOf(root)
  const name = `services-online-${version}-${platformNames[target.platform]}-${target.arch}`
  const list = await componentList(
    { name: 'services-online', version },
    target,
    thirdParties(folder),
  )
  writeFileSync(join(distFolder, `${name}.cdx.json`), list)
  cpSync(join(folder, 'THIRD-PARTY.txt'), join(distFolder, `${name}.THIRD-PARTY.txt`))
  return [`${name}.cdx.json`, `${name}.THIRD-PARTY.txt`]
}

/** A signature beside each file, as people on Linux check them. */
async function signWithGpg(names: readonly string[], key: string): Promise<readonly string[]> {
  for (const name of names) {
    const args = ['--batch', '--yes', '--armor', '--local-user', key, '--detach-sign', name]
    // oxlint-disable-next-line no-await-in-loop -- one agent asks for one passphrase at a time
    const { code, output } = await runCaptured('gpg', args, { cwd: distFolder })
    if (code !== 0)
      throw new Failure(`gpg did not sign ${name}:\n${output}`, 'See that it has GPG_KEY.')
  }
  return names.map((name) => `${name}.asc`)
}

/** Files for people and for their updates; the rest is what electron-builder worked with. */
const isArtifact = (name: string) =>
  /\.(?:exe|dmg|zip|AppImage|deb|blockmap)$/.test(name) || /^latest.*\.yml$/.test(name)

/**
 * Makes the packages of `target` in `dist`.
 * @returns the names of the files
 * @throws {Failure} where something is missing, or a release would not be one
 */
export async function makePackage(
  target: Target,
  { unsigned }: { readonly unsigned: boolean },
): Promise<readonly string[]> {
  const { platform } = target
  if (!unsigned) {
    const missing = missingForRelease(nodePlatforms[platform], process.env, process.platform)
    if (missing.length > 0) {
      const list = missing.map((line) => `  - ${line}`).join('\n')
      throw new Failure(`This is no release. Missing:\n${list}`, 'Set them, or add --unsigned.')
    }
  }
  const electron = await electronDistribution(target)
  const folder = join(dataFolder, 'packaging', 'made', describeTarget(target))
  rmSync(folder, { recursive: true, force: true })
  const project = await installedProject(join(folder, 'project'), target)
  if (project.libraries !== 'real') {
    throw new Failure(
      `The libraries with native code for ${describeTarget(target)} could not be installed.`,
      'See that the npm registry answers ("npm ping"), then run again.',
    )
  }
  const { code, output } = await build(project, {
    targets: [],
    configuration: unsigned ? 'electron-builder.unsigned.yml' : 'electron-builder.yml',
    electron,
    env: { ...process.env, ...(await toolsFor(target, folder)) },
  })
  if (code !== 0)
    throw new Failure(`electron-builder failed:\n${output}`, 'Its own words are above.')
  const made = readdirSync(join(project.folder, 'dist')).filter(isArtifact)
  mkdirSync(distFolder, { recursive: true })
  for (const name of made) {
    const file = join(project.folder, 'dist', name)
    if (name.endsWith('.yml')) writeFeedFile(file, join(distFolder, name))
    else cpSync(file, join(distFolder, name))
  }
  const names = [...made, ...(await writeLists(project))]
  const key = process.env['GPG_KEY'] ?? ''
  if (unsigned || platform !== 'linux') return names
  return [...names, ...(await signWithGpg(names, key))]
}
