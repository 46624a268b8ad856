/** Documents of cases that the portal has: opened and saved, with and without a network. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { startMain, type TestMain } from '../../support/main.ts'
import { marie } from '../../support/people.ts'
import {
  casesOf,
  desk,
  documentsOf,
  fetch,
  network,
  newApp,
  setUpDesk,
  start,
  system,
} from '../../support/case-desk.ts'

setUpDesk()

/** The demonstration's case with documents. */
async function withDocument(main: TestMain) {
  for (const { id } of await casesOf(main)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that has one
    const [document] = await documentsOf(main, id)
    if (document !== undefined) return { caseId: id, id: document.id, document }
  }
  throw new Error('no case has a document')
}

it('that were opened once are there without a network, until one locks or leaves', async () => {
  const main = await start()
  const { caseId, id, document } = await withDocument(main)
  const place = { kind: 'ofCase', caseId, id } as const
  await main.ask('collectnet.openDocument', place)
  network.isIn = false
  await main.ask('collectnet.openDocument', place)
  const [path = '', other = ''] = system.opened
  expect(basename(path)).toBe(document.name)
  expect(dirname(other)).not.toBe(dirname(path))
  if (process.platform !== 'win32') {
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(dirname(path)).mode & 0o077).toBe(0)
  }
  await main.ask('collectnet.saveDocument', place)
  expect(readFileSync(system.saved)).toEqual(readFileSync(path))
  await main.ask('session.signOut', { discardEdits: true })
  await expect.poll(() => existsSync(path) || existsSync(other)).toBe(false)
})

it('that were left opened by a run that was killed are gone after the next start', async () => {
  const app = newApp()
  const main = await start(app)
  const { caseId, id } = await withDocument(main)
  await main.ask('collectnet.openDocument', { kind: 'ofCase', caseId, id })
  const [path = ''] = system.opened
  expect(existsSync(path)).toBe(true)
  // As a crash leaves it: nothing of the run before was closed.
  await start(app)
  await expect.poll(() => existsSync(path)).toBe(false)
})

it('that no program opens, and those that are not here without a network, are said', async () => {
  const main = await start()
  const { caseId, id } = await withDocument(main)
  const place = { kind: 'ofCase', caseId, id } as const
  network.isIn = false
  const away = await main.call('collectnet.openDocument', place)
  expect(away).toMatchObject({ ok: false, error: { code: 'network_offline' } })
  network.isIn = true
  system.refuses = true
  const refused = await main.call('collectnet.openDocument', place)
  expect(refused).toMatchObject({ ok: false, error: { code: 'document_not_opened' } })
  const none = await main.call('collectnet.openDocument', { ...place, id: 'none' })
  expect(none).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

/** A portal that gives a program for each document. */
const spoiled: Fetch = async (url, init) => {
  const response = await fetch(url, init)
  if (!url.endsWith('/content')) return response
  return new Response('MZ a program', { headers: { 'content-type': 'application/pdf' } })
}

it('that the portal gives as something else are shown to nobody', async () => {
  const main = await start()
  const { caseId, id } = await withDocument(main)
  const other = startMain({ ...newApp(), portalUrl: desk().portal.url, fetch: spoiled })
  desk().stack.defer(other.services.close)
  await other.ask('session.signIn', { ...marie, staySignedIn: false })
  await casesOf(other)
  const result = await other.call('collectnet.openDocument', { kind: 'ofCase', caseId, id })
  expect(result).toMatchObject({ ok: false, error: { code: 'portal_answer_invalid' } })
})
