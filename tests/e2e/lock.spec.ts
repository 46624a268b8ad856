/** The lock: set, shown at once by its keys, open again with its password alone, without a portal too. */
import { home, regular, wired } from './support/flows.ts'
import { lockKeys, lockPassword, lockScreen, turnOnLock, unlock } from './support/lock-flows.ts'
import { signInToProfile } from './support/profile-flows.ts'
import { expect, test } from './support/test.ts'

test('by its keys: nothing of the page is left, and the password opens it where one was', async ({
  launch,
  say,
}) => {
  const app = await launch()
  await signInToProfile(app.page, say, regular.fr)
  await turnOnLock(app.page, say)
  await app.page.keyboard.press(lockKeys)
  await lockScreen(app.page, say).title.waitFor()
  const words = await app.page.locator('body').innerText()
  expect(words).toContain('Marie Lambert')
  expect(words).not.toContain(say('profile:lock.heading'))
  expect(await app.page.getByRole('navigation').count()).toBe(0)
  const [covered, uncovered] = [/over the page/u, /the page is uncovered/u]
  await expect.poll(app.output).toMatch(uncovered)
  expect(app.output().search(covered)).toBeLessThan(app.output().search(uncovered))

  await unlock(app.page, say, 'riviere au soir')
  await expect(app.page.getByText(say('errors:lock_password_wrong.message'))).toBeVisible()
  await unlock(app.page, say, lockPassword)
  await expect(app.page.getByRole('heading', { name: say('profile:lock.heading') })).toBeVisible()
})

test('from the start, with the portal stopped: the password alone opens what is kept', async ({
  launch,
  faulty,
  say,
}) => {
  const first = await launch({ portalUrl: faulty.url })
  await signInToProfile(first.page, say, regular.fr)
  await turnOnLock(first.page, say)
  await first.kill()
  await faulty.shut()

  const { page } = await launch({ portalUrl: faulty.url })
  await expect(page).toHaveURL(/\/locked$/u)
  await wired(page)
  await lockScreen(page, say).title.waitFor()
  await expect(page.getByText('Marie Lambert')).toBeVisible()
  await unlock(page, say, 'riviere au soir')
  await expect(page.getByText(say('errors:lock_password_wrong.message'))).toBeVisible()
  await unlock(page, say, lockPassword)
  await home(page, say).alerts.waitFor()

  await page.keyboard.press(lockKeys)
  await lockScreen(page, say).title.waitFor()
  for (const wrong of ['one', 'two', 'three', 'four', 'five']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries
    await unlock(page, say, wrong)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(page.getByRole('button', { name: say('lock:unlocking') })).toBeHidden()
  }
  await expect(page.getByRole('timer')).toBeVisible()
})

test('when the computer sleeps', async ({ launch, say }) => {
  const app = await launch()
  test.skip(app.runtime === 'electron', 'Only the system itself tells of it')
  await signInToProfile(app.page, say, regular.fr)
  await turnOnLock(app.page, say)
  app.power('suspend')
  await lockScreen(app.page, say).title.waitFor()
  await unlock(app.page, say, lockPassword)
  await expect(app.page.getByRole('heading', { name: say('profile:lock.heading') })).toBeVisible()
})
