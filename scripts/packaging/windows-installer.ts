/** Makes the installer for Windows, opens it, and runs it under Wine. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from '../lib/debian.ts'
import { Failure } from '../lib/failure.mjs'
import { runCaptured } from '../lib/processes.ts'
import { build } from './build.ts'
import { nsisEnvironment } from './nsis.ts'
import { versionOf, type Arch } from './target.ts'
import {
  expectClean,
  expectSame,
  filesIn,
  programName,
  traces,
  type Computer,
  type Installer,
} from './windows-computer.ts'
import { installing } from './windows-installing.ts'
import { refusing } from './windows-refusals.ts'
import { uninstalling } from './windows-uninstalling.ts'
import { compileNsis, uninstallerName, uninstallerScript } from './windows-uninstaller.mjs'
import { openWine } from './wine.ts'
import { mendConfiguration, NotRun, type Check, type Packaged, type Workshop } from './workshop.ts'

const installerScript = 'resources/installer/installer.nsi'
const helperScript = 'scripts/packaging/wine-helper.nsi'
const nextVersion = '99.0.0-beta.1'

const nsisFolder = (workshop: Workshop): string => join(workshop.folder, 'nsis')

type Made = { readonly installer: Installer; readonly packaged: Packaged }
const made = new Map<string, Promise<Made>>()

/** The installer as electron-builder makes it, once, with what it has to lay down. */
function makeInstaller(workshop: Workshop, arch: Arch): Promise<Made> {
  const name = join(workshop.folder, arch)
  const known = made.get(name) ?? makeInstallerAnew(workshop, arch)
  made.set(name, known)
  return known
}

async function makeInstallerAnew(workshop: Workshop, arch: Arch): Promise<Made> {
  const packaged = await workshop.packaged({ platform: 'win', arch })
  const { app, project, electron } = packaged
  const { code, output } = await build(project, {
    targets: ['nsis'],
    configuration: 'electron-builder.unsigned.yml',
    electron,
    env: await nsisEnvironment(nsisFolder(workshop)),
  })
  if (code !== 0) {
    throw new Failure(`electron-builder made no installer:\n${output}`, mendConfiguration)
  }
  const version = versionOf(project.folder)
  const file = join(project.folder, 'dist', `services-online-${version}-windows-${arch}.exe`)
  return { installer: { file, version, files: filesIn(app.folder) }, packaged }
}

/** 7-Zip reads NSIS' format: the installer holds the packaged app, byte for byte, and that alone. */
async function lookInside(workshop: Workshop, arch: Arch): Promise<string> {
  const { installer, packaged } = await makeInstaller(workshop, arch)
  const folder = join(workshop.folder, `opened-${arch}`)
  const { code, output } = await runCaptured('7z', ['x', '-y', `-o${folder}`, installer.file])
  if (code !== 0) throw new Failure(`7-Zip does not open the installer:\n${output}`, '')
  const laidDown = join(folder, '$INSTDIR.new')
  expectSame('Files of the installer', filesIn(laidDown), installer.files)
  expectSame('An uninstaller', installer.files.includes(uninstallerName), true)
  for (const path of installer.files) {
    const same = readFileSync(join(laidDown, path)).equals(
      readFileSync(join(packaged.app.folder, path)),
    )
    expectSame(path, same, true)
  }
  rmSync(folder, { recursive: true })
  return `${installer.files.length} files`
}

/** The version after it, by NSIS alone. */
async function makeNext(packaged: Packaged, nsis: string, helper: string): Promise<Installer> {
  const { app, project } = packaged
  const folder = join(project.folder, 'next')
  const unpacked = join(folder, 'win-unpacked')
  cpSync(app.folder, unpacked, { recursive: true })
  cpSync(helper, join(unpacked, programName))
  rmSync(join(unpacked, 'LICENSES.chromium.html'))
  writeFileSync(join(unpacked, 'new.txt'), 'new')
  // What does not compress is kept as it is, and a fault in it would not be noticed.
  writeFileSync(join(unpacked, 'long.txt'), 'all of this is read again '.repeat(200_000))
  const file = join(folder, 'next.exe')
  const known = { VERSION: nextVersion }
  const uninstaller = { ...known, UNINSTALLER_FILE: join(unpacked, uninstallerName) }
  await compileNsis(nsis, project.folder, uninstallerScript, uninstaller)
  await compileNsis(nsis, project.folder, installerScript, {
    ...known,
    APP_64: join(folder, 'app.7z'),
    APP_64_NAME: 'app.7z',
    INSTALLER_FILE: file,
  })
  return { file, version: nextVersion, files: filesIn(unpacked) }
}

/** The same with some bytes in the middle turned round. */
function writeDamaged({ file }: Installer, damaged: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  for (let at = middle; at < middle + 4096; at += 1) bytes[at] = 255 - (bytes[at] ?? 0)
  writeFileSync(damaged, bytes)
}

async function openComputer(workshop: Workshop): Promise<Computer> {
  const scratch = join(workshop.folder, 'windows')
  mkdirSync(scratch)
  const { installer: present, packaged } = await makeInstaller(workshop, 'x64')
  const { installer: foreign } = await makeInstaller(workshop, 'arm64')
  const helper = join(scratch, 'helper.exe')
  const nsis = nsisFolder(workshop)
  await compileNsis(nsis, packaged.project.folder, helperScript, { HELPER_FILE: helper })
  const next = await makeNext(packaged, nsis, helper)
  const damaged = join(scratch, 'damaged.exe')
  writeDamaged(next, damaged)
  const wine = await openWine(join(scratch, 'prefix'))
  const { folders } = wine
  return { wine, folders, helper, present, next, damaged, foreign: foreign.file, scratch }
}

/** @throws {Failure} what `work` throws, with the journey's name before it */
async function named(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`${name}: ${error.message}`, error.next)
    throw error
  }
}

/** @throws {NotRun} where Wine is not here and may not be installed */
async function requireWine(): Promise<void> {
  try {
    await ensureDebianPackages(['wine64'])
  } catch (error) {
    throw error instanceof Failure ? new NotRun(error.message) : error
  }
}

async function runUnderWine(workshop: Workshop): Promise<string> {
  await requireWine()
  const computer = await openComputer(workshop)
  try {
    // Windows' own, which stays.
    mkdirSync(join(computer.folders.localData, 'Programs'))
    const before = traces(computer)
    const journeys = [...installing, ...refusing, ...uninstalling]
    for (const { name, run } of journeys) {
      // oxlint-disable-next-line no-await-in-loop -- one computer, which each leaves as it was
      await named(name, async () => {
        await run(computer)
        await expectClean(computer, before)
      })
    }
    return journeys.map(({ name }) => name).join('; ')
  } finally {
    await computer.wine.close()
  }
}

export const windowsInstallerChecks: readonly Check[] = [
  { name: 'installer for win-x64', run: (workshop) => lookInside(workshop, 'x64') },
  { name: 'installer for win-arm64', run: (workshop) => lookInside(workshop, 'arm64') },
  { name: 'the installer under Wine', run: runUnderWine },
]
