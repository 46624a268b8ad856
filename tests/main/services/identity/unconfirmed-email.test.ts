import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeIn, openMailbox, type Mailbox } from '../../../support/mailbox.ts'
import { startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { invited, personalData, securityStep } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const day = 24 * 60 * 60_000
const { email } = personalData
const own = { username: invited.username, password: securityStep.newPassword, staySignedIn: true }

let stack: AsyncDisposableStack
let mailbox: Mailbox
let portal: TestPortal
let folder: string
let keychain: MemoryKeychain

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  mailbox = await openMailbox()
  stack.defer(mailbox.close)
  portal = await startPortal(stack, { smtpUrl: mailbox.url })
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
})
afterEach(() => stack.disposeAsync())

const start = () => startMain({ portalUrl: portal.url, folder, keychain, fetch: portal.fetch })
async function enrolled(): Promise<TestMain> {
  const main = start()
  await main.ask('session.signIn', { ...invited, staySignedIn: true })
  await main.ask('enrolment.saveSecurity', securityStep)
  await main.ask('enrolment.savePersonalData', personalData)
  return main
}
const toConfirm = async (main: TestMain) => (await main.ask('profile.reminders', {})).emailToConfirm

it('is offered at once after the enrolment, and gone once its code is entered', async () => {
  const main = await enrolled()
  expect(await toConfirm(main)).toBe(email)
  expect(await main.ask('profile.pendingEmail', {})).toMatchObject({ email, attemptsLeft: 5 })
  const code = codeIn(await mailbox.waitFor(({ to }) => to === email))
  const { current } = await main.ask('profile.confirmEmail', { code })
  expect(current).toMatchObject({ email, emailConfirmed: true, pendingEmail: null })
  expect(await toConfirm(main)).toBeNull()
  const again = start()
  await again.ask('app.state', {})
  expect(await toConfirm(again)).toBeNull()
})

it('put away, is brought up again by the next sign-in and the next start', async () => {
  const main = await enrolled()
  const { emailToConfirm } = await main.ask('profile.dismissReminder', { reminder: 'email' })
  expect(emailToConfirm).toBeNull()
  expect(await toConfirm(main)).toBeNull()
  await main.ask('session.signOut', {})
  await main.ask('session.signIn', own)
  expect(await toConfirm(main)).toBe(email)
  await main.ask('profile.dismissReminder', { reminder: 'email' })
  const again = start()
  await again.ask('app.state', {})
  expect(await toConfirm(again)).toBe(email)
})

it('is sent another code when the first one is over, without the password', async () => {
  await enrolled()
  const first = await mailbox.waitFor(({ to }) => to === email)
  portal.later(2 * day)
  const main = start()
  await main.ask('session.signIn', own)
  expect(await toConfirm(main)).toBe(email)
  expect(await main.ask('profile.pendingEmail', {})).toMatchObject({ codeExpiresIn: 0 })
  await main.ask('profile.requestEmail', { email, emailConfirmation: email })
  const message = await mailbox.waitFor((one) => one.to === email && one !== first)
  await main.ask('profile.confirmEmail', { code: codeIn(message) })
  expect(await toConfirm(main)).toBeNull()
})

it('does not keep the app from telling that the password expires', async () => {
  await enrolled()
  portal.later(170 * day)
  const main = start()
  await main.ask('session.signIn', own)
  const reminders = await main.ask('profile.reminders', {})
  expect(reminders).toMatchObject({ passwordExpiresInDays: 10, emailToConfirm: email })
})
