/** Packages for Linux, opened: a .deb, and an AppImage as far as it can be had without a download. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { runCaptured } from '../lib/processes.ts'
import { build } from './build.ts'
import { complaintsAbout } from './folder-checks.ts'
import { root } from '../lib/paths.mjs'
import { debEnvironment, standInAppImageEnvironment } from './linux-tools.ts'
import type { Arch, PackagedApp, Target } from './target.ts'
import { mendConfiguration, type Check, type Workshop } from './workshop.ts'

const debArchitectures = { x64: 'amd64', arm64: 'arm64' } as const
const installedIn = 'opt/Atradius Services Online'
const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512]

async function run(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runCaptured(program, args)
  if (code === 0) return output
  throw new Failure(`${program} ${args.join(' ')} failed:\n${output}`, mendConfiguration)
}

function refuse(what: string, complaints: readonly string[]): void {
  if (complaints.length === 0) return
  const list = complaints.map((line) => `  - ${line}`).join('\n')
  throw new Failure(`${what}:\n${list}`, mendConfiguration)
}

/** Lines of a control file or a desktop entry, `name: value` or `name=value`. */
function fieldsOf(text: string, separator: ':' | '='): ReadonlyMap<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const at = line.indexOf(separator)
    return at < 1 || line.startsWith(' ')
      ? []
      : [[line.slice(0, at), line.slice(at + 1).trim()] as const]
  })
  return new Map(pairs)
}

/** What `wanted` names and `found` does not hold alike; a pattern need only fit. */
function differences(
  found: ReadonlyMap<string, string>,
  wanted: Readonly<Record<string, string | RegExp>>,
): readonly string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const held = found.get(name)
    const fits = typeof value === 'string' ? held === value : held !== undefined && value.test(held)
    return fits ? [] : [`${name} is ${held ?? 'not there'}, not ${String(value)}`]
  })
}

/** What the menu of a desktop knows about the app. */
const menuEntry = {
  Name: 'Atradius Services Online',
  'GenericName[fr]': 'Assurance-crédit',
  'GenericName[nl]': 'Kredietverzekering',
  'GenericName[de]': 'Kreditversicherung',
  'GenericName[es]': 'Seguro de crédito',
  'GenericName[it]': 'Assicurazione crediti',
  Type: 'Application',
  Icon: 'services-online',
  StartupWMClass: 'services-online',
  MimeType: 'x-scheme-handler/atradius-services-online;',
  Categories: 'Office;Finance;',
} as const

const control = (arch: Arch) => ({
  Package: 'atradius-services-online',
  Architecture: debArchitectures[arch],
  Version: /^\d+\.\d+\.\d+/,
  Maintainer: /^Atradius <.+@.+>$/,
  Homepage: /^https:/,
  Section: 'misc',
  Priority: 'optional',
  'Installed-Size': /^\d+$/,
  Depends: /libgtk-3-0.*libnss3/,
  Recommends: 'gnome-keyring | kwalletmanager',
  Description: 'Credit insurance on your desktop',
})

/** The one file in `folder` with this ending. */
function artifact(folder: string, ending: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  const [name] = names
  if (name === undefined || names.length > 1) {
    throw new Failure(
      `Not one ${ending} was made: ${names.join(', ') || 'none'}`,
      mendConfiguration,
    )
  }
  return join(folder, name)
}

/** The app as it is installed from a package that was unpacked into `folder`. */
function installedApp(folder: string, target: Target): PackagedApp {
  const program = join(folder, 'services-online')
  return { target, folder, resources: join(folder, 'resources'), program, fuseHolder: program }
}

/** Whether the scripts that run at an installation are such as a shell takes. */
async function checkScripts(folder: string): Promise<void> {
  for (const name of ['postinst', 'postrm']) {
    // oxlint-disable-next-line no-await-in-loop -- two
    await run('bash', ['-n', join(folder, name)])
  }
  const postinst = readFileSync(join(folder, 'postinst'), 'utf8')
  // What lets Chromium have its sandbox on Ubuntu 24.04 and later.
  if (!postinst.includes('/etc/apparmor.d/services-online')) {
    throw new Failure('The .deb brings no AppArmor profile.', mendConfiguration)
  }
}

