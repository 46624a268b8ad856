/** What is tried with the Windows installer: several installations, and taking them away again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  appFolder,
  appFolderInWindows,
  clear,
  entryKey,
  exitCodes,
  expectInstalled,
  expectSame,
  install,
  installAsOrdinary,
  linkCommandKey,
  linkKey,
  productName,
  programName,
  registered,
  shortcutName,
  uninstall,
  type Computer,
  type Journey,
} from './windows-computer.ts'
import { uninstallerName } from './windows-uninstaller.mjs'
import { windowsPath } from './wine.ts'

async function sideBySide(computer: Computer) {
  const { present, next, folders } = computer
  const managed = join(folders.programData, productName, 'config.json')
  mkdirSync(join(managed, '..'), { recursive: true })
  writeFileSync(managed, '{}')
  await install(computer, present)
  await install(computer, present, ['/allusers'])
  await install(computer, next, ['/allusers'])
  expectInstalled(computer, 'person', present)
  expectInstalled(computer, 'everyone', next)
  const entries = [
    await registered(computer, 'person', entryKey),
    await registered(computer, 'everyone', entryKey),
  ]
  const versions = entries.map((entry) => entry?.get('DisplayVersion'))
  expectSame('Versions', versions, [present.version, next.version])
  const shortcut = join(folders.startMenuOfEveryone, shortcutName)
  expectSame('Start menu', existsSync(shortcut), true)

  await uninstall(computer, 'everyone')
  expectSame('Start menu', existsSync(shortcut), false)
  expectSame('Everyone’s', await registered(computer, 'everyone', entryKey), null)
  expectSame('Everyone’s links', await registered(computer, 'everyone', linkKey), null)
  expectInstalled(computer, 'person', present)
  const links = await registered(computer, 'person', linkCommandKey)
  const command = `"${appFolderInWindows(computer, 'person')}\\${programName}" -- "%1"`
  expectSame('The person’s links', links?.get('(Default)'), command)
  expectSame('Managed configuration', readFileSync(managed, 'utf8'), '{}')
  await uninstall(computer, 'person')
  clear(join(managed, '..'))
}

async function withoutRights(computer: Computer) {
  const { present, wine, helper } = computer
  const allUsers = ['/allusers']
  await installAsOrdinary(computer, present, allUsers, 'needsAdministrator')
  expectSame('Nothing', existsSync(appFolder(computer, 'everyone')), false)
  await install(computer, present, allUsers)
  const uninstaller = `${appFolderInWindows(computer, 'everyone')}\\${uninstallerName}`
  // The quotes keep the name of the program together in a command line made of one string.
  const { code } = await wine.run(windowsPath(helper), ['as-ordinary', uninstaller, '/S'])
  expectSame('Uninstalling without rights', code, exitCodes.needsAdministrator & 0xff)
  expectInstalled(computer, 'everyone', present)
  await uninstall(computer, 'everyone', allUsers)
}

const keys = [`session.${productName}`, `store-key.${productName}`]
const anothersKey = 'session.Another'

async function dataOfThePerson(computer: Computer) {
  const { present, folders, wine } = computer
  const helper = windowsPath(computer.helper)
  const data = join(folders.roamingData, productName)
  const others = join(folders.roamingData, `${productName} 2`)
  const has = async (key: string) => (await wine.run(helper, ['has-credential', key])).code === 0
  for (const folder of [data, others]) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'settings.json'), '{}')
  }
  for (const key of [...keys, anothersKey]) {
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await wine.run(helper, ['keep-credential', key])
  }
  await install(computer, present)
  await uninstall(computer, 'person')
  expectSame('Data', readFileSync(join(data, 'settings.json'), 'utf8'), '{}')
  expectSame('Keys', await Promise.all(keys.map(has)), [true, true])

  await install(computer, present)
  await uninstall(computer, 'person', ['/deletedata'])
  expectSame('Data', existsSync(data), false)
  expectSame('Keys', await Promise.all(keys.map(has)), [false, false])
  expectSame('Another’s data', existsSync(others), true)
  expectSame('Another’s key', await has(anothersKey), true)
  clear(others)
}

async function whatIsOthers(computer: Computer) {
  const { wine, present } = computer
  const command = `HKCU\\${linkCommandKey}`
  const folder = appFolder(computer, 'person')
  await install(computer, present)
  const stranger = join(folder, 'resources', 'notes.txt')
  writeFileSync(stranger, 'another’s')
  // Another program opens such links meanwhile.
  await wine.writeRegistry(command, '', '"C:\\other.exe" "%1"')
  await uninstall(computer, 'person')
  expectSame(
    'Its command',
    (await wine.registry(command))?.get('(Default)'),
    '"C:\\other.exe" "%1"',
  )
  expectSame('A file of another', readFileSync(stranger, 'utf8'), 'another’s')
  clear(folder)

  // The app registers itself for who uses it, and goes for everyone.
  await install(computer, present, ['/allusers'])
  const program = `${appFolderInWindows(computer, 'everyone')}\\${programName}`
  await wine.writeRegistry(command, '', `"${program}" "--" "%1"`)
  await uninstall(computer, 'everyone')
  expectSame('The person’s links', await registered(computer, 'person', linkKey), null)
}

export const uninstalling: readonly Journey[] = [
  { name: 'side by side', run: sideBySide },
  { name: 'for everyone, without rights', run: withoutRights },
  { name: 'data of the person', run: dataOfThePerson },
  { name: 'what is others’', run: whatIsOthers },
]
