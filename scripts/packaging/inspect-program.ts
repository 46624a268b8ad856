/** What the program itself says: its fuses, the archive that it accepts, its name and its rights. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import plist from 'plist'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { z } from 'zod'
import { readArchive } from './archive.ts'
import { machineOf } from './native-library.mjs'
import { describeTarget, nodePlatforms, type PackagedApp } from './target.ts'

/** A fuse is a byte in the program: the digit 1 or 0. */
const fuseByte = { on: 0x31, off: 0x30 } as const
/** As `electron-builder.yml` wants them. */
const wantedFuses = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
] as const

/** What is wrong with the fuses of `app`. */
export async function fuseComplaints(app: PackagedApp): Promise<readonly string[]> {
  // On macOS the tool finds the framework by the name of the bundle.
  const path = app.target.platform === 'mac' ? join(app.folder, '..') : app.fuseHolder
  const wire = await getCurrentFuseWire(path)
  return wantedFuses
    .filter(([fuse, on]) => Number(wire[fuse]) !== (on ? fuseByte.on : fuseByte.off))
    .map(([fuse, on]) => `The fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`)
}

/** For which machine the program was made. */
export function machineComplaints({ target, program }: PackagedApp): readonly string[] {
  const made = machineOf(readFileSync(program))
  return made?.platform === nodePlatforms[target.platform] && made.arch === target.arch
    ? []
    : [`The program is not for ${describeTarget(target)}`]
}

/** What a package has to say of itself. */
export type Identity = {
  readonly productName: string
  readonly version: string
  readonly appId: string
  readonly company: string
  readonly copyright: string
  readonly scheme: string
  readonly category: string
  readonly minimumSystemVersion: string
}

type Facts = Readonly<Record<string, string | undefined>>

function differences(found: Facts, wanted: Facts): readonly string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => found[name] !== value)
    .map(([name, value]) => `${name} is ${found[name] ?? 'not there'}, not ${value ?? 'absent'}`)
}

/** Four numbers in two, as Windows keeps them: what updates and administrators' tools compare. */
const numbersOf = (high: number, low: number): string =>
  [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff].join('.')

const integritySchema = z.array(
  z.object({ file: z.string(), alg: z.literal('SHA256'), value: z.string() }),
)

/** What is wrong with the resources of Windows' program. */
function windowsComplaints(app: PackagedApp, identity: Identity, hash: string): readonly string[] {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(app.program)))
  const [version] = Resource.VersionInfo.fromEntries(entries)
  const [language] = version?.getAllLanguagesForStringValues() ?? []
  const strings = language === undefined ? {} : (version?.getStringValues(language) ?? {})
  const text = (type: number | string, id: number | string) => {
    const entry = entries.find((one) => one.type === type && one.id === id)
    return entry === undefined ? '' : Buffer.from(entry.bin).toString('utf8')
  }
  const integrity = integritySchema.safeParse(
    JSON.parse(text('INTEGRITY', 'ELECTRONASAR') || 'null'),
  )
  const known = integrity.data?.find(({ file }) => file === 'resources\\app.asar')?.value
  const level = /requestedExecutionLevel[^>]*level="(\w+)"/.exec(text(24, 1))?.[1]
  const icons = Resource.IconGroupEntry.fromEntries(entries).flatMap((group) => group.icons)
  const { fixedInfo } = version ?? Resource.VersionInfo.createEmpty()
  return differences(
    {
      ...strings,
      numbers: numbersOf(fixedInfo.fileVersionMS, fixedInfo.fileVersionLS),
      level,
      integrity: known,
      icon: icons.length > 0 ? 'there' : undefined,
    },
    {
      ProductName: identity.productName,
      FileDescription: identity.productName,
      CompanyName: identity.company,
      LegalCopyright: identity.copyright,
      FileVersion: identity.version,
      ProductVersion: `${identity.version}.0`,
      numbers: `${identity.version}.0`,
      level: 'asInvoker',
      integrity: hash,
      icon: 'there',
    },
  )
}

const propertiesSchema = z.object({
  CFBundleIdentifier: z.string(),
  CFBundleName: z.string(),
  CFBundleShortVersionString: z.string(),
  LSApplicationCategoryType: z.string(),
  LSMinimumSystemVersion: z.string(),
  NSHumanReadableCopyright: z.string(),
  NSCameraUsageDescription: z.string().optional(),
  NSMicrophoneUsageDescription: z.string().optional(),
  NSBluetoothAlwaysUsageDescription: z.string().optional(),
  CFBundleURLTypes: z.array(z.object({ CFBundleURLSchemes: z.array(z.string()) })),
  NSAppTransportSecurity: z.object({ NSAllowsArbitraryLoads: z.boolean() }),
  ElectronAsarIntegrity: z.record(
    z.string(),
    z.object({ algorithm: z.literal('SHA256'), hash: z.string() }),
  ),
})

/** What is wrong with the property list of the bundle for macOS. */
function macComplaints(app: PackagedApp, identity: Identity, hash: string): readonly string[] {
  const list: unknown = plist.parse(readFileSync(join(app.folder, 'Info.plist'), 'utf8'))
  const parsed = propertiesSchema.safeParse(list)
  if (!parsed.success) return [`Info.plist: ${z.prettifyError(parsed.error)}`]
  const {
    CFBundleURLTypes: links,
    NSAppTransportSecurity: transport,
    ElectronAsarIntegrity: integrity,
    ...rest
  } = parsed.data
  return differences(
    {
      ...rest,
      schemes: links.flatMap((one) => one.CFBundleURLSchemes).join(),
      integrity: integrity['Resources/app.asar']?.hash,
      unencrypted: transport.NSAllowsArbitraryLoads ? 'allowed' : 'refused',
    },
    {
      CFBundleIdentifier: identity.appId,
      CFBundleName: identity.productName,
      CFBundleShortVersionString: identity.version,
      LSApplicationCategoryType: identity.category,
      LSMinimumSystemVersion: identity.minimumSystemVersion,
      NSHumanReadableCopyright: identity.copyright,
      // It uses none of these, so the system need not offer them to it.
      NSCameraUsageDescription: undefined,
      NSMicrophoneUsageDescription: undefined,
      NSBluetoothAlwaysUsageDescription: undefined,
      schemes: identity.scheme,
      integrity: hash,
      unencrypted: 'refused',
    },
  )
}

/** What is wrong with how `app` presents itself to its system, the hash of its archive included. */
export function identityComplaints(app: PackagedApp, identity: Identity): readonly string[] {
  const { headerHash } = readArchive(app.resources)
  const { platform } = app.target
  if (platform === 'win') return windowsComplaints(app, identity, headerHash)
  if (platform === 'mac') return macComplaints(app, identity, headerHash)
  // Electron compares no hash on Linux, and there the package says what the app is.
  return []
}
