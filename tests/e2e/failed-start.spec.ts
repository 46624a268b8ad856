/** A start that fails: the person reads what to do in their language, and the app ends. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findElectron } from '../../scripts/lib/electron-binary.ts'
import { root } from '../../scripts/lib/paths.mjs'
import type { Language } from '../../src/shared/languages.ts'
import { startTexts } from '../../src/main/app/startup/failed-start.ts'
import { runApp } from './support/app.ts'
import { chooseService } from './support/flows.ts'
import { expect, test } from './support/test.ts'

test.skip(findElectron() !== null, 'Electron’s own box waits for a person')

/** The one file of `folder` whose name begins so. */
function fileIn(folder: string, begins: string): string {
  const name = readdirSync(folder).find((file) => file.startsWith(begins) && file.endsWith('.js'))
  if (name === undefined) throw new Error(`no ${begins}….js in ${folder}`)
  return path.join(folder, name)
}

type Damage = (out: string) => void
const damages: readonly (readonly [string, Language, 'damaged' | 'unexpected', Damage])[] = [
  [
    'the background is missing',
    'fr',
    'damaged',
    (out) => rmSync(fileIn(path.join(out, 'main/chunks'), 'background')),
  ],
  [
    'the background is cut off',
    'nl',
    'damaged',
    (out) => writeFileSync(fileIn(path.join(out, 'main/chunks'), 'background'), 'export {'),
  ],
  [
    'the background throws as it loads',
    'en',
    'unexpected',
    (out) =>
      writeFileSync(fileIn(path.join(out, 'main/chunks'), 'background'), 'throw new TypeError()'),
  ],
  [
    'the background throws as it starts',
    'de',
    'unexpected',
    (out) =>
      writeFileSync(
        fileIn(path.join(out, 'main/chunks'), 'background'),
        'export const startBackground = () => { throw new TypeError() }',
      ),
  ],
  [
    'nobody catches what goes wrong beside it',
    'es',
    'unexpected',
    (out) =>
      writeFileSync(
        fileIn(path.join(out, 'main/chunks'), 'background'),
        'setTimeout(() => { throw new TypeError() }); export const startBackground = () => new Promise(() => {})',
      ),
  ],
  [
    'the preload script is missing',
    'it',
    'damaged',
    (out) => rmSync(path.join(out, 'preload'), { recursive: true }),
  ],
  [
    'the preload script throws',
    'fr',
    'damaged',
    (out) => writeFileSync(path.join(out, 'preload/index.cjs'), 'throw new Error("no")'),
  ],
  [
    'the pages are missing',
    'nl',
    'damaged',
    (out) => rmSync(path.join(out, 'renderer'), { recursive: true }),
  ],
  [
    'the pages’ script is missing',
    'en',
    'damaged',
    (out) => rmSync(fileIn(path.join(out, 'renderer/assets'), 'start')),
  ],
]

for (const [what, language, kind, damage] of damages) {
  test(`${what} (${language})`, async ({ folder, profile, keychain, portal }) => {
    const build = path.join(folder, 'build')
    cpSync(path.join(root, 'out'), path.join(build, 'out'), { recursive: true })
    damage(path.join(build, 'out'))
    const options = { build, profile, keychain, portalUrl: portal.url, language }
    const { code, output } = await runApp(options)
    expect(output).toContain(`host: ${startTexts[language].title}\n${startTexts[language][kind]}`)
    expect(code).toBe(1)
    const log = readFileSync(path.join(profile, 'logs', 'main.log'), 'utf8')
    expect(log).toContain(`"failure":"${kind}"`)
  })
}

for (const [what, place] of [
  ['is a file', 'taken'],
  ['lies below a file', 'taken/profile'],
] as const) {
  test(`the profile folder ${what}`, async ({ folder, keychain, portal }) => {
    writeFileSync(path.join(folder, 'taken'), '')
    const profile = path.join(folder, place)
    const { code, output } = await runApp({ profile, keychain, portalUrl: portal.url })
    expect(output).toContain(startTexts.fr.folder.replace('{{path}}', profile))
    expect(code).toBe(1)
  })
}

test('a profile folder that is not there is made; settings that cannot be read count as none', async ({
  launch,
  folder,
  say,
}) => {
  const fresh = await launch({ profile: path.join(folder, 'not', 'yet', 'there') })
  await chooseService(fresh.page, say, 'servnet')
  await fresh.close()
  const odd = path.join(folder, 'odd')
  mkdirSync(path.join(odd, 'settings.json'), { recursive: true })
  const { page } = await launch({ profile: odd })
  await chooseService(page, say, 'servnet')
})

test('a start after a failed one is a first one', async ({
  launch,
  folder,
  profile,
  say,
  keychain,
  portal,
}) => {
  const build = path.join(folder, 'build')
  cpSync(path.join(root, 'out'), path.join(build, 'out'), { recursive: true })
  rmSync(path.join(build, 'out/preload'), { recursive: true })
  expect((await runApp({ build, profile, keychain, portalUrl: portal.url })).code).toBe(1)
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
})
