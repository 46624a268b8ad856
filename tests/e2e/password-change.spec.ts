/** A password that has to be replaced: no way leads around it, and one change leads on. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { alertWith, chooseService, home, regular, signIn } from './support/flows.ts'
import { signInElsewhere, trySignIn } from './support/other-device.ts'
import { changePassword, expired, passwordForm } from './support/password-flows.ts'
import { letterTo } from './support/letters.ts'
import { newPassword } from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'
import type { Say } from './support/texts.ts'

/** Asks main from the page itself, as its own script would. */
async function ask(page: Page, route: string): Promise<string> {
  const answer: unknown = await page.evaluate(
    `window.portal.call(${JSON.stringify(route)}, {}).then(JSON.stringify)`,
  )
  return String(answer)
}

async function expectNoWayAround(page: Page, say: Say): Promise<void> {
  await expect(passwordForm(page, say).due).toBeVisible()
  await expect(page.getByRole('navigation', { name: say('shell:menu.label') })).toHaveCount(0)
  for (const path of ['/servnet', '/profile', '/enrolment', '/']) {
    // oxlint-disable-next-line no-await-in-loop -- one address after the other
    await page.goto(new URL(path, page.url()).href)
    // oxlint-disable-next-line no-await-in-loop -- one address after the other
    await expect(page).toHaveURL(/\/password-change$/u)
  }
  await expect(passwordForm(page, say).due).toBeVisible()
  expect(await ask(page, 'servnet.home')).toContain('password_change_required')
  expect(await ask(page, 'profile.read')).toContain('password_change_required')
}

test.describe('expired', () => {
  test.use({ language: 'es' })

  test('nothing but a new one leads on, also after a crash', async ({
    launch,
    mailbox,
    profile,
    say,
  }) => {
    const first = await launch()
    await chooseService(first.page, say, 'servnet')
    await signIn(first.page, say, expired)
    await expectNoWayAround(first.page, say)
    const link = 'atradius-services-online://open/insights'
    await expect(launch({ args: ['--', link] })).rejects.toThrow()
    await expect(first.page).toHaveURL(/\/password-change$/u)
    // The other start has ended by then, but this one need not have heard of it yet.
    const settings = join(profile, 'settings.json')
    await expect.poll(() => readFile(settings, 'utf8')).toContain('"insights"')
    await first.kill()

    const { page } = await launch()
    await expect(passwordForm(page, say).due).toBeVisible()
    const form = passwordForm(page, say)
    await changePassword(page, say, 'No-Es-Esta-2026!', newPassword)
    await expect(alertWith(page, say('errors:fields.invalid_credentials'))).toBeFocused()
    await expect(form.new).toHaveValue(newPassword)

    await changePassword(page, say, expired.password, expired.password)
    await expect(alertWith(page, say('errors:fields.used_before'))).toBeFocused()
    await changePassword(page, say, expired.password, newPassword)
    // Where the link led that could not be followed before.
    await expect(page.getByRole('heading', { name: say('insights:dashboard') })).toBeVisible()
    await expect(page.getByText(say('passwords:due.changed'))).toBeVisible()
    const subject = say('mail:password_changed.subject')
    await letterTo(mailbox, { to: expired.email, subject })
  })

  test('one can also sign out', async ({ launch, say }) => {
    const { page } = await launch()
    await chooseService(page, say, 'servnet')
    await signIn(page, say, expired)
    await passwordForm(page, say).signOut.click()
    await expect(page.getByText(say('signIn:reason.signedOut'))).toBeVisible()
  })
})

test('asked for by a contact person, while one works', async ({ launch, portal, say }) => {
  const other = await signInElsewhere(portal.url, regular.fr)
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await expect(home(page, say).alerts).toBeVisible()
  await portal.command('require-password-change', '--username', regular.fr.username)

  // Whatever the portal is asked for next leads there.
  await page.evaluate(`window.portal.call('status.check', {})`)
  await expectNoWayAround(page, say)
  // The others end whatever one would like.
  await expect(passwordForm(page, say).current).toBeVisible()
  await expect(passwordForm(page, say).keepOthers).toBeHidden()
  await changePassword(page, say, regular.fr.password, newPassword)
  await expect(home(page, say).alerts).toBeVisible()
  await expect(page.getByText(say('passwords:due.ended', { count: 1 }))).toBeVisible()
  expect((await other.call('GET', '/v1/sessions')).status).toBe(401)
  expect((await trySignIn(portal.url, regular.fr)).status).toBe(401)
})
