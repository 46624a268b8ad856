/** What was typed in the profile and not saved: kept as long as it is of use, and no longer. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ProfileDraft } from '../../../../src/shared/contract/identity/profile-view.ts'
import { startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { invited, marie, personalData, securityStep } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

/** Another computer each time. */
function start(): TestMain {
  const [folder, keychain] = [temporaryFolder(stack), createMemoryKeychain()]
  return startMain({ portalUrl: portal.url, folder, keychain })
}

const seen = { firstName: 'Marie', lastName: 'Lambert', language: 'fr' }
const typed = (version: string): ProfileDraft => ({
  personal: { ...seen, firstName: 'Marie-', seen, version },
  preferences: null,
  email: null,
})
const nothing: ProfileDraft = { personal: null, preferences: null, email: null }

async function signedIn() {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const { version } = (await main.ask('profile.read', {})).me
  const unsaved = async () => (await main.ask('profile.reminders', {})).unsaved
  return { main, version, unsaved }
}

it('is announced until it is discarded', async () => {
  const { main, version, unsaved } = await signedIn()
  await main.ask('profile.saveDraft', { draft: typed(version) })
  expect(await unsaved()).toBe('personal')
  await main.ask('profile.saveDraft', { draft: nothing })
  expect(await unsaved()).toBeNull()
})

it('is announced no longer once it was saved on another device', async () => {
  const { main, version, unsaved } = await signedIn()
  await main.ask('profile.saveDraft', { draft: typed(version) })
  const elsewhere = start()
  await elsewhere.ask('session.signIn', { ...marie, staySignedIn: false })
  const changes = { firstName: 'Marie-' }
  await elsewhere.ask('profile.savePersonal', { version, changes })
  await main.ask('status.check', {})
  expect(await unsaved()).toBeNull()
})

it('of one part stays while another part is saved, in whatever order they come', async () => {
  const { main, version, unsaved } = await signedIn()
  await main.ask('profile.saveDraft', { draft: typed(version) })
  const email = { email: 'half.typed@', emailConfirmation: '' }
  const changes = { firstName: 'Marie-' }
  await Promise.all([
    main.call('profile.savePersonal', { version, changes }),
    main.call('profile.saveDraft', { draft: { ...typed(version), email } }),
  ])
  expect((await main.ask('profile.read', {})).draft).toMatchObject({ email })
  expect(await unsaved()).toBe('personal')
})

it('of the first sign-in is not kept once that is complete, also where a page still saves it', async () => {
  const main = start()
  await main.ask('session.signIn', { ...invited, staySignedIn: true })
  await main.ask('enrolment.saveSecurity', securityStep)
  const draft = {
    questionIds: ['first-pet'],
    email: 'half.typed@',
    emailConfirmation: '',
    firstName: 'Typed',
    lastName: '',
    language: null,
    alertsByEmail: null,
  }
  await main.ask('enrolment.saveDraft', draft)
  await main.ask('enrolment.savePersonalData', personalData)
  await main.ask('enrolment.saveDraft', draft)
  const { draft: kept } = await main.ask('enrolment.read', {})
  expect(kept.firstName).not.toBe('Typed')
})
