/** What an administrator sets holds from the first screen on, and is said to be theirs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseService, home, regular, signIn } from './support/flows.ts'
import { lockKeys, lockPassword, lockScreen, unlock } from './support/lock-flows.ts'
import { expect, test } from './support/test.ts'

test.use({ language: 'nl' })

test('a lock that is required is set before anything is shown, and stays on', async ({
  launch,
  folder,
  portal,
  say,
}) => {
  const file = path.join(folder, 'config.json')
  const lock = { required: true, longestIdleMinutes: 15, password: 'own' }
  const proxySignIn = { kind: 'system', servers: ['proxy.firm.example', '*.px.firm.example'] }
  writeFileSync(file, JSON.stringify({ portalUrl: portal.url, language: 'nl', lock, proxySignIn }))
  const env = { SERVICES_ONLINE_CONFIG: file }
  // The system speaks French, and nobody has chosen anything.
  const app = await launch({ portalUrl: null, env, language: 'fr' })
  const { page, close } = app
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.nl)

  // Electron has no word of its own for it.
  if (app.runtime !== 'electron') {
    expect(app.output()).toContain('signs in to proxy.firm.example,*.px.firm.example')
  }
  const title = page.getByRole('heading', { name: say('profile:lock.setup.title') })
  await expect(title).toBeVisible()
  await expect(page.getByText(say('profile:lock.setup.text'))).toBeVisible()
  await expect(page.getByText(say('profile:lock.managedPassword'))).toBeVisible()
  const times = page.getByLabel(say('profile:lock.after')).getByRole('option')
  await expect(times).toHaveCount(2)
  expect(await page.evaluate("window.portal.call('servnet.home', {})")).toEqual({
    ok: false,
    error: { code: 'lock_required' },
  })

  await page.getByLabel(say('profile:lock.newOwn'), { exact: true }).fill(lockPassword)
  await page.getByRole('button', { name: say('profile:lock.turnOn') }).click()
  await expect(home(page, say).banner).toBeVisible()
  await page.keyboard.press(lockKeys)
  await lockScreen(page, say).title.waitFor()
  await unlock(page, say, lockPassword)
  await expect(home(page, say).banner).toBeVisible()

  await page.getByRole('button', { name: say('shell:account.label') }).click()
  await page.getByRole('menuitem', { name: say('shell:account.profile') }).click()
  await page
    .getByRole('link', { name: say('profile:sections.security') })
    .first()
    .click()
  await page.getByRole('link', { name: say('profile:lock.change') }).click()
  await expect(page.getByText(say('profile:lock.managedOn'))).toBeVisible()
  await expect(page.getByText(say('profile:lock.managedTime'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('profile:lock.turnOff') })).toHaveCount(0)

  await page.getByRole('button', { name: say('shell:account.label') }).click()
  await page.getByRole('menuitem', { name: say('shell:account.help') }).click()
  const managed = page.getByRole('region', { name: say('help:about.managed.title') })
  for (const name of ['portalUrl', 'language', 'lock.required', 'lock.password']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other on one page
    await expect(managed.getByText(name, { exact: true })).toBeVisible()
  }
  await expect(managed.getByText(file)).toBeVisible()
  await close()

  const next = await launch({ portalUrl: null, env })
  await lockScreen(next.page, say).title.waitFor()
})
