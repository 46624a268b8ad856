/** Setting the lock, locking, and opening it again, as a person does. */
import type { Page } from 'playwright-core'
import type { Say } from './texts.ts'

export const lockPassword = 'rivière au soir'

/** As the menu names them. */
export const lockKeys = 'Control+Shift+L'

export const lockScreen = (page: Page, say: Say) => ({
  title: page.getByRole('heading', { name: say('lock:title') }),
  password: page.getByLabel(say('lock:password.own'), { exact: true }),
})

/** From the account menu to the settings of the lock, with a password of its own. */
export async function turnOnLock(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('shell:account.label') }).click()
  await page.getByRole('menuitem', { name: say('shell:account.setUpLock') }).click()
  await page.getByLabel(say('profile:lock.newOwn'), { exact: true }).fill(lockPassword)
  await page.getByRole('button', { name: say('profile:lock.turnOn') }).click()
  await page.getByText(say('profile:lock.turnedOn')).waitFor()
}

/** Types a password once the field has the focus, and presses Enter. */
export async function unlock(page: Page, say: Say, typed: string): Promise<void> {
  const { password } = lockScreen(page, say)
  await password.and(page.locator(':focus')).waitFor()
  await password.fill(typed)
  await password.press('Enter')
}
