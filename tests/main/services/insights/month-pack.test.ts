/** A month pack as a file, asked for as its page does. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PrintPage } from '../../../../src/main/services/insights/month-pack.ts'
import { startMain, type MainOptions, type TestMain } from '../../support/main.ts'
import { marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let printed: Parameters<PrintPage>[0][]
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  printed = []
})
afterEach(() => stack.disposeAsync())

const paper = Buffer.from('%PDF-1.4 a page')

const print: PrintPage = async (page) => {
  printed.push(page)
  return paper
}

async function signedIn(options: Partial<MainOptions>): Promise<TestMain> {
  const profile = temporaryFolder(stack)
  const main = startMain({ portalUrl: portal.url, folder: profile, printPage: print, ...options })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: false })
  return main
}

const october = { month: '2026-10' }

it('is what the window prints of its own page, under a name in the person’s language', async () => {
  const asked: string[] = []
  const path = join(folder, 'october.pdf')
  const main = await signedIn({
    askWhereToSave: async ({ fileName }) => {
      asked.push(fileName)
      return path
    },
  })
  expect(await main.ask('insights.saveMonthPack', october)).toEqual({ kind: 'saved', path })
  expect(readFileSync(path)).toEqual(paper)
  expect(readdirSync(folder)).toEqual(['october.pdf'])
  expect(asked).toEqual(['dossier-mensuel-2026-10.pdf'])
  expect(printed.map(({ path: of }) => of)).toEqual(['/insights/month-pack'])
  expect(printed[0]?.footer).toContain('Informations confidentielles')
  await main.ask('app.setLanguage', { language: 'de' })
  await main.ask('insights.saveMonthPack', october)
  expect(asked.at(-1)).toBe('monatsbericht-2026-10.pdf')
  expect(printed.at(-1)?.footer).toContain('Vertrauliche Informationen')
})

it('is kept nowhere where the person thinks better of it', async () => {
  const main = await signedIn({ askWhereToSave: async () => null })
  expect(await main.ask('insights.saveMonthPack', october)).toEqual({ kind: 'cancelled' })
})

it('says where it could not be printed, and asks for no place then', async () => {
  let asked = 0
  const main = await signedIn({
    printPage: async () => {
      throw new Error('The window is on another page than the one to print')
    },
    askWhereToSave: async () => {
      asked += 1
      return null
    },
  })
  expect(await main.call('insights.saveMonthPack', october)).toEqual({
    ok: false,
    error: { code: 'page_not_printed' },
  })
  expect(asked).toBe(0)
})

it('leaves what was there where it cannot be written', async () => {
  const path = join(folder, 'taken')
  mkdirSync(path)
  writeFileSync(join(path, 'a file'), '')
  const main = await signedIn({ askWhereToSave: async () => path })
  expect(await main.call('insights.saveMonthPack', october)).toEqual({
    ok: false,
    error: { code: 'storage_failed' },
  })
  expect(readdirSync(folder)).toEqual(['taken'])
})

it('is nobody’s who is not signed in, and of a month alone', async () => {
  const main = await signedIn({})
  expect((await main.call('insights.saveMonthPack', { month: '2026-13' })).ok).toBe(false)
  expect((await main.call('insights.saveMonthPack', { month: '../2026-10' })).ok).toBe(false)
  await main.ask('session.signOut', { discardEdits: false })
  expect(await main.call('insights.saveMonthPack', october)).toEqual({
    ok: false,
    error: { code: 'unauthenticated' },
  })
  expect(printed).toEqual([])
})
