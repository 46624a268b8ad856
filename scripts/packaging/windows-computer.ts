/** What the journeys of the Windows installer do on a computer, and what they look at. */
import { deepStrictEqual } from 'node:assert'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { uninstallerName } from './windows-uninstaller.mjs'
import { waitUntilGone, windowsPath, type Folders, type Wine } from './wine.ts'

export const productName = 'Atradius Services Online'
export const programName = `${productName}.exe`
export const shortcutName = `${productName}.lnk`
const guid = 'af8c681e-3578-5fb9-8068-1d8cd1d7d275'
export const entryKey = `Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${guid}`
export const formerInstallerKey = `Software\\${guid}`
export const linkKey = 'Software\\Classes\\atradius-services-online'
export const linkCommandKey = `${linkKey}\\shell\\open\\command`

/** The codes that the installer documents, as far as the journeys meet them. */
export const exitCodes = {
  done: 0,
  damaged: 2,
  diskFull: 112,
  needsAdministrator: 740,
  failed: 1603,
  busy: 1618,
  wrongComputer: 1633,
  newerIsInstalled: 1638,
  wrongCommandLine: 1639,
} as const
export type Outcome = keyof typeof exitCodes

/** An installer with the files that it has to lay down, named from the folder of the app. */
export type Installer = {
  readonly file: string
  readonly version: string
  readonly files: readonly string[]
}

export type Scope = 'person' | 'everyone'

export type Computer = {
  readonly wine: Wine
  readonly folders: Folders
  /** The program of `wine-helper.nsi`. */
  readonly helper: string
  /** Made by electron-builder. */
  readonly present: Installer
  /** The version after it: one file more, one less, and a program that tells how it was started. */
  readonly next: Installer
  /** `next` with a fault in the middle. */
  readonly damaged: string
  /** For another processor. */
  readonly foreign: string
  /** A folder for whatever a journey writes outside Windows. */
  readonly scratch: string
}

/** Something that is tried on it, and that leaves it as it was. */
export type Journey = {
  readonly name: string
  readonly run: (computer: Computer) => Promise<void>
}

/** All files below `folder`, named from it, sorted. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !statSync(join(folder, path)).isDirectory())
    .toSorted()
}

/** Where the app of that scope is installed unless told otherwise. */
export function appFolder({ folders }: Computer, scope: Scope): string {
  return scope === 'person'
    ? join(folders.localData, 'Programs', productName)
    : join(folders.programs, productName)
}

/** What Windows calls {@link appFolder}. */
export function appFolderInWindows(computer: Computer, scope: Scope): string {
  const { folders } = computer
  const drive = join(folders.programs, '..')
  return `C:${appFolder(computer, scope).slice(drive.length).replaceAll('/', '\\')}`
}

export const updatesFolder = ({ folders }: Computer): string =>
  join(folders.localData, 'services-online-updater')

/** @throws {Failure} that says what was looked at, where it is not as it has to be */
export function expectSame(what: string, seen: unknown, wanted: unknown): void {
  try {
    deepStrictEqual(seen, wanted)
  } catch (error) {
    const difference = error instanceof Error ? error.message : ''
    throw new Failure(`${what}: ${difference}`, 'Look into resources/installer.')
  }
}

/** Runs a program and expects how it ends, in words wherever it is not done. */
async function runTo(computer: Computer, program: string, args: readonly string[], end: Outcome) {
  const { code, output } = await computer.wine.run(program, args)
  // Of an exit code Linux hands on the last eight bits.
  expectSame(`Exit code of ${program} ${args.join(' ')}`, code, exitCodes[end] & 0xff)
  const words = output.trim()
  if (end !== 'done' && end !== 'damaged') {
    expectSame(`It says why (${words})`, /^[A-Z“].{20,}\.$/m.test(words), true)
  }
  return words
}

/** Runs an installer silently. */
export function install(
  computer: Computer,
  installer: { readonly file: string },
  args: readonly string[] = [],
  end: Outcome = 'done',
): Promise<string> {
  return runTo(computer, windowsPath(installer.file), ['/S', ...args], end)
}

/** Runs the installer as somebody who is no administrator. */
export function installAsOrdinary(
  computer: Computer,
  { file }: Installer,
  args: readonly string[],
  end: Outcome,
): Promise<string> {
  const command = ['as-ordinary', windowsPath(file), '/S', ...args]
  return runTo(computer, windowsPath(computer.helper), command, end)
}

/** Runs the uninstaller of that scope silently; its own file goes after it has ended. */
export async function uninstall(
  computer: Computer,
  scope: Scope,
  args: readonly string[] = [],
  end: Outcome = 'done',
): Promise<string> {
  const program = `${appFolderInWindows(computer, scope)}\\${uninstallerName}`
  const words = await runTo(computer, program, ['/S', ...args], end)
  if (end === 'done') await waitUntilGone(join(appFolder(computer, scope), uninstallerName))
  return words
}

/** The app's folder holds what the installer has to lay down, and nothing else. */
export function expectInstalled(computer: Computer, scope: Scope, { files }: Installer): void {
  const wanted = [...files, 'installed-files.txt'].toSorted()
  expectSame(`Files for ${scope}`, filesIn(appFolder(computer, scope)), wanted)
}

const hive = { person: 'HKCU', everyone: 'HKLM' } as const

/** The values of a key in the part of the registry that is of that scope. */
export function registered({ wine }: Computer, scope: Scope, key: string) {
  return wine.registry(`${hive[scope]}\\${key}`)
}

/** What lies where an installation writes, apart from the temporary folder. */
export function traces({ folders }: Computer): readonly string[] {
  const places = [
    folders.localData,
    folders.roamingData,
    folders.desktop,
    folders.programs,
    folders.programData,
  ]
  const found = places.flatMap((place) => {
    if (!existsSync(place)) return []
    return readdirSync(place, { recursive: true, encoding: 'utf8' }).map((path) =>
      join(place, path),
    )
  })
  return found.filter((path) => !/[/\\]Temp(?:[/\\]|$)/.test(path)).toSorted()
}

/** The computer is as it was; the uninstaller's own folder goes a moment after it. */
export async function expectClean(computer: Computer, before: readonly string[]): Promise<void> {
  for (const scope of ['person', 'everyone'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await waitUntilGone(appFolder(computer, scope))
    for (const key of [entryKey, formerInstallerKey, linkKey]) {
      // oxlint-disable-next-line no-await-in-loop -- one computer
      expectSame(`${key} for ${scope}`, await registered(computer, scope, key), null)
    }
  }
  expectSame('What is left of it', traces(computer), before)
}

/** Removes a journey's own files. */
export function clear(...paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true })
}
