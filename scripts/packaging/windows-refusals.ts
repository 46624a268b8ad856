/** What is tried with the Windows installer: what it must not do, and in which words it says so. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { appFolder, expectSame, install, type Computer, type Journey } from './windows-computer.ts'
import { windowsPath } from './wine.ts'

async function refusals(computer: Computer) {
  const { wine, present, foreign, scratch } = computer
  await install(computer, present, ['/alluser'], 'wrongCommandLine')
  await install(computer, present, ['/allusers', '/currentuser'], 'wrongCommandLine')
  await install(computer, { file: foreign }, [], 'wrongComputer')
  await wine.pretend('win7')
  await install(computer, present, [], 'wrongComputer')
  await wine.pretend('win10')

  const documents = join(scratch, 'documents')
  mkdirSync(documents)
  appendFileSync(join(documents, 'letter.txt'), 'kept')
  await install(computer, present, [`/D=${windowsPath(documents)}`], 'wrongCommandLine')
  expectSame('Another’s folder', readFileSync(join(documents, 'letter.txt'), 'utf8'), 'kept')
  // This system's own folder of processes: a drive without any room.
  symlinkSync('/proc', join(computer.folders.programs, '../../dosdevices/y:'))
  await install(computer, present, ['/D=Y:\\app'], 'diskFull')
  expectSame('Nothing', existsSync(appFolder(computer, 'person')), false)
}

/** By a word of the refusal; where Windows speaks another language, it is French as in the app. */
const spoken = [
  ['fr_CA.UTF-8', 'Rien'],
  ['nl_BE.UTF-8', 'niets'],
  ['en_IE.UTF-8', 'Nothing'],
  ['de_AT.UTF-8', 'nichts'],
  ['es_MX.UTF-8', 'nada'],
  ['it_CH.UTF-8', 'nulla'],
  ['pl_PL.UTF-8', 'Rien'],
] as const

/** Wine takes a person's language from the name of the locale; what else is in it is the same for all. */
const anyLocale = '/usr/lib/locale/C.utf8'

async function languages({ wine, present, scratch }: Computer) {
  for (const [locale, word] of spoken) {
    cpSync(anyLocale, join(scratch, locale), { recursive: true })
    const variables = { LOCPATH: scratch, LC_ALL: locale }
    // oxlint-disable-next-line no-await-in-loop -- one computer
    const { output } = await wine.run(windowsPath(present.file), ['/S', '/unknown'], variables)
    expectSame(`In the language of ${locale} (${output})`, output.includes(word), true)
  }
}

export const refusing: readonly Journey[] = [
  { name: 'refusals', run: refusals },
  { name: 'languages', run: languages },
]
