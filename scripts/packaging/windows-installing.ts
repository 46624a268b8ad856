/** What is tried with the Windows installer: installing, upgrading, and what happens on the way. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  appFolder,
  appFolderInWindows,
  clear,
  entryKey,
  expectInstalled,
  expectSame,
  formerInstallerKey,
  install,
  installAsOrdinary,
  linkCommandKey,
  linkKey,
  productName,
  programName,
  registered,
  shortcutName,
  uninstall,
  updatesFolder,
  type Computer,
  type Installer,
  type Journey,
  type Scope,
} from './windows-computer.ts'
import { uninstallerName } from './windows-uninstaller.mjs'
import { waitForFile, waitUntilGone, windowsPath } from './wine.ts'

const size = (file: string): number => readFileSync(file).length

async function expectRegistered(computer: Computer, scope: Scope, version: string) {
  const folder = appFolderInWindows(computer, scope)
  const entry = new Map(await registered(computer, scope, entryKey))
  const kilobytes = Number(entry.get('EstimatedSize'))
  expectSame('A size in kilobytes', kilobytes > 1_000 && kilobytes < 1_000_000, true)
  entry.delete('EstimatedSize')
  const command = `"${folder}\\${uninstallerName}" ${scope === 'person' ? '/currentuser' : '/allusers'}`
  const wanted = {
    DisplayName: productName,
    DisplayVersion: version,
    Publisher: 'Atradius',
    DisplayIcon: `${folder}\\${programName},0`,
    InstallLocation: folder,
    UninstallString: command,
    QuietUninstallString: `${command} /S`,
    NoModify: '0x1',
    NoRepair: '0x1',
  }
  expectSame(`Entry for ${scope}`, Object.fromEntries(entry), wanted)
  expectSame(
    'What opens links',
    Object.fromEntries((await registered(computer, scope, linkCommandKey)) ?? []),
    { '(Default)': `"${folder}\\${programName}" -- "%1"` },
  )
  const scheme = await registered(computer, scope, linkKey)
  expectSame('A scheme for links', scheme?.has('URL Protocol'), true)
}

async function forOnePerson(computer: Computer) {
  const { present, folders } = computer
  await installAsOrdinary(computer, present, [], 'done')
  expectInstalled(computer, 'person', present)
  await expectRegistered(computer, 'person', present.version)
  expectSame('Start menu', existsSync(join(folders.startMenu, shortcutName)), true)
  expectSame('Desktop', existsSync(join(folders.desktop, shortcutName)), false)
  await install(computer, present, ['/desktop'])
  expectSame('Desktop', existsSync(join(folders.desktop, shortcutName)), true)
  await uninstall(computer, 'person')
}

async function upgrade(computer: Computer) {
  const { present, next, folders } = computer
  await install(computer, present)
  const data = join(folders.roamingData, productName, 'settings.json')
  mkdirSync(join(data, '..'), { recursive: true })
  writeFileSync(data, 'kept')
  const strangers = ['notes.txt', 'resources/notes.txt'].map((path) =>
    join(appFolder(computer, 'person'), path),
  )
  for (const path of strangers) writeFileSync(path, 'another’s')
  clear(join(folders.startMenu, shortcutName))

  await install(computer, next, ['--updated', '--force-run'])
  const started = join(folders.localData, 'started-with.txt')
  await waitForFile(started)
  expectSame('Started with', readFileSync(started, 'utf8'), '--updated')
  clear(started)
  expectSame('Data', readFileSync(data, 'utf8'), 'kept')
  for (const path of strangers) expectSame(path, readFileSync(path, 'utf8'), 'another’s')
  clear(...strangers)
  expectInstalled(computer, 'person', next)
  await expectRegistered(computer, 'person', next.version)
  expectSame('Shortcut', existsSync(join(folders.startMenu, shortcutName)), false)
  const copies = ['installer.exe', 'former/installer.exe'].map((path) =>
    size(join(updatesFolder(computer), path)),
  )
  expectSame(
    'Copies of installers',
    copies,
    [next, present].map(({ file }) => size(file)),
  )
  await uninstall(computer, 'person')
  clear(join(data, '..'))
}

/** The release that a version before it leads to. */
const release = ({ version }: Installer): string => version.split('-')[0] ?? ''

async function downgrade(computer: Computer) {
  const { wine, present, next } = computer
  await install(computer, next)
  await install(computer, present, ['--updated'], 'newerIsInstalled')
  // What was tried before a release is older than it.
  await wine.writeRegistry(`HKCU\\${entryKey}`, 'DisplayVersion', release(next))
  await install(computer, next, [], 'newerIsInstalled')
  expectInstalled(computer, 'person', next)
  const former = join(updatesFolder(computer), 'former')
  mkdirSync(former, { recursive: true })
  copyFileSync(present.file, join(former, 'installer.exe'))
  // As the app goes back.
  const goBack = { file: join(former, 'installer.exe') }
  await install(computer, goBack, ['--updated', '/allowdowngrade'])
  expectInstalled(computer, 'person', present)
  expectSame('The former copy', size(goBack.file), size(present.file))

  const [major = '', minor = '', patch = ''] = present.version.split('.')
  const newer = [
    `${major}.${minor}.${Number(patch) + 1}`,
    `${major}.${Number(minor) + 9}.0`,
    `${Number(major) + 10}.0.0`,
    `${major}.${minor}.${Number(patch) + 1}-beta.1`,
  ]
  for (const version of newer) {
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await wine.writeRegistry(`HKCU\\${entryKey}`, 'DisplayVersion', version)
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await install(computer, present, [], 'newerIsInstalled')
  }
  for (const version of [present.version, `${present.version}-beta.1`, '0.0.99']) {
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await wine.writeRegistry(`HKCU\\${entryKey}`, 'DisplayVersion', version)
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await install(computer, present)
  }
  await uninstall(computer, 'person')
}

