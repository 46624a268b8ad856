/** Cases of collection with documents, on the real portal: a desk with files, a network that fails, a system that opens. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import type { CaseRequest } from '../../../src/shared/contract/collectnet/cases.ts'
import { hostFetch, startMain, type TestMain } from './main.ts'
import { createMemoryKeychain } from './memory-keychain.ts'
import { marie } from './people.ts'
import { startPortal, type TestPortal } from './portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What a test has: the portal, and the folder that is on the person’s screen. */
type Desk = {
  readonly stack: AsyncDisposableStack
  readonly portal: TestPortal
  readonly folder: string
}
let present: Desk | null = null

/** The desk of the test that runs. */
export function desk(): Desk {
  if (present === null) throw new Error('there is a desk while a test runs')
  return present
}

export const network = { isIn: true, losesAnswers: 0, sent: [] as string[] }
export const system = { chosen: [] as string[], opened: [] as string[], saved: '', refuses: false }

/** A portal and a desk for each test of the file that calls it. */
export function setUpDesk(): void {
  beforeEach(async () => {
    const stack = new AsyncDisposableStack()
    present = { stack, portal: await startPortal(stack), folder: temporaryFolder(stack) }
    Object.assign(network, { isIn: true, losesAnswers: 0, sent: [] })
    Object.assign(system, { chosen: [], opened: [], saved: '', refuses: false })
  })
  afterEach(() => desk().stack.disposeAsync())
}

export const fetch: Fetch = async (url, init) => {
  if (!network.isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
  const writes = init.method === 'POST' && url.includes('/collectnet/cases')
  const response = await hostFetch(url, init)
  if (!writes) return response
  network.sent.push(url.endsWith('/documents') ? 'document' : 'case')
  if (network.losesAnswers > 0) {
    network.losesAnswers -= 1
    throw new Error('net::ERR_CONNECTION_RESET')
  }
  return response
}

export const newApp = () => ({
  folder: temporaryFolder(desk().stack),
  keychain: createMemoryKeychain(),
})

export async function start(app = newApp()): Promise<TestMain> {
  const main = startMain({
    ...app,
    portalUrl: desk().portal.url,
    fetch,
    savePatienceMs: 3_000,
    askWhichDocuments: async () => system.chosen,
    openFile: async (path) => {
      system.opened.push(path)
      return system.refuses ? 'no application' : ''
    },
    askWhereToSave: async ({ fileName }) =>
      (system.saved = join(desk().folder, `saved-${fileName}`)),
  })
  desk().stack.defer(main.services.close)
  const { session } = await main.ask('app.state', {})
  if (session.kind === 'signedOut') {
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
  }
  return main
}

/** Puts files on this person's desk, to be chosen. */
export function lay(files: Readonly<Record<string, Uint8Array>>): void {
  system.chosen = Object.entries(files).map(([name, content]) => {
    const path = join(desk().folder, name)
    writeFileSync(path, content)
    return path
  })
}

/** The person chooses these files. */
export async function pick(main: TestMain, files: Readonly<Record<string, Uint8Array>>) {
  lay(files)
  return main.ask('collectnet.pickDocuments', { room: 20 })
}

export const request: CaseRequest = {
  policyId: '17386',
  buyer: { name: 'Boulangerie À la Bonne Heure', country: 'BE' },
  currency: 'EUR',
  invoices: [{ number: 'F-77', issuedOn: '2026-05-01', dueOn: '2026-06-01', amount: '1250.50' }],
}

export const casesOf = async (main: TestMain) => {
  const { window } = await main.ask('collectnet.cases', { filters: {}, offset: 0, limit: 100 })
  return window.items
}
export const bakery = async (main: TestMain) =>
  (await casesOf(main)).filter(({ buyerName }) => buyerName.startsWith('Boulangerie'))
export const waiting = async (main: TestMain) =>
  (await main.ask('outbox.read', {})).items.map(({ edit, state }) => [edit.kind, state])
export const documentsOf = async (main: TestMain, id: string) =>
  (await main.ask('collectnet.case', { id })).detail.documents

/** Until nothing waits any more. */
export async function sendAll(main: TestMain): Promise<void> {
  await expect
    .poll(async () => (await main.ask('outbox.sendNow', {})).items, { timeout: 10_000 })
    .toEqual([])
}
