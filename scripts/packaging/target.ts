/** What a package is for, and where electron-builder puts things for it. */
import { join } from 'node:path'
import { z } from 'zod'
import { readFileSync } from 'node:fs'
import { root } from '../lib/paths.mjs'

export const platforms = ['linux', 'win', 'mac'] as const
export const architectures = ['x64', 'arm64'] as const

/** As electron-builder's command line names them. */
export type Platform = (typeof platforms)[number]
export type Arch = (typeof architectures)[number]
export type Target = { readonly platform: Platform; readonly arch: Arch }

/** Node's and npm's names for the platforms. */
export const nodePlatforms = {
  linux: 'linux',
  win: 'win32',
  mac: 'darwin',
} as const satisfies Record<Platform, string>

const manifestSchema = z.object({ version: z.string() })

/** The version in the `package.json` of `folder`. */
export function versionOf(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  return manifestSchema.parse(JSON.parse(text)).version
}

export const electronVersion = (): string => versionOf(join(root, 'node_modules', 'electron'))

export const describeTarget = ({ platform, arch }: Target): string => `${platform}-${arch}`

/** The app as it lies on a disk once it is installed. */
export type PackagedApp = {
  readonly target: Target
  /** All of it. */
  readonly folder: string
  readonly resources: string
  /** What a person starts. */
  readonly program: string
  /** What holds the fuses: on macOS that is Electron's framework. */
  readonly fuseHolder: string
}

const productName = 'Atradius Services Online'
const framework = 'Frameworks/Electron Framework.framework/Versions/A/Electron Framework'

/** The app that electron-builder left in `dist` for `target`. */
export function packagedApp(dist: string, target: Target): PackagedApp {
  const { platform, arch } = target
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'mac') {
    const folder = join(dist, `mac${suffix}`, `${productName}.app`, 'Contents')
    const program = join(folder, 'MacOS', productName)
    const resources = join(folder, 'Resources')
    return { target, folder, resources, program, fuseHolder: join(folder, framework) }
  }
  const folder = join(dist, `${platform}${suffix}-unpacked`)
  const program = join(folder, platform === 'win' ? `${productName}.exe` : 'services-online')
  return { target, folder, resources: join(folder, 'resources'), program, fuseHolder: program }
}
