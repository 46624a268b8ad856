/** What was installed here, and whether the app may replace it without an administrator's rights. */
import { randomBytes } from 'node:crypto'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, win32 } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import { trustedUrlSchema } from '../platform/configuration/managed-settings.ts'

/** How an installation is replaced: by its installer, by macOS' Squirrel, or as the one file that it is. */
export type ReplaceKind = 'nsis' | 'squirrel' | 'appImage'

export type Installation =
  | { readonly kind: 'own'; readonly replaces: ReplaceKind }
  /** For everyone on this computer, or in a folder that this person cannot write. */
  | { readonly kind: 'managed' }

const managed: Installation = { kind: 'managed' }

/** Where Windows installs for everyone, whatever rights this person has just now. */
const programFiles = /^[A-Z]:\\Program Files(?: \((?:x86|Arm)\))?\\/i

/** What is looked at, of a packaged app. */
type Installed = {
  readonly platform: NodeJS.Platform
  /** The path of the program that runs. */
  readonly program: string
  /** The folder that electron-builder put its own files into. */
  readonly resources: string
  /** The file that a Linux AppImage runs from: `APPIMAGE`, set by its runtime, and by anybody. */
  readonly appImage: string | undefined
}

/** Tries whether the app may be replaced: what the system says of rights is not always so. */
export function installationOf(installed: Installed): Installation {
  const { platform, program, resources, appImage } = installed
  if (platform === 'win32') {
    if (programFiles.test(program)) return managed
    return ownIf(canWriteIn(win32.dirname(program)), 'nsis')
  }
  if (platform === 'darwin') {
    // …/Atradius Services Online.app/Contents/MacOS/Atradius Services Online
    const bundle = dirname(dirname(dirname(program)))
    return ownIf(canWriteIn(bundle) && canWriteIn(dirname(bundle)), 'squirrel')
  }
  // electron-builder leaves this in packages of a distribution: root updates those, as all the others.
  if (isFile(join(resources, 'package-type'))) return managed
  if (appImage === undefined || !isFile(appImage)) return managed
  return ownIf(canWriteIn(dirname(appImage)), 'appImage')
}

function ownIf(may: boolean, replaces: ReplaceKind): Installation {
  return may ? { kind: 'own', replaces } : managed
}

/** By trying: on Windows the file system's own answer looks at no rights. */
function canWriteIn(folder: string): boolean {
  const path = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    writeFileSync(path, '', { flag: 'wx' })
    rmSync(path)
    return true
  } catch {
    return false
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

const configurationSchema = z.object({
  url: trustedUrlSchema.exactOptional(),
  updaterCacheDirName: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  publisherName: z.union([z.string(), z.array(z.string()).min(1)]).exactOptional(),
})

/** What electron-builder wrote of updates when this version was packaged. */
export type PackagedConfiguration = {
  readonly feed: URL | null
  /** The name of the folder of downloads. */
  readonly cacheName: string
  /** Whose signature Windows must find on an installer. */
  readonly publishers: readonly string[]
}

/** Null where there is none, or it says nothing that can be used: this package was given no feed. */
export async function readPackagedConfiguration(
  path: string,
): Promise<PackagedConfiguration | null> {
  try {
    const read = configurationSchema.parse(load(await readFile(path, 'utf8')))
    const { url, updaterCacheDirName: cacheName, publisherName = [] } = read
    const publishers = typeof publisherName === 'string' ? [publisherName] : publisherName
    return { feed: url ?? null, cacheName, publishers }
  } catch {
    return null
  }
}