/** Has the helper, or a copy of it, run until it is told to stop. */
async function keepRunning(computer: Computer, program: string, command: string) {
  const { wine, scratch } = computer
  const [sign, stop] = [join(scratch, 'runs'), join(scratch, 'stop')]
  const run = wine.run(program, [command, windowsPath(sign), windowsPath(stop)])
  await waitForFile(sign)
  return async () => {
    writeFileSync(stop, '')
    expectSame('It ended by itself', (await run).code, 0)
    clear(sign, stop)
  }
}

async function whileTheAppRuns(computer: Computer) {
  const { next } = computer
  await install(computer, next)
  const app = `${appFolderInWindows(computer, 'person')}\\${programName}`
  const close = await keepRunning(computer, app, 'stay-open')
  await install(computer, next, ['/wait=0'], 'busy')
  await uninstall(computer, 'person', ['/wait=1'], 'busy')
  expectInstalled(computer, 'person', next)
  await expectRegistered(computer, 'person', next.version)
  // An update begins while the app is still closing.
  const update = install(computer, next, ['--updated'])
  await close()
  await update
  expectInstalled(computer, 'person', next)

  const finish = await keepRunning(computer, windowsPath(computer.helper), 'hold-setup')
  await install(computer, next, [], 'busy')
  await uninstall(computer, 'person', [], 'busy')
  await finish()
  await uninstall(computer, 'person')
}

async function cutShort(computer: Computer) {
  const { next, damaged, folders } = computer
  await install(computer, next)
  const program = join(appFolder(computer, 'person'), programName)
  const before = readFileSync(program)
  await install(computer, { file: damaged }, [], 'damaged')
  // Without the check of its sum it goes as far as the fault, which is in the middle of copying.
  await install(computer, { file: damaged }, ['/NCRC', '--updated', '--force-run'], 'failed')
  // The app was closed for it, and opens again.
  const started = join(folders.localData, 'started-with.txt')
  await waitForFile(started)
  clear(started)
  expectInstalled(computer, 'person', next)
  expectSame('The program', readFileSync(program).equals(before), true)
  await expectRegistered(computer, 'person', next.version)
  expectSame('No half copy', existsSync(`${appFolder(computer, 'person')}.new`), false)

  // What a computer that was switched off leaves: half a copy, or the former version put aside.
  const folder = appFolder(computer, 'person')
  mkdirSync(`${folder}.new`)
  writeFileSync(join(`${folder}.new`, 'half.txt'), '')
  renameSync(folder, `${folder}.old`)
  await install(computer, { file: damaged }, ['/NCRC'], 'failed')
  expectInstalled(computer, 'person', next)
  await uninstall(computer, 'person')
}

/** electron-builder's installer put it there, wrote these keys, and kept no list of its files. */
async function afterTheFormerInstaller(computer: Computer) {
  const { wine, present, folders } = computer
  const folder = join(folders.localData, 'Programs', 'services-online')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const path of [programName, uninstallerName, 'resources/former.txt']) {
    writeFileSync(join(folder, path), 'former')
  }
  mkdirSync(folders.desktop, { recursive: true })
  const desktop = join(folders.desktop, shortcutName)
  writeFileSync(desktop, 'former')
  const location = appFolderInWindows(computer, 'person').replace(productName, 'services-online')
  await wine.writeRegistry(`HKCU\\${formerInstallerKey}`, 'InstallLocation', location)
  await wine.writeRegistry(`HKCU\\${entryKey}`, 'DisplayVersion', '0.0.9')
  await wine.writeRegistry(`HKCU\\${entryKey}`, 'UninstallString', `"${location}\\former.exe"`)

  await install(computer, present)
  expectSame('Former files', existsSync(join(folder, 'resources/former.txt')), false)
  const entry = await registered(computer, 'person', entryKey)
  expectSame('Where it is', entry?.get('InstallLocation'), location)
  expectSame('Which it is', entry?.get('DisplayVersion'), present.version)
  expectSame('Its key', await registered(computer, 'person', formerInstallerKey), null)
  expectSame('The desktop', readFileSync(desktop, 'latin1') === 'former', false)
  const { code } = await wine.run(`${location}\\${uninstallerName}`, ['/S'])
  expectSame('Uninstalling', code, 0)
  await waitUntilGone(folder)
}

export const installing: readonly Journey[] = [
  { name: 'for one person, without rights', run: forOnePerson },
  { name: 'upgrade', run: upgrade },
  { name: 'downgrade', run: downgrade },
  { name: 'while the app runs', run: whileTheAppRuns },
  { name: 'cut short', run: cutShort },
  { name: 'after the former installer', run: afterTheFormerInstaller },
]
