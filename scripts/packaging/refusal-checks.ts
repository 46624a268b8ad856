/** Packages that must not come about: another machine's libraries inside, or called a release unsigned. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { build, type BuildOptions } from './build.ts'
import { libraryNames } from './native-library.mjs'
import { nodePlatforms, platforms, type Platform, type Target } from './target.ts'
import { mendConfiguration, withoutSigning, type Check, type Workshop } from './workshop.ts'

const otherArch = { x64: 'arm64', arm64: 'x64' } as const

/** @throws {Failure} where the package comes about all the same, or is refused for something else */
async function expectRefusal(
  project: { readonly folder: string; readonly target: Target },
  options: BuildOptions,
  reason: string,
): Promise<void> {
  const { code, output } = await build(project, options)
  if (code === 0 || !output.includes(reason)) {
    throw new Failure(`Not refused, or not because “${reason}”:\n${output}`, mendConfiguration)
  }
}

/** Installed for the one and packaged for the other, as a run for both architectures does. */
async function refuseOtherArch(platform: Platform, { packaged }: Workshop): Promise<string> {
  const { project, electron } = await packaged({ platform, arch: 'x64' })
  const arch = otherArch.x64
  const wanted = libraryNames({ platform: nodePlatforms[platform], arch }) ?? []
  const target = { platform, arch } as const
  await expectRefusal(
    { folder: project.folder, target },
    {
      targets: ['dir'],
      configuration: 'electron-builder.unsigned.yml',
      electron,
      args: withoutSigning(target),
    },
    `must hold ${wanted.join(' and ')} alone`,
  )
  return `installed for x64, packaged for ${arch}: refused`
}

/** A library under the right name that was made for another machine. */
async function refuseDisguise({ packaged, folder }: Workshop): Promise<string> {
  const { project, electron } = await packaged({ platform: 'win', arch: 'x64' })
  const disguised = join(folder, 'disguised')
  cpSync(project.folder, disguised, { recursive: true, verbatimSymlinks: true })
  const builds = join(disguised, 'node_modules/better-sqlite3-multiple-ciphers/prebuilds')
  cpSync(join(builds, 'win32-arm64.node'), join(builds, 'win32-x64.node'))
  await expectRefusal(
    { folder: disguised, target: project.target },
    { targets: ['dir'], configuration: 'electron-builder.unsigned.yml', electron },
    'is for win32-arm64 by its own header',
  )
  rmSync(disguised, { recursive: true })
  return 'a library of another machine under the right name: refused'
}

/** What the environment of a release says, save the keys. */
const withoutKeys = {
  UPDATE_FEED: 'https://updates.example/',
  UPDATE_PUBLIC_KEYS: 'a key',
  PUBLISHER_NAME: 'Atradius',
} as const

/** The part of the environment that decides about a release, as a run begins without any of it. */
const missingKeys: Readonly<Record<Platform, string>> = {
  win: 'a certificate: WIN_CSC_LINK',
  mac: 'a certificate: CSC_LINK',
  linux: 'GPG_KEY',
}

async function refuseUnsigned(platform: Platform, { packaged }: Workshop): Promise<string> {
  const target = { platform, arch: 'x64' } as const
  const { project, electron } = await packaged(target)
  const options = {
    targets: ['dir'],
    configuration: 'electron-builder.yml',
    electron,
    args: withoutSigning(target),
  } as const
  await expectRefusal(project, options, 'UPDATE_FEED')
  await expectRefusal(project, { ...options, env: withoutKeys }, missingKeys[platform])
  if (platform === 'win') {
    const env = { ...withoutKeys, WINDOWS_SIGN_PROGRAM: '/bin/true' }
    await expectRefusal(project, { ...options, env }, 'has not signed')
  }
  return 'without a feed, or without keys: refused'
}

export const refusalChecks: readonly Check[] = [
  ...platforms.map((platform) => ({
    name: `${platform}, another architecture`,
    run: (workshop: Workshop) => refuseOtherArch(platform, workshop),
  })),
  { name: 'win, another machine in disguise', run: refuseDisguise },
  ...platforms.map((platform) => ({
    name: `${platform}, an unsigned release`,
    run: (workshop: Workshop) => refuseUnsigned(platform, workshop),
  })),
]
