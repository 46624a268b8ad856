/**
 * Folders in the shape of Electron's distribution for each platform, so that packaging can be
 * tried where the real one cannot be had. They hold all that packaging touches: programs with the
 * block of fuses, version resources, property lists, Chromium's texts, licences.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import plist from 'plist'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { standInProgram } from './stand-in-programs.ts'
import { electronVersion, type Target } from './target.ts'

/** Electron's own marker for its fuses; after it come a version, a count and a byte a fuse. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9
/** What Electron brings; the app's six are among them. */
const languages = ['fr', 'nl', 'en-US', 'en-GB', 'de', 'es', 'es-419', 'it', 'ja', 'pt-BR']
const macLanguages = ['fr', 'nl', 'en', 'en_GB', 'de', 'es', 'es_419', 'it', 'ja', 'pt_BR']

const framework = 'Frameworks/Electron Framework.framework'
const frameworkLinks = [
  ['Versions/Current', 'A'],
  ['Resources', 'Versions/Current/Resources'],
  ['Electron Framework', 'Versions/Current/Electron Framework'],
] as const

const fuseBlock = Buffer.concat([
  Buffer.from(fuseSentinel),
  Buffer.from([1, fuseCount]),
  Buffer.from('0'.repeat(fuseCount)),
])

type Files = readonly (readonly [path: string, content: string | Buffer])[]

/** Texts as files, and programs as what may be started. */
function writeTree(folder: string, files: Files): void {
  for (const [path, content] of files) {
    const file = join(folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, content, { mode: typeof content === 'string' ? 0o644 : 0o755 })
  }
}

const licences: Files = [
  ['LICENSE', 'Copyright (c) Electron contributors\n(a stand-in)\n'],
  ['LICENSES.chromium.html', '<p>Chromium (a stand-in)</p>\n'],
]

const texts: Files = languages.map((name) => [`locales/${name}.pak`, ''])

/** Windows' resources that packaging edits: the version, and the rights that the program asks for. */
function withResources(program: Buffer): Buffer {
  const executable = NtExecutable.from(program)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  const language = { lang: 0x0409, codepage: 1200 }
  version.lang = language.lang
  version.setStringValues(language, {
    ProductName: 'Electron',
    CompanyName: 'GitHub, Inc.',
    FileVersion: electronVersion(),
    ProductVersion: electronVersion(),
    OriginalFilename: 'electron.exe',
  })
  version.outputToResourceEntries(resources.entries)
  const manifest =
    '<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0"><trustInfo' +
    ' xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>' +
    '<requestedExecutionLevel level="asInvoker" uiAccess="false"/>' +
    '</requestedPrivileges></security></trustInfo></assembly>'
  const bytes = new Uint8Array(Buffer.from(manifest)).buffer
  resources.entries.push({ type: 24, id: 1, lang: 0x0409, codepage: 1200, bin: bytes })
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

/** The property list of a program of Electron's, as packaging reads and edits it. */
function propertyList(name: string, more: Readonly<Record<string, string>> = {}): string {
  return plist.build({
    CFBundleExecutable: name,
    CFBundleIdentifier: 'com.github.Electron',
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    ...more,
  })
}

function macFiles(target: Target): Files {
  const helpers = ['', ' (Renderer)', ' (Plugin)', ' (GPU)'].map((kind) => `Electron Helper${kind}`)
  const main = propertyList('Electron', {
    CFBundleIconFile: 'electron.icns',
    LSMinimumSystemVersion: '12.0',
    NSCameraUsageDescription: 'This app needs access to the camera',
    NSMicrophoneUsageDescription: 'This app needs access to the microphone',
  })
  return [
    ['Info.plist', main],
    ['MacOS/Electron', standInProgram(target)],
    ['Resources/electron.icns', ''],
    [`${framework}/Versions/A/Electron Framework`, standInProgram(target, fuseBlock)],
    ...macLanguages.flatMap((name): Files => [
      [`Resources/${name}.lproj/.keep`, ''],
      [`${framework}/Versions/A/Resources/${name}.lproj/locale.pak`, ''],
    ]),
    ...helpers.flatMap((name): Files => [
      [`Frameworks/${name}.app/Contents/Info.plist`, propertyList(name)],
      [`Frameworks/${name}.app/Contents/MacOS/${name}`, standInProgram(target)],
    ]),
  ]
}

function writeMac(folder: string, target: Target): void {
  const contents = join(folder, 'Electron.app', 'Contents')
  writeTree(contents, macFiles(target))
  for (const [path, to] of frameworkLinks) symlinkSync(to, join(contents, framework, path))
  writeTree(folder, [...licences, ['version', electronVersion()]])
}

/** The app that Electron shows where it has none, and that no package may hold. */
async function writeDefaultApp(resources: string): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'services-online-default-app-'))
  await createPackage(empty, join(resources, 'default_app.asar'))
  rmSync(empty, { recursive: true })
}

/** Writes into `folder` what stands for Electron's distribution for `target`. */
export async function standInElectron(folder: string, target: Target): Promise<void> {
  switch (target.platform) {
    case 'mac':
      writeMac(folder, target)
      await writeDefaultApp(join(folder, 'Electron.app/Contents/Resources'))
      return
    case 'win':
    case 'linux': {
      const program = standInProgram(target, fuseBlock)
      const file = target.platform === 'win' ? 'electron.exe' : 'electron'
      writeTree(folder, [
        [file, target.platform === 'win' ? withResources(program) : program],
        ['version', electronVersion()],
        ...licences,
        ...texts,
      ])
      await writeDefaultApp(join(folder, 'resources'))
    }
  }
}
