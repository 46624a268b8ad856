/** What is tried with the Windows installer: what it must not do, and in which words it says so. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from '../lib/debian.ts'
import { runCaptured } from '../lib/processes.ts'
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
  ['fr_CA', 'Rien'],
  ['nl_BE', 'niets'],
  ['en_IE', 'Nothing'],
  ['de_AT', 'nichts'],
  ['es_MX', 'nada'],
  ['it_CH', 'nulla'],
  ['pl_PL', 'Rien'],
] as const

async function languages({ wine, present, scratch }: Computer) {
  await ensureDebianPackages(['locales'])
  for (const [locale, word] of spoken) {
    const name = `${locale}.UTF-8`
    // oxlint-disable-next-line no-await-in-loop -- one computer
    await runCaptured('localedef', ['-i', locale, '-f', 'UTF-8', join(scratch, name)])
    const variables = { LOCPATH: scratch, LC_ALL: name }
    // oxlint-disable-next-line no-await-in-loop -- one computer
    const { output } = await wine.run(windowsPath(present.file), ['/S', '/unknown'], variables)
    expectSame(`In the language of ${locale} (${output})`, output.includes(word), true)
  }
}

export const refusing: readonly Journey[] = [
  { name: 'refusals', run: refusals },
  { name: 'languages', run: languages },
]
