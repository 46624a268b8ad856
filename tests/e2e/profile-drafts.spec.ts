/** What was typed in the profile and not saved outlives the session, a crash, and the network. */
import { filesWith } from './support/disk.ts'
import { regular, signIn, signInForm } from './support/flows.ts'
import { countKeychainEntries, keychainObstacle } from './support/keychain.ts'
import { connection } from './support/offline-flows.ts'
import {
  draftKept,
  openProfile,
  openSection,
  personalForm,
  profilePage,
  signInToProfile,
} from './support/profile-flows.ts'
import { expect, test } from './support/test.ts'

const typed = 'Lambert-Vandenbroucke'

test('a session ended elsewhere while one types: signed in again, the draft is offered', async ({
  launch,
  portal,
  say,
}) => {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'personal')
  await personalForm(page, say).lastName.fill(typed)
  await draftKept(page)
  await portal.command('revoke-sessions', '--username', regular.fr.username)
  // The portal is asked who is signed in where.
  await page.getByRole('link', { name: say('profile:sections.security') }).click()

  await expect(page.getByText(say('signIn:reason.sessionEnded'))).toBeVisible()
  await expect(signInForm(page, say).username).toHaveValue(regular.fr.username)
  await signIn(page, say, regular.fr)
  // One is where one was, and what was typed is there.
  await page.waitForURL('**/profile/security')
  await expect(profilePage(page, say).kept).toBeVisible()
  await openSection(page, say, 'personal')
  await expect(personalForm(page, say).lastName).toHaveValue(typed)
  await profilePage(page, say).save.click()
  await expect(profilePage(page, say).saved).toBeVisible()
  await expect(profilePage(page, say).kept).toBeHidden()
})

test('a session ended elsewhere as one saves: signed in again, it is sent', async ({
  launch,
  portal,
  say,
}) => {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'personal')
  await personalForm(page, say).lastName.fill(typed)
  await portal.command('revoke-sessions', '--username', regular.fr.username)
  await profilePage(page, say).save.click()

  await expect(page.getByText(say('signIn:reason.sessionEnded'))).toBeVisible()
  await signIn(page, say, regular.fr)
  await openProfile(page, say)
  await openSection(page, say, 'personal')
  await expect(personalForm(page, say).lastName).toHaveValue(typed)
  await expect(connection(page, say).pending).toBeHidden()
  await expect(profilePage(page, say).kept).toBeHidden()
})

test('killed while typing: the draft is offered, sealed on the disk, and can be discarded', async ({
  launch,
  profile,
  say,
}) => {
  test.skip(keychainObstacle() !== null, 'without a keychain nothing is kept')
  const first = await launch()
  await signInToProfile(first.page, say, regular.fr)
  await openSection(first.page, say, 'personal')
  await personalForm(first.page, say).lastName.fill(typed)
  await draftKept(first.page)
  await first.kill()
  expect(filesWith(profile, [typed])).toEqual([])

  const { page } = await launch()
  await openProfile(page, say)
  await expect(profilePage(page, say).kept).toBeVisible()
  await openSection(page, say, 'personal')
  await expect(personalForm(page, say).lastName).toHaveValue(typed)
  await profilePage(page, say).discardKept.click()
  await expect(personalForm(page, say).lastName).toHaveValue('Lambert')
  await expect(profilePage(page, say).kept).toBeHidden()
})

test('signing out leaves nothing of a draft behind', async ({ launch, profile, keychain, say }) => {
  test.skip(keychainObstacle() !== null, 'without a keychain nothing is kept')
  const { page, close } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'personal')
  await personalForm(page, say).lastName.fill(typed)
  await draftKept(page)
  await page.getByRole('button', { name: say('shell:menu.signOut') }).click()
  // What is unsaved is asked about here too.
  await profilePage(page, say)
    .leaving.getByRole('button', { name: say('profile:leave.discard') })
    .click()
  await expect(page.getByText(say('signIn:reason.signedOut'))).toBeVisible()
  await expect.poll(() => countKeychainEntries(keychain)).toBe(0)
  await close()
  expect(filesWith(profile, [typed, regular.fr.username, 'Marie'])).toEqual([])
})

test('another person’s draft is not shown', async ({ launch, portal, say }) => {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'personal')
  await personalForm(page, say).lastName.fill(typed)
  await portal.command('revoke-sessions', '--username', regular.fr.username)
  await profilePage(page, say).save.click()
  await expect(page.getByText(say('signIn:reason.sessionEnded'))).toBeVisible()
  await signIn(page, say, regular.nl)
  await expect(page.getByRole('button', { name: 'Jan Peeters' })).toBeVisible()
  await page.reload()
  await page.goto(new URL('/profile/personal', page.url()).href)
  await expect(page.getByRole('textbox').last()).toHaveValue('Peeters')
})