async function checkDeb(arch: Arch, workshop: Workshop): Promise<string> {
  const target = { platform: 'linux', arch } as const
  const packaged = await workshop.packaged(target)
  const { code, output } = await build(packaged.project, {
    targets: ['deb'],
    configuration: 'electron-builder.unsigned.yml',
    electron: packaged.electron,
    env: debEnvironment(),
    // Quick to make; what is released is smaller.
    args: ['--prepackaged', packaged.app.folder, '-c.deb.compression=gz'],
  })
  if (code !== 0) throw new Failure(`No .deb:\n${output}`, mendConfiguration)
  const file = artifact(join(packaged.project.folder, 'dist'), '.deb')
  const folder = join(workshop.folder, `deb-${arch}`)
  await run('dpkg-deb', ['--raw-extract', file, folder])
  const fields = fieldsOf(readFileSync(join(folder, 'DEBIAN/control'), 'utf8'), ':')
  refuse('The control file', differences(fields, control(arch)))
  await checkScripts(join(folder, 'DEBIAN'))
  const entry = join(folder, 'usr/share/applications/services-online.desktop')
  const menu = fieldsOf(readFileSync(entry, 'utf8'), '=')
  const Exec = '"/opt/Atradius Services Online/services-online" -- %U'
  refuse('The entry in the menu', differences(menu, { ...menuEntry, Exec }))
  const icons = readdirSync(join(folder, 'usr/share/icons/hicolor'))
  refuse(
    'Icons',
    iconSizes.filter((size) => !icons.includes(`${size}x${size}`)).map((size) => `no ${size}`),
  )
  const app = installedApp(join(folder, installedIn), target)
  refuse(
    'The app in the .deb',
    await complaintsAbout({ ...packaged, app }, root, ['resources/apparmor-profile']),
  )
  return `${fields.get('Package') ?? ''}, ${fields.get('Architecture') ?? ''}, ${menu.get('Exec') ?? ''}`
}

async function checkAppImage(arch: Arch, workshop: Workshop): Promise<string> {
  const target = { platform: 'linux', arch } as const
  const packaged = await workshop.packaged(target)
  const { code, output } = await build(packaged.project, {
    targets: ['AppImage'],
    configuration: 'electron-builder.unsigned.yml',
    electron: packaged.electron,
    env: await standInAppImageEnvironment(join(workshop.folder, `appimage-tools-${arch}`)),
    args: ['--prepackaged', packaged.app.folder],
  })
  if (code !== 0) throw new Failure(`No AppImage:\n${output}`, mendConfiguration)
  const file = artifact(join(packaged.project.folder, 'dist'), '.AppImage')
  const folder = join(workshop.folder, `appimage-${arch}`)
  mkdirSync(folder)
  const { length } = readFileSync(
    join(workshop.folder, `appimage-tools-${arch}/runtimes/runtime-${arch}`),
  )
  await run('unsquashfs', [
    '-quiet',
    '-no-progress',
    '-force',
    '-offset',
    String(length),
    '-dest',
    folder,
    file,
  ])
  const entry = join(folder, 'services-online.desktop')
  await run('desktop-file-validate', [entry])
  const menu = fieldsOf(readFileSync(entry, 'utf8'), '=')
  refuse('The entry in the menu', differences(menu, { ...menuEntry, Exec: 'AppRun -- %U' }))
  return `${menu.get('Exec') ?? ''}; made with a program that ends at once for its own runtime`
}

export const linuxChecks: readonly Check[] = [
  { name: 'linux-x64, .deb', run: (workshop) => checkDeb('x64', workshop) },
  { name: 'linux-arm64, .deb', run: (workshop) => checkDeb('arm64', workshop) },
  { name: 'linux-x64, AppImage', run: (workshop) => checkAppImage('x64', workshop) },
]
