/** Nothing secret leaves main: not to the page, a log, an address or a file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { routeNames } from '../../../src/shared/contract/channels.ts'
import { openLog } from '../../../src/main/platform/log/log.ts'
import { hostFetch, startMain } from '../support/main.ts'
import { invited, personalData, securityStep } from '../support/people.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

it('over a whole first sign-in, its failures and a renewal', async () => {
  const folder = temporaryFolder(stack)
  const logFile = join(folder, 'logs', 'main.log')
  const tokens = new Set<string>()
  const urls: string[] = []
  const keychain = createMemoryKeychain()
  const main = startMain({
    portalUrl: portal.url,
    folder,
    keychain,
    log: openLog(logFile),
    fetch: async (url, init) => {
      urls.push(url)
      const response = await hostFetch(url, init)
      const text = await response.clone().text()
      for (const [, token = ''] of text.matchAll(/"(?:access|refresh)Token":"([^"]+)"/g)) {
        tokens.add(token)
      }
      return response
    },
  })
  const shown: unknown[] = []
  const call = async (...args: Parameters<typeof main.call>) => {
    shown.push(await main.call(...args))
  }
  await call('session.signIn', { ...invited, password: 'Fausse-Route-2026!', staySignedIn: true })
  await call('session.signIn', { ...invited, staySignedIn: true })
  await call('enrolment.read', {})
  await call('enrolment.saveSecurity', { ...securityStep, newPassword: 'Court-1!' })
  await call('enrolment.saveSecurity', securityStep)
  await call('enrolment.savePersonalData', personalData)
  portal.later(11 * 60_000)
  for (const name of routeNames) {
    // oxlint-disable-next-line no-await-in-loop -- signing out is on the list, in its place
    if (name !== 'app.openExternal') await call(name, {})
  }

  expect(tokens.size).toBeGreaterThan(5)
  const deviceSecret = keychain.entries.get('device') ?? ''
  expect(deviceSecret).toMatch(/^[\w-]{43}$/)
  const secrets = [
    ...tokens,
    deviceSecret,
    invited.password,
    'Fausse-Route-2026!',
    'Court-1!',
    securityStep.newPassword,
    ...securityStep.answers.map(({ answer }) => answer),
  ]
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  expect(files.length).toBeGreaterThan(1)
  const places = {
    shown: JSON.stringify([shown, main.views, main.notices]),
    urls: urls.join(),
    files: files.join(),
  }
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect(text, place).not.toContain(secret)
  }
  // Who works here is no more a matter for files than what they type.
  expect(places.files).not.toContain(invited.username)
  expect(places.urls).not.toContain(invited.username)
})
